/**
 * The two times of every question: the business day it is about, and what was known when it is asked.
 */
import type { Instant, LocalDate } from '@quittance/kernel'

/** `asOf` counts facts effective on or before the day, `knownAt` facts recorded at or before the instant; both inclusive. @category projections @since 0.1.0 */
export interface PointInTime {
  readonly asOf: LocalDate
  readonly knownAt: Instant
}
