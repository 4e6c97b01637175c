/** Which causes weigh most, by number and by money; the two lists differ, and both are needed. Amounts are of one currency. */

/** A dispute or deduction, its cause, and whether the customer was right; undecided where absent. @category model @since 0.1.0 */
export interface CausedAmount {
  readonly cause: string
  readonly amountMinor: number
  readonly valid?: boolean
}

/** A cause with its weight. @category projections @since 0.1.0 */
export interface CauseWeight {
  readonly cause: string
  readonly count: number
  readonly amountMinor: number
  readonly validMinor: number
  readonly invalidMinor: number
}

/**
 * Causes, the heaviest first; ties by name.
 *
 * @param by - number of cases, or money
 * @law a ranking loses nothing
 * @category projections
 * @since 0.1.0
 */
export const causeRanking = (
  cases: ReadonlyArray<CausedAmount>,
  by: 'count' | 'amount',
): ReadonlyArray<CauseWeight> => {
  const byCause = new Map<string, CauseWeight>()
  for (const { cause, amountMinor, valid } of cases) {
    const so = byCause.get(cause) ?? { cause, count: 0, amountMinor: 0, validMinor: 0, invalidMinor: 0 }
    byCause.set(cause, {
      cause,
      count: so.count + 1,
      amountMinor: so.amountMinor + amountMinor,
      validMinor: so.validMinor + (valid === true ? amountMinor : 0),
      invalidMinor: so.invalidMinor + (valid === false ? amountMinor : 0),
    })
  }
  const weight = (one: CauseWeight): number => (by === 'count' ? one.count : one.amountMinor)
  return [...byCause.values()].sort((a, b) => weight(b) - weight(a) || (a.cause < b.cause ? -1 : 1))
}
