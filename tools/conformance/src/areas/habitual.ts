/** Area `habitual`: who is a habitual debtor, by the rule of the case, judged by `judgeDebtor`. */
import { addDays, type CurrencyCode, decimal, type Decimal, divideRounded, type LocalDate } from '@quittance/kernel'
import {
  type DebtorPolicy,
  type DebtorSignal,
  type EvidenceWindow,
  excuseCounts,
  type GivenExcuse,
  judgeDebtor,
  type OwedItemRecord,
  type PayerRecord,
  type SettledPromise,
  weightedDaysLate,
} from '@quittance/projections'
import { requiredMinor, standInFor } from '../books/currency.js'
import { dayZero } from '../books/days.js'
import { isNothing } from '../file/node.js'
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { amount, list, map, text, type Value, whole, yesNo } from '../run/value.js'

/** The adapter of habitual debtors. */
export const habitual: Adapter = (given, asked) => {
  const days = daysAsked(given)
  const policy = policyOf(given.map('rule'))
  const customers = customersOf(given)
  const record = recordOf('case', {
    promises: [...promisesOf(given), ...brokenOf(given)],
    items: itemsOf(given),
    excuses: excusesOf(given),
  })
  const isHabitual = (who: PayerRecord, on: LocalDate): Value =>
    yesNo(judgeDebtor(who, on, policy).level === 'habitual')
  const last = days.at(-1) ?? lastDay(record)
  const counts = excuseCounts(record.excuses)
  const average = (early: 'clamped' | 'signed'): Value => averageOf(record.items, early)
  return answer(
    {
      habitual: (ask) => {
        if (ask.kind === 'list') return list(days.map((on) => isHabitual(record, on)))
        if (ask.kind === 'map')
          return map(customers.map((who) => [who.customer, isHabitual(who, lastDay(who))] as const))
        return isHabitual(record, last)
      },
      counted: () =>
        whole(
          judgeDebtor(record, last, policy).signals.reduce((so, { measured }) => so + (measured['settled'] ?? 0), 0),
        ),
      weighted_avg_days_late_clamped: () => average('clamped'),
      weighted_avg_days_late_signed: () => average('signed'),
      excuse_counts: () => map(counts.map(({ excuse, given: times }) => [excuse, whole(times)] as const)),
      false_excuses: (ask) => {
        const proved = counts.filter(({ provedFalse, kind }) => provedFalse > 0 && kind !== 'upstream')
        if (ask.kind === 'map')
          return map(proved.map(({ excuse, provedFalse }) => [excuse, whole(provedFalse)] as const))
        return ask.kind === 'list'
          ? list(proved.map(({ excuse }) => text(excuse)))
          : whole(proved.reduce((so, { provedFalse }) => so + provedFalse, 0))
      },
      upstream_candidate: (ask) => {
        const upstream = counts.filter(({ kind }) => kind === 'upstream').map(({ excuse }) => text(excuse))
        return ask.kind === 'list' ? list(upstream) : (upstream[0] ?? text('none'))
      },
    },
    asked,
  )
}

const hundred = decimal('100')

/** A rate of a rule (0.5) as percent (50). */
const percentAt = (reader: Reader, key: string): Decimal | undefined => {
  const rate = reader.decimal(key)
  return rate === undefined ? undefined : { unscaled: rate.unscaled * hundred.unscaled, scale: rate.scale }
}

const policyOf = (rule: Reader | undefined): DebtorPolicy => {
  const windowDays = rule?.whole('window_days')
  const includesFirstDay = rule?.yes('window_includes_first_day') ?? true
  const window: { readonly window?: EvidenceWindow } =
    windowDays === undefined ? {} : { window: { windowDays, includesFirstDay } }
  const partlyKeptPercent = (rule === undefined ? undefined : percentAt(rule, 'partial_weight')) ?? decimal('0')
  const ratePercent = rule === undefined ? undefined : percentAt(rule, 'broken_rate')
  const minSettled = rule?.whole('min_promises')
  const minInARow = rule?.whole('consecutive_late')
  const graceDays = rule?.whole('grace_days') ?? 0
  const signals: ReadonlyArray<DebtorSignal> = [
    ...(ratePercent === undefined && minSettled === undefined
      ? []
      : [
          {
            _tag: 'BrokenPromises' as const,
            name: 'broken promises',
            ...window,
            minSettled: minSettled ?? 0,
            minBroken: 0,
            ratePercent: ratePercent ?? hundred,
            partlyKeptPercent,
          },
        ]),
    ...(minInARow === undefined ? [] : [{ _tag: 'LateInARow' as const, name: 'late in a row', minInARow, graceDays }]),
  ]
  return {
    id: 'case',
    version: 1,
    signals,
    levels: signals.map(({ name }) => ({ level: 'habitual', allOf: [name], anyOf: [] })),
    excludeCauses: rule?.texts('exclude_causes') ?? [],
  }
}

