/** Finds identifiers inside runs of digits that lost the gaps between their numbers. */
import { fewestPartDigits, withoutZeros } from '../identifier.js'
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
 * another of the same length stands right beside it. The length of which most stand side by side is read first, since
 * a payer who cuts numbers cuts all alike; of equally good ones the longer.
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
    const ends = endsIn(chars, start, end, index, taken)
    if (ends.length === 0) return
    const readings: Array<Reading> = []
    for (let length = Math.min(longest - 1, 12, end - start - 1); length >= fewestPartDigits; length -= 1)
      readings.push(readingOf(chars, start, ends, length, index))
    for (const { likely } of readings.sort((a, b) => b.sideBySide - a.sideBySide)) {
      const free = likely.filter((find) => !isTaken(taken, find.start, find.end))
      for (const find of free) taken.fill(1, find.start, find.end)
      finds.push(...free)
    }
  })
  return finds
}

/** Where an ending may end: each holds the shortest ending in itself, so most places need one look only. */
const endsIn = (
  chars: string,
  start: number,
  end: number,
  index: IdentifierIndex,
  taken: Uint8Array,
): ReadonlyArray<number> => {
  const ends: Array<number> = []
  let free = 0
  for (let at = start + 1; at <= end; at += 1) {
    free = taken[at - 1] === 1 ? 0 : free + 1
    if (free >= fewestPartDigits && index.byEnding.has(chars.slice(at - fewestPartDigits, at))) ends.push(at)
  }
  return ends
}

/** The endings of one length in a run. */
interface Reading {
  readonly likely: ReadonlyArray<Found>
  readonly sideBySide: number
}

const readingOf = (
  chars: string,
  start: number,
  ends: ReadonlyArray<number>,
  length: number,
  index: IdentifierIndex,
): Reading => {
  const hits = new Map<number, Found>()
  for (const end of ends) {
    const from = end - length
    const digits = from < start ? '' : chars.slice(from, end)
    const identifiers = index.byEnding.get(digits)
    if (identifiers !== undefined) hits.set(from, { start: from, end, how: 'glued', identifiers, digits, edits: 0 })
  }
  const all = [...hits.values()]
  const chained = all.filter((found) => hits.has(found.start - length) || hits.has(found.end))
  return { likely: length >= fewestAlone ? all : chained, sideBySide: chained.length }
}

const eachRun = ({ runStart, runEnd }: Tokens, visit: (start: number, end: number) => void): void => {
  for (let run = 0; run < runStart.length; run += 1) {
    const start = runStart[run] as number
    visit(start, Math.min(runEnd[run] as number, start + longestRun))
  }
}
