import { describe, expect, it } from 'vitest'
import { stepForItem } from '../../../src/index.js'
import { day, item, ladder, step } from '../../ladders.js'

const levelOn = (on: string, parts: Parameters<typeof ladder>[0], given: Parameters<typeof item>[1] = {}) =>
  stepForItem(item('I1', given), ladder(parts), day(on))?.level

describe('stepForItem', () => {
  it('rises step by step however late it is', () => {
    expect(['2026-01-10', '2026-01-11', '2026-12-31'].map((on) => levelOn(on, {}))).toEqual([undefined, 1, 1])
    expect(levelOn('2026-12-31', {}, { lastNotice: { level: 1, on: day('2026-12-30') } })).toBe(2)
    expect(levelOn('2026-12-31', {}, { lastNotice: { level: 3, on: day('2026-12-30') } })).toBeUndefined()
  })

  it('does not leave out a step that has not come for one that has', () => {
    const steps = [step(1, 30), step(2, 10)]
    expect(levelOn('2026-01-15', { steps })).toBeUndefined()
    expect(levelOn('2026-01-15', { steps, sequential: false })).toBe(2)
  })

  it('goes straight to the highest step by days in arrears where the ladder is not sequential', () => {
    const steps = [step(1, 2), step(2, 16), step(3, 30), step(4, 44)]
    const on = ['2026-01-15', '2026-02-01', '2026-02-20']
    expect(on.map((each) => levelOn(each, { steps, sequential: false }))).toEqual([1, 3, 4])
    const notified = { lastNotice: { level: 3, on: day('2026-02-01') } }
    expect(levelOn('2026-02-10', { steps, sequential: false }, notified)).toBeUndefined()
  })

  it('repeats the last step where the ladder says so, after the interval, and on another day at least', () => {
    const last = { lastNotice: { level: 3, on: day('2026-02-01') } }
    expect(levelOn('2026-02-01', { repeatsLastStep: true }, last)).toBeUndefined()
    expect(levelOn('2026-02-02', { repeatsLastStep: true }, last)).toBe(3)
    expect(levelOn('2026-02-14', { repeatsLastStep: true, intervalDays: 14 }, last)).toBeUndefined()
    expect(levelOn('2026-02-15', { repeatsLastStep: true, intervalDays: 14 }, last)).toBe(3)
    const below = { lastNotice: { level: 2, on: day('2026-01-11') } }
    expect(levelOn('2026-01-20', { repeatsLastStep: true }, below)).toBeUndefined()
  })
})
