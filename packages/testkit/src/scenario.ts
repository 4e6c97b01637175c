/**
 * Given these facts, when this command comes, then these facts or this refusal: a rule as a person would tell it.
 * Needs no test runner; what does not come true throws, with both sides for the runner to show.
 */
import { canonicalJson, type Decided, type Decider, type Decision, foldOwned } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'

/** After the command: what is expected of its answer. @category decisions @since 0.1.0 */
export interface Answered<OwnFact, Rejection, Request> {
  /** The answer itself, for further questions. */
  readonly answer: Decided<Rejection, OwnFact, Request>
  /** Exactly these facts, in this order; or a refusal with these fields. */
  readonly then: (expected: ReadonlyArray<OwnFact> | Partial<Rejection>) => void
}

/** After the history: the command. @category decisions @since 0.1.0 */
export interface Given<Command, OwnFact, Rejection, Request> {
  readonly when: (command: Command) => Answered<OwnFact, Rejection, Request>
}

/** Before anything: the history. @category decisions @since 0.1.0 */
export interface Scenario<Command, OwnFact, Rejection, Request> {
  readonly given: (...facts: ReadonlyArray<OwnFact>) => Given<Command, OwnFact, Rejection, Request>
}

/**
 * A scenario of a decider.
 *
 * @param context - what the decider knows of the rest; `undefined` for those that know nothing
 * @example
 * const on = localDate('2026-01-05')
 * const closed = { _tag: 'AccountClosed', on, reason: 'moved' }
 * scenario(accountDecider, undefined)
 *   .given(closed)
 *   .when({ _tag: 'CloseAccount', on, reason: 'again' })
 *   .then({ _tag: 'AccountIsClosed' })
 * @category decisions
 * @since 0.1.0
 */
export const scenario = <Command, State, OwnFact, Rejection, Context, Request = never>(
  decider: Decider<Command, State, OwnFact, Rejection, Context, Request>,
  context: NoInfer<Context>,
): Scenario<Command, OwnFact, Rejection, Request> => ({
  given: (...facts) => ({
    when: (command) => {
      const answer = decider.decide(command, foldOwned(decider.evolve, decider.initial(), facts), context)
      // The word belongs to given/when/then; the object is never awaited.
      // oxlint-disable-next-line unicorn/no-thenable
      return { answer, then: (expected) => expect(answer, expected) }
    },
  }),
})

const expect = <OwnFact, Rejection, Request>(
  answer: E.Either<Rejection, Decision<OwnFact, Request>>,
  expected: ReadonlyArray<OwnFact> | Partial<Rejection>,
): void => {
  const wantsFacts = Array.isArray(expected)
  const actual: unknown = E.isRight(answer)
    ? answer.right.facts
    : wantsFacts
      ? answer.left
      : pickFields(answer.left, Object.keys(expected))
  if (E.isRight(answer) === wantsFacts && canonicalJson(actual) === canonicalJson(expected)) return
  const told = E.isRight(answer) ? 'was accepted' : 'was refused'
  throw Object.assign(new Error(`The command ${told}: ${canonicalJson(actual)}`), { actual, expected, showDiff: true })
}

const pickFields = (value: unknown, keys: ReadonlyArray<string>): Record<string, unknown> => {
  const fields = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(keys.map((key) => [key, fields[key]]))
}
