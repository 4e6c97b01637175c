/** Every measure of every subject at a point in time, in one pass over the columns. */
import { epochDay, instantMillis } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'
import type { LedgerView } from './ledger-view.js'
import { type Measure, measures } from './measures.js'

/** Sums by measure: `sums[measure code][subject]`. @internal */
export interface BalancesAt {
  readonly owed: Float64Array
  readonly paid: Float64Array
  readonly discounted: Float64Array
  readonly credited: Float64Array
  readonly writtenOff: Float64Array
  readonly disputed: Float64Array
  readonly unapplied: Float64Array
  readonly onAccount: Float64Array
  readonly credit: Float64Array
  readonly transferred: Float64Array
  readonly netted: Float64Array
  readonly deducted: Float64Array
  /** Known by then, but effective only after the day: what a row shows as future. */
  readonly futureTakenOff: Float64Array
}

const takenOff = new Set(['paid', 'discounted', 'credited', 'written-off', 'transferred', 'netted'])
const isTakenOff: ReadonlyArray<boolean> = measures.map((measure) => takenOff.has(measure))

/** @internal */
export const balancesAt = (view: LedgerView, { asOf, knownAt }: PointInTime): BalancesAt => {
  const size = view.subjects.length
  const sums = measures.map(() => new Float64Array(size))
  const futureTakenOff = new Float64Array(size)
  const [day, millis] = [epochDay(asOf), instantMillis(knownAt)]
  const subjects = view.deltas.subject.values
  const codes = view.deltas.measure.values
  const days = view.deltas.effectiveDay.values
  const recorded = view.deltas.recordedMillis.values
  const minors = view.deltas.minor.values
  for (let at = 0; at < view.deltas.subject.length; at += 1) {
    if ((recorded[at] as number) > millis) continue
    const subject = subjects[at] as number
    const code = codes[at] as number
    if ((days[at] as number) <= day) {
      const sum = sums[code] as Float64Array
      sum[subject] = (sum[subject] as number) + (minors[at] as number)
    } else if (isTakenOff[code] === true)
      futureTakenOff[subject] = (futureTakenOff[subject] as number) + (minors[at] as number)
  }
  const of = (measure: Measure): Float64Array => sums[measures.indexOf(measure)] as Float64Array
  return {
    owed: of('owed'),
    paid: of('paid'),
    discounted: of('discounted'),
    credited: of('credited'),
    writtenOff: of('written-off'),
    disputed: of('disputed'),
    unapplied: of('unapplied'),
    onAccount: of('on-account'),
    credit: of('credit'),
    transferred: of('transferred'),
    netted: of('netted'),
    deducted: of('deducted'),
    futureTakenOff,
  }
}

/** What is open of a subject: owed less paid, discounted, credited, written off, charged back and netted. @internal */
export const openAt = (at: BalancesAt, subject: number): number =>
  (at.owed[subject] as number) -
  (at.paid[subject] as number) -
  (at.discounted[subject] as number) -
  (at.credited[subject] as number) -
  (at.writtenOff[subject] as number) -
  (at.transferred[subject] as number) -
  (at.netted[subject] as number)

/** What is held of a customer's in a subject: unapplied, on account, or left by a credit note. @internal */
export const heldAt = (at: BalancesAt, subject: number): number =>
  (at.unapplied[subject] as number) + (at.onAccount[subject] as number) + (at.credit[subject] as number)
