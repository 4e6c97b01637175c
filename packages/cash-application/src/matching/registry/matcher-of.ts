/** A matcher from a rule set and the code that reads it. */
import type { PolicyRef } from '../../model.js'
import { ruleSetName } from '../decision/rule-set-identity.js'
import type { MatcherDecision, MatchQuestion, Matcher } from './model.js'

/**
 * Give rules a name that nobody can mistake: that of their data.
 *
 * @example
 * matcherOf({ id: 'own', version: 1 }, () => []).name.startsWith('own@1#') // => true
 * @category policies
 * @since 0.1.0
 */
export const matcherOf = <RuleSet extends PolicyRef>(
  ruleSet: RuleSet,
  decide: (question: MatchQuestion, ruleSet: RuleSet) => ReadonlyArray<MatcherDecision>,
): Matcher => ({ name: ruleSetName(ruleSet), ruleSet, decide: (question) => decide(question, ruleSet) })
