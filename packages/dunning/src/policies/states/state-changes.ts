/** The states that a customer went through, each with its true day. */
import { addDays, type CurrencyCode, daysBetween, earlierOf, type LocalDate } from '@quittance/kernel'
import type { AccountStates } from '../../dunning-policy.js'
import { accountState, type UnpaidItem } from './account-state.js'

/** The day on which another state began; without a name, none holds from then on. @category model @since 0.1.0 */
export interface StateChange {
  readonly on: LocalDate
  readonly state?: string
}

/**
 * Every change of state after one day and up to another, with the day on which it came about, whoever looked when:
 * a check that comes late leaves no state out.
 *
 * @param after - exclusive; the state of that day is what the first change is one from
 * @param until - inclusive
 * @param unpaidOn - what was unpaid on a day
 * @law changes of state in two spans that meet are those of the whole
 * @category policies
 * @since 0.1.0
 */
export const stateChanges = (
  policy: AccountStates,
  currency: CurrencyCode,
  after: LocalDate,
  until: LocalDate,
  unpaidOn: (day: LocalDate) => ReadonlyArray<UnpaidItem>,
): ReadonlyArray<StateChange> => {
  const changes: Array<StateChange> = []
  let before = accountState(policy, unpaidOn(after), currency, after)
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) {
    const state = accountState(policy, unpaidOn(day), currency, day)
    if (state !== before) changes.push(state === undefined ? { on: day } : { on: day, state })
    before = state
  }
  return changes
}

/**
 * The next day on which the state becomes more severe if nothing is paid or issued meanwhile: when to look again.
 * Nothing for counts and balances, which time alone does not change.
 *
 * @law looking again on the next day named misses no change that time alone brings
 * @example
 * const unpaid = [{ currency: 'EUR', openMinor: 1, issuedOn: localDate('2012-06-03'), dueOn: localDate('2012-07-03') }]
 * const policy = { by: 'invoice-age', states: [{ name: 'WARNING', from: 5 }, { name: 'BLOCKED', from: 7 }] }
 * nextStateOn(policy, unpaid, 'EUR', localDate('2012-06-08')) // => '2012-06-10'
 * @category policies
 * @since 0.1.0
 */
export const nextStateOn = (
  { by, states, currency: only }: Pick<AccountStates, 'by' | 'states' | 'currency'>,
  unpaid: ReadonlyArray<UnpaidItem>,
  currency: CurrencyCode,
  on: LocalDate,
): LocalDate | undefined => {
  if (by === 'unpaid-count' || by === 'unpaid-balance' || (only !== undefined && only !== currency)) return undefined
  const starts = unpaid
    .filter((item) => item.currency === currency && item.openMinor > 0 && item.issuedOn <= on)
    .map(({ issuedOn, dueOn }) => (by === 'invoice-age' ? issuedOn : dueOn))
  if (starts.length === 0) return undefined
  const oldest = starts.reduce(earlierOf)
  const waiting = states.map(({ from }) => from).filter((from) => from > daysBetween(oldest, on))
  return waiting.length === 0 ? undefined : addDays(oldest, Math.min(...waiting))
}
