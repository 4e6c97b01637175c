import { canonicalJson } from '@quittance/kernel'
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
} from '../../../src/index.js'
import { answerIn, candidatesOf, decide, questions } from './questions.js'

const permissive: EvidenceRuleSet = {
  ...evidenceRuleSet,
  id: 'permissive',
  oneIn: 2,
  permits: ['earned-discount', 'unearned-discount', 'small-difference', 'bank-fee', 'short-pay', 'cross-account'],
}

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
      fc.property(questions, fc.constantFrom(evidenceRuleSet, permissive), ({ open, payment }, ruleSet) => {
        for (const { lines, pennyMinor, remainderMinor } of plansOf(open, payment, ruleSet)) {
          const cashMinor = lines.reduce((so, line) => so + line.cashMinor, 0)
          expect(cashMinor + pennyMinor + remainderMinor).toBe(payment.amountMinor)
        }
      }),
    )
  })

  it('nothing in a plan crosses zero', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const openOf = new Map(open.map(({ itemId, openMinor }) => [itemId, openMinor]))
        for (const { lines, pennyMinor, remainderMinor } of plansOf(open, payment, permissive)) {
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
        for (const { openMinor } of plan.lines) expect(openMinor).toBe(0)
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
        let left: ReadonlyArray<MatchItem> = open
        for (const { payment, decision } of decideBatch(payments, open, permissive)) {
          if (decision._tag !== 'Apply') continue
          const { lines } = candidatePlan(decision.candidate, left, payment)
          for (const { itemId, cashMinor, openMinor } of lines) {
            const before = left.find((item) => item.itemId === itemId)?.openMinor ?? Number.NaN
            expect(Math.abs(cashMinor) + Math.abs(openMinor)).toBeLessThanOrEqual(Math.abs(before))
          }
          const after = new Map(lines.map(({ itemId, openMinor }) => [itemId, openMinor]))
          left = left.flatMap((item) => {
            const openMinor = after.get(item.itemId) ?? item.openMinor
            return openMinor === 0 ? [] : [{ ...item, openMinor }]
          })
        }
      }),
    )
  })
})
