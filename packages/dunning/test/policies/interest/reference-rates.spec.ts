import { describe, expect, it } from 'vitest'
import { statutoryRegimes } from '../../../src/index.js'

describe('reference rates', () => {
  it('stand in order, in the half-years that statutes look at, and end where they are no longer known', () => {
    for (const { id, reference } of statutoryRegimes) {
      const days = reference.rates.map(({ from }) => from)
      expect({ id, days }).toEqual({ id, days: [...new Set(days)].toSorted() })
      for (const day of days) expect(['01-01', '07-01', '06-30', '12-31']).toContain(day.slice(5))
      expect(reference.knownUntil).toBeDefined()
      expect(reference.source).not.toBe('')
    }
  })

  it('a German base rate is 88 basis points below the European one since 2016', () => {
    const percent = (id: string, from: string): number => {
      const regime = statutoryRegimes.find((one) => one.id === id)
      const rate = regime?.reference.rates.findLast((one) => one.from <= from)?.percent
      return rate === undefined ? Number.NaN : rate.unscaled
    }
    for (const from of [
      '2016-07-01',
      '2023-01-01',
      '2023-07-01',
      '2024-01-01',
      '2024-07-01',
      '2025-01-01',
      '2025-07-01',
    ])
      expect(percent('eu-2011-7', from) - percent('de-bgb-288', from)).toBe(88)
  })
})
