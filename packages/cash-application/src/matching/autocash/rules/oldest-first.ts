/**
 * Down the items from the oldest: each is closed while the money lasts. The first that it does not close takes
 * what is left, where part payments are allowed; otherwise the walk stops there and skips nothing.
 */
import type { AutoCashItem, AutoCashLine, AutoCashOptions, AutoCashReceipt } from '../model.js'
import { ageDay, byAge, type EligibleItem } from '../open-balance.js'
import { closed, type RuleAnswer } from '../rule-answer.js'

/** @internal */
export const oldestFirst = (
  items: ReadonlyArray<EligibleItem>,
  { amountMinor }: AutoCashReceipt,
  options: AutoCashOptions,
): RuleAnswer => {
  const lines: Array<AutoCashLine> = []
  const sorted = [...items].sort(byAge)
  let leftMinor = amountMinor
  for (const eligible of sorted) {
    if (leftMinor <= 0 && eligible.balanceMinor > 0) break
    if (!options.lateCharges && carriesLateCharge(eligible.item)) break
    if (eligible.balanceMinor <= leftMinor) {
      lines.push(closed(eligible))
      leftMinor -= eligible.balanceMinor
      continue
    }
    if (options.partial) lines.push(inPart(eligible, leftMinor))
    break
  }
  // A walk that only used up credits has paid nothing.
  if (!lines.some(({ cashMinor }) => cashMinor > 0)) return { _tag: 'Fails' }
  return stopsWithinADay(sorted, lines)
    ? { _tag: 'Applies', lines, tieBreak: 'not all items of the last day are paid: lowest id first' }
    : { _tag: 'Applies', lines }
}

/** Whether the walk ended among items that are equally old, so that their ids decided which it paid. */
const stopsWithinADay = (sorted: ReadonlyArray<EligibleItem>, lines: ReadonlyArray<AutoCashLine>): boolean => {
  const dayAt = (at: number): string | undefined => {
    const eligible = sorted[at]
    return eligible === undefined ? undefined : ageDay(eligible)
  }
  const last = lines.length - 1
  const isInPart = lines[last]?.openMinor !== 0
  return dayAt(last) === dayAt(last + 1) || (isInPart && dayAt(last) === dayAt(last - 1))
}

const carriesLateCharge = ({ lateChargeMinor = 0 }: AutoCashItem): boolean => lateChargeMinor > 0

/** A part payment earns no discount; it pays the item before its late charge. */
const inPart = ({ item }: EligibleItem, cashMinor: number): AutoCashLine => ({
  itemId: item.itemId,
  cashMinor,
  discountMinor: 0,
  discountKind: undefined,
  lateChargeMinor: Math.max(cashMinor - item.openMinor, 0),
  openMinor: Math.max(item.openMinor - cashMinor, 0),
})
