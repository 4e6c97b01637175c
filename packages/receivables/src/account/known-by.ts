/**
 * The account as it was known by the end of a day. A fact is known from its business day on, and one that was dated
 * back from the latest day that the account had reached before it: so what was known by a day is a prefix of the
 * stream. Notices of runs belong to their run day, whenever the run caught up on it.
 */
import type { NoticeDue } from '@quittance/dunning'
import { foldOwned, foldShared, type LocalDate } from '@quittance/kernel'
import type { AccountFact } from './account.js'
import { evolveAccount } from './evolve.js'
import { type AccountState, initialAccount } from './state.js'

/** The account by the end of a day, with the notices just decided for days before. Asked with rising days. @internal */
export type StateKnownBy = (day: LocalDate, decided: ReadonlyArray<NoticeDue>) => AccountState | undefined

/**
 * Where nothing on the account is dated later than the day, all of it was known, and its facts are not needed again.
 *
 * @param past - every fact behind the state, in stream order; absent: not at hand
 * @internal
 */
export const stateKnownBy = (state: AccountState, past?: () => ReadonlyArray<AccountFact>): StateKnownBy => {
  let replay: StateKnownBy | undefined
  let reached = state
  let folded = 0
  return (day, decided) => {
    const { lastOn } = state.life
    if (lastOn === undefined || lastOn <= day) {
      reached = foldShared(evolveAccount, reached, decided.slice(folded))
      folded = decided.length
      return reached
    }
    if (past === undefined) return undefined
    replay ??= foldByDay(knownDays(past()))
    return replay(day, decided)
  }
}

/**
 * Folds on from day to day: its answer holds until the next question.
 *
 * @param dated - in the order in which they were known
 * @internal
 */
export const foldByDay = (
  dated: ReadonlyArray<DatedFact>,
): ((day: LocalDate, decided: ReadonlyArray<NoticeDue>) => AccountState) => {
  const state = initialAccount()
  let next = 0
  let folded = 0
  return (day, decided) => {
    for (let one = dated[next]; one !== undefined && one.knownOn <= day; one = dated[next]) {
      evolveAccount(state, one.fact)
      next += 1
    }
    foldOwned(evolveAccount, state, decided.slice(folded))
    folded = decided.length
    return state
  }
}

/** A fact and from which day on it was known. @internal */
export interface DatedFact {
  readonly fact: AccountFact
  readonly knownOn: LocalDate
}

/** In the order in which they were known; facts known on one day in the order of the stream. @internal */
export const knownDays = (facts: ReadonlyArray<AccountFact>): ReadonlyArray<DatedFact> => {
  let reached: LocalDate | undefined
  const dated = facts.map((fact): DatedFact => {
    if (fact._tag === 'NoticeDue' && fact.origin === 'run') return { fact, knownOn: fact.on }
    reached = reached === undefined || fact.on > reached ? fact.on : reached
    return { fact, knownOn: reached }
  })
  return dated.sort((a, b) => (a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : 0))
}
