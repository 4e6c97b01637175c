/** Small accounts full of ties: few days, few items, few amounts, so that everything collides with everything. */
import { addDays, type LocalDate, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { type Claim, defaultPromiseTerms, type PromiseOnRecord, type ReceivedMoney } from '../../src/index.js'

const start = localDate('2026-05-01')
export const days: fc.Arbitrary<LocalDate> = fc.nat(12).map((offset) => addDays(start, offset))
export const itemIds: fc.Arbitrary<string | undefined> = fc.constantFrom(undefined, 'I1', 'I2')
const basis = fc.constantFrom('receipt-date' as const, 'application-date' as const)
const lateMoney = fc.constantFrom('active-first' as const, 'earliest-unpaid-first' as const)

const pieces: fc.Arbitrary<Omit<ReceivedMoney, 'receiptId'>> = fc
  .record({ receivedOn: days, waited: fc.nat(4), amountMinor: fc.integer({ min: 1, max: 6 }), itemId: itemIds })
  .map(({ receivedOn, waited, amountMinor, itemId }) => ({
    currency: 'EUR',
    receivedOn,
    amountMinor,
    ...(itemId === undefined ? {} : { itemId, appliedOn: addDays(receivedOn, waited) }),
  }))

/** Receipts R0, R1, … each in one piece. */
export const moneys: fc.Arbitrary<ReadonlyArray<ReceivedMoney>> = fc
  .array(pieces, { maxLength: 7 })
  .map((list) => list.map((piece, index) => ({ receiptId: `R${index}`, ...piece })))

export const claims: fc.Arbitrary<ReadonlyArray<Claim>> = fc.array(
  fc
    .record({
      itemId: itemIds,
      basis,
      from: days,
      long: fc.nat(6),
      neededMinor: fc.integer({ min: 1, max: 8 }),
      excluded: fc.subarray(['R0', 'R1'], { maxLength: 1 }),
    })
    .map(({ itemId, from, long, ...claim }) => ({
      ...claim,
      ...(itemId === undefined ? {} : { itemId }),
      currency: 'EUR',
      from,
      until: addDays(from, long),
    })),
  { maxLength: 5 },
)

const one = fc.record({
  itemId: itemIds,
  madeOn: days,
  long: fc.nat(5),
  graceDays: fc.nat(2),
  toleranceMinor: fc.nat(2),
  amountMinor: fc.integer({ min: 1, max: 8 }),
  basis,
  lateMoney,
})

/** Promises P0, P1, … alone or as the parts of one plan. */
export const promises: fc.Arbitrary<ReadonlyArray<PromiseOnRecord>> = fc
  .record({ all: fc.array(one, { minLength: 1, maxLength: 5 }), isPlan: fc.boolean(), accelerates: fc.boolean() })
  .map(({ all, isPlan, accelerates }) => {
    const sorted = isPlan ? [...all].sort((a, b) => a.long - b.long) : all
    return sorted.map((own, sequence): PromiseOnRecord => {
      const { itemId, long, graceDays, toleranceMinor, amountMinor } = own
      const madeOn = isPlan ? (all[0]?.madeOn ?? own.madeOn) : own.madeOn
      const dueOn = addDays(madeOn, long)
      return {
        promiseId: `P${sequence}`,
        sequence,
        madeOn,
        currency: 'EUR',
        amountMinor,
        dueOn,
        windowEndsOn: addDays(dueOn, graceDays),
        lines: itemId === undefined ? [] : [{ itemId, amountMinor, replaced: false }],
        terms: { ...defaultPromiseTerms, graceDays, toleranceMinor, basis: own.basis, lateMoney: own.lateMoney },
        plan: isPlan ? { planId: 'PL', no: sequence + 1, of: all.length, accelerates } : undefined,
        receivedBefore: [],
        standing: 'open',
      }
    })
  })
