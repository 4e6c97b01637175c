import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate, type OverdueMeasure, overdueState } from '../../src/index.js'

const start = localDate('2025-01-01')
const measures: ReadonlyArray<OverdueMeasure> = ['invoice-age', 'unpaid-count', 'unpaid-balance']

describe('overdueState', () => {
  it('law: a later day is never less severe', () => {
    fc.assert(
      fc.property(
        accountHistories(),
        fc.constantFrom(...measures),
        fc.array(fc.nat(5000), { maxLength: 4 }),
        fc.nat(900),
        fc.nat(400),
        ({ state }, by, thresholds, day, later) => {
          const rule = { by, states: thresholds.map((from) => ({ name: String(from), from })) }
          const severity = (days: number): number =>
            Number(overdueState(state, 'EUR', addDays(start, days), rule) ?? '-1')
          expect(severity(day + later)).toBeGreaterThanOrEqual(severity(day))
        },
      ),
    )
  })
})
