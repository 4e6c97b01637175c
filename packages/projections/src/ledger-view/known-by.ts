/** What had happened and was known at a point in time, of notes that carry both their times. */
import { epochDay, instantMillis } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'

/** The two times of a note. @internal */
export interface Timed {
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** The notes effective on or before the day and recorded at or before the instant, in their own order. @internal */
export const knownBy = <Note extends Timed>(
  notes: ReadonlyArray<Note> | undefined,
  { asOf, knownAt }: PointInTime,
): ReadonlyArray<Note> => {
  if (notes === undefined) return []
  const [day, millis] = [epochDay(asOf), instantMillis(knownAt)]
  return notes.filter(({ effectiveDay, recordedMillis }) => effectiveDay <= day && recordedMillis <= millis)
}
