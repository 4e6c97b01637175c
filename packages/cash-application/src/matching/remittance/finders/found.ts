/** What the finders hand to the scan, and which places of a text are taken. */
import type { Identifier } from '../identifier.js'
import type { FoundHow } from '../mention.js'

/** An identifier, or several, found at a place of the normal text. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly how: FoundHow
  readonly identifiers: ReadonlyArray<Identifier>
  /** The digits that were compared. */
  readonly digits: string
  readonly edits: number
}

/** Whether any of these places is taken. */
export const isTaken = (taken: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) if (taken[at] === 1) return true
  return false
}

/**
 * Of finds of like strength those that stand: a longer one wins over its own parts, over the same place the one
 * with fewer edits; of two that only overlap both stand. Their places are taken.
 *
 * @law a longer match wins over its own parts
 */
export const settle = (finds: Array<Found>, taken: Uint8Array): ReadonlyArray<Found> => {
  if (finds.length > 1) finds.sort((a, b) => a.start - b.start || b.end - a.end || a.edits - b.edits)
  const standing: Array<Found> = []
  let reached = -1
  for (const found of finds) {
    if (found.end <= reached) continue
    reached = found.end
    standing.push(found)
  }
  for (const { start, end } of standing) taken.fill(1, start, end)
  return standing
}
