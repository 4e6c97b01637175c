/** Finds identifiers inside runs of digits that lost the gaps between their numbers. */
import { fewestPartDigits, type Identifier, withoutZeros } from '../identifier.js'
import { commonLengths, type IdentifierIndex } from '../identifier-index.js'
import type { Tokens } from '../tokens.js'
import { type Found, isTaken } from './found.js'

/** The most digits of a run that are looked at. */
export const longestRun = 2000
/** A single ending inside a longer run is taken for one from so many digits; shorter ones need a neighbour. */
const fewestAlone = 7

/** Identifiers in full inside a longer run, at the lengths that are most common in the index. */
export const gluedWhole = (chars: string, tokens: Tokens, index: IdentifierIndex, taken: Uint8Array): Array<Found> => {
  const finds: Array<Found> = []
  eachRun(tokens, (start, end) => {
    if (end - start <= fewestPartDigits || isTaken(taken, start, end)) return
    const lengths = commonLengths(index)
    for (const length of lengths)
      for (let at = start; at + length <= end && end - start > length; at += 1) {
        const digits = chars.slice(at, at + length)
        const under = index.byBare
          .get(withoutZeros(digits))
          ?.filter((one) => one.digits === digits || one.bare === digits)
        if (under === undefined || under.length === 0) continue
        finds.push({ start: at, end: at + length, how: 'glued', identifiers: under, digits, edits: 0 })
      }
  })
  return finds
}

/**
 * Last digits of identifiers inside a longer run, on places not taken yet: alone from seven digits, from five if
 * another of the same length stands right beside it. Longer ones first.
 */
export const gluedEndings = (
  chars: string,
  tokens: Tokens,
  index: IdentifierIndex,
  taken: Uint8Array,
  longest: number,
): Array<Found> => {
  const finds: Array<Found> = []
  eachRun(tokens, (start, end) => {
    if (end - start <= fewestAlone) return
    const ends = endsIn(chars, start, end, index)
    for (let length = Math.min(longest - 1, 12, end - start - 1); ends.length > 0 && length >= fewestPartDigits; length -= 1)
      for (const find of endingsOf(chars, start, ends, length, index, taken)) {
        finds.push(find)
        taken.fill(1, find.start, find.end)
      }
  })
  return finds
}

/** Where an ending may end: each holds the shortest ending in itself, so most places need one look only. */
const endsIn = (chars: string, start: number, end: number, index: IdentifierIndex): ReadonlyArray<number> => {
  const ends: Array<number> = []
  for (let at = start + fewestPartDigits; at <= end; at += 1)
    if (index.byEnding.has(chars.slice(at - fewestPartDigits, at))) ends.push(at)
  return ends
}

/** The endings of one length in a run: every one that is long enough, or has a neighbour. */
const endingsOf = (
  chars: string,
  start: number,
  ends: ReadonlyArray<number>,
  length: number,
  index: IdentifierIndex,
  taken: Uint8Array,
): ReadonlyArray<Found> => {
  const hits = new Map<number, Found>()
  for (const end of ends) {
    const from = end - length
    if (from < start || isTaken(taken, from, end)) continue
    const digits = chars.slice(from, end)
    const identifiers = index.byEnding.get(digits)
    if (identifiers !== undefined) hits.set(from, { start: from, end, how: 'glued', identifiers, digits, edits: 0 })
  }
  const hasNeighbour = (at: number): boolean => hits.has(at - length) || hits.has(at + length)
  return [...hits.values()].filter((found) => length >= fewestAlone || hasNeighbour(found.start))
}

const eachRun = ({ runStart, runEnd }: Tokens, visit: (start: number, end: number) => void): void => {
  for (let run = 0; run < runStart.length; run += 1) {
    const start = runStart[run] as number
    visit(start, Math.min(runEnd[run] as number, start + longestRun))
  }
}
