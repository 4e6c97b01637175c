/** One identifier of open items in all the forms in which a payer may write it. */
import { isValidOgm } from './check-digits/ogm.js'
import { isValidQrr } from './check-digits/qrr.js'
import { isValidRf } from './check-digits/rf.js'
import { digit, kindOf, normalText } from './normal-text.js'

/** The most letters and digits of an identifier that is searched for. */
export const longestIdentifier = 64
/** The fewest digits that are searched for without the letters around them. */
export const fewestBareDigits = 4
/** The fewest digits of an ending, of a stretch inside glued digits, and of a number in which an error is looked for. */
export const fewestPartDigits = 5

/** An identifier and the items that carry it: a document number belongs to one, a purchase order to many. */
export interface Identifier {
  /** Upper case letters and digits. */
  readonly alnum: string
  /** `alnum` without the leading zeros of each group of digits. */
  readonly key: string
  readonly digits: string
  /** `digits` without leading zeros. */
  readonly bare: string
  /** From the first digit to the last, if letters stand between, as a key; else empty. */
  readonly core: string
  /** The last group of digits, with or without leading zeros, if four digits long; else empty. */
  readonly lastFour: string
  /** RF, QR and Belgian references betray every wrong digit, so that no other number is read as a slip of theirs. */
  readonly selfChecking: boolean
  readonly items: Set<string>
}

/** Digits without leading zeros; of zeros alone, one. */
export const withoutZeros = (digits: string): string => {
  let at = 0
  while (at < digits.length - 1 && digits.charCodeAt(at) === 48) at += 1
  return at === 0 ? digits : digits.slice(at)
}

/** Letters and digits without the leading zeros of each group of digits. */
export const keyOf = (alnum: string): string => (leadsWithZero(alnum) ? alnum.replace(/(?<!\d)0+(?=\d)/g, '') : alnum)

/** Whether any group of digits has a leading zero; most have none, and asking costs less than replacing. */
const leadsWithZero = (alnum: string): boolean => {
  for (let at = alnum.indexOf('0'); at >= 0; at = alnum.indexOf('0', at + 1))
    if (at === 0 || kindOf(alnum.charCodeAt(at - 1)) !== digit) return true
  return false
}

/** The stretch from the first digit to the last, if letters stand between; else empty. */
export const coreOf = (alnum: string): { readonly start: number; readonly end: number } | undefined => {
  let start = 0
  while (start < alnum.length && kindOf(alnum.charCodeAt(start)) !== digit) start += 1
  let end = alnum.length
  while (end > start && kindOf(alnum.charCodeAt(end - 1)) !== digit) end -= 1
  for (let at = start; at < end; at += 1) if (kindOf(alnum.charCodeAt(at)) !== digit) return { start, end }
  return undefined
}

/**
 * The forms of an identifier; nothing if no letter or digit is in it, or more than 64 are.
 *
 * @param text - as the document, the order or the customer's own book has it
 */
export const identifierOf = (text: string): Identifier | undefined => {
  // Longer ones are refused anyway; a gap may stand between any two characters.
  if (text.length > 4 * longestIdentifier) return undefined
  const { chars } = normalText(text)
  const groups = chars.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const alnum = groups.join('')
  if (alnum === '' || alnum.length > longestIdentifier) return undefined
  const digits = alnum.replace(/\D+/g, '')
  const core = coreOf(alnum)
  return {
    alnum,
    key: keyOf(alnum),
    digits,
    bare: withoutZeros(digits),
    core: core === undefined ? '' : keyOf(alnum.slice(core.start, core.end)),
    lastFour: lastFourOf(groups),
    selfChecking: isValidRf(alnum) || isValidQrr(alnum) || (isValidOgm(alnum) && text.startsWith('+++')),
    items: new Set(),
  }
}

const lastFourOf = (groups: ReadonlyArray<string>): string => {
  const runs = groups.flatMap((group) => group.match(/\d+/g) ?? [])
  const last = runs.length < 2 ? '' : (runs.at(-1) as string)
  const shown = last.length === 4 ? last : withoutZeros(last)
  return shown.length === 4 ? shown : ''
}
