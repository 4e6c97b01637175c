/**
 * One recipe, two modes: the same `evolve` runs on a draft, so that a shared state never changes under its
 * reader, and on a state that the caller owns, at full speed. A law holds the two equal at any cut.
 */
import { Immer } from 'immer'

// An own instance: the library never touches immer's global switches. Frozen results would cost a walk over
// every new entry; the types are read-only instead.
const immer = new Immer({ autoFreeze: false })

/** A recipe that writes one fact into a draft. @category decisions @since 0.1.0 */
export type Evolve<State, OwnFact> = (draft: State, fact: OwnFact) => void

/**
 * Fold facts into a state that the caller owns: the state is changed in place and returned.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const foldOwned = <State, OwnFact>(
  evolve: Evolve<State, OwnFact>,
  state: State,
  facts: Iterable<OwnFact>,
): State => {
  if (Array.isArray(facts)) {
    const list = facts as ReadonlyArray<OwnFact>
    for (let at = 0; at < list.length; at += 1) evolve(state, list[at] as OwnFact)
    return state
  }
  for (const fact of facts) evolve(state, fact)
  return state
}

/**
 * Fold facts into a shared state: the state given stays as it was, the new one shares what did not change.
 * One draft round the whole tail, never one for each fact.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const foldShared = <State extends object, OwnFact>(
  evolve: Evolve<State, OwnFact>,
  state: State,
  facts: ReadonlyArray<OwnFact>,
): State =>
  facts.length === 0
    ? state
    : immer.produce(state, (draft) => {
        for (const fact of facts) evolve(draft as State, fact)
      })
