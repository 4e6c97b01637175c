/** What had happened and was known at a point in time, of notes that carry both their times. */
import { epochDay, instantMillis } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'

/** The two times of a note. @internal */
export interface Timed {
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** A point in time as numbers; the same point is asked for a million times. */
const cuts = new WeakMap<PointInTime, { readonly day: number; readonly millis: number }>()

const cutOf = (at: PointInTime): { readonly day: number; readonly millis: number } => {
  let cut = cuts.get(at)
  if (cut === undefined) cuts.set(at, (cut = { day: epochDay(at.asOf), millis: instantMillis(at.knownAt) }))
  return cut
}

/** The notes effective on or before the day and recorded at or before the instant, in their own order; mostly that is all of them. @internal */
export const knownBy = <Note extends Timed>(
  notes: ReadonlyArray<Note> | undefined,
  at: PointInTime,
): ReadonlyArray<Note> => {
  if (notes === undefined) return []
  const { day, millis } = cutOf(at)
  for (const { effectiveDay, recordedMillis } of notes)
    if (effectiveDay > day || recordedMillis > millis)
      return notes.filter((note) => note.effectiveDay <= day && note.recordedMillis <= millis)
  return notes
}
