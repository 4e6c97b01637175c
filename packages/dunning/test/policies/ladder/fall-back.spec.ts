import { decimal, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type AskAtStep, fallBack, meetsMinimums } from '../../../src/index.js'
import { step } from '../../ladders.js'

const steps = [step(1, 5), step(2, 15), step(3, 25, { minimums: [money('EUR', 100_00)] })]
const at = (level: number, amountMinor: number, reached = 0, currency = 'EUR'): AskAtStep => ({
  currency,
  amountMinor,
  step: steps[level - 1] as AskAtStep['step'],
  reached,
})
const levels = (asks: ReadonlyArray<AskAtStep>): ReadonlyArray<number | undefined> =>
  fallBack(asks, steps, () => 1000_00).map((found) => found?.level)

describe('fallBack', () => {
  it('keeps a step whose asks come to the minimum together', () => {
    expect(levels([at(3, 60_00), at(3, 40_00)])).toEqual([3, 3])
  })

  it('falls to the step below for a cent less, and asks nothing where that was reached', () => {
    expect(levels([at(3, 60_00), at(3, 39_99, 2), at(1, 5_00)])).toEqual([2, undefined, 1])
  })

  it('counts each currency by itself, and holds to the minimum of its own', () => {
    expect(levels([at(3, 60_00), at(3, 40_00, 0, 'USD')])).toEqual([2, 3])
  })

  it('counts what fell back where it fell to', () => {
    const strict = [step(1, 5, { minimums: [money('EUR', 50_00)] }), step(2, 15, { minimums: [money('EUR', 100_00)] })]
    const asks = [
      { currency: 'EUR', amountMinor: 30_00, step: strict[1] as AskAtStep['step'], reached: 0 },
      { currency: 'EUR', amountMinor: 20_00, step: strict[0] as AskAtStep['step'], reached: 0 },
    ]
    expect(fallBack(asks, strict, () => 0).map((found) => found?.level)).toEqual([1, 1])
    expect(fallBack(asks.slice(0, 1), strict, () => 0)).toEqual([undefined])
  })
})

describe('meetsMinimums', () => {
  it('wants the amount and the percent of all that is open, each inclusive', () => {
    const both = { minimums: [money('EUR', 50_00)], minimumPercent: decimal('10') }
    expect(meetsMinimums(50_00, both, 'EUR', 500_00)).toBe(true)
    expect(meetsMinimums(49_99, both, 'EUR', 100_00)).toBe(false)
    expect(meetsMinimums(50_00, both, 'EUR', 500_01)).toBe(false)
    expect(meetsMinimums(1, { minimums: [money('USD', 50_00)] }, 'EUR', 500_00)).toBe(true)
  })
})
