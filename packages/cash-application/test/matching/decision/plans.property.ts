import { addDays, canonicalJson, decimal } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  candidatePlan,
  decideBatch,
  demandsFor,
  type EvidenceRuleSet,
  evidenceRuleSet,
  type MatchItem,
  type MatchPayment,
  type MatchPlan,
  type MatchRule,
  type OfferedDiscount,
} from '../../../src/index.js'
import { answerIn, candidatesOf, decide, questions, today, valuesOf } from './questions.js'

const permissive: EvidenceRuleSet = {
  ...evidenceRuleSet,
  id: 'permissive',
  oneIn: 2,
  permits: ['earned-discount', 'unearned-discount', 'small-difference', 'bank-fee', 'short-pay', 'cross-account'],
}

const tolerant: EvidenceRuleSet = {
  ...permissive,
  id: 'tolerant',
  adjustments: { ...evidenceRuleSet.adjustments, 'small-difference': -300, 'bank-fee': -300 },
  tolerance: { centsMinor: [1, -1, 2, -2], bankFeesMinor: [5_00] },
}

const worthLess = ({ openMinor, discount }: MatchItem): number =>
  discount === undefined ? openMinor : openMinor - Math.round(openMinor * 0.02)

const expired = (baseMinor: number): OfferedDiscount => ({
  taxMode: 'never-reduced',
  baseMinor,
  graceDays: 0,
  tiers: [{ lastDay: addDays(today, -1), percent: decimal('2') }],
})

const plansOf = (
  open: ReadonlyArray<MatchItem>,
  payment: MatchPayment,
  ruleSet: EvidenceRuleSet,
): ReadonlyArray<MatchPlan> => {
  const answer = answerIn(decide(open, payment, ruleSet))
  const misses = answer._tag === 'None' || answer._tag === 'Ambiguous' ? answer.nearMisses : []
  return [...candidatesOf(answer).map((one) => candidatePlan(one, open, payment)), ...misses.map(({ plan }) => plan)]
}

