/** How the share of past due that we caused ourselves moves from month to month. */
import type { LocalDate } from '@quittance/kernel'
import type { UpstreamShare } from '../../disputes/upstream-share.js'
import type { PointInTime } from '../../point-in-time.js'
import type { CauseRules } from '../cause-rules.js'
import { type CauseBooks, type CauseQuestion, rootCauses } from '../root-causes.js'
import { monthEnds } from './month-ends.js'

/** The share at one day. @category projections @since 0.1.0 */
export interface TrendPoint {
  readonly on: LocalDate
  readonly currencies: ReadonlyArray<{ readonly currency: string; readonly share: UpstreamShare }>
}

/**
 * The share at every month end from a day on, and at the day asked for, all by what is known at `at.knownAt`: with what is known today, March is judged as March
 * was and not as it looked then.
 *
 * @law the last point of a trend is the report itself
 * @category projections
 * @since 0.1.0
 */
export const upstreamTrend = (
  books: CauseBooks,
  at: PointInTime,
  rules: CauseRules,
  { from, functions }: { readonly from: LocalDate } & Pick<CauseQuestion, 'functions'>,
): ReadonlyArray<TrendPoint> =>
  monthEnds(from, at.asOf).map((on) => {
    const question = functions === undefined ? {} : { functions }
    return { on, currencies: rootCauses(books, { ...at, asOf: on }, rules, question).currencies }
  })
