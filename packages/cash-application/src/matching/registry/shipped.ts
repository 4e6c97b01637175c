/** The rule sets that come with this package, by id, then version. */
import { exactAutoCash } from '../autocash/exact-rule-set.js'
import { evidenceRuleSet } from '../decision/evidence-rule-set.js'
import { reconcileModel } from '../reconcile-model/rule-set.js'
import { autoCashMatcher } from './auto-cash-matcher.js'
import { evidenceMatcher } from './evidence-matcher.js'
import { reconcileMatcher } from './reconcile-matcher.js'
import type { MatcherRegistry } from './registry.js'

/** @category policies @since 0.1.0 */
export const shippedMatchers: MatcherRegistry = {
  matchers: [autoCashMatcher(exactAutoCash), evidenceMatcher(evidenceRuleSet), reconcileMatcher(reconcileModel)],
}