const recordOf = (customer: string, known: Partial<PayerRecord>): PayerRecord => ({
  customer,
  promises: [],
  items: [],
  excuses: [],
  returns: [],
  ...known,
})

/** The day after which nothing more is known of a record. */
const lastDay = ({ promises, items, excuses }: PayerRecord): LocalDate =>
  [
    ...promises.map(({ settledOn }) => settledOn),
    ...items.flatMap(({ paidOn }) => (paidOn === undefined ? [] : [paidOn])),
    ...excuses.map(({ on }) => on),
  ].reduce((so, day) => (day > so ? day : so), dayZero)

const daysAsked = (given: Reader): ReadonlyArray<LocalDate> => {
  const node = given.source.entries.get('as_of')
  if (node === undefined || isNothing(node)) return []
  if (node.kind === 'list') return given.dates('as_of')
  const day = given.date('as_of')
  return day === undefined ? [] : [day]
}

const states: Readonly<Record<string, SettledPromise['state']>> = {
  kept: 'kept',
  partially_kept: 'partly-kept',
  broken: 'broken',
}

/** Promises without a verdict, or that somebody ended, are no evidence. */
const unsettled = new Set(['open', 'replaced', 'void', 'withdrawn'])

const promiseOf = (state: string, index: number, cause?: string): ReadonlyArray<SettledPromise> => {
  const settled = Object.hasOwn(states, state) ? states[state] : undefined
  if (settled === undefined) return unsettled.has(state) ? [] : unsupported(`promise state ${state}`)
  const promiseId = `promise-${String(index).padStart(4, '0')}`
  return [{ promiseId, settledOn: dayZero, state: settled, ...(cause === undefined ? {} : { cause }), factIds: [] }]
}

const promisesOf = (given: Reader): ReadonlyArray<SettledPromise> =>
  given
    .maps('promises')
    .flatMap((promise, index) =>
      promiseOf(promise.text('state') ?? unsupported(`${promise.path} without state`), index, promise.text('cause')),
    )

const brokenOf = (given: Reader): ReadonlyArray<SettledPromise> =>
  given.dates('broken_on').map((settledOn, index) => ({
    promiseId: `broken-${String(index).padStart(4, '0')}`,
    settledOn,
    state: 'broken',
    factIds: [],
  }))

const itemLate = (daysLate: number, index: number, amountMinor: number, currency: CurrencyCode): OwedItemRecord => {
  const dueOn = addDays(dayZero, 30 * index)
  return {
    itemId: `item-${String(index).padStart(4, '0')}`,
    currency,
    amountMinor,
    dueOn,
    paidOn: addDays(dueOn, daysLate),
  }
}

const itemsOf = (given: Reader): ReadonlyArray<OwedItemRecord> => {
  const currency = standInFor(given)
  return given
    .maps('invoices')
    .map((invoice, index) =>
      itemLate(
        invoice.whole('days_late') ?? unsupported(`${invoice.path} without days_late`),
        index,
        requiredMinor(invoice, 'amount', currency),
        currency,
      ),
    )
}

const excusesOf = (given: Reader): ReadonlyArray<GivenExcuse> => {
  const kinds = given.map('excuse_kinds')
  return given.maps('contacts').map((contact): GivenExcuse => {
    const excuse = contact.text('excuse') ?? unsupported(`${contact.path} without excuse`)
    const kind =
      kinds?.oneOf(excuse, { payment_claim: 'payment-claim', upstream: 'upstream' } as const) ?? ('other' as const)
    const paid = contact.yes('paid_within_10_days')
    return { on: contact.date('date') ?? dayZero, excuse, kind, provedFalse: paid === false && kind !== 'upstream' }
  })
}

/** Several customers of one case: by the states of their promises, or by how late they paid. */
const customersOf = (given: Reader): ReadonlyArray<PayerRecord> => {
  const [byStates, byDays] = [given.map('customers'), given.map('paid_days_late')]
  return [
    ...(byStates?.keys() ?? []).map((customer) =>
      recordOf(customer, { promises: (byStates?.texts(customer) ?? []).flatMap((state, at) => promiseOf(state, at)) }),
    ),
    ...(byDays?.keys() ?? []).map((customer) =>
      recordOf(customer, {
        items: (byDays?.wholes(customer) ?? []).map((days, at) => itemLate(days, at, 100, 'XXX')),
      }),
    ),
  ]
}

const averageOf = (items: ReadonlyArray<OwedItemRecord>, early: 'clamped' | 'signed'): Value => {
  const [sum] = weightedDaysLate(items, early)
  if (sum === undefined || sum.amountMinor === 0) return unsupported('an average of nothing')
  return amount(Number(divideRounded(sum.weightedDays * 100n, BigInt(sum.amountMinor))), 'XXX')
}
