import { describe, expect, it } from 'vitest'
import { balanceOn, balanceSteps } from '../../../src/index.js'
import { day } from './late-items.js'

const item = { from: day('2026-01-01'), openMinor: 1000_00 }

describe('balanceSteps', () => {
  it('counts a payment from the day after it', () => {
    const steps = balanceSteps(item, [{ on: day('2026-01-31'), openMinor: -400_00 }])
    expect(balanceOn(steps, day('2026-01-31'))?.openMinor).toBe(1000_00)
    expect(balanceOn(steps, day('2026-02-01'))?.openMinor).toBe(600_00)
    expect(balanceOn(steps, day('2026-01-01'))).toBeUndefined()
  })

  it('joins what happens on one day, and takes changes in any order', () => {
    const changes = [
      { on: day('2026-02-01'), disputedMinor: 100_00 },
      { on: day('2026-01-15'), openMinor: -100_00 },
      { on: day('2026-02-01'), openMinor: -50_00 },
    ]
    expect(balanceSteps(item, changes)).toEqual([
      { after: '2026-01-01', openMinor: 1000_00, disputedMinor: 0 },
      { after: '2026-01-15', openMinor: 900_00, disputedMinor: 0 },
      { after: '2026-02-01', openMinor: 850_00, disputedMinor: 100_00 },
    ])
    expect(balanceSteps(item, changes.toReversed())).toEqual(balanceSteps(item, changes))
  })

  it('takes what was paid before the item began off its first balance', () => {
    expect(balanceSteps(item, [{ on: day('2025-12-20'), openMinor: -1000_00 }])).toEqual([
      { after: '2026-01-01', openMinor: 0, disputedMinor: 0 },
    ])
  })
})
