/** A ladder replayed over an account's facts; what notices there were does not count. */
import { type AccountOnDay, type LadderReplay, type NoticeDue, replayLadder } from '@quittance/dunning'
import { addDays, keyedValues, type LocalDate } from '@quittance/kernel'
import type { AccountFact } from './account.js'
import { accountOnDay } from './dunning-context.js'
import { type DatedFact, foldByDay, knownDays } from './known-by.js'
import type { AccountState } from './state.js'

/**
 * The notices that a ladder would have given on an account, run day by run day, each with what was known by then.
 * Recorded notices, of whatever origin, and what became of them are left out; all else is taken as it happened,
 * also what the recorded notices may have brought about.
 *
 * @param facts - of the account, in stream order
 * @law a replay gives the notices of a run on every run day
 * @category policies
 * @since 0.1.0
 */
export const replayAccount = (facts: ReadonlyArray<AccountFact>, replay: LadderReplay): ReadonlyArray<NoticeDue> => {
  const dated = withoutNotices(facts)
  const knownBy = foldByDay(dated)
  let known: AccountState | undefined
  let next = 0
  return replayLadder(replay, {
    knownBy: (day, given) => {
      known = knownBy(day, given)
      return accountOnDay(known, day)
    },
    changesAfter: (day) => {
      for (let one = dated[next]; one !== undefined && one.knownOn <= day; one = dated[next]) next += 1
      return earliest(dated[next]?.knownOn, known === undefined ? undefined : promiseOverOn(known, day))
    },
  })
}

/**
 * An account as it was known by the end of a day, with these notices in place of those on record.
 *
 * @param notices - of a replay; those after the day are left out
 * @category policies
 * @since 0.1.0
 */
export const accountKnownBy = (
  facts: ReadonlyArray<AccountFact>,
  day: LocalDate,
  notices: ReadonlyArray<NoticeDue>,
): AccountOnDay => {
  const given = notices.filter(({ on }) => on <= day)
  return accountOnDay(foldByDay(withoutNotices(facts))(day, given), day)
}

/** Days are counted with the notices, which the account reached as well. */
const withoutNotices = (facts: ReadonlyArray<AccountFact>): ReadonlyArray<DatedFact> =>
  knownDays(facts).filter(({ fact }) => !ofNotices.has(fact._tag))

const ofNotices: ReadonlySet<AccountFact['_tag']> = new Set<AccountFact['_tag']>([
  'NoticeDue',
  'NoticeClaimed',
  'NoticeSent',
  'NoticeFailed',
  'NoticeIgnored',
])

/** Each promise by itself: several on one item end on days of their own. */
const promiseOverOn = ({ promises }: AccountState, day: LocalDate): LocalDate | undefined =>
  keyedValues(promises.promises).reduce<LocalDate | undefined>((so, { standing, accelerated, windowEndsOn }) => {
    const heldUntil = accelerated?.on ?? windowEndsOn
    return standing !== 'open' || heldUntil < day ? so : earliest(so, addDays(heldUntil, 1))
  }, undefined)

const earliest = (a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a
