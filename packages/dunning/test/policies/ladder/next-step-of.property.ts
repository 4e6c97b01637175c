import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DunnableItem,
  firstRunDayFrom,
  nextStepOf,
  type RunDays,
  runDaysIn,
  stepForItem,
} from '../../../src/index.js'
import { day, days, item, items, ladder, ladders, start, step } from '../../ladders.js'

const oneItem: fc.Arbitrary<DunnableItem> = items
  .filter((all) => all.length > 0)
  .map(([first]) => first as DunnableItem)
const runDays: fc.Arbitrary<RunDays> = fc.oneof(
  fc.record({ _tag: fc.constant('EveryDays' as const), from: days, days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ _tag: fc.constant('Weekdays' as const), weekdays: fc.array(fc.integer({ min: 1, max: 7 })) }),
  fc.record({ _tag: fc.constant('DaysOfMonth' as const), days: fc.array(fc.integer({ min: 1, max: 31 })) }),
  fc.record({ _tag: fc.constant('ListedDays' as const), days: fc.array(days) }),
)

describe('nextStepOf', () => {
  it('law: the step that is planned for an item is the one that its run day gives, and no earlier run day gives any', () => {
    fc.assert(
      fc.property(ladders(), runDays, oneItem, days, (some, runs, one, on) => {
        const own = { ...some, runDays: runs }
        const planned = nextStepOf(one, own, on)
        const far = addDays(on, 400)
        const first = runDaysIn(runs, addDays(on, -1), far).find((run) => stepForItem(one, own, run) !== undefined)
        if (planned === undefined || planned.on <= far) expect(planned?.on).toBe(first)
        if (planned !== undefined) expect(planned.step).toBe(stepForItem(one, own, planned.on)?.kind)
      }),
    )
  })

  it('waits for the run day after the days of the step, and says which step it is', () => {
    const mondays = ladder({ runDays: { _tag: 'Weekdays', weekdays: [1] } })
    // Due on 1 January: the tenth day after is Sunday, the run on Monday.
    expect(nextStepOf(item('A'), mondays, start)).toEqual({ on: day('2026-01-12'), step: 'reminder' })
    const reminded = item('A', { lastNotice: { level: 1, on: day('2026-01-12') } })
    expect(nextStepOf(reminded, mondays, day('2026-01-12'))).toEqual({ on: day('2026-01-26'), step: 'past-due-notice' })
  })

  it('plans nothing at the top, but where the last step is repeated', () => {
    const top = item('A', { lastNotice: { level: 3, on: day('2026-02-02') } })
    expect(nextStepOf(top, ladder(), start)).toBeUndefined()
    expect(nextStepOf(top, ladder({ repeatsLastStep: true, intervalDays: 14 }), start)?.on).toBe('2026-02-16')
    expect(nextStepOf(item('A'), ladder({ steps: [] }), start)).toBeUndefined()
  })

  it('goes straight to the highest step that its run finds due, where a ladder is not sequential', () => {
    const steep = ladder({
      sequential: false,
      steps: [step(1, 5), step(2, 8)],
      runDays: { _tag: 'DaysOfMonth', days: [31] },
    })
    expect(nextStepOf(item('A'), steep, start)).toEqual({ on: day('2026-01-31'), step: 'past-due-notice' })
  })
})

describe('firstRunDayFrom', () => {
  it('counts the day itself, and finds none where the listed days are over', () => {
    const listed: RunDays = { _tag: 'ListedDays', days: [localDate('2026-03-02'), localDate('2026-02-02')] }
    expect(firstRunDayFrom(listed, localDate('2026-02-02'))).toBe('2026-02-02')
    expect(firstRunDayFrom(listed, localDate('2026-02-03'))).toBe('2026-03-02')
    expect(firstRunDayFrom(listed, localDate('2026-03-03'))).toBeUndefined()
    expect(firstRunDayFrom({ _tag: 'DaysOfMonth', days: [31] }, localDate('2026-02-01'))).toBe('2026-02-28')
  })
})
