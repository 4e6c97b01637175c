import { addDays, decimal, type LocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BearingItem, eu2011, type InterestPolicy, interestToBill, statutoryTerms } from '../../../src/index.js'
import { day, firstDay, right, terms } from './late-items.js'

const policy: InterestPolicy = { id: 'test', version: 1, terms, minimumMinor: 0, paymentDays: 0 }
const item: BearingItem = {
  itemId: 'I1',
  currency: 'EUR',
  instalments: [{ dueOn: day('2026-01-01'), amountMinor: 1000_00 }],
  decreases: [],
  disputes: [],
  billedMinor: 0,
  fixedSumBilled: false,
}
const after = (days: number): LocalDate => addDays(firstDay, days)
const dated = fc.array(fc.record({ on: fc.nat(150).map(after), amountMinor: fc.integer({ min: 1, max: 300_00 }) }), {
  maxLength: 4,
})
const bearing: fc.Arbitrary<BearingItem> = fc
  .record({
    parts: fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 500_00 })), { minLength: 1, maxLength: 3 }),
    decreases: dated,
    disputes: dated,
  })
  .map(({ parts, ...rest }) => ({
    ...item,
    ...rest,
    instalments: parts
      .toSorted(([a], [b]) => a - b)
      .map(([days, amountMinor]) => ({ dueOn: after(days), amountMinor })),
  }))

describe('interestToBill', () => {
  it('interest is never billed twice', () => {
    fc.assert(
      fc.property(
        bearing,
        fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }),
        fc.nat(2_00),
        (of, gaps, minimumMinor) => {
          let [billed, days] = [0, 0]
          for (const gap of gaps) {
            days += gap
            const [line] = right(
              interestToBill([{ ...of, billedMinor: billed }], after(days), { ...policy, minimumMinor }),
            )
            if (line !== undefined) expect(line.billedBeforeMinor + line.interestMinor).toBe(line.accruedMinor)
            billed += line?.interestMinor ?? 0
          }
          const [all] = right(interestToBill([of], after(days), policy))
          expect(billed).toBeLessThanOrEqual(all?.interestMinor ?? 0)
          if (minimumMinor === 0) expect(billed).toBe(all?.interestMinor ?? 0)
        },
      ),
    )
  })

  it('a payment made earlier never raises what is billed', () => {
    fc.assert(
      fc.property(
        bearing,
        fc.nat(150),
        fc.nat(150),
        fc.integer({ min: 1, max: 500_00 }),
        (of, one, two, amountMinor) => {
          const billed = (days: number): number =>
            right(
              interestToBill(
                [{ ...of, decreases: [...of.decreases, { on: after(days), amountMinor }] }],
                after(200),
                policy,
              ),
            )[0]?.interestMinor ?? 0
          expect(billed(Math.min(one, two))).toBeLessThanOrEqual(billed(Math.max(one, two)))
        },
      ),
    )
  })

  it('bills what accrued since the last bill, though the item was paid in between', () => {
    const paid = { ...item, decreases: [{ on: day('2026-01-31'), amountMinor: 1000_00 }] }
    const bill = (of: BearingItem, on: string) => right(interestToBill([of], day(on), policy))[0]?.interestMinor
    expect(bill(paid, '2026-01-21')).toBe(6_58)
    expect(bill({ ...paid, billedMinor: 6_58 }, '2026-03-31')).toBe(3_28)
    expect(bill({ ...paid, billedMinor: 9_86 }, '2026-06-30')).toBeUndefined()
  })

  it('counts each instalment from its own due day, and money for the earliest', () => {
    const parts: BearingItem = {
      ...item,
      instalments: [
        { dueOn: day('2026-01-01'), amountMinor: 365_00 },
        { dueOn: day('2026-01-11'), amountMinor: 365_00 },
      ],
      decreases: [{ on: day('2026-01-05'), amountMinor: 365_00 }],
    }
    expect(right(interestToBill([parts], day('2026-01-21'), policy))[0]?.interestMinor).toBe((4 + 10) * 12)
  })

  it('leaves out what is disputed, from the day after the dispute on', () => {
    const disputed: BearingItem = { ...item, disputes: [{ on: day('2026-01-31'), amountMinor: 1000_00 }] }
    expect(right(interestToBill([disputed], day('2026-06-30'), policy))[0]?.interestMinor).toBe(9_86)
  })

  it('asks for the fixed sum of a statute once on a late item of its currency', () => {
    const statute: InterestPolicy = {
      ...policy,
      terms: { ...statutoryTerms(eu2011), rate: { _tag: 'FixedRate', percent: decimal('0') } },
      ...(eu2011.fixedSum === undefined ? {} : { fixedSum: eu2011.fixedSum }),
    }
    const sum = (of: BearingItem, on: string) => right(interestToBill([of], day(on), statute))[0]?.fixedSumMinor
    expect(sum(item, '2026-01-01')).toBeUndefined()
    expect(sum(item, '2026-01-02')).toBe(40_00)
    expect(sum({ ...item, fixedSumBilled: true }, '2026-01-02')).toBeUndefined()
    expect(sum({ ...item, currency: 'USD' }, '2026-01-02')).toBeUndefined()
  })
})
