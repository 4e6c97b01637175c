/** How much of an item may be asked for on a day. */
import type { LocalDate } from '@quittance/kernel'
import type { DunnableItem, DunningHold, HeldItem } from '../../run-question.js'

/** What may be asked for an item, and what would have to end for all of it to be. @category policies @since 0.1.0 */
export interface AskedOfItem {
  /** 0 or more. */
  readonly amountMinor: number
  /** What keeps the greatest part of the rest back; absent while all that is open may be asked. */
  readonly because?: Pick<HeldItem, 'reason' | 'until'>
}

/**
 * What is open of an item without what is disputed and what is promised for later: the rest is
 * asked. A hold of the item or of the account that is in force keeps all of it back. A promise holds to the last
 * day that is in time, inclusive; so does a hold to its last day.
 *
 * @param accountHolds - holds of the whole account
 * @law what is asked is never more than what is open, undisputed and not promised for later
 * @example
 * const item = { openMinor: 500_00, disputedMinor: 120_00, holds: [] }
 * askedOfItem(item, [], localDate('2026-06-30')).amountMinor // => 38000
 * @category policies
 * @since 0.1.0
 */
export const askedOfItem = (
  {
    openMinor,
    disputedMinor,
    promised,
    holds,
  }: Pick<DunnableItem, 'openMinor' | 'disputedMinor' | 'promised' | 'holds'>,
  accountHolds: ReadonlyArray<DunningHold>,
  on: LocalDate,
): AskedOfItem => {
  const hold = accountHolds.length + holds.length === 0 ? undefined : holdInForce([...accountHolds, ...holds], on)
  if (hold !== undefined) return { amountMinor: 0, because: becauseOf(hold) }
  const disputed = Math.min(Math.max(0, disputedMinor), openMinor)
  const promise = promised !== undefined && promised.until >= on ? promised : undefined
  const promisedMinor = Math.min(promise?.amountMinor ?? 0, openMinor - disputed)
  const amountMinor = openMinor - disputed - promisedMinor
  if (disputed > 0 && disputed >= promisedMinor) return { amountMinor, because: { reason: 'dispute' } }
  return promise !== undefined && promisedMinor > 0
    ? { amountMinor, because: { reason: 'promise', until: promise.until } }
    : { amountMinor }
}

const becauseOf = ({ reason, until }: DunningHold): Pick<HeldItem, 'reason' | 'until'> =>
  until === undefined ? { reason } : { reason, until }

/** The hold in force that ends last. */
const holdInForce = (holds: ReadonlyArray<DunningHold>, on: LocalDate): DunningHold | undefined =>
  holds
    .filter(({ from, until }) => from <= on && (until === undefined || until >= on))
    .reduce<DunningHold | undefined>(
      (so, hold) => (so === undefined || endsLater(hold.until, so.until) ? hold : so),
      undefined,
    )

const endsLater = (a: LocalDate | undefined, b: LocalDate | undefined): boolean =>
  b !== undefined && (a === undefined || a > b)
