/** The slips of a hand that types: one digit wrong, lost, added, or two neighbours swapped. */

/**
 * Whether two texts are exactly one slip apart (optimal string alignment distance 1).
 *
 * @law one slip apart is a distance of one by the full table
 * @example
 * [isOneSlip('1930567021', '1930567201'), isOneSlip('123', '123')] // => [true, false]
 * @category policies
 * @since 0.1.0
 */
export const isOneSlip = (one: string, other: string): boolean => {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  if (longer.length - shorter.length > 1) return false
  let start = 0
  while (start < shorter.length && shorter.charCodeAt(start) === longer.charCodeAt(start)) start += 1
  if (shorter.length < longer.length) return shorter.slice(start) === longer.slice(start + 1)
  if (start === shorter.length) return false
  if (shorter.slice(start + 1) === longer.slice(start + 1)) return true
  return (
    start + 1 < shorter.length &&
    shorter.charCodeAt(start) === longer.charCodeAt(start + 1) &&
    shorter.charCodeAt(start + 1) === longer.charCodeAt(start) &&
    shorter.slice(start + 2) === longer.slice(start + 2)
  )
}
