import { describe, expect, it } from 'vitest'
import { coverWithCredits, type UnappliedCredit } from '../../../src/index.js'
import { day, item } from '../../ladders.js'

const on = day('2026-06-30')
const credit = (amountMinor: number, parts: Partial<UnappliedCredit> = {}): UnappliedCredit => ({
  creditId: 'C1',
  currency: 'EUR',
  amountMinor,
  since: day('2026-06-20'),
  ...parts,
})
const newer = { item: item('B', { dueOn: day('2026-02-01') }), amountMinor: 80_00 }
const older = { item: item('A', { dueOn: day('2026-01-01') }), amountMinor: 50_00 }

describe('coverWithCredits', () => {
  it('covers the oldest due day first, whatever order they stand in', () => {
    expect(coverWithCredits([newer, older], [credit(70_00)], on, undefined)).toEqual([20_00, 50_00])
  })

  it('puts a credit that names an item there and nowhere else', () => {
    expect(coverWithCredits([newer, older], [credit(90_00, { relatesTo: 'B' })], on, undefined)).toEqual([80_00, 0])
  })

  it('covers nothing in another currency, nor with money that has yet to come', () => {
    expect(coverWithCredits([older], [credit(50_00, { currency: 'USD' })], on, undefined)).toEqual([0])
    expect(coverWithCredits([older], [credit(50_00, { since: day('2026-07-01') })], on, undefined)).toEqual([0])
  })

  it('waits for matching as long as the posting window, its last day included', () => {
    expect(coverWithCredits([older], [credit(50_00)], on, 10)).toEqual([50_00])
    expect(coverWithCredits([older], [credit(50_00)], on, 9)).toEqual([0])
  })
})
