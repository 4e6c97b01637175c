/** What is still in dispute of each case, by what the ledger says was paid, credited and written off since. */
import { fromEpochDay, epochDay, instantMillis, type LocalDate } from '@quittance/kernel'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { type Measure, measures } from '../ledger-view/measures.js'
import type { PointInTime } from '../point-in-time.js'
import { disputeCase, type DisputeCase, type DisputeMovement, type DisputeMovementKind } from './dispute-case.js'
import { disputeRegister, type RegisteredDispute } from './dispute-register.js'

/** A movement of the ledger that took from a dispute, or gave back to it. @category model @since 0.1.0 */
export interface CaseMovement extends DisputeMovement {
  readonly on: LocalDate
  /** Of its fact, in the store. */
  readonly position: number
}

/** A dispute with its movements. @category projections @since 0.1.0 */
export interface RegisteredCase extends RegisteredDispute {
  readonly movements: ReadonlyArray<CaseMovement>
  readonly case: DisputeCase
  /** The movement that took the last of it, where nobody had ended it before. */
  readonly closedBy?: CaseMovement
}

/**
 * The register with what is left of each dispute. A payment takes what is not disputed first, and of disputes the earliest; what is credited
 * or written off takes what is disputed first. What is taken back gives back the latest first, and opens the case again. A dispute that was
 * ended stays as it was then. The aging shows what was raised until a dispute is ended, as far as it is open.
 *
 * @law the aging shows all that is open of what is left of open disputes
 * @law a dispute gives no more than it was raised over, and gets no more back than it gave
 * @category projections
 * @since 0.1.0
 */
export const disputeCases = (
  view: LedgerView,
  at: PointInTime,
  filter: { readonly customer?: string } = {},
): ReadonlyArray<RegisteredCase> => {
  const register = disputeRegister(view, at, filter)
  const moved = new Map<string, Array<CaseMovement>>()
  for (const subject of new Set(register.map((dispute) => dispute.subject))) walk(view, subject, at, register, moved)
  return register.map((dispute) => {
    const movements = moved.get(keyOf(dispute)) ?? []
    const own = disputeCase(dispute.originalMinor, movements)
    const closedBy = own.state === 'closed' && dispute.outcome === undefined ? lastTaking(movements) : undefined
    return { ...dispute, movements, case: own, ...(closedBy === undefined ? {} : { closedBy }) }
  })
}

const keyOf = ({ subject, disputeId }: RegisteredDispute): string => `${subject} ${disputeId}`

const lastTaking = (movements: ReadonlyArray<CaseMovement>): CaseMovement | undefined =>
  movements.findLast(({ minor }) => minor > 0)

interface Step {
  readonly measure: Measure
  readonly minor: number
  readonly day: number
  readonly position: number
}

const stepsOf = (view: LedgerView, subject: number, { asOf, knownAt }: PointInTime): ReadonlyArray<Step> => {
  const { deltas } = view
  const [day, millis] = [epochDay(asOf), instantMillis(knownAt)]
  const steps: Array<Step> = []
  for (let at = view.firstDelta[subject] ?? -1; at >= 0; at = deltas.next.values[at] ?? -1)
    if ((deltas.effectiveDay.values[at] as number) <= day && (deltas.recordedMillis.values[at] as number) <= millis)
      steps.push({
        measure: measures[deltas.measure.values[at] as number] as Measure,
        minor: deltas.minor.values[at] as number,
        day: deltas.effectiveDay.values[at] as number,
        position: deltas.position.values[at] as number,
      })
  return steps.sort((a, b) => a.day - b.day || a.position - b.position)
}

const kinds: Readonly<Partial<Record<Measure, DisputeMovementKind>>> = {
  paid: 'paid',
  discounted: 'paid',
  netted: 'paid',
  transferred: 'paid',
  credited: 'credited',
  'written-off': 'written-off',
}

interface Standing {
  readonly dispute: RegisteredDispute
  readonly taken: { [Kind in DisputeMovementKind]: number }
  leftMinor: number
}

const walk = (
  view: LedgerView,
  subject: number,
  at: PointInTime,
  register: ReadonlyArray<RegisteredDispute>,
  moved: Map<string, Array<CaseMovement>>,
): void => {
  const own = register.filter((dispute) => dispute.subject === subject)
  const notes = view.disputes.get(subject) ?? []
  const standing: Array<Standing> = []
  let openMinor = 0
  for (const step of stepsOf(view, subject, at)) {
    const kind = kinds[step.measure]
    if (step.measure === 'disputed') {
      const note = notes.find(({ position }) => position === step.position)
      const dispute = own.find(({ disputeId }) => disputeId === note?.disputeId)
      const known = standing.findIndex((one) => one.dispute === dispute)
      if (step.minor < 0 && known >= 0) standing.splice(known, 1)
      else if (dispute !== undefined)
        standing.push({ dispute, taken: { paid: 0, credited: 0, 'written-off': 0 }, leftMinor: step.minor })
    } else if (kind === undefined) openMinor += step.measure === 'owed' ? step.minor : 0
    else {
      const disputedMinor = standing.reduce((so, { leftMinor }) => so + leftMinor, 0)
      const undisputedMinor = kind === 'paid' ? Math.max(openMinor - disputedMinor, 0) : 0
      const hitMinor = step.minor > 0 ? Math.min(Math.max(step.minor - undisputedMinor, 0), disputedMinor) : step.minor
      for (const [one, minor] of shared(standing, kind, hitMinor)) {
        const movements = moved.get(keyOf(one.dispute)) ?? []
        moved.set(keyOf(one.dispute), movements)
        movements.push({ kind, minor, on: fromEpochDay(step.day), position: step.position })
        one.taken[kind] += minor
        one.leftMinor -= minor
      }
      openMinor -= step.minor
    }
  }
}

/** The earliest dispute gives first; what is taken back goes to the latest first, as far as it had been taken from it. */
const shared = (
  standing: ReadonlyArray<Standing>,
  kind: DisputeMovementKind,
  hitMinor: number,
): ReadonlyArray<readonly [Standing, number]> => {
  let restMinor = Math.abs(hitMinor)
  return (hitMinor < 0 ? standing.toReversed() : standing).flatMap(
    (one): ReadonlyArray<readonly [Standing, number]> => {
      const part = Math.min(restMinor, hitMinor < 0 ? one.taken[kind] : one.leftMinor)
      restMinor -= part
      return part === 0 ? [] : [[one, hitMinor < 0 ? 0 - part : part]]
    },
  )
}
