/**
 * Splits the values of a problem into groups that make about as many sets each.
 */
import { log2Centibits } from './centibits.js'

/**
 * Places of the values in so many groups, the larger values first within each; values with many copies are dealt out
 * first, so that the others can even out.
 *
 * @category policies
 * @since 0.1.0
 */
export const balancedGroups = (copies: Int32Array, howMany: number): readonly (readonly number[])[] => {
  const groups = Array.from({ length: howMany }, (): number[] => [])
  const bits = new Float64Array(howMany)
  const deal = (at: number): void => {
    let least = 0
    for (let group = 1; group < howMany; group += 1)
      if ((bits[group] as number) < (bits[least] as number)) least = group
    groups[least]?.push(at)
    bits[least] = (bits[least] as number) + log2Centibits((copies[at] as number) + 1)
  }
  const several: number[] = []
  for (let at = copies.length - 1; at >= 0; at -= 1) if ((copies[at] as number) > 1) several.push(at)
  several.sort((one, other) => (copies[other] as number) - (copies[one] as number) || other - one)
  for (const at of several) deal(at)
  for (let at = copies.length - 1; at >= 0; at -= 1) if (copies[at] === 1) deal(at)
  for (const group of groups) group.sort((one, other) => other - one)
  return groups
}
