/** ISO 11649 creditor reference: `RF`, two check digits, then 1 to 21 letters and digits, modulo 97-10 (ISO 7064). */

/** The remainder of the characters read as one number, letters as 10 to 35. */
const remainderOf = (characters: string): number => {
  let remainder = 0
  for (let at = 0; at < characters.length; at += 1) {
    const code = characters.charCodeAt(at)
    remainder = code < 58 ? (remainder * 10 + code - 48) % 97 : (remainder * 100 + code - 55) % 97
  }
  return remainder
}

const checkOf = (body: string): string => String(98 - remainderOf(`${body}RF00`)).padStart(2, '0')

/**
 * Whether a reference is an ISO 11649 creditor reference. About one random reference in a hundred is. The check
 * digits must be those that `rfOf` gives (02 to 98), so that 00, 01 and 99 are no second spelling.
 *
 * @param reference - upper case, without the printed blanks
 * @law the creditor reference catches every single wrong digit or letter
 * @law the creditor reference catches every swap of two digits or two letters, next to each other or two apart
 * @example
 * isValidRf('RF18539007547034') // => true
 * @category policies
 * @since 0.1.0
 */
export const isValidRf = (reference: string): boolean =>
  /^RF\d{2}[0-9A-Z]{1,21}$/.test(reference) && checkOf(reference.slice(4)) === reference.slice(2, 4)

/**
 * The creditor reference of a body of 1 to 21 upper-case letters and digits; nothing for another body.
 *
 * @example
 * rfOf('539007547034') // => 'RF18539007547034'
 * @category policies
 * @since 0.1.0
 */
export const rfOf = (body: string): string | undefined =>
  /^[0-9A-Z]{1,21}$/.test(body) ? `RF${checkOf(body)}${body}` : undefined
