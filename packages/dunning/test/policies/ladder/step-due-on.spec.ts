import { describe, expect, it } from 'vitest'
import { stepDueOn } from '../../../src/index.js'
import { day, item, ladder, step } from '../../ladders.js'

const second = step(2, 10, { mode: 'previous-date' })
const three = ladder({ steps: [step(1, 10), second, step(3, 5, { mode: 'previous-date' })] })

describe('stepDueOn', () => {
  it('counts days after the due day, or before it', () => {
    expect(stepDueOn(step(1, 10), item('I1'), ladder())).toBe('2026-01-11')
    expect(stepDueOn(step(1, 0), item('I1'), ladder())).toBe('2026-01-01')
    expect(stepDueOn(step(1, -7), item('I1'), ladder())).toBe('2025-12-25')
  })

  it('goes to the end of the month that the days reach', () => {
    const late = step(1, 30, { mode: 'end-of-month' })
    expect(stepDueOn(late, item('I1', { dueOn: day('2013-02-28') }), ladder())).toBe('2013-03-31')
    expect(stepDueOn(late, item('I1', { dueOn: day('2013-03-31') }), ladder())).toBe('2013-04-30')
    expect(stepDueOn(late, item('I1', { dueOn: day('2013-03-01') }), ladder())).toBe('2013-03-31')
  })

  it('counts from the notice of the step before, and from no other', () => {
    expect(stepDueOn(second, item('I1', { lastNotice: { level: 1, on: day('2026-02-01') } }), three)).toBe('2026-02-11')
    expect(stepDueOn(second, item('I1', { lastNotice: { level: 3, on: day('2026-02-01') } }), three)).toBeUndefined()
    expect(stepDueOn(second, item('I1'), three)).toBeUndefined()
  })

  it('counts from the day on which the customer had the document, and waits for one that nobody is known to have', () => {
    const penalty = step(1, 60, { mode: 'delivered-days' })
    expect(stepDueOn(penalty, item('I1', { deliveredOn: day('2007-07-24') }), ladder())).toBe('2007-09-22')
    expect(stepDueOn(penalty, item('I1'), ladder())).toBeUndefined()
  })

  it('waits for the day after the last day of grace, unless the step comes before the due day', () => {
    expect(stepDueOn(step(1, 0), item('I1'), ladder({ graceDays: 3 }))).toBe('2026-01-05')
    expect(stepDueOn(step(1, 10), item('I1'), ladder({ graceDays: 3 }))).toBe('2026-01-11')
    expect(stepDueOn(step(1, -7), item('I1'), ladder({ graceDays: 3 }))).toBe('2025-12-25')
  })

  it('waits for the interval after the last notice, whose last day is enough', () => {
    const notified = item('I1', { lastNotice: { level: 1, on: day('2026-03-01') } })
    expect(stepDueOn(step(2, 20), notified, ladder({ intervalDays: 14 }))).toBe('2026-03-15')
  })
})
