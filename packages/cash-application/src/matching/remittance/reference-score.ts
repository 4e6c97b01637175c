/** How alike two references are, in hundredths of a per cent: the score of AutoMatch recommendations. */
import { scaleMinor } from '@quittance/kernel'
import { kindOf, normalText } from './normal-text.js'

/** What is taken off a reference before it is compared; nothing that is not said. @category model @since 0.1.0 */
export interface ReferenceStrip {
  /** The first of these that it begins with is taken off, once. */
  readonly prefixes?: ReadonlyArray<string>
  /** The first of these that it ends with is taken off, once. */
  readonly suffixes?: ReadonlyArray<string>
  /** Everything but letters and digits. */
  readonly separators?: boolean
  /** Of the whole reference, after the other steps; of zeros alone, one is left. */
  readonly leadingZeros?: boolean
}

/** A score of 100 per cent. @category model @since 0.1.0 */
export const fullScore = 100_00

/** The most characters that are compared one by one; longer texts are no references and score only if they are equal. */
const longestReference = 256

/**
 * A reference as it is compared: Unicode NFKC, upper case, then what is taken off, in this order: prefix, suffix,
 * separators, leading zeros.
 *
 * @example
 * normalReference('inv-000451', { prefixes: ['INV-'], separators: true, leadingZeros: true }) // => '451'
 * @category policies
 * @since 0.1.0
 */
export const normalReference = (text: string, strip: ReferenceStrip = {}): string => {
  const upper = upperForm(text)
  const prefix = strip.prefixes?.map(upperForm).find((one) => upper.startsWith(one)) ?? ''
  const behind = upper.slice(prefix.length)
  const suffix = strip.suffixes?.map(upperForm).find((one) => behind.endsWith(one)) ?? ''
  const between = behind.slice(0, behind.length - suffix.length)
  const joined = strip.separators === true ? wordCharacters(between) : between
  return strip.leadingZeros === true ? joined.replace(/^0+(?=.)/, '') : joined
}

const upperForm = (text: string): string => text.normalize('NFKC').toUpperCase()

const wordCharacters = (text: string): string => {
  const { chars } = normalText(text)
  let kept = ''
  for (let at = 0; at < chars.length; at += 1) {
    const kind = kindOf(chars.charCodeAt(at))
    if (kind === 1 || kind === 2) kept += chars.charAt(at)
  }
  return kept
}

/**
 * 100 x (1 - edits / the longer length), in hundredths, rounded half up. Edits are characters put in, taken out and
 * replaced, so that swapped neighbours count two. A reference that is missing is no evidence: it scores 0, also
 * against another that is missing.
 *
 * @law a reference score is the same in both directions
 * @law a reference score is full for equal references only
 * @example
 * referenceScore('INV10023', 'INV10032') // => 7500
 * @category policies
 * @since 0.1.0
 */
export const referenceScore = (one: string, other: string, strip: ReferenceStrip = {}): number => {
  const left = normalReference(one, strip)
  const right = normalReference(other, strip)
  const longer = Math.max(left.length, right.length)
  if (left.length === 0 || right.length === 0) return 0
  if (left === right) return fullScore
  if (longer > longestReference) return 0
  return scaleMinor(fullScore, longer - editsBetween(left, right), longer)
}

/**
 * The fewest characters to put in, take out or replace (Levenshtein distance), counted in UTF-16 units.
 *
 * @law edits between references are a distance
 * @example
 * editsBetween('INV10023', 'INV1002') // => 1
 * @category policies
 * @since 0.1.0
 */
export const editsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let up = 1; up <= one.length; up += 1) {
    const next = [up]
    for (let at = 1; at <= other.length; at += 1) {
      const replaced = (row[at - 1] as number) + (one.charCodeAt(up - 1) === other.charCodeAt(at - 1) ? 0 : 1)
      next.push(Math.min(replaced, (row[at] as number) + 1, (next[at - 1] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number
}
