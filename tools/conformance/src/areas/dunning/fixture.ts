/** Months of runs over many items: `fixture`, with its policies, runs and payments. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { DunningHold, ItemLadder } from '@quittance/dunning'
import { minorOf, requiredMinor } from '../../books/currency.js'
import type { Days } from '../../books/days.js'
import type { Node } from '../../file/node.js'
import type { Answers } from '../../run/ask.js'
import { type Reader, scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { type Account, holdOf, newAccount, openAll, pay } from './account.js'
import { type ByHand, byHandOf } from './by-hand.js'
import { ladderOf, stepsOf } from './ladder-words.js'
import { historyValue, runAnswers } from './run-answers.js'
import { type Correspondence, type KnownNotice, noCorrespondence, runOn, sendAll } from './runs.js'

/** Whether a case brings a fixture with policies by name. */
export const hasFixture = (given: Reader): boolean => given.has('policies') && given.has('fixture')

/** The answers to a case with a fixture: every run before the one asked has taken place. */
export const fixtureAnswers = (given: Reader, currency: CurrencyCode, days: Days): Answers => {
  const own = given.map('fixture')
  for (const prose of ['source', 'rules']) given.text(prose)
  const described = given.map('modes')
  for (const mode of described?.keys() ?? []) described?.text(mode)
  for (const replaced of own?.keys() ?? []) own?.node(replaced)
  const held = given.map('held')
  const onlySome = isWords(given.node('items'))
  const account = newAccount(currency, days)
  openAll((onlySome ? (own ?? given) : given).maps('items'), account)
  const story: Story = {
    account,
    letters: noCorrespondence(),
    ladders: laddersOf(given, currency),
    payments: paymentsOf(given, account),
    byHand: byHandOf(given, account),
    holds: held === undefined ? [] : [holdOf(held)],
  }
  const asked = askedRuns(given)
  play(
    story,
    asked.all.filter((day) => day <= asked.last),
  )
  const wanted = onlySome ? new Set(given.texts('items')) : undefined
  return answersOf(story, asked.days, wanted)
}

interface Payment {
  readonly item: string
  readonly minor: number
  /** It counts for the runs after this one. */
  readonly after: LocalDate
}

interface Story {
  readonly account: Account
  readonly letters: Correspondence
  readonly ladders: ReadonlyMap<string, ItemLadder>
  readonly payments: ReadonlyArray<Payment>
  readonly byHand: ReadonlyArray<ByHand>
  readonly holds: ReadonlyArray<DunningHold>
}

/** A list of ids names some of the items of the fixture; a list of maps stands in their place. */
const isWords = (node: Node | undefined): boolean =>
  node?.kind === 'list' && node.items.every(({ kind }) => kind === 'scalar')

const laddersOf = (given: Reader, currency: CurrencyCode): ReadonlyMap<string, ItemLadder> => {
  const policies = given.map('policies')
  const words = {
    sequential: given.map('policy')?.yes('sequential') ?? true,
    graceDays: given.whole('grace_days') ?? 0,
    intervalDays: given.whole('interval_days'),
    toleranceMinor: minorOf(given, 'tolerance', currency) ?? 0,
    ignoresCredits: true,
    minimumMinor: minorOf(given, 'min_amount', currency),
    minimumPercent: given.decimal('min_percent'),
  }
  return new Map(
    (policies?.keys() ?? []).map((name) => [
      name,
      ladderOf(policies === undefined ? [] : stepsOf(policies, name, currency), words, currency),
    ]),
  )
}

const paymentsOf = (given: Reader, { currency }: Account): ReadonlyArray<Payment> =>
  given.maps('payments').map((payment) => {
    payment.oneOf('to', { earliest_instalment: true })
    return {
      item: payment.text('item') ?? unsupported(`${payment.path} without item`),
      minor: requiredMinor(payment, 'amount', currency),
      after: payment.date('after_run') ?? unsupported(`${payment.path} without after_run`),
    }
  })

interface AskedRuns {
  readonly all: ReadonlyArray<LocalDate>
  readonly days: ReadonlyArray<LocalDate>
  readonly last: LocalDate
}

const askedRuns = (given: Reader): AskedRuns => {
  const own = given.map('fixture')
  const all = (own ?? given).dates('runs')
  const one = given.date('run')
  const asked = given.node('runs')
  const word = asked?.kind === 'scalar' ? scalarText(asked, 'runs') : undefined
  if (word !== undefined && word !== 'all') return unsupported(`runs: ${word}`)
  const days = one !== undefined ? [one] : asked?.kind === 'list' ? given.dates('runs') : all
  const last = days.reduce((so, day) => (day > so ? day : so), days[0] ?? unsupported('a fixture without a run'))
  return { all: [...new Set([...all, ...days])].sort(), days, last }
}

/** Run after run; what is done after a run is there before the next. */
const play = ({ account, letters, ladders, payments, byHand, holds }: Story, days: ReadonlyArray<LocalDate>): void => {
  const [paid, done] = [new Set<Payment>(), new Set<ByHand>()]
  for (const day of days) {
    for (const payment of payments)
      if (payment.after < day && !paid.has(payment)) {
        paid.add(payment)
        pay(account, [payment.item], payment.minor, payment.after)
      }
    for (const act of byHand)
      if (act.on < day && !done.has(act)) {
        done.add(act)
        act.act(letters)
      }
    sendAll(letters)
    runOn(day, account, letters, {
      ladderFor: (policy) => ladders.get(policy ?? '') ?? unsupported(`policy ${policy ?? ''}`),
      holds,
    })
  }
  for (const act of byHand) if (!done.has(act)) act.act(letters)
}

const answersOf = (
  { account, letters, byHand }: Story,
  days: ReadonlyArray<LocalDate>,
  wanted: ReadonlySet<string> | undefined,
): Answers => {
  const runs = letters.runs.filter(({ on }) => days.includes(on))
  const own = runs.map(({ on, proposal }) => ({
    on,
    proposal: { ...proposal, lines: proposal.lines.filter(({ itemId }) => wanted === undefined || wanted.has(itemId)) },
  }))
  return {
    ...runAnswers(() => own, account),
    history: (ask) => historyValue(historyOf(letters, byHand, wanted), ask),
  }
}

/** The notices for what the case did something about, or for the items that it asks about, by day. */
const historyOf = (
  letters: Correspondence,
  byHand: ReadonlyArray<ByHand>,
  wanted: ReadonlySet<string> | undefined,
): ReadonlyArray<KnownNotice> => {
  const keys = new Set(byHand.flatMap((act) => act.keys(letters)))
  return [...letters.notices]
    .filter(([key]) =>
      keys.size > 0 ? keys.has(key) : wanted === undefined || wanted.has(key.slice(0, key.lastIndexOf('/'))),
    )
    .flatMap(([, all]) => all)
}
