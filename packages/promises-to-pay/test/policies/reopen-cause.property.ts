import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedReceipt, type RecordedVerdict, reopenCause, type Verdict, verdictOf } from '../../src/index.js'
import { day } from '../room.js'

const receipts: fc.Arbitrary<ReadonlyArray<CountedReceipt>> = fc
  .uniqueArray(fc.constantFrom('R1', 'R2', 'R3'), { minLength: 1 })
  .map((ids) => ids.map((receiptId) => ({ receiptId, itemId: 'I1', countedOn: day('2026-05-10'), amountMinor: 100 })))

const verdict = (counted: ReadonlyArray<CountedReceipt>, expectedMinor = 500): Verdict =>
  verdictOf(
    {
      promiseId: 'P1',
      currency: 'EUR',
      countsFrom: day('2026-05-01'),
      dueOn: day('2026-05-15'),
      windowEndsOn: day('2026-05-15'),
      terms: { basis: 'receipt-date' },
      lines: [{ itemId: 'I1', promisedMinor: 500, expectedMinor }],
    },
    counted,
    day('2026-06-01'),
  )

const recorded = (counted: ReadonlyArray<CountedReceipt>, parts: Partial<RecordedVerdict> = {}): RecordedVerdict => ({
  counted,
  windowEndsOn: day('2026-05-15'),
  thereMinor: ({ amountMinor }) => amountMinor,
  statusOf: () => 'live',
  appliedOn: () => day('2026-05-10'),
  ...parts,
})

describe('reopenCause', () => {
  it('a returned receipt that had counted is the cause', () => {
    fc.assert(
      fc.property(receipts, fc.nat(2), fc.boolean(), (counted, place, isVoid) => {
        const gone = counted[place % counted.length]?.receiptId ?? ''
        const there = counted.filter(({ receiptId }) => receiptId !== gone)
        const cause = reopenCause(
          recorded(counted, {
            thereMinor: ({ receiptId, amountMinor }) => (receiptId === gone ? 0 : amountMinor),
            statusOf: (receiptId) => (receiptId === gone ? 'returned' : 'live'),
          }),
          verdict(there, isVoid ? 0 : 500),
        )
        expect(cause).toEqual({ reason: 'receipt-returned', receiptId: gone })
      }),
    )
  })

  it('tells a return from an entry error and from money put elsewhere', () => {
    const [one] = [[{ receiptId: 'R1', countedOn: day('2026-05-10'), amountMinor: 100 }]]
    const cause = (status: 'returned' | 'voided' | 'live') =>
      reopenCause(recorded(one, { thereMinor: () => 99, statusOf: () => status }), verdict([])).reason
    expect([cause('returned'), cause('voided'), cause('live')]).toEqual([
      'receipt-returned',
      'receipt-voided',
      'money-moved',
    ])
  })

  it('tells money applied after the window from money recorded late', () => {
    const now = verdict([{ receiptId: 'R1', itemId: 'I1', countedOn: day('2026-05-10'), amountMinor: 100 }])
    expect(reopenCause(recorded([], { appliedOn: () => day('2026-05-16') }), now)).toEqual({
      reason: 'payment-applied-late',
      receiptId: 'R1',
    })
    expect(reopenCause(recorded([], { appliedOn: () => day('2026-05-15') }), now).reason).toBe('payment-recorded-late')
  })

  it('names the item, the plan, or else the allotment', () => {
    expect(reopenCause(recorded([]), verdict([], 0)).reason).toBe('item-reduced')
    expect(reopenCause(recorded([], { windowEndsOn: day('2026-05-12') }), verdict([])).reason).toBe('plan-changed')
    expect(reopenCause(recorded([]), verdict([])).reason).toBe('allotment-changed')
  })
})
