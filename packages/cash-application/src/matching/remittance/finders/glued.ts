/** Finds identifiers inside runs of digits that lost the gaps between their numbers. */
import { fewestPartDigits, type Identifier, withoutZeros } from '../identifier.js'
import type { IdentifierCounts, IdentifierIndex } from '../identifier-index.js'
import type { Tokens } from '../tokens.js'
import { type Found, isTaken } from './found.js'

/** The most digits of a run that are looked at. */
export const longestRun = 2000
/** A single ending inside a longer run is taken for one from so many digits; shorter ones need a neighbour. */
const fewestAlone = 7
const mostLengths = 4

/** Identifiers in full inside a longer run, at the lengths that are most common in the index. */
export const gluedWhole = (
  chars: string,
  tokens: Tokens,
  index: IdentifierIndex,
  taken: Uint8Array,
): Array<Found> => {
  const finds: Array<Found> = []
  let lengths: ReadonlyArray<number> | undefined
  eachRun(tokens, (start, end) => {
    if (end - start <= fewestPartDigits || isTaken(taken, start, end)) return
    lengths ??= commonLengths(index.counts)
    for (const length of lengths)
      for (let at = start; at + length <= end && end - start > length; at += 1) {
        const digits = chars.slice(at, at + length)
        const under = index.byBare.get(withoutZeros(digits))?.filter((one) => one.digits === digits || one.bare === digits)
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
  for (let length = Math.min(longest - 1, 12); length >= fewestPartDigits; length -= 1)
    eachRun(tokens, (start, end) => {
      if (end - start <= length) return
      const hits = new Map<number, ReadonlyArray<Identifier>>()
      for (let at = start; at + length <= end; at += 1) {
        const under = index.byEnding.get(chars.slice(at, at + length))
        if (under !== undefined && !isTaken(taken, at, at + length)) hits.set(at, under)
      }
      for (const [at, identifiers] of hits) {
        if (length < fewestAlone && !hits.has(at + length) && !hits.has(at - length)) continue
        const digits = chars.slice(at, at + length)
        finds.push({ start: at, end: at + length, how: 'glued', identifiers, digits, edits: 0 })
      }
      for (const { start: from, end: to } of finds) taken.fill(1, from, to)
    })
  return finds
}

/** The lengths that most identifiers have, five digits or more; of equally common ones the longer. */
const commonLengths = ({ forms }: IdentifierCounts): ReadonlyArray<number> =>
  Array.from(forms, (count, length) => ({ count, length }))
    .filter(({ count, length }) => count > 0 && length >= fewestPartDigits)
    .sort((a, b) => b.count - a.count || b.length - a.length)
    .slice(0, mostLengths)
    .map(({ length }) => length)

const eachRun = ({ runStart, runEnd }: Tokens, visit: (start: number, end: number) => void): void => {
  for (let run = 0; run < runStart.length; run += 1) {
    const start = runStart[run] as number
    visit(start, Math.min(runEnd[run] as number, start + longestRun))
  }
}
