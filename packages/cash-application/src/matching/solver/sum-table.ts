/**
 * A table of sums for one round of the four-list search: open addressing in typed arrays, emptied by counting up a
 * stamp. A sum is kept twice at most, because two solutions end the search.
 */

/** Sums and where they come from. @category model @since 0.1.0 */
export interface SumTable {
  keys: Float64Array
  /** Where the sum comes from: a number the caller chose. */
  origins: Int32Array
  stamps: Int32Array
  stamp: number
  count: number
}

/** An empty table. @param expected - sums that are likely to be in it at once @category policies @since 0.1.0 */
export const sumTable = (expected: number): SumTable => {
  let size = 64
  while (size < expected * 2) size *= 2
  return { ...room(size), stamp: 1, count: 0 }
}

const room = (size: number): Pick<SumTable, 'keys' | 'origins' | 'stamps'> => ({
  keys: new Float64Array(size),
  origins: new Int32Array(size),
  stamps: new Int32Array(size),
})

/** Forget all sums. @category policies @since 0.1.0 */
export const emptyTable = (table: SumTable): void => {
  table.stamp += 1
  table.count = 0
}

/** The bits of a whole number below 2^53, mixed; the table's size is a power of two. */
const slotOf = (sum: number, mask: number): number => {
  const mixed = Math.imul((sum | 0) ^ Math.imul((sum / 0x1_0000_0000) | 0, 0x85ebca6b), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & mask
}

/** Keep a sum, unless it is there twice already. @category policies @since 0.1.0 */
export const addSum = (table: SumTable, sum: number, origin: number): void => {
  if (table.count * 2 >= table.keys.length) grow(table)
  const { keys, origins, stamps, stamp } = table
  const mask = keys.length - 1
  let slot = slotOf(sum, mask)
  let seen = 0
  while (stamps[slot] === stamp) {
    if (keys[slot] === sum && (seen += 1) === 2) return
    slot = (slot + 1) & mask
  }
  keys[slot] = sum
  origins[slot] = origin
  stamps[slot] = stamp
  table.count += 1
}

/** The slot of a sum at or after a slot, or -1; ask with -1 for the first one. @category policies @since 0.1.0 */
export const nextSlot = ({ keys, stamps, stamp }: SumTable, sum: number, after: number): number => {
  const mask = keys.length - 1
  let slot = after < 0 ? slotOf(sum, mask) : (after + 1) & mask
  while (stamps[slot] === stamp) {
    if (keys[slot] === sum) return slot
    slot = (slot + 1) & mask
  }
  return -1
}

const grow = (table: SumTable): void => {
  const { keys, origins, stamps, stamp } = table
  Object.assign(table, room(keys.length * 2), { stamp: 1, count: 0 })
  for (let slot = 0; slot < keys.length; slot += 1)
    if (stamps[slot] === stamp) addSum(table, keys[slot] as number, origins[slot] as number)
}
