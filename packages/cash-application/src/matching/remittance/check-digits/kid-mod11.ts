/** Norwegian KID, modulo 11: weights 2 to 7 from the right, over and over; a check of ten is written as a hyphen. */

const checkOf = (body: string): string => {
  let sum = 0
  let weight = 2
  for (let at = body.length - 1; at >= 0; at -= 1) {
    sum += (body.charCodeAt(at) - 48) * weight
    weight = weight === 7 ? 2 : weight + 1
  }
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? '-' : String(check)
}

/**
 * Whether a reference ends in its modulo 11 check character. One random reference in eleven does.
 *
 * @param reference - digits, at least two; the last may be a hyphen
 * @law modulo 11 catches every single wrong digit
 * @law modulo 11 catches every swap of neighbours and of digits two apart
 * @example
 * isValidKidMod11('1234560000') // => false
 * @category policies
 * @since 0.1.0
 */
export const isValidKidMod11 = (reference: string): boolean =>
  /^\d+[\d-]$/.test(reference) && checkOf(reference.slice(0, -1)) === reference.slice(-1)

/**
 * The body with its modulo 11 check character behind it; nothing if the body is not digits.
 *
 * @example
 * kidMod11Of('1234567') // => '12345674'
 * @category policies
 * @since 0.1.0
 */
export const kidMod11Of = (body: string): string | undefined =>
  /^\d+$/.test(body) ? `${body}${checkOf(body)}` : undefined
