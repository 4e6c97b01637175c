/** Where a reference with check digits may stand: in one word, or in the groups of characters in which it is printed. */
import { oneGapBetween, type Tokens } from '../tokens.js'

/** Characters that may be a reference, in places of the normal text; `end` is exclusive. */
export interface Reading {
  readonly reference: string
  readonly start: number
  readonly end: number
}

/** The word itself, if it has as many characters as a reference may have. */
export const oneWord = (
  chars: string,
  tokens: Tokens,
  word: number,
  least: number,
  most: number,
): ReadonlyArray<Reading> => {
  const start = tokens.wordStart[word] as number
  const end = tokens.wordEnd[word] as number
  return end - start < least || end - start > most ? [] : [{ reference: chars.slice(start, end), start, end }]
}

/** Words of exactly these lengths, one gap between each. */
export const fixedGroups = (
  chars: string,
  tokens: Tokens,
  word: number,
  lengths: ReadonlyArray<number>,
): ReadonlyArray<Reading> => {
  let reference = ''
  for (const [at, length] of lengths.entries()) {
    const group = groupAt(chars, tokens, word + at, at > 0)
    if (group?.length !== length) return []
    reference += group
  }
  const end = tokens.wordEnd[word + lengths.length - 1] as number
  return [{ reference, start: tokens.wordStart[word] as number, end }]
}

/** Words of four, of which the last may be shorter; at least two of them, the shortest reading first. */
export const foursFromLeft = (chars: string, tokens: Tokens, word: number, most: number): ReadonlyArray<Reading> => {
  const readings: Array<Reading> = []
  const start = tokens.wordStart[word] as number
  let reference = groupAt(chars, tokens, word, false) ?? ''
  let full = reference.length === 4
  for (let next = word + 1; full; next += 1) {
    const group = groupAt(chars, tokens, next, true)
    if (group === undefined || group.length > 4 || reference.length + group.length > most) break
    reference += group
    readings.push({ reference, start, end: tokens.wordEnd[next] as number })
    full = group.length === 4
  }
  return readings
}

/** Words of five, of which the first may be shorter; at least two of them, the shortest reading first. */
export const fivesFromRight = (chars: string, tokens: Tokens, word: number, most: number): ReadonlyArray<Reading> => {
  const readings: Array<Reading> = []
  const start = tokens.wordStart[word] as number
  let reference = groupAt(chars, tokens, word, false) ?? ''
  if (reference.length > 5) return []
  for (let next = word + 1; ; next += 1) {
    const group = groupAt(chars, tokens, next, true)
    if (group?.length !== 5 || reference.length + 5 > most) break
    reference += group
    readings.push({ reference, start, end: tokens.wordEnd[next] as number })
  }
  return readings
}

/** The characters of a word; nothing beyond the last word, or if more than one gap parts it from the word before. */
const groupAt = (chars: string, tokens: Tokens, word: number, joined: boolean): string | undefined => {
  const start = tokens.wordStart[word]
  if (start === undefined) return undefined
  if (joined && !oneGapBetween(chars, tokens.wordEnd[word - 1] as number, start)) return undefined
  return chars.slice(start, Math.min(tokens.wordEnd[word] as number, start + 64))
}
