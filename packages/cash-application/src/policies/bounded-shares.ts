/**
 * Splitting an amount over things that are each only so large.
 */
import { allocate } from '@quittance/kernel'

/**
 * Shares in proportion to sizes; the odd minor units go to the largest. Where a few minor units over many sizes
 * would so make a share negative or larger than its size, they go to the shares that lost most by rounding.
 *
 * @param totalMinor - from 0 up to the sum of the sizes
 * @param sizes - whole numbers >= 0, at least one above zero
 * @law no share is negative or larger than its size, and the shares add up to the total
 * @example
 * boundedShares(2, [1, 1, 1, 1]) // => [1, 1, 0, 0]
 * @category policies
 * @since 0.1.0
 */
export const boundedShares = (totalMinor: number, sizes: ReadonlyArray<number>): ReadonlyArray<number> => {
  const shares = allocate(totalMinor, sizes, 'largest')
  const fit = shares.every((share, index) => share >= 0 && share <= (sizes[index] ?? 0))
  return fit ? shares : allocate(totalMinor, sizes, 'largest-remainder')
}
