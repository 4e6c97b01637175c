/** Fees and interest of notices, and what they still claim once the principal is paid. */
import { addDays, daysBetween, type Decimal, keyedGet, type LocalDate, sumMinor } from '@quittance/kernel'
import { accrueInterest, type BalanceStep, type LateItem, noticeClaim } from '@quittance/dunning'
import * as E from 'fp-ts/lib/Either.js'
import { amounts, words } from '../../books/amounts.js'
import { openOfAll } from '../../books/applying.js'
import { openOf } from '../../books/balances.js'
import { minorOf } from '../../books/currency.js'
import { dayZero } from '../../books/days.js'
import type { Answers, Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list, nothing, text, type Value } from '../../run/value.js'
import { statuses } from '../allocation/answers.js'
import { type Account, owedIds } from './account.js'
import { itemsOn } from './items-on.js'
import { feeOfNotices } from './notice-fees.js'
import { keyOf } from './runs.js'
import { overdueDaysOf, runAll, type World } from './world.js'

/** What a case charges, and the items that the charges became. */
export interface Charges {
  /** Ids of the debit notes, interest before fees. */
  readonly ids: () => ReadonlyArray<string>
  readonly answers: Answers
}

/** Fees and interest of a case. */
export const chargesOf = (given: Reader, world: World): Charges => {
  const { currency, account } = world
  const fees = feeOfNotices(given, world)
  const [feeMinor, statedMinor] = [minorOf(given, 'fee', currency), minorOf(given, 'interest', currency)]
  const [rate, basisDays] = [given.decimal('interest_rate'), given.whole('basis') ?? 365]
  const untils = untilDays(given, world)
  const interests = (): ReadonlyArray<number> =>
    rate === undefined
      ? untils().map(() => statedMinor ?? 0)
      : untils().map((until) => statedMinor ?? interestMinor(account, until, rate, basisDays))
  const fee = (): number => feeMinor ?? fees?.total() ?? 0
  const charged = chargedItems(world, () => [
    { id: 'interest', minor: interests().at(-1) ?? 0 },
    { id: 'fee', minor: fee() },
  ])
  const each = (ask: Ask, minorAt: (interest: number, until: LocalDate) => number): Value => {
    const rows = interests().map((interest, index) => minorAt(interest, untils()[index] ?? world.days.today))
    const values = rows.map((minor) => amount(minor, currency))
    return ask.kind === 'list' ? list(values) : (values.at(-1) ?? nothing)
  }
  const claim = () =>
    noticeClaim(dunnedMinor(world), [
      { kind: 'interest', openMinor: openCharge(account, 'interest') },
      { kind: 'fee', openMinor: openCharge(account, 'fee') },
    ])
  return {
    ids: charged,
    answers: {
      fee: (ask) => (fees === undefined ? amount(fee(), currency) : fees.value(ask)),
      interest: (ask) => each(ask, (interest) => interest),
      dunning_amount: (ask) => each(ask, (interest) => interest + fee()),
      total: (ask) => each(ask, (interest, until) => openMinorOn(account, until) + interest + fee()),
      open: (ask) => amounts(ask, openOfAll(account.books, owedIds(account)), currency),
      dunning: () => {
        charged()
        return text(claim().standing)
      },
      claimable: () => {
        charged()
        return amount(claim().claimableMinor, currency)
      },
      invoice: (ask) => words(ask, standingsOf(given, world)),
    },
  }
}

/** What is open of the items that were ever asked for; of all items where the case has no runs. */
const dunnedMinor = (world: World): number => {
  const { account, letters } = world
  if (letters.runs.length === 0) runAll(world)
  const on = world.today ?? world.days.today
  const items = itemsOn(account, on)
  const asked = new Set(letters.notices.keys())
  const own = asked.size === 0 ? items : items.filter((item) => asked.has(keyOf(item.itemId, item.instalmentNo)))
  return sumMinor(own.map(({ openMinor }) => openMinor))
}

