/**
 * References with check digits in free text: found whole or in the groups in which they are printed, and only where the
 * check holds. One that fails is noise, not a reference with a slip.
 */
import { normalText, type NormalText, placeOf } from '../normal-text.js'
import { oneGapBetween, type Tokens, tokensOf } from '../tokens.js'
import { isValidKidMod11 } from './kid-mod11.js'
import { isValidLuhn } from './luhn.js'
import { isValidOgm } from './ogm.js'
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
 * from the right, QR and Belgian references in any groups of 27 and 12 digits. Zeros alone are no reference.
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

interface Reading {
  readonly reference: string
  readonly start: number
  readonly end: number
}

const referenceAt = (chars: string, tokens: Tokens, word: number, scheme: CheckScheme): ReferenceFound | undefined => {
  const start = tokens.wordStart[word] as number
  const end = tokens.wordEnd[word] as number
  const allDigits = tokens.wordDigits[word] === end - start
  if (scheme === 'rf' ? !chars.startsWith('RF', start) : !allDigits) return undefined
  const readings = readingsAt(chars, tokens, word, scheme)
  const valid = readings.findLast(({ reference }) => isValid[scheme](reference) && !/^0+-?$/.test(reference))
  return valid === undefined ? undefined : { scheme, ...valid, body: bodyOf(scheme, valid.reference) }
}

const isValid: Readonly<Record<CheckScheme, (reference: string) => boolean>> = {
  rf: isValidRf,
  qrr: isValidQrr,
  ogm: isValidOgm,
  viite: isValidViite,
  luhn: isValidLuhn,
  'kid-mod11': isValidKidMod11,
}

/** The most characters of a reference, and the size of the groups it is printed in. */
const shapes: Readonly<Record<CheckScheme, { readonly most: number; readonly group: number | 'any' | 'none' }>> = {
  rf: { most: 25, group: 4 },
  qrr: { most: 27, group: 'any' },
  ogm: { most: 12, group: 'any' },
  viite: { most: 20, group: 5 },
  luhn: { most: 25, group: 'none' },
  'kid-mod11': { most: 25, group: 'none' },
}

/** A word, and with it what follows in groups as they are printed; the shortest first. */
const readingsAt = (chars: string, tokens: Tokens, word: number, scheme: CheckScheme): ReadonlyArray<Reading> => {
  const { most, group } = shapes[scheme]
  const start = tokens.wordStart[word] as number
  const readings: Array<Reading> = []
  let reference = ''
  for (let next = word; next < tokens.wordStart.length; next += 1) {
    const from = tokens.wordStart[next] as number
    const end = tokens.wordEnd[next] as number
    if (next > word && !oneGapBetween(chars, tokens.wordEnd[next - 1] as number, from)) break
    if (reference.length + end - from > most) break
    if (next > word && !continues(scheme, tokens, next, end - from)) break
    reference += chars.slice(from, end)
    if (group === 'any' && reference.length < most) continue
    // A hyphen may be the check character of modulo 11.
    const hyphen = scheme === 'kid-mod11' && chars.charAt(end) === '-' && !isValidKidMod11(reference)
    readings.push(hyphen ? { reference: `${reference}-`, start, end: end + 1 } : { reference, start, end })
    if (group === 'none' || (group === 4 && end - from !== 4)) break
  }
  return readings
}

const continues = (scheme: CheckScheme, tokens: Tokens, word: number, length: number): boolean => {
  if (scheme === 'rf') return length <= 4
  return tokens.wordDigits[word] === length && (scheme !== 'viite' || length === 5)
}

const bodyOf = (scheme: CheckScheme, reference: string): string => {
  if (scheme === 'rf') return reference.slice(4)
  const body = reference.slice(0, scheme === 'ogm' ? -2 : -1)
  return body.replace(/^0+(?=\d)/, '')
}
