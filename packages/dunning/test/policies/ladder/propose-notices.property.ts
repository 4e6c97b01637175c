import { addDays, sumMinor } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  askedOfItem,
  coverWithCredits,
  creditsInNotice,
  type DunnableItem,
  fallBack,
  proposeNotices,
  reachedLevel,
  type RunQuestion,
} from '../../../src/index.js'
import { credits, day, days, items, ladders, questions } from '../../ladders.js'

/** A ladder and a question, all days moved. */
const moved = (question: RunQuestion, by: number): RunQuestion => ({
  ...question,
  on: addDays(question.on, by),
  credits: question.credits.map((credit) => ({ ...credit, since: addDays(credit.since, by) })),
  items: question.items.map((item): DunnableItem => ({
    ...item,
    dueOn: addDays(item.dueOn, by),
    issuedOn: addDays(item.issuedOn, by),
    holds: item.holds.map((hold) => ({
      ...hold,
      from: addDays(hold.from, by),
      ...(hold.until === undefined ? {} : { until: addDays(hold.until, by) }),
    })),
    ...(item.promised === undefined ? {} : { promised: { ...item.promised, until: addDays(item.promised.until, by) } }),
    ...(item.lastNotice === undefined
      ? {}
      : { lastNotice: { ...item.lastNotice, on: addDays(item.lastNotice.on, by) } }),
  })),
})

describe('proposeNotices', () => {
  it('law: no item is asked for twice in a run, nor above its open balance', () => {
    fc.assert(
      fc.property(ladders(), questions, (ladder, question) => {
        const { lines, held, skipped } = proposeNotices(ladder, question)
        const named = [...lines, ...held, ...skipped].map(({ itemId }) => itemId)
        expect(new Set(named).size).toBe(named.length)
        for (const { amountMinor, openMinor } of lines) {
          expect(amountMinor).toBeGreaterThan(0)
          expect(amountMinor).toBeLessThanOrEqual(openMinor)
        }
      }),
    )
  })

  it('law: paying earlier never causes a notice', () => {
    fc.assert(
      fc.property(ladders(), questions, fc.nat(5), fc.nat(1000), (ladder, question, place, paidMinor) => {
        const paid = question.items.map((item, index) =>
          index === place ? { ...item, openMinor: Math.max(0, item.openMinor - paidMinor) } : item,
        )
        const askedFor = (all: RunQuestion): ReadonlyMap<string, number> =>
          new Map(proposeNotices(ladder, all).lines.map(({ itemId, amountMinor }) => [itemId, amountMinor]))
        const [before, after] = [
          askedFor({ ...question, credits: [] }),
          askedFor({ ...question, credits: [], items: paid }),
        ]
        for (const [itemId, amountMinor] of after) expect(amountMinor).toBeLessThanOrEqual(before.get(itemId) ?? 0)
      }),
    )
  })

  it('law: dates all moved by as many days move the notices by as many', () => {
    const untilMonthsMatter = ladders(fc.constantFrom('net-days' as const, 'previous-date' as const))
    fc.assert(
      fc.property(untilMonthsMatter, questions, fc.integer({ min: -400, max: 400 }), (ladder, question, by) => {
        const [here, there] = [proposeNotices(ladder, question), proposeNotices(ladder, moved(question, by))]
        expect(there.lines).toEqual(here.lines.map((line) => ({ ...line, dueOn: addDays(line.dueOn, by) })))
        expect(there.skipped).toEqual(here.skipped)
        expect(there.held.map(({ itemId }) => itemId)).toEqual(here.held.map(({ itemId }) => itemId))
      }),
    )
  })
})

describe('askedOfItem', () => {
  it('law: what is asked is never more than what is open, undisputed and not promised for later', () => {
    fc.assert(
      fc.property(items, days, (all, on) => {
        for (const item of all) {
          const { amountMinor, because } = askedOfItem(item, [], on)
          const promisedMinor = item.promised !== undefined && item.promised.until >= on ? item.promised.amountMinor : 0
          expect(amountMinor).toBeGreaterThanOrEqual(0)
          expect(amountMinor).toBeLessThanOrEqual(Math.max(0, item.openMinor - item.disputedMinor))
          expect(amountMinor).toBeLessThanOrEqual(Math.max(0, item.openMinor - promisedMinor))
          if (amountMinor < item.openMinor) expect(because).toBeDefined()
        }
      }),
    )
  })
})

describe('coverWithCredits', () => {
  it('law: no minor unit of a credit covers twice, and none another currency', () => {
    fc.assert(
      fc.property(items, credits, days, (all, held, on) => {
        const asks = all.map((item) => ({ item, amountMinor: item.openMinor }))
        const covered = coverWithCredits(asks, held, on, 30)
        for (const currency of ['EUR', 'USD']) {
          const taken = sumMinor(covered.filter((_, index) => all[index]?.currency === currency))
          const there = held.filter((credit) => credit.currency === currency).map(({ amountMinor }) => amountMinor)
          expect(taken).toBeLessThanOrEqual(sumMinor(there))
        }
        for (const [index, minor] of covered.entries()) expect(minor).toBeLessThanOrEqual(all[index]?.openMinor ?? 0)
      }),
    )
  })
})

describe('creditsInNotice', () => {
  it('law: a credit stands in a notice of its own currency, at a level asked for or reached there', () => {
    fc.assert(
      fc.property(ladders(), questions, (ladder, question) => {
        const { lines } = proposeNotices({ ...ladder, credits: 'left-aside' }, question)
        for (const credit of creditsInNotice(lines, question.credits, question.items)) {
          const levels = [
            ...lines.filter(({ currency }) => currency === credit.currency).map(({ level }) => level),
            ...question.items.map(({ lastNotice }) => lastNotice?.level),
          ]
          expect(lines.some(({ currency }) => currency === credit.currency)).toBe(true)
          expect(levels).toContain(credit.level)
        }
      }),
    )
  })
})

describe('fallBack', () => {
  it('law: a minimum never raises a level', () => {
    fc.assert(
      fc.property(
        ladders(),
        fc.array(fc.tuple(fc.nat(3), fc.nat(1000), fc.nat(3)), { maxLength: 5 }),
        fc.array(fc.nat(1500), { minLength: 4, maxLength: 4 }),
        (ladder, rows, minimums) => {
          const steps = ladder.steps.map((step, index) => ({
            ...step,
            minimums: [{ currency: 'EUR', minor: minimums[index] ?? 0 }],
          }))
          const asks = rows.flatMap(([place, amountMinor, reached]) => {
            const step = steps[place]
            return step === undefined ? [] : [{ currency: 'EUR', amountMinor, step, reached }]
          })
          const found = fallBack(asks, steps, () => 5000)
          for (const [index, ask] of asks.entries())
            expect(found[index]?.level ?? 0).toBeLessThanOrEqual(ask.step.level)
        },
      ),
    )
  })
})

describe('reachedLevel', () => {
  it('law: a notice that is ignored or has failed changes no level', () => {
    const notices = fc.array(
      fc.record({
        level: fc.integer({ min: 1, max: 4 }),
        on: days,
        state: fc.constantFrom('due' as const, 'sent' as const, 'ignored' as const, 'failed' as const),
      }),
    )
    fc.assert(
      fc.property(notices, days, fc.constantFrom('ignored' as const, 'failed' as const), (all, on, state) => {
        expect(reachedLevel([...all, { level: 4, on, state }])).toEqual(reachedLevel(all))
      }),
    )
    expect(reachedLevel([{ level: 1, on: day('2026-01-01'), state: 'due' }])).toBeDefined()
  })
})
