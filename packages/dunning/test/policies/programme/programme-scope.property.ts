import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInProgramme, programmeScope } from '../../../src/index.js'

const today = localDate('2026-06-30')
const due = (daysPastDue: number, openMinor: number, disputedMinor: number) => ({
  dueOn: addDays(today, -daysPastDue),
  openMinor,
  disputedMinor,
})

describe('programmeScope', () => {
  it('an item is in the programme from day 15 on, while something undisputed is open', () => {
    const days = fc.oneof(fc.constantFrom(13, 14, 15, 16), fc.integer({ min: -30, max: 400 }))
    fc.assert(
      fc.property(days, fc.nat(100), fc.nat(100), (late, openMinor, disputedMinor) => {
        const item = due(late, openMinor, Math.min(disputedMinor, openMinor))
        expect(isInProgramme(item, today)).toBe(openMinor > disputedMinor && late >= 15)
        expect(programmeScope([item, item], today)).toHaveLength(isInProgramme(item, today) ? 2 : 0)
      }),
    )
  })

  it('takes its first day from the policy', () => {
    const policy = { fromDaysPastDue: 1 }
    expect(isInProgramme(due(14, 1, 0), today)).toBe(false)
    expect(isInProgramme(due(15, 1, 0), today)).toBe(true)
    expect(isInProgramme(due(1, 1, 0), today, policy)).toBe(true)
    expect(isInProgramme(due(0, 1, 0), today, policy)).toBe(false)
  })
})
