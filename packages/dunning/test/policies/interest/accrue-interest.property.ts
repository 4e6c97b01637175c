import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accrueInterest, addExact, balanceSteps, exactInterest, exactZero } from '../../../src/index.js'
import { firstDay, payments, percents, right, simpleTerms, terms } from './late-items.js'

const open = fc.integer({ min: 0, max: 2000_00 })
const after = (days: number) => addDays(firstDay, days)

describe('accrueInterest', () => {
  it('interest over two periods in a row is that over both, before rounding', () => {
    fc.assert(
      fc.property(open, payments, simpleTerms, fc.nat(90), fc.nat(90), (openMinor, changes, one, first, second) => {
        const balances = balanceSteps({ from: firstDay, openMinor }, changes)
        const over = (from: number, to: number) =>
          right(exactInterest({ dueOn: after(from), until: after(to), balances }, one))
        expect(addExact([over(0, first), over(first, first + second)])).toEqual(over(0, first + second))
      }),
    )
  })

  it('no interest after the item is closed', () => {
    fc.assert(
      fc.property(open, payments, simpleTerms, fc.nat(60), fc.nat(60), (openMinor, changes, one, paid, more) => {
        const closed = [...changes, { on: after(paid), openMinor: -openMinor }]
        const balances = balanceSteps({ from: firstDay, openMinor }, closed)
        const to = (days: number) => right(exactInterest({ dueOn: firstDay, until: after(days), balances }, one))
        expect(to(paid + more)).toEqual(to(paid))
        const later = { dueOn: after(paid), until: after(paid + more), balances }
        expect(right(exactInterest(later, one))).toEqual(exactZero)
      }),
    )
  })

  it('a payment made earlier never raises interest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000_00 }),
        payments,
        fc.record({ at: fc.nat(100), earlier: fc.nat(100), minor: fc.integer({ min: 1, max: 500_00 }) }),
        simpleTerms,
        (openMinor, changes, { at, earlier, minor }, one) => {
          const paidOn = (days: number): number =>
            right(
              accrueInterest(
                {
                  dueOn: firstDay,
                  until: after(130),
                  balances: balanceSteps({ from: firstDay, openMinor }, [
                    ...changes,
                    { on: after(days), openMinor: -minor },
                  ]),
                },
                one,
              ),
            ).interestMinor
          expect(paidOn(Math.min(at, earlier))).toBeLessThanOrEqual(paidOn(Math.max(at, earlier)))
        },
      ),
    )
  })

  it('shifting every day leaves interest at a fixed rate unchanged', () => {
    fc.assert(
      fc.property(
        open,
        payments,
        percents,
        fc.constantFrom(360, 365),
        fc.constantFrom<'none' | 'every-30-days'>('none', 'every-30-days'),
        fc.nat(120),
        fc.integer({ min: -2000, max: 2000 }),
        (openMinor, changes, percent, dayCountDays, compounding, days, shift) => {
          const interest = (by: number): number =>
            right(
              accrueInterest(
                {
                  dueOn: after(by),
                  until: after(by + days),
                  balances: balanceSteps(
                    { from: after(by), openMinor },
                    changes.map((change) => ({ ...change, on: addDays(change.on, by) })),
                  ),
                },
                { ...terms, rate: { _tag: 'FixedRate', percent }, dayCountDays, compounding },
              ),
            ).interestMinor
          expect(interest(shift)).toBe(interest(0))
        },
      ),
    )
  })
})
