/** How often promises were kept, and how much of what was promised. */
import { type Fraction, fraction } from '@quittance/kernel'
import { promiseRates, type RatedPromise } from '@quittance/promises-to-pay'

/** The rates over the promises on which there is a verdict; `null` where there is none. @category projections @since 0.1.0 */
export interface KeptRates {
  /** Promises with a verdict: kept, partly kept or broken. */
  readonly judged: number
  readonly byCount: Fraction | null
  readonly byAmount: Fraction | null
}

/**
 * Kept rate by count = kept / (kept + partly kept + broken); by amount = what came in time, at most what was promised,
 * over what was promised. Open, void, withdrawn and replaced promises are left out. One currency.
 *
 * @law replacing a broken promise never raises the kept rate
 * @category projections
 * @since 0.1.0
 */
export const keptRates = (promises: ReadonlyArray<RatedPromise>): KeptRates => {
  const { kept, partlyKept, broken, keptMinor, promisedMinor } = promiseRates(
    promises.map((one) => ({ ...one, keptMinor: Math.min(one.keptMinor, one.promisedMinor) })),
  )
  const judged = kept + partlyKept + broken
  return { judged, byCount: fraction(kept, judged), byAmount: fraction(keptMinor, promisedMinor) }
}
