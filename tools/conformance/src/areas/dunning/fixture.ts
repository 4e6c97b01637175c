/** Months of runs over many items: `fixture`, with its policies, runs and payments. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { ItemLadder } from '@quittance/dunning'
import { minorOf, requiredMinor } from '../../books/currency.js'
import type { Days } from '../../books/days.js'
import type { Answers } from '../../run/ask.js'
import { type Reader, scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { list } from '../../run/value.js'
import { type Account, newAccount, openAll, pay } from './account.js'
import { ladderOf, stepsOf } from './ladder-words.js'
import { noticeValue, runAnswers } from './run-answers.js'
import { type Correspondence, ignoreNotice, keyOf, type KnownNotice, noCorrespondence, runOn, sendAll } from './runs.js'

/** Whether a case brings a fixture with policies by name. */
export const hasFixture = (given: Reader): boolean => given.has('policies')

/** The answers to a case with a fixture: every run before the one asked has taken place. */
export const fixtureAnswers = (given: Reader, currency: CurrencyCode, days: Days): Answers => {
  const own = given.map('fixture')
  for (const prose of ['source', 'rules']) given.text(prose)
  const described = given.map('modes')
  for (const mode of described?.keys() ?? []) described?.text(mode)
  const account = newAccount(currency, days)
  openAll((own?.has('items') === true ? own : given).maps('items'), account)
  const story: Story = {
    account,
    letters: noCorrespondence(),
    ladders: laddersOf(given, currency),
    payments: paymentsOf(given, account),
    byHand: byHandOf(given, account),
  }
  const asked = askedRuns(given)
  play(
    story,
    asked.all.filter((day) => day <= asked.last),
  )
  const wanted = own?.has('items') === true ? new Set(given.texts('items')) : undefined
  return answersOf(story, asked.days, wanted)
}

interface Payment {
  readonly item: string
  readonly minor: number
  /** It counts for the runs after this one. */
  readonly after: LocalDate
}

/** What a person did between two runs. */
interface ByHand {
  readonly key: string
  readonly on: LocalDate
  /** Whether it puts another notice in place of those before. */
  readonly changes: boolean
  readonly act: (letters: Correspondence) => void
}

interface Story {
  readonly account: Account
  readonly letters: Correspondence
  readonly ladders: ReadonlyMap<string, ItemLadder>
  readonly payments: ReadonlyArray<Payment>
  readonly byHand: ReadonlyArray<ByHand>
}

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

/** One act or several. */
const eachOf = (given: Reader, key: string): ReadonlyArray<Reader> => {
  const node = given.node(key)
  const one = node?.kind === 'map' ? given.map(key) : undefined
  return node === undefined ? [] : one === undefined ? given.maps(key) : [one]
}

const byHandOf = (given: Reader, account: Account): ReadonlyArray<ByHand> => [
  ...eachOf(given, 'ignore').map((ignore): ByHand => {
    const on = ignore.date('of_run') ?? unsupported(`${ignore.path} without of_run`)
    const level = ignore.whole('level')
    const key = instalmentKey(ignore, account)
    return { key, on, changes: false, act: (letters) => ignoreNotice(letters, key, on, level) }
  }),
  ...eachOf(given, 'change').map((change): ByHand => {
    const on = change.date('date') ?? unsupported(`${change.path} without date`)
    const [level, policy] = [change.whole('level') ?? 0, change.text('policy')]
    const key = instalmentKey(change, account)
    return {
      key,
      on,
      changes: true,
      act: ({ changes, notices }) => {
        changes.set(key, [...(changes.get(key) ?? []), { level, on, policy }])
        if (level > 0)
          notices.set(key, [...(notices.get(key) ?? []), { level, on, state: 'due', policy, placed: true }])
      },
    }
  }),
]

/** The instalment of an item: the one of the amount that is named, else the first. */
const instalmentKey = (reader: Reader, { books, currency }: Account): string => {
  const itemId = reader.text('item') ?? unsupported(`${reader.path} without item`)
  const amountMinor = minorOf(reader, 'amount', currency)
  const issued = books
    .recorded()
    .flatMap(({ fact }) => (fact._tag === 'InvoiceIssued' && fact.documentId === itemId ? [fact] : []))[0]
  const instalments = issued?.instalments ?? unsupported(`${reader.path}: there is no item ${itemId}`)
  const found = amountMinor === undefined ? instalments[0] : instalments.find((one) => one.amountMinor === amountMinor)
  return keyOf(itemId, found?.no ?? unsupported(`${reader.path}: no instalment of that amount`))
}

interface AskedRuns {
  readonly all: ReadonlyArray<LocalDate>
  readonly days: ReadonlyArray<LocalDate>
  readonly last: LocalDate
}

const askedRuns = (given: Reader): AskedRuns => {
  const own = given.map('fixture')
  const all = (own?.has('runs') === true ? own : given).dates('runs')
  const one = given.date('run')
  const asked = own?.has('runs') === true ? given.node('runs') : undefined
  const word = asked?.kind === 'scalar' ? scalarText(asked, 'runs') : undefined
  if (word !== undefined && word !== 'all') return unsupported(`runs: ${word}`)
  const days = one !== undefined ? [one] : asked?.kind === 'list' ? given.dates('runs') : all
  const last = days.reduce((so, day) => (day > so ? day : so), days[0] ?? unsupported('a fixture without a run'))
  return { all: [...new Set([...all, ...days])].sort(), days, last }
}

/** Run after run; what is done after a run is there before the next. */
const play = ({ account, letters, ladders, payments, byHand }: Story, days: ReadonlyArray<LocalDate>): void => {
  const [paid, done] = [new Set<Payment>(), new Set<ByHand>()]
  for (const day of days) {
    for (const payment of payments)
      if (payment.after < day && !paid.has(payment)) {
        paid.add(payment)
        pay(account, [payment.item], payment.minor, payment.after)
      }
    sendAll(letters)
    for (const act of byHand)
      if (act.on < day && !done.has(act)) {
        done.add(act)
        act.act(letters)
      }
    runOn(day, account, letters, {
      ladderFor: (policy) => ladders.get(policy ?? '') ?? unsupported(`policy ${policy ?? ''}`),
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
    history: () => list(historyOf(letters, byHand, wanted).map(noticeValue)),
  }
}

/** The notices that the case did something about, from that on; all of them where it did nothing. */
const historyOf = (
  { notices }: Correspondence,
  byHand: ReadonlyArray<ByHand>,
  wanted: ReadonlySet<string> | undefined,
): ReadonlyArray<KnownNotice> => {
  if (byHand.length > 0)
    return [...new Set(byHand.map(({ key }) => key))].flatMap((key) => {
      const from = byHand.filter((act) => act.key === key).map(({ on }) => on)
      const first = from.reduce((so, day) => (day < so ? day : so))
      const changed = byHand.some((act) => act.key === key && act.changes)
      const all = notices.get(key) ?? []
      const since = all.findIndex((notice) => notice.on >= first && (!changed || notice.placed === true))
      return all.slice(Math.max(0, since))
    })
  return [...notices]
    .filter(([key]) => wanted === undefined || wanted.has(key.replace(/\/\d+$/, '')))
    .flatMap(([, all]) => all)
}
