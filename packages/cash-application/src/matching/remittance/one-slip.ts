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
  const more = longer.length - shorter.length
  if (more > 1) return false
  let start = 0
  while (start < shorter.length && shorter.charCodeAt(start) === longer.charCodeAt(start)) start += 1
  if (more === 1) return endAlike(shorter, start, longer, start + 1)
  if (start === shorter.length) return false
  if (endAlike(shorter, start + 1, longer, start + 1)) return true
  return (
    start + 1 < shorter.length &&
    shorter.charCodeAt(start) === longer.charCodeAt(start + 1) &&
    shorter.charCodeAt(start + 1) === longer.charCodeAt(start) &&
    endAlike(shorter, start + 2, longer, start + 2)
  )
}

/** Whether two texts are the same from these places on; as much is left of both. */
const endAlike = (one: string, from: number, other: string, otherFrom: number): boolean => {
  for (let at = from, otherAt = otherFrom; at < one.length; at += 1, otherAt += 1)
    if (one.charCodeAt(at) !== other.charCodeAt(otherAt)) return false
  return true
}
