/**
 * References with check digits in free text: found whole or in the groups in which they are printed, and only where the
 * check holds. One that fails is noise, not a reference with a slip.
 */
import { normalText, type NormalText, placeOf } from '../normal-text.js'
import { type Tokens, tokensOf } from '../tokens.js'
import { isValidKidMod11 } from './kid-mod11.js'
import { isValidLuhn } from './luhn.js'
import { isValidOgm } from './ogm.js'
import { fivesFromRight, fixedGroups, foursFromLeft, oneWord, type Reading } from './printed-groups.js'
import { isValidQrr } from './qrr.js'
import { isValidRf } from './rf.js'
import { isValidViite } from './viite.js'

/** A scheme of references with check digits. @category model @since 0.1.0 */
export type CheckScheme = 'rf' | 'qrr' | 'ogm' | 'viite' | 'luhn' | 'kid-mod11'

/** A reference whose check holds. @category model @since 0.1.0 */
export interface StructuredReference {
  readonly scheme: CheckScheme
  /** Without gaps, upper case. */
  readonly reference: string
  /** What the check digits were made from; of RF what follows them, else without leading zeros. */
  readonly body: string
  /** In UTF-16 units of the text that came in; `end` is exclusive. */
  readonly span: { readonly start: number; readonly end: number }
}

/** Schemes that betray themselves by form; of the others one random number in ten passes, so they are asked for by name. */
const byForm: ReadonlyArray<CheckScheme> = ['rf', 'qrr', 'ogm']

/** A reference in places of the normal text. */
export interface ReferenceFound extends Omit<StructuredReference, 'span'> {
  readonly start: number
  readonly end: number
}

/**
 * Find the references with check digits in a text. Printed groups are read across single gaps: RF in fours, viite in fives
 * from the right, QR references as 2 5 5 5 5 5 and Belgian ones as 3 4 5. Zeros alone are no reference.
 *
 * @param schemes - what to look for; RF, QR and Belgian references if nothing is said
 * @example
 * structuredReferences('thanks RF18 5390 0754 7034').map(({ scheme, body }) => [scheme, body]) // => [['rf', '539007547034']]
 * @category policies
 * @since 0.1.0
 */
export const structuredReferences = (
  text: string,
  schemes: ReadonlyArray<CheckScheme> = byForm,
): ReadonlyArray<StructuredReference> => {
  const normal = normalText(text)
  return referencesIn(normal, tokensOf(normal.chars), schemes).map(({ start, end, ...rest }) => ({
    ...rest,
    span: placeOf(normal, start, end),
  }))
}

/** The same on a text that is already cut into words. */
export const referencesIn = (
  { chars }: NormalText,
  tokens: Tokens,
  schemes: ReadonlyArray<CheckScheme> = byForm,
): ReadonlyArray<ReferenceFound> => {
  const found: Array<ReferenceFound> = []
  for (let word = 0; word < tokens.wordStart.length; word += 1)
    for (const scheme of schemes) {
      const reference = referenceAt(chars, tokens, word, scheme)
      if (reference !== undefined) found.push(reference)
    }
  return found
}

const referenceAt = (chars: string, tokens: Tokens, word: number, scheme: CheckScheme): ReferenceFound | undefined => {
  const start = tokens.wordStart[word] as number
  const allDigits = tokens.wordDigits[word] === (tokens.wordEnd[word] as number) - start
  if (scheme === 'rf' ? !chars.startsWith('RF', start) : !allDigits) return undefined
  const valid = readingsAt[scheme](chars, tokens, word).findLast(
    ({ reference }) => isValid[scheme](reference) && !/^0+-?$/.test(reference),
  )
  return valid === undefined ? undefined : { scheme, ...valid, body: bodyOf(scheme, valid.reference) }
}

type Readings = (chars: string, tokens: Tokens, word: number) => ReadonlyArray<Reading>

const readingsAt: Readonly<Record<CheckScheme, Readings>> = {
  rf: (chars, tokens, word) => [...oneWord(chars, tokens, word, 5, 25), ...foursFromLeft(chars, tokens, word, 25)],
  qrr: (chars, tokens, word) => [
    ...oneWord(chars, tokens, word, 27, 27),
    ...fixedGroups(chars, tokens, word, [2, 5, 5, 5, 5, 5]),
  ],
  ogm: (chars, tokens, word) => [
    ...oneWord(chars, tokens, word, 12, 12),
    ...fixedGroups(chars, tokens, word, [3, 4, 5]),
  ],
  viite: (chars, tokens, word) => [...oneWord(chars, tokens, word, 4, 20), ...fivesFromRight(chars, tokens, word, 20)],
  luhn: (chars, tokens, word) => oneWord(chars, tokens, word, 2, 25),
  // A hyphen right behind the digits may be the check character; then it is read with them.
  'kid-mod11': (chars, tokens, word) =>
    oneWord(chars, tokens, word, 1, 25).flatMap((one) =>
      chars.charAt(one.end) === '-' ? [one, { ...one, reference: `${one.reference}-`, end: one.end + 1 }] : [one],
    ),
}

const isValid: Readonly<Record<CheckScheme, (reference: string) => boolean>> = {
  rf: isValidRf,
  qrr: isValidQrr,
  ogm: isValidOgm,
  viite: isValidViite,
  luhn: isValidLuhn,
  'kid-mod11': isValidKidMod11,
}

const bodyOf = (scheme: CheckScheme, reference: string): string => {
  if (scheme === 'rf') return reference.slice(4)
  const body = reference.slice(0, scheme === 'ogm' ? -2 : -1)
  return body.replace(/^0+(?=\d)/, '')
}
