/**
 * How often a slip of the hand lands on another open identifier: the danger in a seller's own way of numbering. Numbers
 * one after another land in about half of all cases, numbers with a check digit hardly ever. It caps what even an
 * exact reference may prove.
 */
import { type Identifier, withoutZeros } from './identifier.js'
import { type IdentifierIndex, seeksSlips } from './identifier-index.js'

/** So many slips of so many land on another identifier. @category model @since 0.1.0 */
export interface Landing {
  readonly landed: number
  readonly of: number
}

/** The danger of one digit wrong, and of two neighbours swapped. @category model @since 0.1.0 */
export interface LandingRates {
  readonly substitution: Landing
  readonly transposition: Landing
}

/**
 * Try every wrong digit and every swap of unlike neighbours in every identifier of at least five digits, leading zeros
 * aside. Costs some ten look-ups for each digit of the book: once for a rule set, not for each payment.
 *
 * @param most - identifiers to try, spread evenly over the book; all if nothing is said
 * @law numbers one after another land more often than the same numbers with a check digit
 * @category policies
 * @since 0.1.0
 */
export const landingRates = (index: IdentifierIndex, most: number = Number.MAX_SAFE_INTEGER): LandingRates => {
  const all = [...index.byAlnum.values()].filter(seeksSlips).sort((a, b) => (a.alnum < b.alnum ? -1 : 1))
  const step = Math.max(1, Math.ceil(all.length / most))
  const tried = all.filter((_, at) => at % step === 0)
  return {
    substitution: landingOf(index, tried, wrongDigits),
    transposition: landingOf(index, tried, swaps),
  }
}

const landingOf = (
  index: IdentifierIndex,
  tried: ReadonlyArray<Identifier>,
  slipsOf: (digits: string) => Iterable<string>,
): Landing => {
  let landed = 0
  let of = 0
  for (const identifier of tried)
    for (const slip of slipsOf(identifier.bare)) {
      of += 1
      const others = index.byBare.get(withoutZeros(slip))
      if (others?.some(({ items }) => [...items].some((item) => !identifier.items.has(item))) === true) landed += 1
    }
  return { landed, of }
}

function* wrongDigits(digits: string): Generator<string> {
  for (let at = 0; at < digits.length; at += 1)
    for (let other = 0; other < 10; other += 1)
      if (digits.charCodeAt(at) - 48 !== other) yield digits.slice(0, at) + String(other) + digits.slice(at + 1)
}

function* swaps(digits: string): Generator<string> {
  for (let at = 0; at + 1 < digits.length; at += 1)
    if (digits.charAt(at) !== digits.charAt(at + 1))
      yield digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2)
}
