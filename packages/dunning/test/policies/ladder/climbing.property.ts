import { addDays, type LocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DunnableItem,
  type ItemLadder,
  type ItemNotice,
  proposeNotices,
  reachedLevel,
} from '../../../src/index.js'
import { item, ladders, start } from '../../ladders.js'

/** An item over months: when it was paid, which of its notices somebody ignored, and when it was held. */
interface Story {
  readonly runs: ReadonlyArray<number>
  readonly paid: number
  readonly ignored: ReadonlyArray<number>
  readonly heldFrom: number
  readonly heldDays: number
}

const stories: fc.Arbitrary<Story> = fc.record({
  runs: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 15 }),
  paid: fc.integer({ min: 0, max: 250 }),
  ignored: fc.array(fc.nat(14), { maxLength: 3 }),
  heldFrom: fc.nat(100),
  heldDays: fc.nat(60),
})

interface Climbed {
  readonly on: LocalDate
  readonly level: number
  readonly ignored: boolean
}

/** The notices of an item, run after run. */
const climb = (
  ladder: ItemLadder,
  { runs, paid, ignored, heldFrom, heldDays }: Story,
  from = start,
): Array<Climbed> => {
  const notices: Array<ItemNotice & Climbed> = []
  let offset = 0
  for (const [place, later] of runs.entries()) {
    offset += later
    const on = addDays(from, offset)
    const lastNotice = reachedLevel(notices)
    const known: DunnableItem = item('A', {
      dueOn: from,
      issuedOn: addDays(from, -30),
      openMinor: offset >= paid ? 0 : 100_00,
      holds: [{ reason: 'manual', from: addDays(from, heldFrom), until: addDays(from, heldFrom + heldDays) }],
      ...(lastNotice === undefined ? {} : { lastNotice }),
    })
    for (const { level } of proposeNotices(ladder, { on, items: [known], credits: [], holds: [] }).lines)
      notices.push({
        level,
        on,
        state: ignored.includes(place) ? 'ignored' : 'sent',
        ignored: ignored.includes(place),
      })
  }
  return notices
}

const free = ladders().map((ladder) => ({ ...ladder, tolerances: [] }))

describe('an item on a ladder', () => {
  it('P-18: rises by one step at most in a run of a sequential ladder', () => {
    fc.assert(
      fc.property(free, stories, (ladder, story) => {
        let reached = 0
        for (const { level, ignored } of climb({ ...ladder, sequential: true }, story)) {
          expect(level).toBeLessThanOrEqual(reached + 1)
          if (!ignored) reached = level
        }
      }),
    )
  })

  it('never falls to a lower level, whatever is ignored or held on the way', () => {
    fc.assert(
      fc.property(free, stories, (ladder, story) => {
        let reached = 0
        for (const { level, ignored } of climb(ladder, story)) {
          const repeats = ladder.repeatsLastStep && level === ladder.steps.length
          expect(level).toBeGreaterThan(repeats ? reached - 1 : reached)
          if (!ignored) reached = level
        }
      }),
    )
  })

  it('P-17: gets no notice more for being paid earlier, and none after', () => {
    fc.assert(
      fc.property(free, stories, fc.nat(60), (ladder, story, earlier) => {
        const [late, soon] = [
          climb(ladder, story),
          climb(ladder, { ...story, paid: Math.max(0, story.paid - earlier) }),
        ]
        expect(soon).toEqual(late.slice(0, soon.length))
        for (const { on } of late) expect(on < addDays(start, story.paid)).toBe(true)
      }),
    )
  })

  it('P-23: is asked for as many days later as all days are moved', () => {
    const withoutMonths = ladders(fc.constantFrom('net-days' as const, 'previous-date' as const))
    fc.assert(
      fc.property(withoutMonths, stories, fc.integer({ min: -500, max: 500 }), (ladder, story, by) => {
        expect(climb(ladder, story, addDays(start, by))).toEqual(
          climb(ladder, story).map((one) => ({ ...one, on: addDays(one.on, by) })),
        )
      }),
    )
  })

  it('goes on after a hold with the step that it waited for', () => {
    fc.assert(
      fc.property(free, stories, (ladder, story) => {
        const sequential = { ...ladder, sequential: true, repeatsLastStep: false }
        const notices = climb(sequential, { ...story, ignored: [] })
        expect(notices.map(({ level }) => level)).toEqual(notices.map((_, index) => index + 1))
      }),
    )
  })
})
