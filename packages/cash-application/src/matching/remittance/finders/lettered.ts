/** Finds identifiers with letters, letter for letter, gaps and leading zeros aside. */
import { coreOf, type Identifier, keyOf, longestIdentifier } from '../identifier.js'
import type { IdentifierIndex } from '../identifier-index.js'
import { mostRuns } from '../digit-windows.js'
import { oneGapBetween, type Tokens } from '../tokens.js'
import { type Found, isTaken } from './found.js'

/** Identifiers that up to four words with one gap between spell out. */
export const lettered = (chars: string, tokens: Tokens, index: IdentifierIndex, taken: Uint8Array): Array<Found> => {
  const finds: Array<Found> = []
  if (index.byKey.size === 0) return finds
  const { first, last } = index.counts
  for (let word = 0; word < tokens.wordStart.length; word += 1) {
    const start = tokens.wordStart[word] as number
    const mayBegin = (first[placeOf(chars, start)] as number) > 0
    if (!mayBegin && index.byCore.size === 0) continue
    let alnum = ''
    for (let words = 1; words <= mostRuns && word + words <= tokens.wordStart.length; words += 1) {
      const from = tokens.wordStart[word + words - 1] as number
      const end = tokens.wordEnd[word + words - 1] as number
      if (words > 1 && !oneGapBetween(chars, tokens.wordEnd[word + words - 2] as number, from)) break
      if (end - start > longestIdentifier + mostRuns || isTaken(taken, from, end)) break
      alnum = words === 1 ? chars.slice(from, end) : alnum + chars.slice(from, end)
      const mayEnd = (last[placeOf(chars, end - 1)] as number) > 0
      const identifiers = mayBegin && mayEnd ? under(index, keyOf(alnum)) : undefined
      if (identifiers !== undefined) finds.push(foundAs(alnum, identifiers, start, end))
      else if (index.byCore.size > 0) findCore(chars, alnum, start, end, index, finds)
    }
  }
  return finds
}

const under = (index: IdentifierIndex, key: string): ReadonlyArray<Identifier> | undefined =>
  (index.counts.keys[key.length] ?? 0) > 0 ? index.byKey.get(key) : undefined

const placeOf = (chars: string, at: number): number => {
  const code = chars.charCodeAt(at)
  return code < 128 ? code : 0
}

const foundAs = (alnum: string, identifiers: ReadonlyArray<Identifier>, start: number, end: number): Found => {
  const how = identifiers.some((identifier) => identifier.alnum === alnum) ? 'exact' : 'digits'
  return { start, end, how, identifiers, digits: identifiers[0]?.bare ?? '', edits: 0 }
}

/** The same without what stands before the first digit and after the last. */
const findCore = (
  chars: string,
  alnum: string,
  start: number,
  end: number,
  index: IdentifierIndex,
  finds: Array<Found>,
): void => {
  const core = coreOf(alnum)
  if (core === undefined) return
  const inside = alnum.slice(core.start, core.end)
  const identifiers = index.byCore.get(keyOf(inside))
  if (identifiers === undefined) return
  const from = start + chars.slice(start, end).search(/\d/)
  let to = end
  while (!/\d/.test(chars.charAt(to - 1))) to -= 1
  finds.push({ start: from, end: to, how: 'digits', identifiers, digits: identifiers[0]?.bare ?? '', edits: 0 })
}
