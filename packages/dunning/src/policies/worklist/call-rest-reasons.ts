/** Why a customer is not called today. Without a reason, he is. */
import { addDays, type LocalDate } from '@quittance/kernel'

/** How long a customer is left alone after a contact. @category policies @since 0.1.0 */
export interface QuietPolicy {
  /** 0: never. */
  readonly quietDays: number
  /** Whether a contact exactly so many days ago still counts. */
  readonly quietOnLastDay: boolean
}

/** The default: three days; on the third day he may be called again. @category policies @since 0.1.0 */
export const quietPolicy: QuietPolicy = { quietDays: 3, quietOnLastDay: false }

/** A customer as a caller sees him, in one currency. @category model @since 0.1.0 */
export interface CallCandidate {
  readonly pastDueMinor: number
  /** Of past due. */
  readonly disputedMinor: number
  /** The last day in time of a promise that covers what is past due. */
  readonly promisedUntil?: LocalDate
  /** The day that the customer named for all that may be asked of him; on it he is asked. */
  readonly excusedUntil?: LocalDate
  readonly lastContactOn?: LocalDate
  /** With an agency or a court: others ask for it. */
  readonly isPlaced: boolean
}

/** Why not, with the first day on which the reason is gone where that is known. @category model @since 0.1.0 */
export type CallRestReason =
  | { readonly _tag: 'NothingToAskFor' }
  | { readonly _tag: 'PlacedOutside' }
  | { readonly _tag: 'PromiseInTime'; readonly freeFrom: LocalDate }
  | { readonly _tag: 'NamedDayAhead'; readonly freeFrom: LocalDate }
  | { readonly _tag: 'ContactedLately'; readonly freeFrom: LocalDate }

/**
 * All reasons against a call today, in this order: nothing undisputed is past due, placed outside, promised and in
 * time (its last day included), he named a day that has not come (on it he is asked), contacted lately.
 *
 * @law nobody is called about money that is disputed or promised in time
 * @category policies
 * @since 0.1.0
 */
export const callRestReasons = (
  { pastDueMinor, disputedMinor, promisedUntil, excusedUntil, lastContactOn, isPlaced }: CallCandidate,
  on: LocalDate,
  { quietDays, quietOnLastDay }: QuietPolicy = quietPolicy,
): ReadonlyArray<CallRestReason> => {
  const reasons: Array<CallRestReason> = []
  if (pastDueMinor - disputedMinor <= 0) reasons.push({ _tag: 'NothingToAskFor' })
  if (isPlaced) reasons.push({ _tag: 'PlacedOutside' })
  if (promisedUntil !== undefined && promisedUntil >= on)
    reasons.push({ _tag: 'PromiseInTime', freeFrom: addDays(promisedUntil, 1) })
  if (excusedUntil !== undefined && excusedUntil > on) reasons.push({ _tag: 'NamedDayAhead', freeFrom: excusedUntil })
  if (lastContactOn === undefined || quietDays <= 0) return reasons
  const freeFrom = addDays(lastContactOn, quietOnLastDay ? quietDays + 1 : quietDays)
  return freeFrom > on ? [...reasons, { _tag: 'ContactedLately', freeFrom }] : reasons
}
