/**
 * How many sets of so many items there are, told apart by amounts.
 */
import type { PreparedSums } from './prepare-sums.js'

/**
 * The number of sets that a search for exactly so many items looks through.
 *
 * @law the number of sets is that of looking at every choice
 * @example
 * countSets(prepareSums([100, 100, 250]), 2) // => 2n
 * @category policies
 * @since 0.1.0
 */
export const countSets = ({ values, copies, opposites }: PreparedSums, cardinality: number): bigint => {
  let sets: readonly bigint[] = Array.from({ length: cardinality + 1 }, (_, size) => (size === 0 ? 1n : 0n))
  for (let at = 0; at < values.length; at += 1) {
    const opposite = opposites[at] as number
    // An amount and its opposite are never in one set, so they share a turn: some of the one or some of the other.
    if (opposite >= 0 && opposite < at) continue
    const choices = [copies[at] as number, opposite < 0 ? 0 : (copies[opposite] as number)]
    sets = sets.map((none, size) => {
      let so = none
      for (const most of choices)
        for (let count = 1; count <= Math.min(most, size); count += 1) so += sets[size - count] as bigint
      return so
    })
  }
  return sets[cardinality] ?? 0n
}
