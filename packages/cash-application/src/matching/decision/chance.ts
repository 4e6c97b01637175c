/**
 * How likely a payment that has nothing to do with any of the found explanations has this very amount. The
 * smooth density of amounts, one in 9.2 times the amount for each minor unit, raised where people round.
 */
import { log2RatioCentibits } from '../solver/centibits.js'

/** Shares of amounts that are whole multiples, in percent. */
const lumps: ReadonlyArray<readonly [multiple: number, percent: number]> = [
  [100, 25],
  [1_000, 20],
  [10_000, 20],
  [100_000, 10],
]

/** Centibits of the chance; below zero. @category policies @since 0.1.0 */
export const chanceOfAmount = (amountMinor: number): number => {
  const spread = 92n * BigInt(Math.max(amountMinor, 1))
  let best = log2RatioCentibits(10n, spread)
  for (const [multiple, percent] of lumps)
    if (amountMinor % multiple === 0)
      best = Math.max(best, log2RatioCentibits(10n * BigInt(multiple) * BigInt(percent), spread * 100n))
  return Math.min(best, 0)
}
