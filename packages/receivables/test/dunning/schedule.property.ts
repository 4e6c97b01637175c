import type { ItemLadder } from '@quittance/dunning'
import type { EventStore } from '@quittance/event-store'
import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storeWith } from '../ledger/stand.js'
import { type Happening, happenings, ladders, noticesIn, start, told, weeks } from './dunned-account.js'

/** Every third append is written, and nobody is told. */
const crashing = (store: EventStore): EventStore => {
  let asked = 0
  return storeWith(store, (append) => async (...args) => {
    asked += 1
    const result = await append(...args)
    return asked % 3 === 0 ? { _tag: 'Unknown', reason: 'the machine went down' } : result
  })
}
const atTheEnd = (day: number): number => (day === weeks ? 1 : 0)
const daily = { looks: () => 1 }

const levels = (all: ReadonlyArray<Happening>, ladder: ItemLadder) =>
  told(all, ladder, daily).then((facts) => {
    const reached = new Map<string, number>()
    for (const { lines, level } of noticesIn(facts))
      for (const { itemId } of lines) reached.set(itemId, Math.max(level, reached.get(itemId) ?? 0))
    return reached
  })

describe('run days, on a real ledger', () => {
  it('any chunking of the same run days gives the same notices', async () => {
    let given = 0
    await fc.assert(
      fc.asyncProperty(happenings, ladders, fc.array(fc.nat(weeks)), async (all, ladder, days) => {
        const reference = noticesIn(await told(all, ladder, daily))
        given += reference.length
        const schedules = [
          { looks: (day: number) => (day % 7 === 0 ? 1 : atTheEnd(day)) },
          { looks: (day: number) => (day % 30 === 0 ? 1 : atTheEnd(day)) },
          { looks: atTheEnd },
          { looks: () => 2 },
          { looks: (day: number) => (days.includes(day) ? 1 : atTheEnd(day)), storeOf: crashing },
        ]
        for (const schedule of schedules) expect(noticesIn(await told(all, ladder, schedule))).toEqual(reference)
      }),
      { numRuns: 25 },
    )
    expect(given).toBeGreaterThan(5)
  })

  it('of several notices that were caught up on only the last asks for an item', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, ladders, async (all, ladder) => {
        const due = (await told(all, ladder, { looks: atTheEnd })).flatMap((fact) =>
          fact._tag === 'NoticeDue' ? [fact] : [],
        )
        const asked = due.flatMap(({ lines }) => lines.filter(({ supersededBy }) => supersededBy === undefined))
        expect(new Set(asked.map(({ itemId }) => itemId)).size).toBe(asked.length)
        for (const { lines, sendBy } of due)
          expect(sendBy === undefined).toBe(lines.every(({ supersededBy }) => supersededBy !== undefined))
      }),
      { numRuns: 25 },
    )
  })

  it('a sequential ladder rises by one level a run', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, ladders, async (all, any) => {
        const ladder = { ...any, sequential: true }
        const withoutHand = all.filter(({ what }) => what !== 'hand')
        const reached = new Map<string, number>()
        for (const { lines, level } of noticesIn(await told(withoutHand, ladder, daily)))
          for (const { itemId } of lines) {
            expect(level - (reached.get(itemId) ?? 0)).toBeLessThanOrEqual(1)
            reached.set(itemId, level)
          }
      }),
      { numRuns: 25 },
    )
  })

  it('days all moved by as many move the notices by as many', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, ladders, fc.integer({ min: -400, max: 400 }), async (all, ladder, days) => {
        const every = { _tag: 'EveryDays', from: start, days: 3 } as const
        const there = noticesIn(await told(all, { ...ladder, runDays: every }, daily))
        const from = addDays(start, days)
        const moved = { ...ladder, runDays: { ...every, from } }
        const back = noticesIn(await told(all, moved, { ...daily, from })).map((notice) => ({
          ...notice,
          on: addDays(notice.on, -days),
          lines: notice.lines.map((line) => ({ ...line, dueOn: addDays(line.dueOn, -days) })),
        }))
        const named = (notices: typeof there) => notices.map(({ noticeId: _noticeId, ...notice }) => notice)
        expect(named(back)).toEqual(named(there))
      }),
      { numRuns: 25 },
    )
  })

  it('a payment applied earlier never raises a level', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, ladders, fc.nat(20), fc.nat(20), async (all, any, at, days) => {
        const steps = any.steps.map(({ minimums: _minimums, ...step }) => step)
        const ladder = { ...any, steps }
        // A dispute over more than is left is refused: of the item that is paid there is none, so that both histories are told alike.
        const others = all.filter(
          ({ what, item }) => ['invoice', 'hold'].includes(what) || (what === 'dispute' && item !== at % 4),
        )
        const issued = others.find(({ what, item }) => what === 'invoice' && item === at % 4)?.day
        // Money for what was never billed is applied to nothing.
        if (issued === undefined) return
        const paid = { what: 'pay' as const, item: at % 4, amount: 99_99, day: Math.min(weeks, issued + days) }
        const late = await levels([...others, paid], ladder)
        const early = await levels([...others, { ...paid, day: Math.max(issued, paid.day - 5) }], ladder)
        for (const [itemId, level] of early) expect(level).toBeLessThanOrEqual(late.get(itemId) ?? 0)
      }),
      { numRuns: 25 },
    )
  })
})
