/** Disputes of an item that are open, or were accepted: delays that are the seller's. */
import type { LocalDate } from '@quittance/kernel'
import { knownBy } from '../ledger-view/known-by.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'

/** A dispute that is not the customer's fault as far as anybody knows. @internal */
export interface DisputeAgainstUs {
  readonly raisedOn: LocalDate
  /** Absent while it is open. */
  readonly endedOn?: LocalDate
  readonly disputedMinor: number
}

/** The disputes of an item, without those that ended as rejected, withdrawn, paid or written off. @internal */
export const disputesAgainstUs = (
  view: LedgerView,
  index: number,
  at: PointInTime,
): ReadonlyArray<DisputeAgainstUs> => {
  const known = knownBy(view.disputes.get(index), at)
  return known.flatMap(({ disputeId, on, outcome: isEnd, disputedMinor }): ReadonlyArray<DisputeAgainstUs> => {
    if (isEnd !== undefined) return []
    const end = known.find((note) => note.disputeId === disputeId && note.outcome !== undefined)
    if (end === undefined) return [{ raisedOn: on, disputedMinor }]
    const isOurs = end.outcome === 'accepted' || end.outcome === 'partly-accepted'
    return isOurs ? [{ raisedOn: on, endedOn: end.on, disputedMinor }] : []
  })
}
