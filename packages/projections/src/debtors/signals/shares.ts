/** Shares compared in whole numbers. */
import type { Decimal } from '@quittance/kernel'

/** A count in hundredths of a percent of one, exactly: numerator over 10^scale x 100. @internal */
export interface WeightedCount {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Whole ones, and others that count for so many percent of one. @internal */
export const weighted = (whole: number, partly: number, percent: Decimal): WeightedCount => {
  const denominator = 100n * 10n ** BigInt(percent.scale)
  return { numerator: BigInt(whole) * denominator + BigInt(partly) * BigInt(percent.unscaled), denominator }
}

/** Whether a count is at least so many percent of a total, inclusive. @internal */
export const reachesPercent = ({ numerator, denominator }: WeightedCount, total: number, percent: Decimal): boolean =>
  numerator * 100n * 10n ** BigInt(percent.scale) >= BigInt(total) * BigInt(percent.unscaled) * denominator