describe('laws of plans', () => {
  it('cash, penny and remainder of a plan are the payment', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(evidenceRuleSet, permissive, tolerant), ({ open, payment }, ruleSet) => {
        for (const { lines, pennyMinor, remainderMinor } of plansOf(open, payment, ruleSet)) {
          const cashMinor = lines.reduce((so, line) => so + line.cashMinor, 0)
          expect(cashMinor + pennyMinor + remainderMinor).toBe(payment.amountMinor)
        }
      }),
    )
  })

  it('nothing in a plan crosses zero', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(permissive, tolerant), ({ open, payment }, ruleSet) => {
        const openOf = new Map(open.map(({ itemId, openMinor }) => [itemId, openMinor]))
        for (const { lines, pennyMinor, remainderMinor } of plansOf(open, payment, ruleSet)) {
          expect(pennyMinor).toBeGreaterThanOrEqual(0)
          expect(remainderMinor).toBeGreaterThanOrEqual(0)
          expect(new Set(lines.map(({ itemId }) => itemId)).size).toBe(lines.length)
          for (const { itemId, cashMinor, differences, openMinor } of lines) {
            const before = openOf.get(itemId) ?? Number.NaN
            const sign = Math.sign(before)
            const closed = differences.reduce(
              (so, { _tag, amountMinor }) => so + (_tag === 'Deduction' ? 0 : amountMinor),
              0,
            )
            expect(cashMinor + closed + openMinor).toBe(before)
            expect(cashMinor * sign).toBeGreaterThan(0)
            expect(openMinor * sign).toBeGreaterThanOrEqual(0)
            for (const { amountMinor } of differences) expect(amountMinor).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  it('a short payment is never applied without permission', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const decision = decide(open, payment)
        if (decision._tag !== 'Apply') return
        const plan = candidatePlan(decision.candidate, open, payment)
        expect(plan.remainderMinor).toBe(0)
        for (const { openMinor } of plan.lines) expect(openMinor).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('a discount is what the terms grant on the day, or unearned, named and permitted', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const decision = decide(open, payment)
        for (const { notInFull } of candidatesOf(decision))
          for (const { itemId, differences } of notInFull)
            for (const difference of differences) {
              const item = open.find((one) => one.itemId === itemId) as MatchItem
              if (difference._tag !== 'Discount') throw new Error(difference._tag)
              const meant = [itemId, ...open.filter(({ linkedTo }) => linkedTo === itemId).map((one) => one.itemId)]
              const mostMinor = item.openMinor - worthLess(item)
              // A linked credit shrinks the base.
              if (meant.length > 1) expect(difference.amountMinor).toBeLessThanOrEqual(mostMinor)
              else expect(difference.amountMinor).toBe(mostMinor)
              if (difference.kind === 'earned') expect(valuesOf(item)).toHaveLength(2)
              else expect([meant.some((id) => payment.text.includes(id)), decision._tag]).toEqual([true, 'Ambiguous'])
            }
      }),
    )
  })

  it('the same items with the same differences are listed once', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(evidenceRuleSet, tolerant), ({ open, payment }, ruleSet) => {
        const keys = candidatesOf(decide(open, payment, ruleSet)).map(({ itemIds, notInFull, pennyMinor }) =>
          canonicalJson([itemIds, notInFull, pennyMinor]),
        )
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('terms that grant nothing on the day change no decision of a payment without text', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const silent = { ...payment, text: '' }
        const without = open.map(({ discount: _, ...item }) => item)
        const late = without.map((item) => ({ ...item, discount: expired(item.openMinor) }))
        const same = (one: ReadonlyArray<MatchItem>): string => canonicalJson(decide(one, silent))
        const alike = new Set(open.map(({ openMinor }) => openMinor)).size === open.length
        if (alike) expect(same(late)).toBe(same(without))
      }),
    )
  })

  it('items of another currency change no decision', () => {
    fc.assert(
      fc.property(questions, questions, ({ open, payment }, other) => {
        const euros = { ...payment, currency: 'EUR' }
        const dollars = other.open.map((item) => ({ ...item, itemId: `${item.itemId} $`, currency: 'USD' }))
        expect(canonicalJson(decide([...open, ...dollars], euros))).toBe(canonicalJson(decide(open, euros)))
      }),
    )
  })

  it('a linked pair that cancels exactly changes no decision', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 900_000 }), ({ open, payment }, minor) => {
        const charge: MatchItem = { itemId: 'D', openMinor: minor, on: today, dueOn: today, identifiers: [] }
        const pair = [charge, { ...charge, itemId: 'C', openMinor: 0 - minor, linkedTo: 'D' }]
        expect(canonicalJson(decide([...open, ...pair], payment))).toBe(canonicalJson(decide(open, payment)))
      }),
    )
  })

  it('items on accounts outside the family change no decision', () => {
    fc.assert(
      fc.property(questions, questions, ({ open, payment }, other) => {
        const own = { ...payment, accounts: [{ customer: 'own', costCentibits: 0 }] }
        const ours = open.map((item) => ({ ...item, account: 'own' }))
        const theirs = other.open.map(({ linkedTo: _, ...item }) => ({
          ...item,
          itemId: `${item.itemId} their`,
          account: 'their',
        }))
        expect(canonicalJson(decide([...ours, ...theirs], own))).toBe(canonicalJson(decide(ours, own)))
      }),
    )
  })

  it('adding a rule never removes candidates', () => {
    const rules = Object.keys(evidenceRuleSet.priors) as ReadonlyArray<MatchRule>
    fc.assert(
      fc.property(questions, fc.subarray([...rules]), fc.constantFrom(...rules), ({ open, payment }, some, more) => {
        const under = (own: ReadonlyArray<MatchRule>): ReadonlyArray<string> => {
          const priors = Object.fromEntries(own.map((rule) => [rule, evidenceRuleSet.priors[rule]]))
          const answer = answerIn(decide(open, payment, { ...evidenceRuleSet, priors } as EvidenceRuleSet))
          return candidatesOf(answer).map(({ itemIds, notInFull }) => canonicalJson([itemIds, notInFull]))
        }
        const [before, after] = [under(some), under([...some, more])]
        for (const candidate of before) expect(after).toContain(candidate)
      }),
    )
  })

  it('a larger amount reaches every band that a smaller one reaches', () => {
    const bands = fc.array(fc.record({ fromMinor: fc.nat(1000), fourEyes: fc.constant(true) }))
    fc.assert(
      fc.property(bands, fc.nat(1000), fc.nat(1000), (own, one, other) => {
        const eyes = (amountMinor: number): boolean =>
          demandsFor(amountMinor, { oneIn: 200, permits: [], bands: own }).fourEyes
        if (eyes(Math.min(one, other))) expect(eyes(Math.max(one, other))).toBe(true)
      }),
    )
  })

  it('a batch never takes more from an item than it owes', () => {
    fc.assert(
      fc.property(fc.array(questions, { minLength: 1, maxLength: 3 }), (several) => {
        const [{ open }] = several as [(typeof several)[0]]
        const payments = several.map(({ payment }, at) => ({ ...payment, paymentId: `P${at}` }))
        const taken = new Map<string, number>()
        for (const { payment, decision, against } of decideBatch(payments, open, permissive)) {
          if (decision._tag !== 'Apply') continue
          // Decisions stand by id, not in the order of their rounds: each plan is of the items that it was decided against.
          const before = new Map(against.map(({ itemId, openMinor }) => [itemId, openMinor]))
          for (const { itemId, openMinor } of candidatePlan(decision.candidate, against, payment).lines)
            taken.set(itemId, (taken.get(itemId) ?? 0) + (before.get(itemId) ?? Number.NaN) - openMinor)
        }
        for (const { itemId, openMinor } of open)
          expect(Math.abs(taken.get(itemId) ?? 0)).toBeLessThanOrEqual(Math.abs(openMinor))
      }),
    )
  })
})
