import { addDays, canonicalJson, localDate } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideBatch,
  decidePayment,
  evidenceRuleSet,
  type MatchCandidate,
  type MatchDecision,
  type MatchItem,
  type MatchPayment,
  prepareItems,
  recordMatch,
  ruleSetName,
  verifyMatch,
} from '../../../src/index.js'

const today = localDate('2026-03-01')

/** Small books with few different amounts and days, so that coincidences and twins are common; some with cents that tell amounts apart. */
const items: fc.Arbitrary<ReadonlyArray<MatchItem>> = fc
  .array(
    fc.record({
      minor: fc.oneof(
        fc.integer({ min: 1, max: 12 }).map((n) => n * 50_00),
        fc.integer({ min: 1_000, max: 900_000 }),
      ),
      credit: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      age: fc.integer({ min: 0, max: 6 }),
    }),
    { minLength: 1, maxLength: 11 },
  )
  .map((drafts) =>
    drafts.map(({ minor, credit, age }, at) => ({
      itemId: `7700${at}13`,
      openMinor: credit ? -minor : minor,
      on: addDays(today, -40 - age),
      dueOn: addDays(today, -10 - age),
      identifiers: [`7700${at}13`],
    })),
  )

/** Mostly the sum of some items, sometimes off by a little; the text names some of them, or nothing. */
const question = items.chain((open) =>
  fc
    .record({
      chosen: fc.subarray([...open.keys()], { minLength: 1 }),
      off: fc.constantFrom(0, 0, 0, 0, 1, -1, 500),
      named: fc.subarray([...open.keys()]),
      says: fc.boolean(),
    })
    .map(({ chosen, off, named, says }) => ({
      open,
      payment: {
        paymentId: 'P',
        amountMinor: chosen.reduce((so, at) => so + (open[at]?.openMinor ?? 0), 0) + off,
        receivedOn: today,
        text: says ? named.map((at) => open[at]?.itemId).join(' ') : '',
      } satisfies MatchPayment,
    })),
)

const decide = (open: ReadonlyArray<MatchItem>, payment: MatchPayment): MatchDecision =>
  decidePayment(payment, prepareItems(open), evidenceRuleSet)

const candidatesOf = (decision: MatchDecision): ReadonlyArray<MatchCandidate> => {
  if (decision._tag === 'Apply') return [decision.candidate, ...decision.others]
  return decision._tag === 'Ambiguous' ? decision.candidates : []
}

describe('laws of matching', () => {
  it('permuting items changes no decision', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 10 }), ({ open, payment }, turn) => {
        const turned = [...open.slice(turn % open.length), ...open.slice(0, turn % open.length)].reverse()
        expect(canonicalJson(decide(turned, payment))).toBe(canonicalJson(decide(open, payment)))
      }),
    )
  })

  it('every candidate makes the amount to the cent, from items that are open, each once', () => {
    fc.assert(
      fc.property(question, ({ open, payment }) => {
        const byId = new Map(open.map((item) => [item.itemId, item.openMinor]))
        for (const { itemIds } of candidatesOf(decide(open, payment))) {
          expect(new Set(itemIds).size).toBe(itemIds.length)
          expect(itemIds.reduce((so, id) => so + (byId.get(id) ?? Number.NaN), 0)).toBe(payment.amountMinor)
        }
      }),
    )
  })

  it('no silent guess between equals', () => {
    fc.assert(
      fc.property(question, ({ open, payment }) => {
        const decision = decide(open, { ...payment, text: '' })
        if (decision._tag !== 'Apply') return
        const byId = new Map(open.map((item) => [item.itemId, item]))
        const taken = new Set(decision.candidate.itemIds)
        // Without a text, an item may only stand for one of the same amount when their days are the same too.
        for (const id of taken)
          for (const other of open) {
            const own = byId.get(id)
            if (own === undefined || taken.has(other.itemId) || other.openMinor !== own.openMinor) continue
            const structured = decision.candidate.routes.some(({ rule }) =>
              ['whole-account', 'past-due', 'oldest', 'due-window', 'date-window', 'window-but'].includes(rule),
            )
            if (!structured) expect([other.on, other.dueOn]).toEqual([own.on, own.dueOn])
          }
      }),
    )
  })

  it('what is applied outweighs all else by what the rule set asks', () => {
    fc.assert(
      fc.property(question, ({ open, payment }) => {
        const decision = decide(open, payment)
        const shares = candidatesOf(decision).map(({ posteriorPpm }) => posteriorPpm)
        expect(shares.reduce((so, share) => so + share, 0)).toBeLessThanOrEqual(1_000_000)
        if (decision._tag === 'Apply') expect(decision.candidate.posteriorPpm).toBeGreaterThanOrEqual(994_999)
        expect([...shares].sort((a, b) => b - a)).toEqual(shares)
      }),
    )
  })

  it('the terms of an explanation add up to its score', () => {
    fc.assert(
      fc.property(question, ({ open, payment }) => {
        for (const { routes, terms } of candidatesOf(decide(open, payment))) {
          const priors = routes.reduce(
            (so, { rule, membersCentibits }) => so + (evidenceRuleSet.priors[rule] ?? 0) - membersCentibits,
            0,
          )
          const said = terms.filter(({ what }) => / named/.test(` ${what}`)).filter(({ what }) => /^\d/.test(what))
          const all = terms.reduce((so, { centibits }) => so + centibits, 0)
          expect(all).toBe(priors + said.reduce((so, { centibits }) => so + centibits, 0))
        }
      }),
    )
  })

  it('deciding again gives the same bytes', () => {
    fc.assert(
      fc.property(question, ({ open, payment }) => {
        expect(verifyMatch(recordMatch(payment, open, evidenceRuleSet), evidenceRuleSet)).toEqual({ _tag: 'Stands' })
      }),
    )
  })

  it('one name for one rule set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5_000 }), fc.integer({ min: 2, max: 5_000 }), (one, other) => {
        const name = (oneIn: number): string => ruleSetName({ ...evidenceRuleSet, oneIn })
        expect(name(one) === name(other)).toBe(one === other)
      }),
    )
  })

  const batch = items.chain((open) =>
    fc.array(fc.subarray([...open.keys()], { minLength: 1 }), { minLength: 1, maxLength: 4 }).map((sets) => ({
      open,
      payments: sets.map((set, at): MatchPayment => ({
        paymentId: `P${at}`,
        amountMinor: set.reduce((so, place) => so + (open[place]?.openMinor ?? 0), 0),
        receivedOn: addDays(today, at % 2),
        text: at % 2 === 0 ? set.map((place) => open[place]?.itemId).join(' ') : '',
      })),
    })),
  )

  it('permuting payments changes no decision', () => {
    fc.assert(
      fc.property(batch, ({ open, payments }) => {
        const one = decideBatch(payments, open, evidenceRuleSet)
        expect(decideBatch([...payments].reverse(), open, evidenceRuleSet)).toEqual(one)
      }),
    )
  })

  it('no item is given to two payments', () => {
    fc.assert(
      fc.property(batch, ({ open, payments }) => {
        const given = decideBatch(payments, open, evidenceRuleSet).flatMap(({ decision }) =>
          decision._tag === 'Apply' ? decision.candidate.itemIds : [],
        )
        expect(new Set(given).size).toBe(given.length)
      }),
    )
  })
})
