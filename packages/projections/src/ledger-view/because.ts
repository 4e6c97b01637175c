/** The facts behind a figure: which fact added how much to which measure, and when it was known. */
import { epochDay, fromEpochDay, instantMillis, type LocalDate } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'
import type { LedgerView } from './ledger-view.js'
import { type Measure, measures } from './measures.js'

/** One fact's part in a figure. The position names the fact in its store. @category projections @since 0.1.0 */
export interface Cause {
  readonly position: number
  readonly tag: string
  readonly on: LocalDate
  readonly measure: Measure
  readonly minor: number
}

/**
 * Every fact that counts in a subject's figures at a point in time, in stream order. The figures are their sums.
 *
 * @param subject - index in `view.subjects`
 * @law the causes of a figure add up to it
 * @category projections
 * @since 0.1.0
 */
export const because = (view: LedgerView, subject: number, { asOf, knownAt }: PointInTime): ReadonlyArray<Cause> => {
  const { deltas } = view
  const [day, millis] = [epochDay(asOf), instantMillis(knownAt)]
  const causes: Array<Cause> = []
  for (let at = view.firstDelta[subject] ?? -1; at >= 0; at = deltas.next.values[at] as number) {
    const effectiveDay = deltas.effectiveDay.values[at] as number
    if (effectiveDay > day || (deltas.recordedMillis.values[at] as number) > millis) continue
    causes.push({
      position: deltas.position.values[at] as number,
      tag: view.tags[deltas.tag.values[at] as number] as string,
      on: fromEpochDay(effectiveDay),
      measure: measures[deltas.measure.values[at] as number] as Measure,
      minor: deltas.minor.values[at] as number,
    })
  }
  return causes
}
