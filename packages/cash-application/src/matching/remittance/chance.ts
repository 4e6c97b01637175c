/**
 * How much a find could be chance: the identifiers expected to be found in the same way, were the numbers of the text
 * thrown at random. Windows of that length in the text, times identifiers that such a window reaches, over the numbers
 * of that length. It is a measure of the text and the index, so that a mention in a book of ten weighs more than the
 * same mention in a book of ten thousand. Letters are left out of the reckoning: they are seldom random.
 */
import type { DigitWindow } from './digit-windows.js'
import type { Found } from './finders/found.js'
import { longestRun } from './finders/glued.js'
import type { IdentifierCounts } from './identifier-index.js'
import type { Ratio } from './mention.js'
import type { Tokens } from './tokens.js'

/** What of a text bears on chance. */
export interface Exposure {
  readonly chars: string
  readonly tokens: Tokens
  readonly windows: ReadonlyArray<DigitWindow>
}

/** Chance by how and by length, reckoned once each for a text. */
export const chances = (exposure: Exposure, counts: IdentifierCounts): ((found: Found, whole: boolean) => Ratio) => {
  const reckoned = new Map<string, Ratio>()
  return (found, whole) => {
    const { length } = found.digits
    const name = `${found.how}${whole ? '' : '~'}${length}`
    const known = reckoned.get(name)
    if (known !== undefined) return known
    const ratio = length === 0 ? certain : reckon(exposure, counts, found, whole)
    reckoned.set(name, ratio)
    return ratio
  }
}

const certain: Ratio = { num: 1n, den: 1n }

const reckon = (exposure: Exposure, counts: IdentifierCounts, found: Found, whole: boolean): Ratio => {
  const { length } = found.digits
  switch (found.how) {
    case 'structured':
    case 'exact':
    case 'digits':
      return ratioOf(numbersOf(exposure, length, 'bare'), at(counts.bare, length), length, true)
    case 'edit1':
      return ratioOf(numbersOf(exposure, length, 'bare'), oneSlipReach(counts, length), length, true)
    case 'suffix':
      return ratioOf(numbersOf(exposure, length, 'digits'), endingReach(counts, length), length, false)
    case 'glued':
      return ratioOf(
        stretchesOf(exposure, length),
        whole ? at(counts.forms, length) : endingReach(counts, length),
        length,
        false,
      )
  }
}

const at = (counts: Int32Array, length: number): number => counts[length] ?? 0

const powersOfTen: ReadonlyArray<bigint> = Array.from({ length: 70 }, (_, power) => 10n ** BigInt(power))
const powerOfTen = (power: number): bigint => powersOfTen[power] ?? 10n ** BigInt(power)

/** Numbers without leading zeros are nine tenths of all. */
const ratioOf = (windows: number, reach: number, length: number, withoutZeros: boolean): Ratio => {
  const num = BigInt(Math.max(windows, 1) * reach)
  return withoutZeros ? { num, den: 9n * powerOfTen(length - 1) } : { num, den: powerOfTen(length) }
}

/** Pairs of an identifier and a number of this length one slip away from it. */
const oneSlipReach = ({ bare }: IdentifierCounts, length: number): number =>
  at(bare, length) * (10 * length - 1) + at(bare, length + 1) * (length + 1) + at(bare, length - 1) * (9 * length + 1)

const endingReach = ({ digits, fourEndings }: IdentifierCounts, length: number): number => {
  if (length === 4) return fourEndings[0] as number
  let reach = 0
  for (let longer = length + 1; longer < digits.length; longer += 1) reach += at(digits, longer)
  return reach
}

/** Different numbers of this length in the text; one that stands twice is one throw. */
const numbersOf = ({ windows }: Exposure, length: number, form: 'bare' | 'digits'): number => {
  const numbers = windows.filter((window) => window[form].length === length)
  return numbers.length < 2 ? numbers.length : new Set(numbers.map((window) => window[form])).size
}

/** Different stretches of this length inside longer runs. */
const stretchesOf = ({ chars, tokens }: Exposure, length: number): number => {
  const seen = new Set<string>()
  for (let run = 0; run < tokens.runStart.length; run += 1) {
    const start = tokens.runStart[run] as number
    const end = Math.min(tokens.runEnd[run] as number, start + longestRun)
    if (end - start <= length) continue
    for (let from = start; from + length <= end; from += 1) seen.add(chars.slice(from, from + length))
  }
  return seen.size
}
