import { addDays, decimal, type LocalDate, localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { type BalanceChange, balanceSteps, type InterestTerms, type LateItem } from '../../../src/index.js'

export const day = localDate
export const right = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

export const terms: InterestTerms = {
  rate: { _tag: 'FixedRate', percent: decimal('12') },
  dayCountDays: 365,
  compounding: 'none',
  rounding: 'once',
  disputed: 'waits',
}

export const late = (
  dueOn: string,
  until: string,
  openMinor: number,
  changes: ReadonlyArray<BalanceChange> = [],
): LateItem => ({
  dueOn: day(dueOn),
  until: day(until),
  balances: balanceSteps({ from: day(dueOn), openMinor }, changes),
})

export const firstDay: LocalDate = day('2024-01-10')

export const percents = fc.integer({ min: 0, max: 30_00 }).map((unscaled) => ({ unscaled, scale: 2 }))

export const payments: fc.Arbitrary<ReadonlyArray<BalanceChange>> = fc.array(
  fc
    .record({ day: fc.nat(120), minor: fc.integer({ min: 1, max: 300_00 }) })
    .map(({ day: later, minor }) => ({ on: addDays(firstDay, later), openMinor: -minor })),
  { maxLength: 4 },
)

/** A fixed rate, or one that changes twice. */
export const simpleTerms: fc.Arbitrary<InterestTerms> = fc
  .record({
    percents: fc.tuple(percents, percents, percents),
    changes: fc.tuple(fc.nat(100), fc.nat(100)),
    fixed: fc.boolean(),
  })
  .map(({ percents: [a, b, c], changes: [one, two], fixed }) => ({
    ...terms,
    rate: fixed
      ? { _tag: 'FixedRate', percent: a }
      : {
          _tag: 'DatedRates',
          table: {
            id: 'test',
            source: 'test',
            rates: [
              { from: day('2000-01-01'), percent: a },
              { from: addDays(firstDay, Math.min(one, two)), percent: b },
              { from: addDays(firstDay, Math.max(one, two) + 1), percent: c },
            ],
          },
        },
  }))
