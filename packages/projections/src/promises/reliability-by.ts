/** How far promises can be trusted, by who made them, who took them, how, and when. */
import { promiseReliability, type ReliabilityRow } from '@quittance/promises-to-pay'
import type { PromiseAt } from './account-promises.js'

/** What promises are grouped by; a month is that of the promised day. @category projections @since 0.1.0 */
export type ReliabilityGrouping = 'customer' | 'collector' | 'channel' | 'month'

/** Rates of a group in one currency. @category projections @since 0.1.0 */
export interface ReliabilityAt extends ReliabilityRow {
  readonly currency: string
}

const groupOf: Readonly<Record<ReliabilityGrouping, (promise: PromiseAt) => string | undefined>> = {
  customer: ({ customer }) => customer,
  collector: ({ takenBy }) => takenBy,
  channel: ({ channel }) => channel,
  month: ({ dueOn }) => dueOn.slice(0, 7),
}

/**
 * The rates by a grouping, sorted by currency and group; currencies are never added.
 *
 * @law the groups of a currency add up to all of it
 * @category projections
 * @since 0.1.0
 */
export const reliabilityBy = (
  promises: ReadonlyArray<PromiseAt>,
  grouping: ReliabilityGrouping,
): ReadonlyArray<ReliabilityAt> =>
  [...new Set(promises.map(({ currency }) => currency))].sort().flatMap((currency) =>
    promiseReliability(
      promises.filter((promise) => promise.currency === currency),
      groupOf[grouping],
    ).map((row) => ({ currency, ...row })),
  )
