/** A law of matching as data: a number, a name, and a search for a question that breaks it. */
import * as fc from 'fast-check'
import { matchingGivens } from '../../arbitraries/matching/givens.js'
import type { MatchingGiven, MatchingRules } from './rules.js'

/** What became of holding rules to a law. `given` is the smallest question found that breaks it. @category laws @since 0.1.0 */
export type MatchingVerdict =
  | { readonly _tag: 'Holds'; readonly runs: number }
  | { readonly _tag: 'Broken'; readonly says: string; readonly given: MatchingGiven; readonly seed?: number }

/** How hard to try. @category laws @since 0.1.0 */
export interface MatchingEffort {
  /** Questions tried; fast-check's own setting if absent. */
  readonly runs?: number
  /** The same seed tries the same questions. */
  readonly seed?: number
}

/** A law that matching rules keep. @category laws @since 0.1.0 */
export interface MatchingLaw {
  /** Its number in `docs/matching-laws.md`; several laws may make up one number. */
  readonly number: number | 'P-16'
  readonly name: string
  /** What is wrong with the answers to this question, or nothing. */
  readonly breach: (rules: MatchingRules, given: MatchingGiven) => string | undefined
  /** Hold rules to the law: on one question, on an arbitrary of your own, or on the questions of this package. */
  readonly holds: (
    rules: MatchingRules,
    given?: MatchingGiven | fc.Arbitrary<MatchingGiven>,
    effort?: MatchingEffort,
  ) => MatchingVerdict
}

/**
 * A law from its number, its name and the search for a breach. Rules that throw break it.
 *
 * @category laws
 * @since 0.1.0
 */
export const matchingLaw = (
  number: MatchingLaw['number'],
  name: string,
  search: MatchingLaw['breach'],
): MatchingLaw => {
  const breach: MatchingLaw['breach'] = (rules, given) => {
    try {
      return search(rules, given)
    } catch (thrown) {
      return `the rules stopped: ${thrown instanceof Error ? thrown.message : String(thrown)}`
    }
  }
  return {
    number,
    name,
    breach,
    holds: (rules, given = matchingGivens(), effort = {}) =>
      given instanceof fc.Arbitrary ? tried(breach, rules, given, effort) : asked(breach, rules, given),
  }
}

const asked = (breach: MatchingLaw['breach'], rules: MatchingRules, given: MatchingGiven): MatchingVerdict => {
  const says = breach(rules, given)
  return says === undefined ? { _tag: 'Holds', runs: 1 } : { _tag: 'Broken', says, given }
}

const tried = (
  breach: MatchingLaw['breach'],
  rules: MatchingRules,
  givens: fc.Arbitrary<MatchingGiven>,
  { runs, seed }: MatchingEffort,
): MatchingVerdict => {
  const found = fc.check(
    fc.property(givens, (given) => breach(rules, given) === undefined),
    { ...(runs === undefined ? {} : { numRuns: runs }), ...(seed === undefined ? {} : { seed }) },
  )
  if (found.counterexample === null) return { _tag: 'Holds', runs: found.numRuns }
  const [given] = found.counterexample
  return { _tag: 'Broken', says: breach(rules, given) ?? 'only sometimes', given, seed: found.seed }
}
