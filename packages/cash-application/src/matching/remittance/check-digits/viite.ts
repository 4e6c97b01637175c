/** Finnish viitenumero, also used in Estonia: weights 7, 3, 1 from the right, modulo 10; 4 to 20 digits in all. */

const weights = [7, 3, 1] as const

const checkOf = (body: string): number => {
  let sum = 0
  for (let back = 0; back < body.length; back += 1)
    sum += (body.charCodeAt(body.length - 1 - back) - 48) * (weights[back % 3] as number)
  return (10 - (sum % 10)) % 10
}

/**
 * Whether a reference is a Finnish viite. One random reference in ten is.
 *
 * @param reference - digits only, 4 to 20 of them, the check digit last
 * @law the viite catches every single wrong digit
 * @law the viite catches every swap of two neighbours but of digits five apart
 * @example
 * isValidViite('1234561') // => true
 * @category policies
 * @since 0.1.0
 */
export const isValidViite = (reference: string): boolean =>
  /^\d{4,20}$/.test(reference) && checkOf(reference.slice(0, -1)) === reference.charCodeAt(reference.length - 1) - 48

/**
 * The viite of a body of 3 to 19 digits; nothing for another body.
 *
 * @example
 * viiteOf('123456') // => '1234561'
 * @category policies
 * @since 0.1.0
 */
export const viiteOf = (body: string): string | undefined =>
  /^\d{3,19}$/.test(body) ? `${body}${checkOf(body)}` : undefined
