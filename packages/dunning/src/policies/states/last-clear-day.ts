/** When nothing was past due last. */
import type { LocalDate } from '@quittance/kernel'
import type { BearingItem } from '../interest/interest-to-bill.js'

/**
 * The last day up to and including one at whose end nothing was past due; nothing where that was never so since the first due day.
 *
 * @param items - of one currency, paid or not, with what came off them when
 * @law a count goes on while anything is past due
 * @example
 * const item = { instalments: [{ dueOn: localDate('2026-01-10'), amountMinor: 5_00 }], decreases: [] }
 * lastClearDay([item], localDate('2026-01-20')) // => '2026-01-10'
 * @category policies
 * @since 0.1.0
 */
export const lastClearDay = (
  items: ReadonlyArray<Pick<BearingItem, 'instalments' | 'decreases'>>,
  until: LocalDate,
): LocalDate | undefined => {
  // Being past due begins the day after a due day and ends with a payment: only the days before those can be the last clear one.
  const ends = items.flatMap(({ instalments }) => instalments.map(({ dueOn }) => dueOn).filter((day) => day < until))
  return [...new Set([until, ...ends])]
    .toSorted()
    .toReversed()
    .find((day) => items.every((item) => isClearOn(item, day)))
}

const isClearOn = (
  { instalments, decreases }: Pick<BearingItem, 'instalments' | 'decreases'>,
  day: LocalDate,
): boolean => {
  const sum = (amounts: ReadonlyArray<{ readonly amountMinor: number }>): number =>
    amounts.reduce((so, { amountMinor }) => so + amountMinor, 0)
  const dueMinor = sum(instalments.filter(({ dueOn }) => dueOn < day))
  return dueMinor <= sum(decreases.filter(({ on }) => on <= day))
}
