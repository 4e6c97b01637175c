/**
 * How many sets of a class would make the amount if it had nothing to do with them. A match from a class where
 * one coincidence is to be expected is worth nothing; where one in ten thousand is, nearly everything.
 */
import { equalAmong, equalSums, type Share } from './equal-sums.js'
import {
  aroundListed,
  aroundSmallSets,
  type NearbySums,
  roundSteps,
  type SumsAround,
  sumsAtFittingDistance,
} from './nearby-sums.js'
import { greatestDivisor } from './normalise.js'
import type { PreparedSums } from './prepare-sums.js'
import { countSets } from './set-counts.js'
import type { SmallCardinality } from './small-sets.js'

/**
 * A class of sets: exactly so many items, all but so many, or those whose sums are listed (each set once).
 *
 * @category model
 * @since 0.1.0
 */
export type SumClass =
  | { readonly _tag: 'Exactly'; readonly cardinality: SmallCardinality }
  | { readonly _tag: 'AllBut'; readonly leftOut: SmallCardinality }
  | { readonly _tag: 'Listed'; readonly sums: readonly number[] }

/**
 * Matches to be expected by chance, as a fraction: `numerator / denominator`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Coincidences {
  /** The sums found near the amount, and one more, times how much the amount's endings favour it. */
  readonly numerator: bigint
  /** The places near the amount on which a sum can fall. */
  readonly denominator: bigint
  /** Which of the two estimates was the greater: the sums near the amount, or how often sums are equal. */
  readonly by: 'nearby-sums' | 'equal-sums'
  /** Sets of the class. */
  readonly members: bigint
}

/**
 * Count the coincidences to be expected, rather too many than too few: the greater of two estimates.
 *
 * The first counts the sums of the class near the amount, one more, by the places they can fall on; times how much more
 * often they end like the amount (in cents, in five units, in ten and so on) than even spread would have it. The
 * second multiplies the members of the class with how often two sets of the account's items are equal. Whole numbers
 * throughout.
 *
 * @param targetMinor - the amount paid
 * @returns undefined for a class too large to count, which would be no evidence anyway, and for sums beyond 2^53
 * @law expected coincidences are a positive fraction, and zero only for a class without members
 * @law scaling amounts and payment leaves the sums nearby as dense
 * @category decisions
 * @since 0.1.0
 */
export const coincidences = (
  prepared: PreparedSums,
  sumClass: SumClass,
  targetMinor: number,
): Coincidences | undefined => {
  if (!prepared.inRange) return undefined
  switch (sumClass._tag) {
    case 'Exactly':
      return ofSmallSets(prepared, sumClass.cardinality, targetMinor, targetMinor)
    case 'AllBut':
      return ofSmallSets(prepared, sumClass.leftOut, prepared.totalMinor - targetMinor, targetMinor)
    case 'Listed':
      return ofListed(sumClass.sums, targetMinor)
  }
}

const ofSmallSets = (
  prepared: PreparedSums,
  cardinality: SmallCardinality,
  soughtMinor: number,
  targetMinor: number,
): Coincidences | undefined => {
  const { values, divisor } = prepared
  const members = countSets(prepared, cardinality)
  if (members === 0n) return none
  const around = aroundSmallSets(prepared, cardinality, soughtMinor)
  if (around === undefined) return undefined
  const spread = cardinality * ((values.at(-1) ?? 0) - (values[0] ?? 0))
  const { singles, pairs } = equalSums(prepared)
  return greater(
    members,
    fromNearby(around, { targetMinor, divisor, spread, members }),
    cardinality === 1 ? singles : pairs,
  )
}

const ofListed = (sums: readonly number[], targetMinor: number): Coincidences => {
  if (sums.length === 0) return none
  const sorted = Float64Array.from(sums).sort()
  const divisor = sums.reduce(greatestDivisor, 0) || 1
  const spread = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  const members = BigInt(sums.length)
  return greater(
    members,
    fromNearby(aroundListed(sums, targetMinor), { targetMinor, divisor, spread, members }),
    equalAmong(sorted),
  )
}

const none: Coincidences = { numerator: 0n, denominator: 1n, by: 'nearby-sums', members: 0n }

interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

/** Sums found nearby that a first guess at the distance aims at. */
const aimedAt = 300n

const fromNearby = (
  around: SumsAround,
  of: { readonly targetMinor: number; readonly divisor: number; readonly spread: number; readonly members: bigint },
): Fraction => {
  const { divisor } = of
  const most = Math.max(Math.floor(Math.abs(of.targetMinor) / 2 / divisor), 1) * divisor
  const first = Number((BigInt(Math.floor(of.spread / divisor)) * aimedAt) / of.members) * divisor
  const nearby = sumsAtFittingDistance(around, { first, least: divisor, most })
  const density = { over: BigInt(nearby.count) + 1n, under: BigInt((2 * nearby.distance) / divisor) }
  return times(density, endingsFactor(nearby, divisor))
}

/** How much more often the sums nearby end like the amount than evenly spread ones would; never less than one. */
const endingsFactor = ({ count, alike }: NearbySums, divisor: number): Fraction =>
  roundSteps.reduce<Fraction>(
    (greatest, step, at) => {
      const endings = step / greatestDivisor(step, divisor)
      const factor = { over: BigInt((alike[at] as number) + 1) * BigInt(endings), under: BigInt(count + endings) }
      return isGreater(factor, greatest) ? factor : greatest
    },
    { over: 1n, under: 1n },
  )

const greater = (members: bigint, nearby: Fraction, { part, whole }: Share): Coincidences => {
  const equal = { over: members * part, under: whole === 0n ? 1n : whole }
  return isGreater(equal, nearby)
    ? { numerator: equal.over, denominator: equal.under, by: 'equal-sums', members }
    : { numerator: nearby.over, denominator: nearby.under, by: 'nearby-sums', members }
}

const times = (one: Fraction, other: Fraction): Fraction => ({
  over: one.over * other.over,
  under: one.under * other.under,
})

const isGreater = (one: Fraction, other: Fraction): boolean => one.over * other.under > other.over * one.under
