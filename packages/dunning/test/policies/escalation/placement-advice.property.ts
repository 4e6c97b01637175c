import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placementAdvice, type PlacementEvidence, shippedPlacementPolicy } from '../../../src/index.js'

const on = localDate('2026-06-30')
const seen = (daysAgo: number, factId = `fact-${daysAgo}`) => ({ factId, on: addDays(on, -daysAgo) })
const nothing: PlacementEvidence = {
  on,
  items: [],
  hasPlan: false,
  touches: [],
  brokenPromises: [],
  excuses: [],
  bouncedPayments: [],
  admissions: [],
}
const ago = fc.tuple(fc.nat(120), fc.uuid()).map(([daysAgo, factId]) => seen(daysAgo, factId))
const evidence: fc.Arbitrary<PlacementEvidence> = fc.record({
  on: fc.constant(on),
  items: fc.array(
    fc.tuple(ago, fc.nat(200)).map(([fact, late]) => ({ ...fact, dueOn: addDays(on, -late) })),
    { maxLength: 3 },
  ),
  hasPlan: fc.boolean(),
  touches: fc.array(
    fc
      .tuple(
        ago,
        fc.constantFrom('call', 'e-mail', 'letter'),
        fc.constantFrom('no-answer', 'sent', 'voicemail', 'refused', 'reached'),
      )
      .map(([fact, channel, outcome]) => ({ ...fact, channel, outcome })),
    { maxLength: 6 },
  ),
  brokenPromises: fc.array(
    fc.tuple(ago, fc.constantFrom(0, 50_00)).map(([fact, receivedMinor]) => ({ ...fact, receivedMinor })),
    { maxLength: 3 },
  ),
  excuses: fc.array(
    fc.tuple(ago, fc.constantFrom('cheque-sent', 'no-invoice')).map(([fact, code]) => ({ ...fact, code })),
    { maxLength: 3 },
  ),
  bouncedPayments: fc.array(ago, { maxLength: 2 }),
  admissions: fc.array(ago, { maxLength: 2 }),
})
const names = (of: PlacementEvidence) => placementAdvice(of, shippedPlacementPolicy).signals.map(({ signal }) => signal)

describe('placementAdvice', () => {
  it('every signal names a fact that shows it', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        const known = new Set(
          [of.items, of.touches, of.brokenPromises, of.excuses, of.bouncedPayments, of.admissions]
            .flat()
            .map(({ factId }) => factId),
        )
        for (const { factIds } of placementAdvice(of, shippedPlacementPolicy).signals) {
          expect(factIds.length).toBeGreaterThan(0)
          for (const factId of factIds) expect(known).toContain(factId)
        }
      }),
    )
  })

  it('more evidence never takes a signal away, but for an answer or money', () => {
    fc.assert(
      fc.property(evidence, evidence, (of, more) => {
        const both: PlacementEvidence = {
          ...of,
          items: [...of.items, ...more.items],
          touches: [
            ...of.touches,
            ...more.touches.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'reached'),
          ],
          brokenPromises: [...of.brokenPromises, ...more.brokenPromises],
          excuses: [...of.excuses, ...more.excuses],
          bouncedPayments: [...of.bouncedPayments, ...more.bouncedPayments],
          admissions: [...of.admissions, ...more.admissions],
        }
        expect(names(both)).toEqual(expect.arrayContaining([...names(of)]))
      }),
    )
  })

  it('advises on three signals, or on age that nobody has a plan for', () => {
    const two: PlacementEvidence = { ...nothing, bouncedPayments: [seen(3)], admissions: [seen(2)] }
    expect(placementAdvice(two, shippedPlacementPolicy)).toMatchObject({ advised: false, because: [] })
    const refused = { ...seen(1), channel: 'call', outcome: 'refused' }
    expect(placementAdvice({ ...two, touches: [refused] }, shippedPlacementPolicy)).toMatchObject({
      advised: true,
      because: ['signals'],
    })
    const old = (days: number, hasPlan: boolean): PlacementEvidence => ({
      ...nothing,
      hasPlan,
      items: [{ ...seen(120), dueOn: addDays(on, -days) }],
    })
    expect(placementAdvice(old(90, false), shippedPlacementPolicy).advised).toBe(false)
    expect(placementAdvice(old(91, false), shippedPlacementPolicy).because).toEqual(['age-without-plan'])
    expect(placementAdvice(old(91, true), shippedPlacementPolicy).advised).toBe(false)
  })

  it('calls it silence after three contacts on two channels without an answer or money', () => {
    const touch = (daysAgo: number, channel: string, outcome: string) => ({ ...seen(daysAgo), channel, outcome })
    const silent = [touch(9, 'call', 'no-answer'), touch(6, 'e-mail', 'sent'), touch(3, 'call', 'voicemail')]
    expect(names({ ...nothing, touches: silent })).toEqual(['silence'])
    expect(names({ ...nothing, touches: silent.slice(1) })).toEqual([])
    expect(names({ ...nothing, touches: silent.map((one) => ({ ...one, channel: 'call' })) })).toEqual([])
    expect(names({ ...nothing, touches: [...silent, touch(1, 'call', 'reached')] })).toEqual([])
    expect(names({ ...nothing, touches: silent, lastMoneyOn: addDays(on, -5) })).toEqual([])
  })

  it('takes a final demand for ignored after its deadline, unless money came', () => {
    const finalDemand = { ...seen(15), deadlineOn: addDays(on, -1) }
    expect(names({ ...nothing, finalDemand })).toEqual(['final-demand-ignored'])
    expect(names({ ...nothing, finalDemand: { ...finalDemand, deadlineOn: on } })).toEqual([])
    expect(names({ ...nothing, finalDemand, lastMoneyOn: addDays(on, -10) })).toEqual([])
  })
})
