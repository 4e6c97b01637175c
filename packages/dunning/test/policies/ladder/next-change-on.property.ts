import { addDays, type LocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ItemLadder, nextChangeOn, proposeNotices } from '../../../src/index.js'
import { day, item, ladder, ladders, question, questions, start, step } from '../../ladders.js'

const withWindows = fc
  .tuple(ladders(), fc.constantFrom(undefined, 0, 5, 30), fc.constantFrom(undefined, 0, 10, 60))
  .map(([any, postingWindowDays, minArrearsDays]): ItemLadder => ({
    ...any,
    ...(postingWindowDays === undefined ? {} : { postingWindowDays }),
    ...(minArrearsDays === undefined ? {} : { minArrearsDays }),
  }))

describe('nextChangeOn', () => {
  it('law: where nothing is asked nothing is until the next change', () => {
    let quiet = 0
    let woken = 0
    fc.assert(
      fc.property(withWindows, questions, (any, asked) => {
        if (proposeNotices(any, asked).lines.length > 0) return
        const next = nextChangeOn(any, asked)
        for (let on = addDays(asked.on, 1); on < (next ?? addDays(start, 300)); on = addDays(on, 1)) {
          quiet += 1
          expect(proposeNotices(any, { ...asked, on }).lines).toEqual([])
        }
        if (next !== undefined && proposeNotices(any, { ...asked, on: next }).lines.length > 0) woken += 1
      }),
      { numRuns: 300 },
    )
    expect(quiet).toBeGreaterThan(100)
    expect(woken).toBeGreaterThan(0)
  })

  it.each<[string, LocalDate | undefined, Partial<ItemLadder>, Parameters<typeof item>[1]]>([
    ['the day of the next step', day('2026-01-11'), {}, {}],
    ['the day after a promise', day('2026-01-08'), {}, { promised: { amountMinor: 1, until: day('2026-01-07') } }],
    [
      'the day after a hold',
      day('2026-01-10'),
      {},
      { holds: [{ reason: 'court', from: start, until: day('2026-01-09') }] },
    ],
    ['a day of arrears', day('2026-01-08'), { minArrearsDays: 7 }, {}],
    [
      'the end of the interval, where the last step is repeated',
      day('2026-01-09'),
      { repeatsLastStep: true, intervalDays: 6 },
      { lastNotice: { level: 3, on: day('2026-01-03') } },
    ],
    ['nothing after the last step', undefined, {}, { lastNotice: { level: 3, on: day('2026-01-03') } }],
    ['nothing for what is paid', undefined, {}, { openMinor: 0 }],
  ])('is %s', (_, expected, terms, parts) => {
    expect(nextChangeOn(ladder(terms), question('2026-01-05', [item('A', parts)]))).toBe(expected)
  })

  it('is the day after the last on which credit may lie in hand', () => {
    const credits = [{ creditId: 'R-1', currency: 'EUR', amountMinor: 100_00, since: day('2026-01-02') }]
    const asked = question('2026-01-05', [item('A')], { credits })
    expect(nextChangeOn(ladder({ postingWindowDays: 5, steps: [step(1, 0)] }), asked)).toBe('2026-01-08')
  })
})
