import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DunnableItem, stepDueOn, stepForItem } from '../../../src/index.js'
import { days, items, ladders } from '../../ladders.js'

const oneItem: fc.Arbitrary<DunnableItem> = items
  .filter((all) => all.length > 0)
  .map(([first]) => first as DunnableItem)

describe('stepDueOn', () => {
  it('law: a step comes no earlier for more days of delay, of grace or between notices', () => {
    fc.assert(
      fc.property(ladders(), oneItem, fc.nat(10), fc.nat(10), fc.nat(10), (ladder, item, delay, grace, interval) => {
        for (const step of ladder.steps) {
          const before = stepDueOn(step, item, ladder)
          const later = { ...step, delayDays: step.delayDays + delay }
          const after = stepDueOn(later, item, {
            steps: ladder.steps.map((one) => (one === step ? later : one)),
            graceDays: ladder.graceDays + grace,
            intervalDays: (ladder.intervalDays ?? 0) + interval,
          })
          if (before === undefined || after === undefined) expect(after).toBe(before)
          else expect(after >= before).toBe(true)
        }
      }),
    )
  })
})

describe('stepForItem', () => {
  it('law: a sequential ladder rises by one step a run', () => {
    fc.assert(
      fc.property(ladders(), oneItem, days, (ladder, item, on) => {
        const step = stepForItem(item, { ...ladder, sequential: true, repeatsLastStep: false }, on)
        const reached = item.lastNotice?.level ?? 0
        if (step !== undefined) expect(step.level).toBe(reached + 1)
      }),
    )
  })

  it('law: without a notice in between a later day is never a lower step', () => {
    fc.assert(
      fc.property(ladders(), oneItem, days, days, (ladder, item, one, other) => {
        const [on, later] = one <= other ? [one, other] : [other, one]
        const levelOn = (day: typeof on): number => stepForItem(item, ladder, day)?.level ?? 0
        expect(levelOn(later)).toBeGreaterThanOrEqual(levelOn(on))
      }),
    )
  })
})
