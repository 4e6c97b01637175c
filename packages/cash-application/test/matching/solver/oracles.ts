/** Slow and plain ways to the same answers: every combination looked at, or one byte for every sum. */
import type { SumWindow, SumWitness } from '../../../src/index.js'

/** Charges and credits of one size: how many more charges than credits may be taken, from least to most. */
interface Size {
  readonly size: number
  readonly least: number
  readonly most: number
}

const sizesOf = (items: readonly number[]): readonly Size[] =>
  [...new Set(items.map(Math.abs))]
    .filter((size) => size > 0)
    .sort((one, other) => one - other)
    .map((size) => ({
      size,
      least: 0 - items.filter((item) => item === 0 - size).length,
      most: items.filter((item) => item === size).length,
    }))

/** A set told apart by amounts, an item and its exact opposite cancelled: `30x2 50x-1`. */
export const nameOf = (amounts: readonly number[]): string =>
  sizesOf(amounts)
    .map(({ size, least, most }) => ({ size, net: least + most }))
    .filter(({ net }) => net !== 0)
    .map(({ size, net }) => `${size}x${net}`)
    .join(' ')

export const amountsOf = (items: readonly number[], { indices }: Pick<SumWitness, 'indices'>): readonly number[] =>
  indices.map((at) => items[at] ?? Number.NaN)

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((so, one) => so + one, 0)

export const within = (sum: number, { loMinor, hiMinor }: SumWindow): boolean => loMinor <= sum && sum <= hiMinor

/** The names of all sets that make a sum of the window, by looking at every one. */
export const everySetWithin = (items: readonly number[], window: SumWindow): readonly string[] => {
  let partial: { readonly sum: number; readonly name: readonly string[] }[] = [{ sum: 0, name: [] }]
  for (const { size, least, most } of sizesOf(items))
    partial = partial.flatMap(({ sum, name }) =>
      Array.from({ length: most - least + 1 }, (_, at) => least + at).map((net) => ({
        sum: sum + net * size,
        name: net === 0 ? name : [...name, `${size}x${net}`],
      })),
    )
  return partial.filter(({ sum }) => within(sum, window)).map(({ name }) => name.join(' '))
}

/** How many sets make a sum of the window, 2 for more, by counting ways sum by sum. */
export const waysWithin = (items: readonly number[], window: SumWindow): number => {
  const sizes = sizesOf(items)
  const floor = sizes.reduce((so, { size, least }) => so + size * least, 0)
  const span = sizes.reduce((so, { size, least, most }) => so + size * (most - least), 0)
  let ways = new Uint8Array(span + 1)
  ways[0] = 1
  for (const { size, least, most } of sizes) {
    const next = new Uint8Array(span + 1)
    for (let count = 0; count <= most - least; count += 1)
      for (let sum = count * size; sum <= span; sum += 1)
        next[sum] = Math.min(2, (next[sum] ?? 0) + (ways[sum - count * size] ?? 0))
    ways = next
  }
  let found = 0
  for (let sum = window.loMinor; sum <= window.hiMinor; sum += 1) found += ways[sum - floor] ?? 0
  return Math.min(found, 2)
}

/** All choices of exactly so many places, for small lists. */
export const choicesOf = (places: number, count: number, from = 0): readonly (readonly number[])[] =>
  count === 0
    ? [[]]
    : Array.from({ length: Math.max(0, places - from) }, (_, at) => from + at).flatMap((first) =>
        choicesOf(places, count - 1, first + 1).map((rest) => [first, ...rest]),
      )
