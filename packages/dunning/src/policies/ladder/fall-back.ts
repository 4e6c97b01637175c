/** Levels that too little money stands behind. */
import { compareDecimals, type CurrencyCode, type Decimal, multiplyDecimals, sumMinor } from '@quittance/kernel'
import type { LadderStep } from '../../dunning-policy.js'

/** An ask at the step whose turn it is. @category policies @since 0.1.0 */
export interface AskAtStep {
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly step: LadderStep
  /** The level that the item has reached, 0 for none. */
  readonly reached: number
}

/**
 * The step of each ask once minimums are heeded, from the highest step down: where what is asked at a step comes
 * to less than the step's minimum amount, or to a smaller share of all that is open than its minimum percent, these
 * asks fall back to the step below, and count there. An ask that would fall back to a level it has reached already
 * has no step.
 *
 * @param openMinor - all that is open in a currency, due or not
 * @law a minimum never raises a level
 * @category policies
 * @since 0.1.0
 */
export const fallBack = (
  asks: ReadonlyArray<AskAtStep>,
  steps: ReadonlyArray<LadderStep>,
  openMinor: (currency: CurrencyCode) => number,
): ReadonlyArray<LadderStep | undefined> => {
  const found: Array<LadderStep | undefined> = asks.map(({ step }) => step)
  const fromHighest = [...steps].sort((a, b) => b.level - a.level)
  for (const [place, step] of fromHighest.entries())
    for (const currency of new Set(asks.map((ask) => ask.currency))) {
      const here = asks.flatMap((ask, index) =>
        ask.currency === currency && found[index]?.level === step.level ? [{ ...ask, index }] : [],
      )
      if (meetsMinimums(sumMinor(here.map(({ amountMinor }) => amountMinor)), step, currency, openMinor(currency)))
        continue
      const below = fromHighest[place + 1]
      for (const { index, reached } of here)
        found[index] = below !== undefined && below.level > reached ? below : undefined
    }
  return found
}

/**
 * Whether what is asked at a step is enough for it: the minimum amount of its currency and the minimum percent of
 * all that is open, both where both are set, inclusive.
 *
 * @example
 * meetsMinimums(50_00, { minimums: [money('EUR', 50_00)], minimumPercent: decimal('10') }, 'EUR', 500_01) // => false
 * @category policies
 * @since 0.1.0
 */
export const meetsMinimums = (
  askedMinor: number,
  { minimums = [], minimumPercent }: Pick<LadderStep, 'minimums' | 'minimumPercent'>,
  currency: CurrencyCode,
  openMinor: number,
): boolean =>
  minimums.every((minimum) => minimum.currency !== currency || askedMinor >= minimum.minor) &&
  (minimumPercent === undefined || isShare(askedMinor, minimumPercent, openMinor))

const isShare = (partMinor: number, percent: Decimal, wholeMinor: number): boolean => {
  const wanted = multiplyDecimals([percent, { unscaled: wholeMinor, scale: 0 }], percent.scale)
  return compareDecimals({ unscaled: partMinor * 100, scale: 0 }, wanted) >= 0
}
