/** Sets of one to four items with an exact sum; a size of which there are too many sets to mean anything is left out. */
import { log2Centibits } from '../../solver/centibits.js'
import { kSum } from '../../solver/few-items.js'
import { prepareSums } from '../../solver/prepare-sums.js'
import type { SmallCardinality } from '../../solver/small-sets.js'

/** Sets of one size, and how many of that size there are. @internal */
export interface SetsOfSize {
  readonly size: SmallCardinality
  readonly sets: ReadonlyArray<ReadonlyArray<number>>
  readonly membersCentibits: number
}

/** So many sets are looked at: a second one already shows that there is a choice. */
const most = 12

/** @internal */
export const setsBySize = (
  amounts: ReadonlyArray<number>,
  targetMinor: number,
  membersMost: number,
  budget: number,
): ReadonlyArray<SetsOfSize> => {
  const sizes = countsOf(amounts.length).filter(({ membersCentibits }) => membersCentibits <= membersMost)
  const largest = sizes.at(-1)?.size
  if (largest === undefined) return []
  const window = { loMinor: targetMinor, hiMinor: targetMinor }
  const found = kSum(prepareSums(amounts), [window], { maxCardinality: largest, cap: most, budget })
  return sizes.map(({ size, membersCentibits }) => ({
    size,
    sets: found.sets.filter(({ cardinality }) => cardinality === size).map(({ indices }) => indices),
    membersCentibits,
  }))
}

const countsOf = (
  count: number,
): ReadonlyArray<{ readonly size: SmallCardinality; readonly membersCentibits: number }> => {
  const sizes: Array<{ readonly size: SmallCardinality; readonly membersCentibits: number }> = []
  let sets = 1
  for (const size of [1, 2, 3, 4] as const) {
    sets = (sets * (count - size + 1)) / size
    if (sets >= 1) sizes.push({ size, membersCentibits: log2Centibits(sets) })
  }
  return sizes
}
