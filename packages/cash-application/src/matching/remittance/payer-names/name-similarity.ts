/** How alike two names are: by the triples of letters of their words, so that order does not matter and cut words still count. */
import { nameWords } from './name-words.js'

/** Names that are the same but for order, case, accents and legal form. @category model @since 0.1.0 */
export const sameName = 1000

/**
 * The triples of a name, each with how often it came before, so that repeated ones count. A word begins with two
 * blanks and ends with one: its beginning weighs more than its end, which banks cut off.
 */
export const nameTriples = (name: string): ReadonlyArray<string> => {
  const seen = new Map<string, number>()
  const triples: Array<string> = []
  for (const word of nameWords(name)) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      const triple = padded.slice(at, at + 3)
      const before = seen.get(triple) ?? 0
      seen.set(triple, before + 1)
      triples.push(before === 0 ? triple : `${triple}${before}`)
    }
  }
  return triples
}

/** Twice what two names share over what both have, in per mille, rounded down. */
export const perMilleOf = (shared: number, one: number, other: number): number =>
  one + other === 0 ? 0 : Math.floor((2 * sameName * shared) / (one + other))

/**
 * How alike two names are, in per mille: 1000 for the same words, 0 for nothing in common or a name that is missing.
 *
 * @law word order, case and legal forms make no difference to a name
 * @law name similarity is the same in both directions
 * @example
 * nameSimilarity('Acme Trading LLC', 'TRADING ACME') // => 1000
 * @category policies
 * @since 0.1.0
 */
export const nameSimilarity = (one: string, other: string): number => {
  const left = nameTriples(one)
  const right = new Set(nameTriples(other))
  return perMilleOf(left.filter((triple) => right.has(triple)).length, left.length, right.size)
}
