/** A plan as commands: credits are used up first, cash pays the rest. */
import type { ApplicationLine, ApplyCash, ApplyCredit, MatchPlan } from '@quittance/cash-application'
import { type LocalDate, money } from '@quittance/kernel'

/** What a plan is posted with. @category commands @since 0.1.0 */
export interface PlanPosting {
  readonly receiptId: string
  readonly currency: string
  readonly on: LocalDate
  /** Applications are named `<receipt>/<number>`, from this number on. */
  readonly firstNumber: number
}

/** Commands of a plan of whole items, or nothing where a part of it has no command. @internal */
export const wholePlanCommands = (
  plan: MatchPlan,
  { receiptId, currency, on, firstNumber }: PlanPosting,
): ReadonlyArray<ApplyCash | ApplyCredit> | undefined => {
  const { lines, charges = [], pennyMinor } = plan
  if (charges.length > 0 || pennyMinor !== 0 || lines.some(({ differences }) => differences.length > 0))
    return undefined
  const owed = new Map(
    lines.filter(({ cashMinor }) => cashMinor > 0).map(({ itemId, cashMinor }) => [itemId, cashMinor]),
  )
  let number = firstNumber
  const lineTo = (itemId: string, minor: number): ApplicationLine => {
    owed.set(itemId, (owed.get(itemId) ?? 0) - minor)
    number += 1
    return { applicationId: `${receiptId}/${number - 1}`, itemId, amount: money(currency, minor) }
  }
  const credits = lines
    .filter(({ cashMinor }) => cashMinor < 0)
    .map(({ itemId, cashMinor }): ApplyCredit => {
      let left = -cashMinor
      const own: Array<ApplicationLine> = []
      for (const [target, minor] of owed) {
        const part = Math.min(left, minor)
        if (part > 0) own.push(lineTo(target, part))
        left -= part
      }
      return { _tag: 'ApplyCredit', on, creditId: itemId, lines: own }
    })
  const cash = [...owed].filter(([, minor]) => minor > 0).map(([itemId, minor]) => lineTo(itemId, minor))
  return [...credits, ...(cash.length === 0 ? [] : [{ _tag: 'ApplyCash', on, receiptId, lines: cash } as const])]
}
