import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitationDate, limitationNear, type LimitationRestart, limitationRules } from '../../../src/index.js'

const dueOn = localDate('2020-03-15')
const restart: fc.Arbitrary<LimitationRestart> = fc.record({
  on: fc.nat(6000).map((days) => addDays(dueOn, days)),
  by: fc.constantFrom('part-payment', 'acknowledgement'),
})
const rule = (id: string) => limitationRules.find((one) => one.id === id) ?? limitationRules[0]

describe('limitationDate', () => {
  it('a restart never brings the last day forward', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...limitationRules),
        fc.array(restart, { maxLength: 4 }),
        restart,
        (one, some, more) => {
          const before = limitationDate(one, dueOn, some)
          expect(limitationDate(one, dueOn, [...some, more]) >= before).toBe(true)
          expect(before >= limitationDate(one, dueOn, [])).toBe(true)
        },
      ),
    )
  })

  it('counts from the due day, or from the end of its year', () => {
    const [uk, de, fr] = ['uk', 'de', 'fr-b2b'].map(rule)
    if (uk === undefined || de === undefined || fr === undefined) throw new Error('three rules')
    expect(limitationDate(uk, dueOn, [])).toBe('2026-03-15')
    expect(limitationDate(de, dueOn, [])).toBe('2023-12-31')
    const paid: LimitationRestart = { on: localDate('2024-05-01'), by: 'part-payment' }
    expect(limitationDate(uk, dueOn, [paid])).toBe('2030-05-01')
    expect(limitationDate(de, dueOn, [paid])).toBe('2023-12-31')
    expect(limitationDate(fr, dueOn, [paid])).toBe('2025-03-15')
  })

  it('warns from so many days before the last one on', () => {
    const last = localDate('2026-03-15')
    expect(limitationNear(last, localDate('2026-02-12'), 30)).toBe(false)
    expect(limitationNear(last, localDate('2026-02-13'), 30)).toBe(true)
  })
})
