import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escalate, type EscalationCase, type EscalationItem, type EscalationPolicy } from '../../../src/index.js'

const day = localDate('2026-05-01')

const policy: fc.Arbitrary<EscalationPolicy> = fc.record({
  id: fc.constant('test'),
  version: fc.constant(1),
  finalDemandAfterDays: fc.nat(20),
  agencyAfterDays: fc.nat(20),
  agencyMinimums: fc.nat(500_00).map((minor) => [{ currency: 'EUR', minor }]),
  minimumPer: fc.constantFrom('item', 'account'),
  guardsHold: fc.constantFrom('item', 'account'),
  needsApproval: fc.boolean(),
  needsDocuments: fc.boolean(),
})
const item: fc.Arbitrary<Omit<EscalationItem, 'itemId'>> = fc
  .record({
    openMinor: fc.nat(400_00),
    disputed: fc.boolean(),
    promised: fc.option(fc.integer({ min: -5, max: 20 }), { nil: undefined }),
    documentsComplete: fc.boolean(),
  })
  .map(({ openMinor, disputed, promised, documentsComplete }) => ({
    currency: 'EUR',
    openMinor,
    disputedMinor: disputed ? Math.ceil(openMinor / 2) : 0,
    documentsComplete,
    ...(promised === undefined ? {} : { promisedUntil: addDays(day, promised) }),
  }))
const account: fc.Arbitrary<EscalationCase> = fc
  .record({
    noticed: fc.option(fc.nat(30), { nil: undefined }),
    demanded: fc.option(fc.nat(30), { nil: undefined }),
    approved: fc.boolean(),
    items: fc.array(item, { maxLength: 5 }),
  })
  .map(({ noticed, demanded, approved, items }) => ({
    on: day,
    approved,
    items: items.map((one, at) => ({ ...one, itemId: `I${at}` })),
    ...(noticed === undefined ? {} : { lastNoticeOn: addDays(day, -noticed) }),
    ...(demanded === undefined ? {} : { finalDemandOn: addDays(day, -demanded) }),
  }))

const touched = (one: ReturnType<typeof escalate>): ReadonlyArray<string> =>
  one._tag === 'SendFinalDemand' ? one.items : one._tag === 'PlaceWithAgency' ? [...one.place, ...one.review] : []

describe('escalate', () => {
  it('no final demand and no placement covers a disputed item', () => {
    fc.assert(
      fc.property(account, policy, (of, under) => {
        const disputed = of.items.filter(({ disputedMinor }) => disputedMinor > 0).map(({ itemId }) => itemId)
        const step = escalate(of, under)
        for (const itemId of disputed) expect(touched(step)).not.toContain(itemId)
      }),
    )
  })

  it('every open item at the end of the ladder is asked for, placed, reviewed or held with a reason', () => {
    fc.assert(
      fc.property(account, policy, (of, under) => {
        const step = escalate(of, under)
        if (step._tag === 'NothingDue') return
        const all = [...touched(step), ...step.held.map(({ itemId }) => itemId)]
        const open = of.items.filter(({ openMinor }) => openMinor > 0).map(({ itemId }) => itemId)
        expect(all.toSorted()).toEqual(open.toSorted())
      }),
    )
  })

  it('shifting every day leaves the escalation unchanged', () => {
    fc.assert(
      fc.property(account, policy, fc.integer({ min: -1000, max: 1000 }), (of, under, by) => {
        const shifted: EscalationCase = {
          on: addDays(of.on, by),
          approved: of.approved,
          items: of.items.map((one) =>
            one.promisedUntil === undefined ? one : { ...one, promisedUntil: addDays(one.promisedUntil, by) },
          ),
          ...(of.lastNoticeOn === undefined ? {} : { lastNoticeOn: addDays(of.lastNoticeOn, by) }),
          ...(of.finalDemandOn === undefined ? {} : { finalDemandOn: addDays(of.finalDemandOn, by) }),
        }
        expect(escalate(shifted, under)).toEqual(escalate(of, under))
      }),
    )
  })
})
