import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { lastClearDay } from '../../../src/index.js'

const day = localDate
const item = { instalments: [{ dueOn: day('2026-01-10'), amountMinor: 500 }], decreases: [] }

describe('lastClearDay', () => {
  it('is the due day of what is past due since, and the day itself where nothing is', () => {
    expect(lastClearDay([item], day('2026-01-11'))).toBe('2026-01-10')
    expect(lastClearDay([item], day('2026-01-10'))).toBe('2026-01-10')
    expect(lastClearDay([], day('2026-01-20'))).toBe('2026-01-20')
  })

  it('counts a payment from its day on', () => {
    const paid = { ...item, decreases: [{ on: day('2026-01-15'), amountMinor: 500 }] }
    const next = { instalments: [{ dueOn: day('2026-01-18'), amountMinor: 1 }], decreases: [] }
    expect(lastClearDay([paid], day('2026-01-14'))).toBe('2026-01-10')
    expect(lastClearDay([paid], day('2026-01-15'))).toBe('2026-01-15')
    expect(lastClearDay([paid, next], day('2026-01-20'))).toBe('2026-01-18')
  })
})
