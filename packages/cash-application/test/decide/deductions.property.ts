import { keyedGet } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CashFact, pendingDeductions, takenOffMinor } from '../../src/index.js'
import { after, apply, day, eur, item, line, receipt, stateOf } from '../room.js'

const pendingOn = (facts: ReadonlyArray<CashFact>): unknown => {
  const record = keyedGet(stateOf(facts).items, 'A')
  return pendingDeductions(record?.deductions ?? [], item('A').owedMinor - takenOffMinor(record))
}

describe('deductions beside payments', () => {
  it('an item that is paid and unpaid has its deductions as before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40_00 }), { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 119_00 }),
        fc.constantFrom<'mistake' | 'reallocation'>('mistake', 'reallocation'),
        (amounts, paidMinor, because) => {
          const recorded = amounts.map((minor, at) => ({
            _tag: 'RecordDeduction' as const,
            on: day('2026-01-11'),
            deductionId: `D-${at}`,
            itemId: 'A',
            amount: eur(minor),
            reasonCode: 'none-stated',
          }))
          const before = after([receipt()], ...recorded)
          const paid = after(before, apply('2026-01-12', line('1', 'A', paidMinor)))
          const back = after(paid, { _tag: 'Unapply', on: day('2026-01-20'), applicationId: '1', because, reason: 'x' })
          expect(pendingOn(back)).toEqual(pendingOn(before))
        },
      ),
    )
  })
})
