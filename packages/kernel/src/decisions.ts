/** The three ways a decision ends. */
import * as E from 'fp-ts/lib/Either.js'
import type { Decided } from './decider.js'

/** The command is accepted and causes these facts. @category decisions @since 0.1.0 */
export const accept = <OwnFact>(
  ...facts: ReadonlyArray<OwnFact>
): E.Either<never, { readonly facts: ReadonlyArray<OwnFact>; readonly requests: ReadonlyArray<never> }> =>
  E.right({ facts, requests: [] })

/** The command is accepted, causes facts here and asks other rooms for more in the same append. @category decisions @since 0.1.0 */
export const acceptAndRequest = <OwnFact, Request>(
  facts: ReadonlyArray<OwnFact>,
  requests: ReadonlyArray<Request>,
): Decided<never, OwnFact, Request> => E.right({ facts, requests })

/** The command is refused, for a reason that explains itself. @category decisions @since 0.1.0 */
export const refuse = <Rejection>(rejection: Rejection): E.Either<Rejection, never> => E.left(rejection)

/**
 * The first refusal among checks, in their order of precedence; later checks are not run.
 *
 * @example
 * firstRefusal([() => undefined, () => 'second', () => 'third']) // => 'second'
 * @category decisions
 * @since 0.1.0
 */
export const firstRefusal = <Rejection>(checks: ReadonlyArray<() => Rejection | undefined>): Rejection | undefined => {
  for (const check of checks) {
    const refusal = check()
    if (refusal !== undefined) return refusal
  }
  return undefined
}
