/** What would change if one rule set took the place of another: every payment of a corpus that is answered otherwise. */
import { canonicalJson } from '@quittance/kernel'
import type { Matcher, MatcherAnswer, MatchQuestion } from './model.js'

/** One payment that the two rule sets answer differently. @category decisions @since 0.1.0 */
export interface ChangedDecision {
  /** Place of the question in the corpus, from 0. */
  readonly question: number
  readonly paymentId: string
  /** Absent where a rule set says nothing of the payment. */
  readonly before: MatcherAnswer | undefined
  readonly after: MatcherAnswer | undefined
}

/**
 * Ask both rule sets every question and list what differs, in the order of the corpus. Nothing that is stored changes.
 *
 * @law a rule set differs in nothing from itself
 * @category decisions
 * @since 0.1.0
 */
export const diffDecisions = (
  before: Matcher,
  after: Matcher,
  corpus: ReadonlyArray<MatchQuestion>,
): ReadonlyArray<ChangedDecision> =>
  corpus.flatMap((asked, question) => {
    const [old, now] = [answersById(before, asked), answersById(after, asked)]
    return asked.payments.flatMap(({ paymentId }): ReadonlyArray<ChangedDecision> => {
      const [was, is] = [old.get(paymentId), now.get(paymentId)]
      return canonicalJson(was) === canonicalJson(is) ? [] : [{ question, paymentId, before: was, after: is }]
    })
  })

const answersById = (matcher: Matcher, question: MatchQuestion): ReadonlyMap<string, MatcherAnswer> =>
  new Map(matcher.decide(question).map(({ paymentId, answer }) => [paymentId, answer]))
