/**
 * What two parties owe each other, set off: as much as the smaller side owes, the oldest first on both.
 */
import type { LocalDate } from '@quittance/kernel'

/** An open receivable of ours, or an open payable of theirs, in one currency. @category policies @since 0.1.0 */
export interface NettingSide {
  readonly id: string
  readonly dueOn: LocalDate
  readonly openMinor: number
}

/** What to net: pairs, so that it stays known what was settled by what. `nettedMinor` is their sum. @category policies @since 0.1.0 */
export interface NettingProposal {
  readonly nettedMinor: number
  readonly lines: ReadonlyArray<{ readonly itemId: string; readonly payableId: string; readonly amountMinor: number }>
}

/**
 * Pair receivables and payables by due day, then id, on both sides, each to its last minor unit, until one side is
 * used up. What has nothing open is passed over. Currencies are netted each by itself.
 *
 * @law netting takes the smaller of the two totals
 * @law netting pays the oldest first on both sides, in whatever order they are listed
 * @category policies
 * @since 0.1.0
 */
export const proposeNetting = (
  receivables: ReadonlyArray<NettingSide>,
  payables: ReadonlyArray<NettingSide>,
): NettingProposal => {
  const items = oldestFirst(receivables)
  const debts = oldestFirst(payables)
  const lines: Array<NettingProposal['lines'][number]> = []
  let [nettedMinor, debtAt, debtUsedMinor] = [0, 0, 0]
  for (const { id: itemId, openMinor } of items) {
    let leftMinor = openMinor
    for (let debt = debts[debtAt]; debt !== undefined && leftMinor > 0; debt = debts[debtAt]) {
      const amountMinor = Math.min(leftMinor, debt.openMinor - debtUsedMinor)
      lines.push({ itemId, payableId: debt.id, amountMinor })
      nettedMinor += amountMinor
      leftMinor -= amountMinor
      debtUsedMinor += amountMinor
      if (debtUsedMinor === debt.openMinor) [debtAt, debtUsedMinor] = [debtAt + 1, 0]
    }
  }
  return { nettedMinor, lines }
}

const oldestFirst = (sides: ReadonlyArray<NettingSide>): ReadonlyArray<NettingSide> =>
  sides
    .filter(({ openMinor }) => openMinor > 0)
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
