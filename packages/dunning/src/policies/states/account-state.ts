/** A customer's state by one measure of what is unpaid: the family of dunning that speaks of customers. */
import { type CurrencyCode, daysBetween, earlierOf, type LocalDate, sumMinor } from '@quittance/kernel'
import type { AccountStates, StateMeasure } from '../../dunning-policy.js'

/** Something of a customer's that is not paid in full on a day. @category model @since 0.1.0 */
export interface UnpaidItem {
  readonly currency: CurrencyCode
  readonly openMinor: number
  readonly issuedOn: LocalDate
  readonly dueOn: LocalDate
}

/**
 * The most severe state whose threshold is reached in a currency, or nothing while none is: by days since the due
 * day or the date of the oldest unpaid item, by how many are unpaid, or by what they come to. All thresholds are
 * inclusive. A pure function of what is unpaid on the day, never of when somebody looked before: no state is
 * skipped when the oldest item is paid, and none is kept.
 *
 * @param unpaid - as known on the day; what is dated later, paid, or in another currency does not count
 * @law a later day is never less severe
 * @example
 * accountState(
 *   { by: 'unpaid-count', states: [{ name: 'LATE', from: 1 }, { name: 'BLOCKED', from: 3 }] },
 *   [{ currency: 'EUR', openMinor: 5_00, issuedOn: localDate('2026-01-01'), dueOn: localDate('2026-01-31') }],
 *   'EUR',
 *   localDate('2026-02-01'),
 * ) // => 'LATE'
 * @category policies
 * @since 0.1.0
 */
export const accountState = (
  { by, states, currency: only }: Pick<AccountStates, 'by' | 'states' | 'currency'>,
  unpaid: ReadonlyArray<UnpaidItem>,
  currency: CurrencyCode,
  on: LocalDate,
): string | undefined => {
  if (only !== undefined && only !== currency) return undefined
  const counting = unpaid.filter((item) => item.currency === currency && item.openMinor > 0 && item.issuedOn <= on)
  if (counting.length === 0) return undefined
  const value = measured(counting, on, by)
  return states
    .filter(({ from }) => value >= from)
    .reduce<AccountStates['states'][number] | undefined>(
      (so, state) => (so === undefined || state.from >= so.from ? state : so),
      undefined,
    )?.name
}

const measured = (unpaid: ReadonlyArray<UnpaidItem>, on: LocalDate, by: StateMeasure): number => {
  switch (by) {
    case 'oldest-due-age':
      return daysBetween(unpaid.map(({ dueOn }) => dueOn).reduce(earlierOf), on)
    case 'invoice-age':
      return daysBetween(unpaid.map(({ issuedOn }) => issuedOn).reduce(earlierOf), on)
    case 'unpaid-count':
      return unpaid.length
    case 'unpaid-balance':
      return sumMinor(unpaid.map(({ openMinor }) => openMinor))
  }
}
