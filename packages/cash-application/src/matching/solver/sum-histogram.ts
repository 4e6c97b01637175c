/**
 * About how many sets make about which sum. Counting in a few wide buckets costs next to nothing and tells which way
 * of searching is the cheapest; no answer is ever read off it.
 */

/** Buckets up to the upper end of the window. */
const buckets = 128

/**
 * How many sets, at most about, stay within the upper end, added up after each value; infinite as soon as a value
 * leads to more than the limit.
 *
 * Values are rounded down to buckets, so sets near the end are counted in rather than out.
 *
 * @param most - the upper end, above zero
 * @category policies
 * @since 0.1.0
 */
export const setsWithin = (
  values: readonly number[],
  copies: readonly number[],
  most: number,
  limit: number,
): { readonly last: number; readonly together: number } => {
  const counts = new Float64Array(buckets + 1)
  counts[0] = 1
  let last = 1
  let together = 1
  for (const [at, value] of values.entries()) {
    const move = Math.floor((value * buckets) / most)
    last = addCopies(counts, Math.min(move, buckets + 1), copies[at] as number)
    together += last
    if (last > limit) return { last: Infinity, together: Infinity }
  }
  return { last, together }
}

/** Each bucket takes in what lies so many moves below it; gives the number of sets in all. */
const addCopies = (counts: Float64Array, move: number, copies: number): number => {
  let total = 0
  for (let bucket = buckets; bucket >= 0; bucket -= 1) {
    let sets = counts[bucket] as number
    if (move === 0) sets *= copies + 1
    else
      for (let from = bucket - move, left = copies; from >= 0 && left > 0; from -= move, left -= 1)
        sets += counts[from] as number
    counts[bucket] = sets
    total += sets
  }
  return total
}