/** How invoices stand; past due lies over open and partly paid where the case says which day it is. */
const standingsOf = (given: Reader, world: World): ReadonlyArray<readonly [string, string]> => {
  const { account, runDays, days, words: rules } = world
  const knowsDay = runDays.length > 0 || world.today !== undefined || given.has('overdue_days') || given.has('checks')
  const on = given.has('overdue_days') ? (untilDays(given, world)().at(-1) ?? days.today) : (world.today ?? days.today)
  const isLate = (id: string): boolean =>
    knowsDay && itemsOn(account, on).some((item) => item.itemId === id && daysBetween(item.dueOn, on) > rules.graceDays)
  return statuses(account.books, owedIds(account)).map(([id, word]) => [id, isLate(id) ? 'overdue' : word])
}

/** Up to which day interest runs: so many days after the due day, a run day, a check, or the last day of the case. */
const untilDays = (given: Reader, world: World): (() => ReadonlyArray<LocalDate>) => {
  const overdueDays = overdueDaysOf(given)
  const checks = [...world.runDays, ...given.dates('checks')]
  return () => {
    if (overdueDays.length > 0) return overdueDays.map((days) => addDays(dayZero, days))
    return checks.length > 0 ? checks : [world.today ?? world.days.today]
  }
}

const openMinorOn = (account: Account, on: LocalDate): number =>
  sumMinor(itemsOn(account, on).map(({ openMinor }) => openMinor))

/** Simple interest on what was open of each item day by day, rounded once for each. */
const interestMinor = (account: Account, until: LocalDate, percent: Decimal, dayCountDays: number): number => {
  const accrued = lateItems(account, until).map((item) =>
    accrueInterest(item, {
      rate: { _tag: 'FixedRate', percent },
      dayCountDays,
      compounding: 'none',
      rounding: 'once',
      disputed: 'accrues',
    }),
  )
  return sumMinor(accrued.map((one) => (E.isRight(one) ? one.right.interestMinor : unsupported('interest'))))
}

const lateItems = (account: Account, until: LocalDate): ReadonlyArray<LateItem> => {
  const days = [...new Set(account.books.recorded().map(({ effectiveOn }) => effectiveOn))].toSorted()
  const dues = new Map<string, { readonly itemId: string; readonly no: number; readonly dueOn: LocalDate }>()
  for (const day of [...days, until])
    for (const { itemId, instalmentNo, dueOn } of itemsOn(account, day))
      dues.set(`${itemId}/${instalmentNo}`, { itemId, no: instalmentNo, dueOn })
  return [...dues.values()]
    .filter(({ dueOn }) => dueOn < until)
    .map(({ itemId, no, dueOn }) => ({
      dueOn,
      until,
      balances: [dueOn, ...days.filter((day) => day > dueOn && day < until)].map((after): BalanceStep => {
        const open = itemsOn(account, after).find((item) => item.itemId === itemId && item.instalmentNo === no)
        return { after, openMinor: open?.openMinor ?? 0, disputedMinor: open?.disputedMinor ?? 0 }
      }),
    }))
}

interface Charge {
  readonly id: string
  readonly minor: number
}

/** Charges as items of their own, put on the account when they are first needed. */
const chargedItems = (world: World, charges: () => ReadonlyArray<Charge>): (() => ReadonlyArray<string>) => {
  let ids: ReadonlyArray<string> | undefined
  return () => {
    ids ??= charges().flatMap(({ id, minor }) => (minor > 0 ? [issued(world, id, minor)] : []))
    return ids
  }
}

const issued = ({ account, currency, days }: World, id: string, minor: number): string => {
  const lines = [{ netMinor: minor }]
  account.books.must({ _tag: 'IssueDebitNote', on: days.before, documentId: chargeId(id), currency, lines, reason: id })
  return chargeId(id)
}

const chargeId = (id: string): string => `charge ${id}`

const openCharge = ({ books }: Account, id: string): number =>
  keyedGet(books.state().invoicing.documents, chargeId(id)) === undefined ? 0 : openOf(books, chargeId(id))
