/**
 * Splitting an amount so that the parts always add up to it.
 */
import { invariant } from './invariant.js'
import { divideRounded, toSafe } from './rounding.js'

/**
 * Who takes the odd minor units: the parts that lost most by rounding down (`largest-remainder`), the
 * last part (instalments), or the part of the greatest weight, first among equals (tax groups).
 *
 * @category policies
 * @since 0.1.0
 */
export type ResidueRule = 'largest-remainder' | 'last' | 'largest'

/**
 * Split minor units in proportion to weights; the parts sum to the total, whatever the residue rule.
 *
 * @param weights - whole numbers >= 0, at least one above zero
 * @law allocation conserves the total, and no part has the wrong sign or passes its exact share by a minor unit or more under largest-remainder
 * @example
 * allocate(100_00, [1, 1, 1], 'last') // => [3333, 3333, 3334]
 * @category policies
 * @since 0.1.0
 */
export const allocate = (totalMinor: number, weights: ReadonlyArray<number>, residue: ResidueRule): Array<number> => {
  const sum = weights.reduce((so, weight) => so + BigInt(weight), 0n)
  invariant(sum > 0n && weights.every((weight) => weight >= 0), 'weights are not negative and not all zero')
  return residue === 'largest-remainder'
    ? byLargestRemainder(totalMinor, weights, sum)
    : roundedWithResidue(totalMinor, weights, sum, residue)
}

const byLargestRemainder = (totalMinor: number, weights: ReadonlyArray<number>, sum: bigint): Array<number> => {
  const sign = totalMinor < 0 ? -1 : 1
  const total = BigInt(Math.abs(totalMinor))
  const parts = weights.map((weight) => toSafe((total * BigInt(weight)) / sum))
  const left = Number(total - parts.reduce((so, part) => so + BigInt(part), 0n))
  const order = weights
    .map((weight, index) => ({ index, remainder: (total * BigInt(weight)) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts.map((part) => (part === 0 ? 0 : part * sign))
}

const roundedWithResidue = (
  totalMinor: number,
  weights: ReadonlyArray<number>,
  sum: bigint,
  residue: 'last' | 'largest',
): Array<number> => {
  const parts = weights.map((weight) => toSafe(divideRounded(BigInt(totalMinor) * BigInt(weight), sum)))
  const taker = residue === 'last' ? weights.length - 1 : weights.indexOf(Math.max(...weights))
  const others = parts.reduce((so, part, index) => (index === taker ? so : so + part), 0)
  parts[taker] = totalMinor - others
  return parts
}
