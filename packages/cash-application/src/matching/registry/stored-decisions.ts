/** What was decided, kept with its question and the name of the rule set, so that anybody can decide it again. */
import { canonicalJson } from '@quittance/kernel'
import type { Matcher, MatcherDecision, MatchQuestion } from './model.js'
import { findMatcher, type MatcherRegistry } from './registry.js'

/** A question with its answers. @category decisions @since 0.1.0 */
export interface StoredDecisions {
  /** `id@version#hash` of the rule set. */
  readonly ruleSet: string
  readonly question: MatchQuestion
  readonly decisions: ReadonlyArray<MatcherDecision>
}

/** Whether stored decisions stand. @category decisions @since 0.1.0 */
export type StoredVerdict =
  | { readonly _tag: 'Stands' }
  /** The registry does not hold this rule set, or holds other data under its version. */
  | { readonly _tag: 'UnknownRuleSet'; readonly ruleSet: string }
  | { readonly _tag: 'Differs'; readonly now: ReadonlyArray<MatcherDecision> }

/** Decide, and keep all that it was decided from. @category decisions @since 0.1.0 */
export const storeDecisions = (matcher: Matcher, question: MatchQuestion): StoredDecisions => ({
  ruleSet: matcher.name,
  question,
  decisions: matcher.decide(question),
})

/**
 * Ask the rule set that decided once more; byte for byte the same, or the answer says what it says now.
 *
 * @law a later version never changes what an earlier one decided
 * @category decisions
 * @since 0.1.0
 */
export const verifyStored = (registry: MatcherRegistry, stored: StoredDecisions): StoredVerdict => {
  const matcher = findMatcher(registry, stored.ruleSet)
  if (matcher === undefined) return { _tag: 'UnknownRuleSet', ruleSet: stored.ruleSet }
  const now = matcher.decide(stored.question)
  return canonicalJson(now) === canonicalJson(stored.decisions) ? { _tag: 'Stands' } : { _tag: 'Differs', now }
}
