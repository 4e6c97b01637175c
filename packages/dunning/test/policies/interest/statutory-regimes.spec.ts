import { formatDecimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  eu2011,
  fixedSumMinor,
  percentOn,
  statutoryRegimes,
  statutoryTerms,
  uk1998,
  usPromptPayment,
} from '../../../src/index.js'
import { day, right } from './late-items.js'

describe('statutory regimes', () => {
  it('the UK sum goes by the debt: 40, 70 from 1,000, 100 from 10,000', () => {
    const sums = [1, 999_99, 1000_00, 9999_99, 10_000_00].map((debt) => fixedSumMinor(uk1998.fixedSum, debt))
    expect(sums).toEqual([40_00, 40_00, 70_00, 70_00, 100_00])
    expect(fixedSumMinor(uk1998.fixedSum, 0)).toBe(0)
  })

  it('the European sum is 40 EUR, and the US statute names none', () => {
    expect(fixedSumMinor(eu2011.fixedSum, 1)).toBe(40_00)
    expect(fixedSumMinor(usPromptPayment.fixedSum, 1_000_00)).toBe(0)
  })

  it('the UK rate is that of the last 30 June or 31 December before interest starts, for the whole debt', () => {
    const rate = (startsOn: string, on: string): string =>
      formatDecimal(right(percentOn(statutoryTerms(uk1998).rate, day(on), day(startsOn))))
    expect(rate('2025-06-30', '2025-06-30')).toBe('12.75')
    expect(rate('2025-06-30', '2025-12-01')).toBe('12.75')
    expect(rate('2025-07-01', '2025-07-01')).toBe('12.25')
  })

  it('each has a name of its own and says where it stands', () => {
    expect(new Set(statutoryRegimes.map(({ id }) => id)).size).toBe(statutoryRegimes.length)
    for (const { source } of statutoryRegimes) expect(source).not.toBe('')
  })
})
