/** Every dispute with its owner, its clock and its cause, as known at a point in time. */
import type { LocalDate } from '@quittance/kernel'
import type { DisputeOutcome } from '@quittance/invoicing'
import { knownBy, type Timed } from '../ledger-view/known-by.js'
import type { DisputeNote, DisputeWork, LedgerView, Subject } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'

/** How well a cause is known: said when the dispute was raised, tagged since, or borne out by a dispute that was accepted. @category model @since 0.1.0 */
export type DisputeEvidence = 'raised' | 'tagged' | 'resolved'

/** A dispute. @category projections @since 0.1.0 */
export interface RegisteredDispute {
  /** Index in the view, for `because`. */
  readonly subject: number
  readonly disputeId: string
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly raisedOn: LocalDate
  /** What it was raised over. */
  readonly originalMinor: number
  /** Absent while it is open. */
  readonly endedOn?: LocalDate
  readonly outcome?: DisputeOutcome
  /** The latest assignment. */
  readonly department?: string
  readonly person?: string
  readonly dueOn?: LocalDate
  /** The latest tag, else what it was raised with. */
  readonly cause: string
  readonly evidence: DisputeEvidence
  /** Neither a claim code nor papers are known: somebody is to ask for them. */
  readonly unsubstantiated?: true
  /** The facts that the cause rests on, by their positions in the store. */
  readonly positions: ReadonlyArray<number>
}

/**
 * The disputes by day, then id. Of several tags or assignments the latest day counts, and on one day the one that was recorded last.
 *
 * @law asked for an earlier knowledge, a cause is what it was
 * @category projections
 * @since 0.1.0
 */
export const disputeRegister = (
  view: LedgerView,
  at: PointInTime,
  filter: { readonly customer?: string } = {},
): ReadonlyArray<RegisteredDispute> => {
  const rows = [...view.disputes].flatMap(([index, notes]) => {
    const subject = view.subjects[index]
    if (subject === undefined || (filter.customer !== undefined && subject.customer !== filter.customer)) return []
    return ofItem(
      index,
      subject,
      inDayOrder(knownBy(notes, at)),
      inDayOrder(knownBy(view.disputeWork.get(index) ?? [], at)),
    )
  })
  return rows.sort((a, b) =>
    a.raisedOn === b.raisedOn ? (a.disputeId < b.disputeId ? -1 : 1) : a.raisedOn < b.raisedOn ? -1 : 1,
  )
}

/** By day and then as recorded. */
const inDayOrder = <Note extends Timed & { readonly position: number }>(
  notes: ReadonlyArray<Note>,
): ReadonlyArray<Note> => notes.toSorted((a, b) => a.effectiveDay - b.effectiveDay || a.position - b.position)

const ofItem = (
  index: number,
  subject: Subject,
  notes: ReadonlyArray<DisputeNote>,
  work: ReadonlyArray<DisputeWork>,
): ReadonlyArray<RegisteredDispute> =>
  notes.flatMap((raised) => {
    if (raised.outcome !== undefined) return []
    const isOf = (note: { readonly disputeId: string }): boolean => note.disputeId === raised.disputeId
    const end = notes.find((note) => isOf(note) && note.outcome !== undefined)
    const given = work.findLast((note) => isOf(note) && note.department !== undefined)
    return {
      subject: index,
      disputeId: raised.disputeId,
      itemId: subject.id,
      customer: subject.customer,
      currency: subject.currency,
      raisedOn: raised.on,
      originalMinor: raised.disputedMinor,
      ...(end?.outcome === undefined ? {} : { endedOn: end.on, outcome: end.outcome }),
      ...(given?.department === undefined ? {} : { department: given.department }),
      ...(given?.person === undefined ? {} : { person: given.person }),
      ...(given?.dueOn === undefined ? {} : { dueOn: given.dueOn }),
      ...(raised.isSubstantiated === true || work.some((note) => isOf(note) && note.isSubstantiated === true)
        ? {}
        : { unsubstantiated: true as const }),
      ...causeOf(
        raised,
        end,
        work.findLast((note) => isOf(note) && note.cause !== undefined),
      ),
    }
  })

const causeOf = (
  raised: DisputeNote,
  end: DisputeNote | undefined,
  tag: DisputeWork | undefined,
): Pick<RegisteredDispute, 'cause' | 'evidence' | 'positions'> => {
  const isBorneOut = end?.outcome === 'accepted' || end?.outcome === 'partly-accepted'
  return {
    cause: tag?.cause ?? raised.cause ?? 'unknown',
    evidence: isBorneOut ? 'resolved' : tag === undefined ? 'raised' : 'tagged',
    positions: [(tag ?? raised).position, ...(isBorneOut ? [end.position] : [])],
  }
}
