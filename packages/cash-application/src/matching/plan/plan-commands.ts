/**
 * A plan becomes the commands that make the account look as it says, for one append: credits first, then the money,
 * then a name for each difference, last the rest of the money. Reads no account: a plan that the account has
 * outgrown is refused by the account itself, whole.
 */
import { type LocalDate, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ApplicationLine, CashCommand } from '../../commands.js'
import type { ApplicationPolicy } from '../../model.js'
import { allotCredits, type Allotment } from './allot-credits.js'
import { differenceCommands } from './difference-commands.js'
import type { MatchPlan, PlannedLine } from './model.js'
import type { PlanIds, PlanPolicies } from './posting.js'

/** Why a plan cannot be put into commands: it gives more credit than its items take, a discount that no money goes with, or a penny that no closed item takes. @category rejections @since 0.1.0 */
export type PlanObstacle =
  | { readonly _tag: 'CreditUnused'; readonly unusedMinor: number }
  | { readonly _tag: 'DiscountWithoutCash'; readonly itemId: string }
  | { readonly _tag: 'PennyWithoutItem'; readonly pennyMinor: number }

/**
 * The commands of a plan, to be run all or nothing (`runAll`). What is planned for charges that are not on the account
 * yet is held like the remainder.
 *
 * @param on - business day of all of them
 * @law a posted plan leaves the account as it says
 * @example
 * const line = { itemId: 'INV-1', cashMinor: 9_900, differences: [], openMinor: 100 }
 * const plan = { lines: [line], pennyMinor: 0, remainderMinor: 0, remainder: 'unapplied' }
 * const ids = { receiptId: 'R-1', currency: 'EUR', idOf: (thing, no) => `R-1/${thing}/${no}` }
 * planCommands(plan, ids, localDate('2026-01-12'), {}).right.map(({ _tag }) => _tag) // => ['ApplyCash']
 * @category decisions
 * @since 0.1.0
 */
export const planCommands = (
  plan: MatchPlan,
  ids: PlanIds,
  on: LocalDate,
  policies: PlanPolicies,
): E.Either<PlanObstacle, ReadonlyArray<CashCommand>> => {
  const { dueOnOf = () => undefined } = ids
  const allotted = allotCredits(plan.lines, dueOnOf)
  const pennyAt = plan.pennyMinor === 0 ? undefined : plan.lines.findLastIndex(closedByCash(allotted))
  const obstacle = obstacleOf(plan, allotted, pennyAt)
  if (obstacle !== undefined) return E.left(obstacle)

  const applicationOf = new Map<number, string>()
  let applications = 0
  const lineOf = (at: number, minor: number): ApplicationLine => {
    applications += 1
    const applicationId = ids.idOf('application', applications)
    applicationOf.set(at, applicationId)
    return { applicationId, itemId: plan.lines[at]?.itemId ?? '', amount: money(ids.currency, minor) }
  }
  const credits = allotted.credits.map(({ creditId, uses }): CashCommand => {
    const lines = uses.map(({ line, amountMinor }) => lineOf(line, amountMinor))
    return ids.sourceOf?.(creditId) === 'receipt'
      ? { _tag: 'ApplyCash', on, receiptId: creditId, lines }
      : { _tag: 'ApplyCredit', on, creditId, lines }
  })
  const cash = plan.lines.flatMap((line, at): ReadonlyArray<ApplicationLine> => {
    const pennyMinor = at === pennyAt ? plan.pennyMinor : 0
    const cashMinor = allotted.cashMinor[at] ?? 0
    return cashMinor === 0
      ? []
      : [withDifferences(lineOf(at, cashMinor + pennyMinor), line, pennyMinor, policies.application)]
  })
  const heldMinor = plan.remainderMinor + (plan.charges ?? []).reduce((so, { amountMinor }) => so + amountMinor, 0)
  return E.right([
    ...credits,
    ...(cash.length === 0 ? [] : [{ _tag: 'ApplyCash', on, receiptId: ids.receiptId, lines: cash } as const]),
    ...differenceCommands(plan.lines, (at) => applicationOf.get(at), { ids, on, policies }),
    ...(plan.remainder === 'on-account' && heldMinor > 0
      ? [{ _tag: 'PlaceOnAccount', on, receiptId: ids.receiptId, amount: money(ids.currency, heldMinor) } as const]
      : []),
  ])
}

/** A penny is kept on an item that money and discount close by themselves. */
const closedByCash =
  ({ cashMinor }: Allotment) =>
  ({ openMinor, differences }: PlannedLine, at: number): boolean =>
    openMinor === 0 && (cashMinor[at] ?? 0) > 0 && differences.every(({ _tag: tag }) => tag === 'Discount')

const obstacleOf = (
  { lines, pennyMinor }: MatchPlan,
  { unusedMinor, cashMinor }: Allotment,
  pennyAt: number | undefined,
): PlanObstacle | undefined => {
  if (unusedMinor > 0) return { _tag: 'CreditUnused', unusedMinor }
  const bare = lines.find((line, at) => discountOf(line) > 0 && (cashMinor[at] ?? 0) === 0)
  if (bare !== undefined) return { _tag: 'DiscountWithoutCash', itemId: bare.itemId }
  return pennyAt === -1 ? { _tag: 'PennyWithoutItem', pennyMinor } : undefined
}

const discountOf = ({ differences }: PlannedLine): number =>
  differences.reduce((so, difference) => so + (difference._tag === 'Discount' ? difference.amountMinor : 0), 0)

const withDifferences = (
  line: ApplicationLine,
  planned: PlannedLine,
  pennyMinor: number,
  policy: ApplicationPolicy,
): ApplicationLine => {
  const discountMinor = discountOf(planned)
  return discountMinor === 0 && pennyMinor === 0
    ? line
    : { ...line, discount: { _tag: 'Exactly', discountMinor, pennyMinor, policy } }
}
