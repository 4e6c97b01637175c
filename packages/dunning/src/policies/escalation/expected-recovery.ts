/**
 * What an overdue amount may still bring, by its age: a table somebody surveyed, with its source, to compare costs
 * with. Figures differ between surveys and years; it is an input, not a truth.
 */
import { type Decimal, percentOf } from '@quittance/kernel'

/** The share that was still collected at an age, as a range, for surveys differ. @category policies @since 0.1.0 */
export interface RecoveryPoint {
  readonly months: number
  readonly lowPercent: Decimal
  readonly highPercent: Decimal
}

/** Shares by age, the youngest first. @category policies @since 0.1.0 */
export interface RecoveryTable {
  readonly id: string
  readonly version: number
  readonly source: string
  readonly points: ReadonlyArray<RecoveryPoint>
}

const percent = (unscaled: number): Decimal => ({ unscaled, scale: 0 })

/** The survey figures that R-108 quotes. @category policies @since 0.1.0 */
export const surveyedRecovery: RecoveryTable = {
  id: 'surveyed-recovery',
  version: 1,
  source: 'Surveys of commercial collection agencies, as quoted in R-108; the figures differ between them',
  points: [
    { months: 3, lowPercent: percent(73), highPercent: percent(73) },
    { months: 6, lowPercent: percent(50), highPercent: percent(54) },
    { months: 12, lowPercent: percent(25), highPercent: percent(26) },
    { months: 24, lowPercent: percent(10), highPercent: percent(10) },
  ],
}

/** What may come in, at least and at most by the table, and from which point of it. @category model @since 0.1.0 */
export interface ExpectedRecovery {
  readonly lowMinor: number
  readonly highMinor: number
  /** The age in months that the table was read at. */
  readonly atMonths: number
}

/**
 * What an amount of an age may still bring: the figures of the first point not younger than it, so never too much hope;
 * beyond the last point its figures. Nothing from an empty table.
 *
 * @param months - full months past due
 * @law an older debt is never expected to bring more
 * @example
 * expectedRecovery(1000_00, 4, surveyedRecovery) // => { lowMinor: 50000, highMinor: 54000, atMonths: 6 }
 * @category policies
 * @since 0.1.0
 */
export const expectedRecovery = (
  openMinor: number,
  months: number,
  { points }: RecoveryTable,
): ExpectedRecovery | undefined => {
  const point = points.find((one) => months <= one.months) ?? points.at(-1)
  return point === undefined
    ? undefined
    : {
        lowMinor: percentOf(openMinor, point.lowPercent),
        highMinor: percentOf(openMinor, point.highPercent),
        atMonths: point.months,
      }
}
