/** The customer's state by one measure of what is unpaid, after each step, on each day, or for values. */
import { addDays, type CurrencyCode, type LocalDate } from '@quittance/kernel'
import { accountState, type AccountStates, type StateMeasure, type UnpaidItem } from '@quittance/dunning'
import { minorOf, minorsOf } from '../../books/currency.js'
import { dayZero } from '../../books/days.js'
import type { Answers, Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { list, map, nothing, text, type Value } from '../../run/value.js'
import { itemsOn } from './items-on.js'
import type { World } from './world.js'

/** States by one measure. */
export type CustomerStates = Pick<AccountStates, 'by' | 'states'>

const measures: Readonly<Record<string, StateMeasure>> = {
  invoice_age: 'invoice-age',
  due_age: 'oldest-due-age',
  unpaid_count: 'unpaid-count',
  unpaid_balance: 'unpaid-balance',
}

/** `states_by` and `states`, where the case has them. */
export const customerStatesOf = (given: Reader, currency: CurrencyCode): CustomerStates | undefined => {
  const by = given.oneOf('states_by', measures)
  const states = given.map('states')
  if (by === undefined || states === undefined) return undefined
  return {
    by,
    states: states.keys().map((name) => ({
      name,
      from:
        (by === 'unpaid-balance' ? minorOf(states, name, currency) : states.whole(name)) ??
        unsupported(`states.${name} without threshold`),
    })),
  }
}

/** Keeps the state after each step. */
export interface StateWatch {
  readonly look: () => void
  readonly answers: Answers
}

/** The states of a case: of its values, else on its check days, else after its steps. */
export const watchStates = (given: Reader, world: World, policy: CustomerStates): StateWatch => {
  const after: Array<LocalDate> = []
  const seen: Array<string> = []
  const byValue = valuesOf(given, world.currency, policy)
  const checks = [...given.dates('checks'), ...world.runDays]
  const now = (): LocalDate => world.today ?? world.days.today
  const stateIn = (currency: CurrencyCode, on: LocalDate): string =>
    accountState(policy, itemsOn(world.account, on), currency, on) ?? 'CLEAR'
  const all = (): ReadonlyArray<string> => {
    if (byValue.length > 0) return byValue.map((unpaid) => stateOf(policy, unpaid, world.currency))
    if (after.length > 0) return seen
    return checks.map((on) => stateIn(world.currency, on))
  }
  return {
    look: () => {
      after.push(now())
      seen.push(stateIn(world.currency, now()))
    },
    answers: {
      state: (ask) => shaped(ask, all(), world, (currency) => stateIn(currency, checks.at(-1) ?? now())),
    },
  }
}

const shaped = (
  ask: Ask,
  states: ReadonlyArray<string>,
  { account, currency }: World,
  stateIn: (currency: CurrencyCode) => string,
): Value => {
  switch (ask.kind) {
    case 'list':
      return list(states.map(text))
    case 'one':
      return text(states.at(-1) ?? stateIn(currency))
    case 'map': {
      const currencies = new Set([...account.items.values()].map((item) => item.currency))
      return currencies.size === 0 ? nothing : map([...currencies].map((one) => [one, text(stateIn(one))]))
    }
  }
}

const stateOf = (policy: CustomerStates, unpaid: ReadonlyArray<UnpaidItem>, currency: CurrencyCode): string =>
  accountState(policy, unpaid, currency, dayZero) ?? 'CLEAR'

/** What is unpaid where nothing is known but the value that the states go by. */
const valuesOf = (
  given: Reader,
  currency: CurrencyCode,
  { by }: CustomerStates,
): ReadonlyArray<ReadonlyArray<UnpaidItem>> => {
  if (!given.has('values')) return []
  const unpaid = (openMinor: number, ageDays: number): UnpaidItem => ({
    currency,
    openMinor,
    issuedOn: addDays(dayZero, 0 - ageDays),
    dueOn: addDays(dayZero, 0 - ageDays),
  })
  switch (by) {
    case 'unpaid-balance':
      return minorsOf(given, 'values', currency).map((minor) => [unpaid(minor, 0)])
    case 'unpaid-count':
      return given.wholes('values').map((count) => Array.from({ length: count }, () => unpaid(1, 0)))
    case 'invoice-age':
    case 'oldest-due-age':
      return given.wholes('values').map((days) => [unpaid(1, days)])
  }
}
