/** The rule sets of the library as rules that the laws can ask. */
import {
  autoCashMatcher,
  type AutoCashRuleSet,
  evidenceMatcher,
  evidenceRuleSet,
  exactAutoCash,
  reconcileMatcher,
  reconcileModel,
} from '@quittance/cash-application'
import { type MatchingRules, rulesOf } from '../../src/index.js'

const oldestFirstAutoCash: AutoCashRuleSet = {
  ...exactAutoCash,
  id: 'autocash-oldest',
  rules: ['apply-to-oldest-first'],
  options: { ...exactAutoCash.options, discounts: 'none', partial: true },
}

export const evidence: MatchingRules = rulesOf(evidenceMatcher(evidenceRuleSet))
export const exact: MatchingRules = rulesOf(autoCashMatcher(exactAutoCash))
/** References, then amounts that fit; the rest is for a person. */
export const reconciled: MatchingRules = rulesOf(reconcileMatcher(reconcileModel))
export const oldest: MatchingRules = rulesOf(autoCashMatcher(oldestFirstAutoCash))

/** Decisions that bear discounts of every kind, cents and a bank's fee, and are easily sure. */
export const patient: MatchingRules = rulesOf(
  evidenceMatcher({
    ...evidenceRuleSet,
    id: 'patient',
    oneIn: 3,
    permits: ['earned-discount', 'unearned-discount', 'small-difference', 'bank-fee'],
    tolerance: { centsMinor: [1, -1, 50], bankFeesMinor: [15_00] },
  }),
)

/** Every step but the order of items, three percent and a penny. */
export const tolerant: MatchingRules = rulesOf(
  reconcileMatcher({
    ...reconcileModel,
    id: 'tolerant',
    steps: ['exact-single', 'customer-total', 'within-tolerance', 'more-than-all'],
    tolerance: { percent: { unscaled: 3, scale: 0 } },
    maxPennyMinor: 50,
  }),
)
