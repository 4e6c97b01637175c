/** Customers past due: who is called, who is left alone, and which small ones are forgotten. */
import {
  type CallCandidate,
  callRestReasons,
  type CoverageOrder,
  smallAccountCoverage,
  type UncoveredAccount,
} from '@quittance/dunning'
import { type CurrencyCode, fraction, type LocalDate } from '@quittance/kernel'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf } from '../../books/days.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { list, map, rate, set, text, type Value, yesNo } from '../../run/value.js'
import { disputedOf } from './calls.js'

/** A customer of the case, in its order. */
export interface CaseCustomer extends CallCandidate {
  readonly customer: string
  readonly source: Reader
}

/** The customers of the case. */
export const customersOf = (given: Reader, currency: CurrencyCode): ReadonlyArray<CaseCustomer> => {
  const customers = given.map('customers')
  return (customers?.keys() ?? []).map((customer) => {
    const source = customers?.map(customer) ?? unsupported(`customers.${customer} that is no map`)
    const pastDueMinor = minorOf(source, 'past_due', currency) ?? 0
    const lastContactOn = dayOf(source, 'last_contact', 'last_contact_day')
    const promisedUntil = dayOf(source, 'promise_until', 'promise_until_day')
    return {
      customer,
      source,
      pastDueMinor,
      disputedMinor: disputedOf(source, pastDueMinor, currency),
      isPlaced: source.yes('placed') ?? false,
      ...(lastContactOn === undefined ? {} : { lastContactOn }),
      ...(promisedUntil === undefined ? {} : { promisedUntil }),
    }
  })
}

/** The answers about calls and coverage; an order that the case does not name is none, and the answer a set. */
export const restAndCoverage = (
  given: Reader,
  customers: ReadonlyArray<CaseCustomer>,
  currency: CurrencyCode,
  on: LocalDate,
): Answers => {
  const order = given.map('policy')?.oneOf('order', orders)
  return {
    ...callList(given, customers, order, on),
    ...(given.has('coverage_days') || given.has('small_below') ? coverage(given, customers, order, currency, on) : {}),
  }
}

const orders: Readonly<Record<string, CoverageOrder | 'as-listed' | 'score'>> = {
  past_due_largest_first: 'largest-first',
  largest_first: 'largest-first',
  past_due_smallest_first: 'smallest-first',
  smallest_first: 'smallest-first',
  longest_silent_first: 'longest-silent-first',
  last_contact_oldest_first: 'longest-silent-first',
  oldest_contact_first: 'longest-silent-first',
  customer_id: 'customer',
  as_listed: 'as-listed',
  score: 'score',
}

type Order = (typeof orders)[string] | undefined

const callList = (given: Reader, customers: ReadonlyArray<CaseCustomer>, order: Order, on: LocalDate): Answers => {
  const quietDays = given.whole('quiet_days') ?? 0
  const quietOnLastDay = given.map('policy')?.yes('quiet_on_last_day') ?? false
  const isCalled = (one: CaseCustomer): boolean => callRestReasons(one, on, { quietDays, quietOnLastDay }).length === 0
  return {
    call: (ask): Value => {
      if (ask.kind === 'map') return map(customers.map((one) => [one.customer, yesNo(isCalled(one))] as const))
      if (ask.kind === 'list') return inOrder(customers.filter(isCalled), order, on)
      const [only, ...others] = customers
      return only === undefined || others.length > 0
        ? unsupported('one call for several customers')
        : yesNo(isCalled(only))
    },
  }
}

/** Everybody is small and long silent here: the library only puts them in the order asked for. */
const inOrder = (chosen: ReadonlyArray<CaseCustomer>, order: Order, on: LocalDate): Value => {
  const listed = chosen.map(({ customer }) => text(customer))
  if (order === undefined) return set(listed)
  if (order === 'as-listed') return list(listed)
  if (order === 'score') return unsupported('a call list by score')
  const all = { coverageDays: -1_000_000, smallBelowMinor: { XXX: Number.MAX_SAFE_INTEGER } }
  const { uncovered } = smallAccountCoverage(
    chosen.map((one) => ({ ...one, currency: 'XXX' })),
    all,
    on,
    order,
  )
  return list(uncovered.map(({ customer }) => text(customer)))
}

/** Only what is not disputed and not placed outside is ours to look after. */
const coverage = (
  given: Reader,
  customers: ReadonlyArray<CaseCustomer>,
  order: Order,
  currency: CurrencyCode,
  on: LocalDate,
): Answers => {
  const policy = {
    coverageDays: given.whole('coverage_days') ?? unsupported('coverage_days not given'),
    smallBelowMinor: { [currency]: requiredMinor(given, 'small_below', currency) },
  }
  const accounts = customers
    .filter(({ isPlaced }) => !isPlaced)
    .map((one) => ({ ...one, currency, pastDueMinor: one.pastDueMinor - one.disputedMinor }))
  const wanted = order === undefined || order === 'as-listed' || order === 'score' ? undefined : order
  const { small, covered, uncovered } = smallAccountCoverage(accounts, policy, on, wanted)
  const ids = (all: ReadonlyArray<UncoveredAccount>): ReadonlyArray<Value> => all.map(({ customer }) => text(customer))
  const listed = accounts.filter(({ customer }) => uncovered.some((one) => one.customer === customer))
  return {
    uncovered_small: () =>
      order === 'as-listed' ? list(ids(listed)) : wanted === undefined ? set(ids(uncovered)) : list(ids(uncovered)),
    coverage_rate: () => rate(fraction(covered, small)),
  }
}
