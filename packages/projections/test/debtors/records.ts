/** Records of how customers pay: written down for examples, and drawn at random for laws. */
import { addDays, localDate, type LocalDate } from '@quittance/kernel'
import fc from 'fast-check'
import type { GivenExcuse, OwedItemRecord, PayerRecord, ReturnedPayment, SettledPromise } from '../../src/index.js'

export const today: LocalDate = localDate('2026-06-30')

const dayBefore = (daysAgo: number): LocalDate => addDays(today, 0 - daysAgo)

export const promise = (
  state: SettledPromise['state'],
  daysAgo: number,
  more: Partial<SettledPromise> = {},
): SettledPromise => ({
  promiseId: `P-${daysAgo}`,
  settledOn: dayBefore(daysAgo),
  state,
  factIds: [`fact-of-P-${daysAgo}`],
  ...more,
})

export const item = (daysLate: number, dueDaysAgo: number, more: Partial<OwedItemRecord> = {}): OwedItemRecord => ({
  itemId: `I-${dueDaysAgo}`,
  currency: 'EUR',
  amountMinor: 100_00,
  dueOn: dayBefore(dueDaysAgo),
  paidOn: addDays(dayBefore(dueDaysAgo), daysLate),
  ...more,
})

export const record = (known: Partial<PayerRecord>): PayerRecord => ({
  customer: 'C1',
  promises: [],
  items: [],
  excuses: [],
  returns: [],
  ...known,
})

const day = fc.integer({ min: -20, max: 420 }).map(dayBefore)

const promises = (id: string): fc.Arbitrary<SettledPromise> =>
  fc
    .record({
      settledOn: day,
      state: fc.constantFrom('kept', 'partly-kept', 'broken'),
      cause: fc.option(fc.constantFrom('dispute open', 'payment applied late'), { nil: undefined, freq: 4 }),
    })
    .map(({ cause, ...rest }) => ({
      promiseId: id,
      factIds: [`fact-of-${id}`],
      ...rest,
      ...(cause === undefined ? {} : { cause }),
    }))

const items = (id: string): fc.Arbitrary<OwedItemRecord> =>
  fc
    .record({
      currency: fc.constantFrom('EUR', 'USD'),
      amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
      dueOn: day,
      daysLate: fc.option(fc.integer({ min: -20, max: 150 }), { nil: undefined }),
      cause: fc.option(fc.constant('dispute open'), { nil: undefined, freq: 4 }),
    })
    .map(({ daysLate, cause, ...rest }) => ({
      itemId: id,
      ...rest,
      ...(daysLate === undefined ? {} : { paidOn: addDays(rest.dueOn, daysLate) }),
      ...(cause === undefined ? {} : { cause }),
    }))

const several = <A>(of: (id: string) => fc.Arbitrary<A>, most: number): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.nat({ max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => of(`N${at}`))))

const excuses: fc.Arbitrary<ReadonlyArray<GivenExcuse>> = fc.array(
  fc.record({
    on: day,
    excuse: fc.constantFrom('cheque in the mail', 'no invoice'),
    kind: fc.constantFrom('payment-claim', 'upstream', 'other'),
    provedFalse: fc.boolean(),
  }),
  { maxLength: 5 },
)

const returns: fc.Arbitrary<ReadonlyArray<ReturnedPayment>> = fc.array(
  fc.record({ receiptId: fc.constantFrom('R1', 'R2'), on: day }),
  { maxLength: 3 },
)

/** Any record of a customer. */
export const anyRecord: fc.Arbitrary<PayerRecord> = fc.record({
  customer: fc.constant('C1'),
  promises: several(promises, 9),
  items: several(items, 6),
  excuses,
  returns,
})

/** Any promise beside those of a record. */
export const anotherPromise = (state: SettledPromise['state']): fc.Arbitrary<SettledPromise> =>
  day.map((settledOn) => ({ promiseId: 'another', settledOn, state, factIds: ['fact-of-another'] }))
