import { canonicalJson, decimal } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MatchPlan, planFaults, reconcile, type ReconcileModel, reconcileModel } from '../../../src/index.js'
import { questions } from '../registry/questions.js'

const ruleSets: fc.Arbitrary<ReconcileModel> = fc
  .record({
    steps: fc.shuffledSubarray(['customer-total', 'exact-single', 'within-tolerance', 'in-order'] as const),
    itemOrder: fc.constantFrom('due-date', 'interest-first', 'as-listed'),
    paymentOrder: fc.constantFrom('oldest', 'newest', 'as-listed'),
    percent: fc.constantFrom('0', '1', '7'),
    maxPennyMinor: fc.constantFrom(0, 1),
    shortPayment: fc.constantFrom('partial', 'chargeback'),
    discountOnPart: fc.boolean(),
    feePerItemMinor: fc.constantFrom(0, 1_00),
  })
  .map(({ percent, ...more }) => ({ ...reconcileModel, ...more, tolerance: { percent: decimal(percent) } }))

const posted = (answers: ReturnType<typeof reconcile>): ReadonlyArray<MatchPlan> =>
  answers.flatMap(({ answer }) => (answer._tag === 'Apply' ? [answer.plan] : []))

describe('laws of reconciliation models', () => {
  it('nothing in a plan crosses zero', () => {
    fc.assert(
      fc.property(questions, ruleSets, (question, ruleSet) => {
        const open = new Map(question.items.map(({ itemId, openMinor }) => [itemId, openMinor]))
        for (const { paymentId, answer } of reconcile(question, ruleSet)) {
          if (answer._tag !== 'Apply') continue
          const payment = question.payments.find((one) => one.paymentId === paymentId)
          const items = [...open].map(([itemId, openMinor]) => ({ itemId, openMinor }))
          expect(planFaults({ amountMinor: payment?.amountMinor ?? 0 }, items, answer.plan)).toEqual([])
          for (const { itemId, openMinor } of answer.plan.lines) open.set(itemId, openMinor)
        }
      }),
    )
  })

  it('a tolerance is used at most once on an item', () => {
    fc.assert(
      fc.property(questions, ruleSets, (question, ruleSet) => {
        const written = posted(reconcile({ ...question, writeOffs: [] }, ruleSet)).flatMap(({ lines }) =>
          lines.filter(({ differences }) => differences.some(({ _tag }) => _tag === 'SmallDifference')),
        )
        expect(new Set(written.map(({ itemId }) => itemId)).size).toBe(written.length)
        for (const { openMinor } of written) expect(openMinor).toBe(0)
      }),
    )
  })

  it('the order of items and payments changes nothing but under as-listed', () => {
    fc.assert(
      fc.property(questions, ruleSets, (question, ruleSet) => {
        fc.pre(ruleSet.itemOrder !== 'as-listed' && ruleSet.paymentOrder !== 'as-listed')
        const { payments, items } = question
        const turned = { ...question, payments: payments.toReversed(), items: items.toReversed() }
        expect(canonicalJson(reconcile(turned, ruleSet))).toBe(canonicalJson(reconcile(question, ruleSet)))
      }),
    )
  })
})
