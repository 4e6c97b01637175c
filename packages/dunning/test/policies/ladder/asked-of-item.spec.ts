import { describe, expect, it } from 'vitest'
import { askedOfItem } from '../../../src/index.js'
import { day, item } from '../../ladders.js'

const on = day('2026-06-30')

describe('askedOfItem', () => {
  it('asks for all that is open', () => {
    expect(askedOfItem(item('I1'), [], on)).toEqual({ amountMinor: 100_00 })
  })

  it('leaves out what is disputed, never more than is open', () => {
    expect(askedOfItem(item('I1', { disputedMinor: 30_00 }), [], on)).toEqual({
      amountMinor: 70_00,
      because: { reason: 'dispute' },
    })
    expect(askedOfItem(item('I1', { disputedMinor: 130_00 }), [], on).amountMinor).toBe(0)
  })

  it('leaves out what is promised, to the last day in time', () => {
    const promised = { amountMinor: 100_00, until: on }
    expect(askedOfItem(item('I1', { promised }), [], on)).toEqual({
      amountMinor: 0,
      because: { reason: 'promise', until: on },
    })
    expect(askedOfItem(item('I1', { promised }), [], day('2026-07-01'))).toEqual({ amountMinor: 100_00 })
  })

  it('counts what is both disputed and promised once, and says what keeps most of it back', () => {
    const both = { disputedMinor: 60_00, promised: { amountMinor: 60_00, until: on } }
    expect(askedOfItem(item('I1', both), [], on)).toEqual({ amountMinor: 0, because: { reason: 'dispute' } })
    const little = { ...both, disputedMinor: 10_00 }
    expect(askedOfItem(item('I1', little), [], on)).toEqual({
      amountMinor: 30_00,
      because: { reason: 'promise', until: on },
    })
  })

  it('asks for nothing under a hold, from its first day to its last', () => {
    const hold = { reason: 'manual', from: day('2026-06-10'), until: day('2026-06-20') } as const
    const asked = (date: string): number => askedOfItem(item('I1', { holds: [hold] }), [], day(date)).amountMinor
    expect(['2026-06-09', '2026-06-10', '2026-06-20', '2026-06-21'].map(asked)).toEqual([100_00, 0, 0, 100_00])
  })

  it('names the hold that ends last, one of the account among them', () => {
    const hold = { reason: 'manual', from: day('2026-06-10'), until: day('2026-07-20') } as const
    const court = { reason: 'court', from: day('2026-06-01') } as const
    expect(askedOfItem(item('I1', { holds: [hold] }), [court], on).because).toEqual({ reason: 'court' })
    expect(askedOfItem(item('I1', { holds: [court] }), [hold], on).because).toEqual({ reason: 'court' })
    expect(askedOfItem(item('I1'), [hold, { ...hold, until: on }], on).because).toEqual({
      reason: 'manual',
      until: '2026-07-20',
    })
  })
})
