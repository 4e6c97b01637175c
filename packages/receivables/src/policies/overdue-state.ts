/**
 * A customer's state by one measure of what is unpaid: the family of dunning that speaks of customers, where
 * the other speaks of items.
 */
import { type CurrencyCode, daysBetween, keyedValues, type LocalDate } from '@quittance/kernel'
import { openMinorOf } from '../account/contexts.js'
import type { AccountState } from '../account/state.js'

/** Days since the date of the oldest unpaid invoice, how many are unpaid, or how much in minor units. @category policies @since 0.1.0 */
export type OverdueMeasure = 'invoice-age' | 'unpaid-count' | 'unpaid-balance'

/** States with the value from which each holds, inclusive. @category policies @since 0.1.0 */
export interface OverdueStates {
  readonly by: OverdueMeasure
  readonly states: ReadonlyArray<{ readonly name: string; readonly from: number }>
}

/**
 * The most severe state whose threshold is reached, or nothing while none is. A pure function of what is unpaid
 * on the day, never of when somebody looked before: no state is skipped or kept.
 *
 * @param on - age is counted to this day; invoices dated later do not count
 * @law a later day is never less severe
 * @category policies
 * @since 0.1.0
 */
export const overdueState = (
  account: AccountState,
  currency: CurrencyCode,
  on: LocalDate,
  { by, states }: OverdueStates,
): string | undefined => {
  const value = measured(account, currency, on, by)
  let reached: OverdueStates['states'][number] | undefined
  for (const state of states)
    if (value !== undefined && value >= state.from && (reached === undefined || state.from >= reached.from))
      reached = state
  return reached?.name
}

const measured = (
  account: AccountState,
  currency: CurrencyCode,
  on: LocalDate,
  by: OverdueMeasure,
): number | undefined => {
  const unpaid = [...keyedValues(account.invoicing.documents)]
    .filter((document) => document.currency === currency && document.issuedOn <= on)
    .map(({ documentId, issuedOn }) => ({ issuedOn, openMinor: openMinorOf(account, documentId) }))
    .filter(({ openMinor }) => openMinor > 0)
  if (unpaid.length === 0) return undefined
  switch (by) {
    case 'invoice-age':
      return unpaid.reduce((so, { issuedOn }) => Math.max(so, daysBetween(issuedOn, on)), 0)
    case 'unpaid-count':
      return unpaid.length
    case 'unpaid-balance':
      return unpaid.reduce((so, { openMinor }) => so + openMinor, 0)
  }
}
