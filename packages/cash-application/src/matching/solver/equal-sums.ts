/**
 * How often two sets of items have the same sum by chance, counted among single items and among pairs of them. Where
 * amounts come from a price list this is far more often than their spread suggests.
 */
import type { PreparedSums } from './prepare-sums.js'

/** A share as two whole numbers. @category model @since 0.1.0 */
export interface Share {
  readonly part: bigint
  readonly whole: bigint
}

/** How often sums are equal: among couples of single items, and among couples of pairs of items. @category model @since 0.1.0 */
export interface EqualSums {
  readonly singles: Share
  readonly pairs: Share
}

/** Most items of which all pairs are made; of more, that many evenly spread by amount. */
const mostPaired = 256

const known = new WeakMap<PreparedSums, EqualSums>()

/** Count equal sums; kept as long as the prepared items are. @category policies @since 0.1.0 */
export const equalSums = (prepared: PreparedSums): EqualSums => {
  const found = known.get(prepared) ?? counted(prepared)
  known.set(prepared, found)
  return found
}

const counted = ({ values, copies }: PreparedSums): EqualSums => {
  const all = Float64Array.from(
    Array.from(values).flatMap((value, at) => Array.from({ length: copies[at] ?? 0 }, () => value)),
  )
  const step = Math.max(1, Math.ceil(all.length / mostPaired))
  const some = all.filter((_, at) => at % step === 0)
  const sums = new Float64Array((some.length * (some.length - 1)) / 2)
  let at = 0
  for (let one = 0; one < some.length; one += 1)
    for (let two = one + 1; two < some.length; two += 1) sums[at++] = (some[one] as number) + (some[two] as number)
  return { singles: equalAmong(all), pairs: equalAmong(sums.sort()) }
}

/** The share of couples that are equal in a list in order. @category policies @since 0.1.0 */
export const equalAmong = (sorted: Float64Array): Share => {
  let part = 0
  let from = 0
  for (let at = 1; at <= sorted.length; at += 1) {
    if (at < sorted.length && sorted[at] === sorted[from]) continue
    part += ((at - from) * (at - from - 1)) / 2
    from = at
  }
  return { part: BigInt(part), whole: (BigInt(sorted.length) * BigInt(sorted.length - 1)) / 2n }
}
