/** Belgian structured message (OGM, VCS): ten digits and their remainder modulo 97, where 0 is written 97. */

const checkOf = (body: string): string => String(Number(body) % 97 || 97).padStart(2, '0')

/**
 * Whether a reference is a Belgian structured message. One random number of twelve digits in a hundred is.
 *
 * @param reference - exactly twelve digits, without the printed `+++` and slashes
 * @law the structured message catches every single wrong digit
 * @law the structured message catches every swap of neighbours and of digits two apart
 * @example
 * isValidOgm('010806817183') // => true
 * @category policies
 * @since 0.1.0
 */
export const isValidOgm = (reference: string): boolean =>
  /^\d{12}$/.test(reference) && checkOf(reference.slice(0, 10)) === reference.slice(10)

/**
 * The structured message of a body of 1 to 10 digits, filled with zeros from the left; nothing for another body.
 *
 * @example
 * ogmOf('108068171') // => '010806817183'
 * @category policies
 * @since 0.1.0
 */
export const ogmOf = (body: string): string | undefined => {
  if (!/^\d{1,10}$/.test(body)) return undefined
  const full = body.padStart(10, '0')
  return `${full}${checkOf(full)}`
}
