import { canonicalJson, decimal } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  autoCashMatcher,
  type AutoCashRuleSet,
  decodeRuleSet,
  diffDecisions,
  evidenceMatcher,
  evidenceRuleSet,
  exactAutoCash,
  findMatcher,
  type EvidenceRuleSet,
  type Matcher,
  matcherFaults,
  type MatchPermission,
  reconcileMatcher,
  type ReconcileModel,
  registerMatcher,
  shippedMatchers,
  storeDecisions,
  verifyStored,
} from '../../../src/index.js'
import { questions } from './questions.js'

const autoCashRuleSets: fc.Arbitrary<AutoCashRuleSet> = fc.record({
  id: fc.constant('drawn'),
  version: fc.integer({ min: 1, max: 3 }),
  rules: fc
    .shuffledSubarray([...exactAutoCash.rules, 'apply-to-oldest-first' as const], { minLength: 1 })
    .map((rules) => [...rules]),
  options: fc.record({
    discounts: fc.constantFrom('none', 'earned', 'earned-and-unearned'),
    discountGraceDays: fc.integer({ min: 0, max: 3 }),
    lateCharges: fc.boolean(),
    disputed: fc.boolean(),
    partial: fc.boolean(),
    remainder: fc.constantFrom('unapplied', 'on-account'),
  }),
})

const reconcileModels: fc.Arbitrary<ReconcileModel> = fc
  .record({
    steps: fc.shuffledSubarray([
      'customer-total',
      'exact-single',
      'within-tolerance',
      'more-than-all',
      'in-order',
    ] as const),
    itemOrder: fc.constantFrom('due-date', 'interest-first'),
    paymentOrder: fc.constantFrom('oldest', 'newest'),
    percent: fc.constantFrom(undefined, '0', '1', '10'),
    amountMinor: fc.constantFrom(undefined, 0, 1, 50_00),
    writeOffLimitMinor: fc.constantFrom(undefined, 0, 7_00),
    maxPennyMinor: fc.constantFrom(0, 1, 7_00),
    shortPayment: fc.constantFrom('partial', 'chargeback'),
    discountOnPart: fc.boolean(),
    feePerItemMinor: fc.constantFrom(0, 0, 1_00),
    remainder: fc.constantFrom('unapplied', 'on-account'),
  })
  .map(({ percent, amountMinor, writeOffLimitMinor, ...more }) => ({
    id: 'model',
    version: 1,
    ...more,
    tolerance: {
      ...(percent === undefined ? {} : { percent: decimal(percent) }),
      ...(amountMinor === undefined ? {} : { amountMinor }),
    },
    ...(writeOffLimitMinor === undefined ? {} : { writeOffLimitMinor }),
  }))

const evidenceRuleSets: fc.Arbitrary<EvidenceRuleSet> = fc
  .record({
    oneIn: fc.integer({ min: 2, max: 500 }),
    permits: fc.subarray<MatchPermission>(['earned-discount', 'unearned-discount', 'small-difference', 'short-pay']),
    centsMinor: fc.constantFrom<ReadonlyArray<number>>([], [1, -1], [7_00]),
  })
  .map(({ centsMinor, ...more }) => ({ ...evidenceRuleSet, ...more, tolerance: { centsMinor, bankFeesMinor: [] } }))

const matchers: fc.Arbitrary<Matcher> = fc.oneof(
  autoCashRuleSets.map(autoCashMatcher),
  evidenceRuleSets.map(evidenceMatcher),
  reconcileModels.map(reconcileMatcher),
)

describe('laws of matchers', () => {
  it('cash, charges, penny and remainder of a plan are the payment', () => {
    fc.assert(
      fc.property(matchers, questions, (matcher, question) => {
        expect(matcherFaults(matcher, question)).toEqual([])
      }),
    )
  })

  it('a rule set differs in nothing from itself', () => {
    fc.assert(
      fc.property(matchers, fc.array(questions, { maxLength: 3 }), (matcher, corpus) => {
        expect(diffDecisions(matcher, matcher, corpus)).toEqual([])
      }),
    )
  })

  it('a registered version never changes', () => {
    fc.assert(
      fc.property(fc.array(matchers, { maxLength: 8 }), (drawn) => {
        let registry = shippedMatchers
        for (const matcher of drawn) {
          const before = registry
          const registered = registerMatcher(registry, matcher)
          if (E.isRight(registered)) registry = registered.right
          for (const held of before.matchers) expect(findMatcher(registry, held.name)).toBe(held)
          const ids = registry.matchers.map(({ name }) => name.split('#')[0])
          expect(new Set(ids).size).toBe(ids.length)
        }
      }),
    )
  })

  it('a later version never changes what an earlier one decided', () => {
    fc.assert(
      fc.property(autoCashRuleSets, autoCashRuleSets, questions, (one, other, question) => {
        const [first, later] = [autoCashMatcher({ ...one, version: 1 }), autoCashMatcher({ ...other, version: 2 })]
        const held = registerMatcher(shippedMatchers, first)
        if (E.isLeft(held)) throw new Error(held.left._tag)
        const stored = storeDecisions(first, question)
        const before = canonicalJson(stored)
        const both = registerMatcher(held.right, later)
        if (E.isLeft(both)) throw new Error(both.left._tag)
        later.decide(question)
        expect(canonicalJson(stored)).toBe(before)
        expect(verifyStored(both.right, stored)).toEqual({ _tag: 'Stands' })
      }),
    )
  })

  it('a rule set written as JSON has the same name when it is read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          autoCashRuleSets.map((ruleSet) => ({ kind: 'autocash', ruleSet, name: autoCashMatcher(ruleSet).name })),
          reconcileModels.map((ruleSet) => ({
            kind: 'reconcile-model',
            ruleSet,
            name: reconcileMatcher(ruleSet).name,
          })),
          evidenceRuleSets.map((ruleSet) => ({ kind: 'evidence', ruleSet, name: evidenceMatcher(ruleSet).name })),
        ),
        ({ kind, ruleSet, name }) => {
          const read = decodeRuleSet(JSON.parse(JSON.stringify({ kind, ...ruleSet })))
          expect(E.isRight(read) ? read.right.name : read.left).toBe(name)
        },
      ),
    )
  })
})
