/**
 * How every room decides: a command and a state give facts or a refusal; a fact changes the state.
 */
import type * as E from 'fp-ts/lib/Either.js'
import type { LocalDate } from './local-date.js'

/** What every fact carries: its name, and the business day on which it is true (the envelope's `effectiveOn`). @category events @since 0.1.0 */
export interface Fact {
  readonly _tag: string
  readonly on: LocalDate
}

/** What a command caused: facts of its own room, in order, and commands that other rooms must accept in the same append. @category decisions @since 0.1.0 */
export interface Decision<OwnFact, Request = never> {
  readonly facts: ReadonlyArray<OwnFact>
  readonly requests: ReadonlyArray<Request>
}

/** A decision or the reason there is none. @category decisions @since 0.1.0 */
export type Decided<Rejection, OwnFact, Request = never> = E.Either<Rejection, Decision<OwnFact, Request>>

/**
 * One room's rules. `decide` reads no clock, store or random source: the day, policies and calendars come in
 * the command, what it must know of other rooms in the context. `evolve` is a recipe: it writes to the draft
 * it is given, knows its own facts only, and never refuses history.
 *
 * @category decisions
 * @since 0.1.0
 */
export interface Decider<Command, State, OwnFact, Rejection, Context, Request = never> {
  readonly initial: () => State
  readonly decide: (command: Command, state: State, context: Context) => Decided<Rejection, OwnFact, Request>
  readonly evolve: (draft: State, fact: OwnFact) => void
}
