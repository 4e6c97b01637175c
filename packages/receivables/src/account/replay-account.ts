/** A ladder replayed over an account's facts; what notices there were does not count. */
import { type AccountOnDay, type LadderReplay, type NoticeDue, replayLadder } from '@quittance/dunning'
import { addDays, keyedValues, laterOf, type LocalDate } from '@quittance/kernel'
import type { AccountFact } from './account.js'
import { accountOnDay } from './dunning-context.js'
import { type DatedFact, foldByDay, knownDays } from './known-by.js'
import type { AccountState } from './state.js'

/**
 * Whether a run comes after what its day brought, as `RunDunning` is to, or before it: then what a day brought
 * counts from the next run day on.
 *
 * @category policies
 * @since 0.1.0
 */
export type RunsAt = 'evening' | 'morning'

/** A ladder over an account's past. @category policies @since 0.1.0 */
export interface AccountReplay extends LadderReplay {
  /** Default: evening. */
  readonly runsAt?: RunsAt
}

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
export const replayAccount = (facts: ReadonlyArray<AccountFact>, replay: AccountReplay): ReadonlyArray<NoticeDue> => {
  const dated = withoutNotices(facts, replay.runsAt)
  const [first] = dated
  if (first === undefined) return []
  // Nobody is asked for anything before there is anything.
  const after = laterOf(replay.after, addDays(first.knownOn, -1))
  const knownBy = foldByDay(dated)
  let known: AccountState | undefined
  let next = 0
  return replayLadder(
    { ...replay, after },
    {
      knownBy: (day, given) => {
        known = knownBy(day, given)
        return accountOnDay(known, day)
      },
      changesAfter: (day) => {
        for (let one = dated[next]; one !== undefined && one.knownOn <= day; one = dated[next]) next += 1
        return earliest(dated[next]?.knownOn, known === undefined ? undefined : promiseOverOn(known, day))
      },
    },
  )
}

/**
 * An account as a run of a day sees it, with these notices in place of those on record.
 *
 * @param notices - of a replay; those after the day are left out
 * @category policies
 * @since 0.1.0
 */
export const accountKnownBy = (
  facts: ReadonlyArray<AccountFact>,
  day: LocalDate,
  notices: ReadonlyArray<NoticeDue>,
  runsAt: RunsAt = 'evening',
): AccountOnDay => {
  const given = notices.filter(({ on }) => on <= day)
  return accountOnDay(foldByDay(withoutNotices(facts, runsAt))(day, given), day)
}

/** Days are counted with the notices, which the account reached as well. */
const withoutNotices = (facts: ReadonlyArray<AccountFact>, runsAt: RunsAt = 'evening'): ReadonlyArray<DatedFact> => {
  const kept = knownDays(facts).filter(({ fact }) => !ofNotices.has(fact._tag))
  return runsAt === 'evening' ? kept : kept.map(({ fact, knownOn }) => ({ fact, knownOn: addDays(knownOn, 1) }))
}

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
