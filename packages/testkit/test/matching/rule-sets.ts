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
