/**
 * What must be right about the lines of an instruction before any money is counted: rank by rank over all
 * lines, so that the refusal given is the first in the order of `CashRejection` whatever line it is on.
 */
import { firstRefusal, keyedGet, type LocalDate, type Money } from '@quittance/kernel'
import type { ApplicationLine } from '../commands.js'
import type { CashContext, OwedItem } from '../context.js'
import type { AlreadyEnded, CashRejection } from '../rejections.js'
import type { CashState } from '../state.js'
import { badAmount, emptyField, otherCurrency, tooEarly } from './checks.js'

/** What the lines draw on: its currency, the days before which it was not free, and whether it is over. @internal */
export interface LineSource {
  readonly currency: string
  readonly baseCurrency: string | undefined
  readonly since: ReadonlyArray<LocalDate | undefined>
  readonly ended: AlreadyEnded | undefined
}

/** A line with the item it names. @internal */
export interface Target<Line> {
  readonly line: Line
  readonly item: OwedItem
}

/** The words of the lines alone: amounts, then missing ids, then ids that are taken. @internal */
export const badWords = (lines: ReadonlyArray<ApplicationLine>, state: CashState): CashRejection | undefined =>
  lines.length === 0
    ? { _tag: 'MissingField', field: 'lines' }
    : firstRefusal([
        () => firstOf(lines, badLineAmount),
        () => firstOf(lines, emptyLineField),
        () =>
          firstOf(lines, ({ applicationId }, index) =>
            keyedGet(state.applications, applicationId) !== undefined ||
            lines.findIndex((line) => line.applicationId === applicationId) < index
              ? { _tag: 'IdAlreadyUsed', kind: 'application', id: applicationId }
              : undefined,
          ),
      ])

/** The items of the lines, or the first line whose item is not there. @internal */
export const targetsOf = <Line extends ApplicationLine>(
  lines: ReadonlyArray<Line>,
  context: CashContext,
): ReadonlyArray<Target<Line>> | CashRejection => {
  const targets: Array<Target<Line>> = []
  for (const line of lines) {
    const item = context.itemOf(line.itemId)
    if (item === undefined) return { _tag: 'NotFound', kind: 'item', id: line.itemId }
    targets.push({ line, item })
  }
  return targets
}

/** What the lines name: whether it is over, its currency, its days. @internal */
export const badTargets = (
  source: LineSource,
  targets: ReadonlyArray<Target<ApplicationLine>>,
  on: LocalDate,
  state: CashState,
): CashRejection | undefined =>
  firstRefusal<CashRejection>([
    () => source.ended,
    () =>
      firstOf(targets, ({ item }) =>
        item.voided ? { _tag: 'AlreadyEnded', kind: 'item', id: item.itemId, ended: 'voided' } : undefined,
      ),
    () =>
      firstOf(
        targets,
        ({ line, item }) =>
          otherCurrency(source.currency, (line.receiptAmount ?? line.amount).currency) ??
          otherCurrency(item.currency, line.amount.currency) ??
          otherBase(source.baseCurrency, item),
      ),
    () =>
      firstOf(targets, ({ item }) =>
        tooEarly(on, ...source.since, item.issuedOn, keyedGet(state.items, item.itemId)?.reopenedOn),
      ),
  ])

/** An entity has one base currency; values in two could not be compared. */
const otherBase = (baseCurrency: string | undefined, { carrying }: OwedItem): CashRejection | undefined =>
  baseCurrency === undefined || carrying === undefined
    ? undefined
    : otherCurrency(carrying.value.baseCurrency, baseCurrency)

const badLineAmount = (
  { amount, receiptAmount, discount }: ApplicationLine,
  index: number,
): CashRejection | undefined =>
  badAmount(`lines[${index}].amount`, amount.minor) ??
  badReceiptAmount(amount, receiptAmount, `lines[${index}].receiptAmount`) ??
  firstOf(askedMinor(discount), badDiscount(index))

const askedMinor = (discount: ApplicationLine['discount']): ReadonlyArray<number> => {
  if (discount?._tag === 'Claimed') return [discount.claimedMinor]
  return discount?._tag === 'Exactly' ? [discount.discountMinor, discount.pennyMinor] : []
}

const badDiscount =
  (index: number) =>
  (amountMinor: number): CashRejection | undefined =>
    Number.isSafeInteger(amountMinor) && amountMinor >= 0
      ? undefined
      : { _tag: 'InvalidAmount', field: `lines[${index}].discount`, amountMinor }

/** In one currency the receipt gives what the item gets. */
const badReceiptAmount = (amount: Money, given: Money | undefined, field: string): CashRejection | undefined => {
  if (given === undefined) return undefined
  return given.currency === amount.currency && given.minor !== amount.minor
    ? { _tag: 'InvalidAmount', field, amountMinor: given.minor }
    : badAmount(field, given.minor)
}

const emptyLineField = ({ applicationId, discount }: ApplicationLine, index: number): CashRejection | undefined =>
  emptyField({
    [`lines[${index}].applicationId`]: applicationId,
    [`lines[${index}].discount.policy.id`]: discount?.policy.id,
  })

/** The first refusal among the lines. @internal */
export const firstOf = <A>(
  from: ReadonlyArray<A>,
  check: (one: A, index: number) => CashRejection | undefined,
): CashRejection | undefined => {
  for (const [index, one] of from.entries()) {
    const refusal = check(one, index)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
