/** A dunning case without a fixture: its items on an account, its ladder, its runs. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { DunningHold, ItemLadder, LadderStep } from '@quittance/dunning'
import { currenciesNamed, currencyNamed, minorOf, standInFor } from '../../books/currency.js'
import { dayOf, dayZero, type Days, daysOf } from '../../books/days.js'
import { termsOf } from '../../books/terms.js'
import type { Reader } from '../../run/reader.js'
import { type Account, holdOf, newAccount, openAll, openPlain } from './account.js'
import { type ByHand, byHandOf } from './by-hand.js'
import { ladderOf, type LadderWords, stepsOf } from './ladder-words.js'
import { type Correspondence, noCorrespondence, runDaysOf, runOn, sendAll } from './runs.js'

/** The state of a case. */
export interface World {
  readonly account: Account
  readonly currency: CurrencyCode
  readonly days: Days
  readonly words: LadderWords
  readonly steps: ReadonlyArray<LadderStep>
  readonly ladder: ItemLadder
  readonly holds: ReadonlyArray<DunningHold>
  readonly runDays: ReadonlyArray<LocalDate>
  readonly letters: Correspondence
  /** The day that steps have reached. */
  today: LocalDate | undefined
  readonly byHand: ReadonlyArray<ByHand>
  /** Of these, what was done. */
  readonly done: Set<ByHand>
  /** How many runs of the case have taken place. */
  ran: number
}

/** The currency of amounts that name none: the only one that the case names, else a stand-in. */
const defaultCurrency = (given: Reader): CurrencyCode => {
  const [only, ...others] = new Set(currenciesNamed(given))
  return only === undefined || others.length > 0 ? standInFor(given) : currencyNamed(only, 'ccy')
}

/** Set up the account and the ladder of a case. */
export const worldOf = (given: Reader): World => {
  const [currency, days] = [defaultCurrency(given), daysOf(given)]
  const account = newAccount(currency, days, dayOf(given, 'last_notice', 'last_notice_day'))
  openAll(given.maps('items'), account)
  const policy = given.map('policy')
  const held = given.map('held')
  const words: LadderWords = {
    sequential: policy?.yes('sequential') ?? true,
    graceDays: given.whole('grace_days') ?? 0,
    intervalDays: given.whole('interval_days'),
    toleranceMinor: minorOf(given, 'tolerance', currency) ?? 0,
    ignoresCredits: policy?.yes('ignore_credits') ?? false,
    minimumMinor: minorOf(given, 'min_amount', currency),
    minimumPercent: given.decimal('min_percent'),
  }
  const levels = stepsOf(given, 'levels', currency)
  const steps = levels.length > 0 ? levels : pastDueAlone
  const ladder = ladderOf(steps, words, currency)
  openAlone(given, account)
  return {
    account,
    currency,
    days,
    words,
    steps: levels,
    ladder: levels.length > 0 ? ladder : { ...ladder, repeatsLastStep: true },
    holds: held === undefined ? [] : [holdOf(held)],
    runDays: runDaysOf(given),
    letters: noCorrespondence(),
    today: undefined,
    byHand: byHandOf(given, account),
    done: new Set(),
    ran: 0,
  }
}

/** Without levels an item is asked for once it is past due, again and again. */
const pastDueAlone: ReadonlyArray<LadderStep> = [
  { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 1 },
]

/** A case that names amounts or days without items speaks of one item. */
const openAlone = (given: Reader, account: Account): void => {
  if (account.items.size > 0) return
  const { currency, days } = account
  const openMinor = minorOf(given, 'open', currency) ?? minorOf(given, 'amount', currency)
  const dueOn = dayOf(given, 'due', 'due_day')
  const term = given.map('term')
  const part = {
    amountMinor: openMinor ?? 100,
    paidMinor: 0,
    issuedOn: dayOf(given, 'date', 'day') ?? days.before,
    dueOn: dueOn ?? (given.has('overdue_days') ? dayZero : undefined),
  }
  openPlain(account, aloneId, part, term === undefined ? undefined : termsOf(term, currency))
}

/** The item of a case that lists none. */
export const aloneId = 'item'

/** The runs of the case up to a day that have not taken place, each with what is known by its day. */
export const runUntil = (world: World, includes: (day: LocalDate) => boolean): Correspondence => {
  const { letters, runDays, account, ladder, holds } = world
  while (world.ran < runDays.length) {
    const day = runDays[world.ran]
    if (day === undefined || !includes(day)) break
    world.ran += 1
    doByHand(world, (on) => on < day)
    sendAll(letters)
    runOn(day, account, letters, { ladderFor: () => ladder, holds })
  }
  return letters
}

/** All runs of the case, and what was done after the last. */
export const runAll = (world: World): Correspondence => {
  const letters = runUntil(world, () => true)
  doByHand(world, () => true)
  return letters
}

const doByHand = ({ byHand, done, letters }: World, includes: (day: LocalDate) => boolean): void => {
  for (const one of byHand)
    if (includes(one.on) && !done.has(one)) {
      done.add(one)
      one.act(letters)
    }
}

/** `overdue_days`: one or several. */
export const overdueDaysOf = (given: Reader): ReadonlyArray<number> => {
  const node = given.node('overdue_days')
  if (node === undefined) return []
  return node.kind === 'list' ? given.wholes('overdue_days') : [given.whole('overdue_days') ?? 0]
}
