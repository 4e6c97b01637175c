/**
 * Luhn, modulo 10: the check digit of Norwegian KID (mod 10), Swedish OCR and Danish FIK references, and of many
 * sellers' own invoice numbers.
 */

/** The check digit of a body of digits, 0 to 9. */
const checkOf = (body: string): number => {
  let sum = 0
  let doubled = true
  for (let at = body.length - 1; at >= 0; at -= 1) {
    const digit = body.charCodeAt(at) - 48
    const weighed = doubled ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
    doubled = !doubled
  }
  return (10 - (sum % 10)) % 10
}

/**
 * Whether a reference of digits ends in its Luhn check digit. One random reference in ten does.
 *
 * @param reference - digits only, at least two
 * @law Luhn catches every single wrong digit
 * @law Luhn catches every swap of two neighbours but 0 and 9
 * @example
 * isValidLuhn('79927398713') // => true
 * @category policies
 * @since 0.1.0
 */
export const isValidLuhn = (reference: string): boolean =>
  /^\d{2,}$/.test(reference) && checkOf(reference.slice(0, -1)) === reference.charCodeAt(reference.length - 1) - 48

/**
 * The body with its Luhn check digit behind it; nothing if the body is not digits.
 *
 * @example
 * luhnOf('7992739871') // => '79927398713'
 * @category policies
 * @since 0.1.0
 */
export const luhnOf = (body: string): string | undefined => (/^\d+$/.test(body) ? `${body}${checkOf(body)}` : undefined)
