import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CallCandidate, callRestReasons } from '../../../src/index.js'

const today = localDate('2026-06-30')
const candidate: fc.Arbitrary<CallCandidate> = fc
  .record({
    pastDueMinor: fc.constantFrom(0, 50_00, 100_00),
    disputedMinor: fc.constantFrom(0, 50_00, 100_00),
    promised: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
    contacted: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    isPlaced: fc.boolean(),
  })
  .map(({ promised, contacted, ...one }) => ({
    ...one,
    ...(promised === undefined ? {} : { promisedUntil: addDays(today, promised) }),
    ...(contacted === undefined ? {} : { lastContactOn: addDays(today, -contacted) }),
  }))
const plain: CallCandidate = { pastDueMinor: 1, disputedMinor: 0, isPlaced: false }
const tags = (...args: Parameters<typeof callRestReasons>): ReadonlyArray<string> =>
  callRestReasons(...args).map(({ _tag }) => _tag)

describe('callRestReasons', () => {
  it('nobody is called about money that is disputed or promised in time', () => {
    fc.assert(
      fc.property(candidate, fc.nat(7), fc.boolean(), (one, quietDays, quietOnLastDay) => {
        const reasons = callRestReasons(one, today, { quietDays, quietOnLastDay })
        if (one.pastDueMinor <= one.disputedMinor) expect(reasons).toContainEqual({ _tag: 'NothingToAskFor' })
        if (one.promisedUntil !== undefined && one.promisedUntil >= today)
          expect(reasons.map(({ _tag }) => _tag)).toContain('PromiseInTime')
        for (const reason of reasons)
          if ('freeFrom' in reason) {
            expect(reason.freeFrom > today).toBe(true)
            const then = callRestReasons(one, reason.freeFrom, { quietDays, quietOnLastDay })
            expect(then.map(({ _tag }) => _tag)).not.toContain(reason._tag)
          }
      }),
    )
  })

  it('leaves a customer alone for the quiet days; the policy says about the last of them', () => {
    const three = { quietDays: 3, quietOnLastDay: false }
    expect(tags({ ...plain, lastContactOn: addDays(today, -2) }, today, three)).toEqual(['ContactedLately'])
    expect(tags({ ...plain, lastContactOn: addDays(today, -3) }, today, three)).toEqual([])
    const still = { quietDays: 3, quietOnLastDay: true }
    expect(tags({ ...plain, lastContactOn: addDays(today, -3) }, today, still)).toEqual(['ContactedLately'])
    expect(tags({ ...plain, lastContactOn: addDays(today, -4) }, today, still)).toEqual([])
    expect(tags({ ...plain, lastContactOn: today }, today, { quietDays: 0, quietOnLastDay: true })).toEqual([])
  })

  it('waits for a promise on its last day, and not on the day after', () => {
    expect(tags({ ...plain, promisedUntil: today }, today)).toEqual(['PromiseInTime'])
    expect(tags({ ...plain, promisedUntil: addDays(today, -1) }, today)).toEqual([])
  })

  it('calls about what is not disputed, and never for what others collect', () => {
    expect(tags({ ...plain, pastDueMinor: 100, disputedMinor: 99 }, today)).toEqual([])
    expect(tags({ ...plain, pastDueMinor: 100, disputedMinor: 100, isPlaced: true }, today)).toEqual([
      'NothingToAskFor',
      'PlacedOutside',
    ])
  })
})
