import { addDays, canonicalJson } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  candidatePlan,
  decideBatch,
  evidenceRuleSet,
  type MatchItem,
  type MatchPayment,
  recordMatch,
  ruleSetName,
  verifyMatch,
} from '../../../src/index.js'
import { books, candidatesOf, countings, decide, questions, today, valuesOf, worthOf } from './questions.js'

describe('laws of matching', () => {
  it('permuting items changes no decision', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 10 }), ({ open, payment }, turn) => {
        const turned = [...open.slice(turn % open.length), ...open.slice(0, turn % open.length)].reverse()
        expect(canonicalJson(decide(turned, payment))).toBe(canonicalJson(decide(open, payment)))
      }),
    )
  })

  it('every candidate makes the amount to the cent, from items that are open, each once', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        for (const candidate of candidatesOf(decide(open, payment))) {
          expect(new Set(candidate.itemIds).size).toBe(candidate.itemIds.length)
          expect(candidatePlan(candidate, open, payment)).toMatchObject({ pennyMinor: 0, remainderMinor: 0 })
        }
      }),
    )
  })

  it('no silent guess between equals', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const decision = decide(open, { ...payment, text: '' })
        if (decision._tag !== 'Apply') return
        const byId = new Map(open.map((item) => [item.itemId, item]))
        const taken = new Set(decision.candidate.itemIds)
        const linked = new Set(
          open.flatMap(({ itemId, linkedTo }) => (linkedTo === undefined ? [] : [itemId, linkedTo])),
        )
        const cashOf = new Map(
          candidatePlan(decision.candidate, open, payment).lines.map((line) => [line.itemId, line]),
        )
        const isByStructure = decision.candidate.routes.some(({ rule }) =>
          ['whole-account', 'past-due', 'oldest', 'due-window', 'date-window', 'window-but'].includes(rule),
        )
        const isPaidWith = (id: string, other: MatchItem): boolean => {
          const swapped = open.filter(({ itemId }) => itemId === other.itemId || (itemId !== id && taken.has(itemId)))
          return countings.some(
            (counting) => swapped.reduce((so, one) => so + worthOf(one, counting), 0) === payment.amountMinor,
          )
        }
        // Without a text, an item may only stand for one that is worth the same, the others counted in the same way, when
        // nothing tells the two apart. Who takes a discount on some items and pays others in full is not looked for.
        for (const id of taken)
          for (const other of open) {
            const own = byId.get(id)
            const paidMinor = cashOf.get(id)?.cashMinor
            if (own === undefined || paidMinor === undefined || taken.has(other.itemId) || isByStructure) continue
            // What a linked credit and its charge are worth is their difference.
            if (linked.has(id) || linked.has(other.itemId)) continue
            if (valuesOf(other).includes(paidMinor) && isPaidWith(id, other))
              expect([other.on, other.dueOn, other.discount]).toEqual([own.on, own.dueOn, own.discount])
          }
      }),
    )
  })

  it('what is applied outweighs all else by what the rule set asks', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
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
      fc.property(questions, ({ open, payment }) => {
        for (const { routes, terms } of candidatesOf(decide(open, payment))) {
          const priors = routes.reduce(
            (so, { rule, membersCentibits, adjustments = [] }) =>
              so +
              (evidenceRuleSet.priors[rule] ?? 0) -
              membersCentibits +
              adjustments.reduce((cost, one) => cost + (evidenceRuleSet.adjustments[one] ?? 0), 0),
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
      fc.property(questions, ({ open, payment }) => {
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

  const batch = books.chain((open) =>
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
