/** Sets of one to four items with an exact sum; a size of which there are too many sets to mean anything is left out. */
import { log2Centibits } from '../../solver/centibits.js'
import { kSum } from '../../solver/few-items.js'
import { type PreparedSums, prepareSums } from '../../solver/prepare-sums.js'
import type { SmallCardinality } from '../../solver/small-sets.js'

/** What a search found, and whether its budget ended before it did. @internal */
export interface SetsFound {
  readonly sizes: ReadonlyArray<SetsOfSize>
  readonly cut: 'budget' | undefined
}

/** Sets of one size, and how many of that size there are. @internal */
export interface SetsOfSize {
  readonly size: SmallCardinality
  readonly sets: ReadonlyArray<ReadonlyArray<number>>
  readonly membersCentibits: number
}

/** So many sets are looked at: a second one already shows that there is a choice. */
const most = 12

/** How far to search, and the amounts made ready if that is done already or worth keeping. @internal */
export interface SetsAsked {
  readonly membersMost: number
  readonly budget: number
  readonly sizeMost?: SmallCardinality
  readonly prepared?: () => PreparedSums
}

/** @internal */
export const setsBySize = (
  amounts: ReadonlyArray<number>,
  targetMinor: number,
  { membersMost, budget, sizeMost = 4, prepared = () => prepareSums(amounts) }: SetsAsked,
): SetsFound => {
  const sizes = countsOf(amounts.length, sizeMost).filter(({ membersCentibits }) => membersCentibits <= membersMost)
  const largest = sizes.at(-1)?.size
  if (largest === undefined) return { sizes: [], cut: undefined }
  // Of many items only single ones are looked at, and mostly none has the amount.
  if (largest === 1 && !amounts.includes(targetMinor)) return { sizes: [], cut: undefined }
  const window = { loMinor: targetMinor, hiMinor: targetMinor }
  const found = kSum(prepared(), [window], { maxCardinality: largest, cap: most, budget })
  return {
    sizes: sizes.map(({ size, membersCentibits }) => ({
      size,
      sets: found.sets.filter(({ cardinality }) => cardinality === size).map(({ indices }) => indices),
      membersCentibits,
    })),
    cut: found.exhaustive || found.sets.length === most ? undefined : 'budget',
  }
}

const countsOf = (
  count: number,
  sizeMost: SmallCardinality,
): ReadonlyArray<{ readonly size: SmallCardinality; readonly membersCentibits: number }> => {
  const sizes: Array<{ readonly size: SmallCardinality; readonly membersCentibits: number }> = []
  let sets = 1
  for (const size of [1, 2, 3, 4] as const) {
    if (size > sizeMost) break
    sets = (sets * (count - size + 1)) / size
    if (sets >= 1) sizes.push({ size, membersCentibits: log2Centibits(sets) })
  }
  return sizes
}
