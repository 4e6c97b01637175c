/** Area `metrics`: the measures of the work, each by the plain function of its name. */
import type { CurrencyCode, Fraction } from '@quittance/kernel'
import {
  type AppliedReceipt,
  averageDaysDelinquent,
  averageDaysToPay,
  bestPossibleDso,
  cashConversionCycle,
  cashRates,
  collectionEffectiveness,
  countBackDso,
  daysOfTurnover,
  keptRates,
  type MonthSales,
  simpleDso,
} from '@quittance/projections'
import type { PromiseStanding, RatedPromise } from '@quittance/promises-to-pay'
import { currencyOf, minorOf, requiredMinor } from '../books/currency.js'
import { dayOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { type Answers, answer } from '../run/ask.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { amount, nothing, rate, type Value, whole, yesNo } from '../run/value.js'

/** The adapter of metrics. */
export const metrics: Adapter = (given, asked) => {
  const currency = currencyOf(given)
  return answer(
    {
      ...(given.has('months') ? countedBack(given, currency) : {}),
      ...daysAnswers(given, currency),
      ...(given.has('promises') ? promiseAnswers(given, currency) : {}),
      ...(given.has('receipts') ? cashAnswers(given, currency) : {}),
      ...(given.has('invoices') ? { days_to_pay: () => rate(averageDaysToPay(paidParts(given, currency))) } : {}),
    },
    asked,
  )
}

/** Months counted back, however they are listed. */
const countedBack = (given: Reader, currency: CurrencyCode): Answers => {
  const months = given.maps('months').map((month): MonthSales => ({
    creditSalesMinor: requiredMinor(month, 'credit_sales', currency),
    days: month.whole('days') ?? unsupported(`${month.path} without days`),
  }))
  const latestFirst = given.oneOf('months_order', orders) ?? true
  const receivablesMinor = requiredMinor(given, 'receivables', currency)
  const counted = countBackDso(receivablesMinor, latestFirst ? months : months.toReversed())
  const isCounted = counted._tag === 'CountedBack'
  return {
    dso: () => (isCounted ? rate(counted.days) : nothing),
    dso_at_least: () => (isCounted ? rate(counted.days) : whole(counted.atLeastDays)),
    exhausted: () => yesNo(!isCounted),
    residue: () => amount(isCounted ? 0 : counted.residueMinor, currency),
  }
}

const orders = {
  latest_first: true,
  newest_first: true,
  last_first: true,
  oldest_first: false,
  earliest_first: false,
  first_to_last: false,
} as const

/** Days and percentages of one period. What an answer needs is required when it is asked for. */
const daysAnswers = (given: Reader, currency: CurrencyCode): Answers => {
  const known = {
    receivables: minorOf(given, 'receivables', currency),
    current: minorOf(given, 'current', currency),
    credit_sales: minorOf(given, 'credit_sales', currency),
    beginning: minorOf(given, 'beginning', currency),
    ending_total: minorOf(given, 'ending_total', currency),
    ending_current: minorOf(given, 'ending_current', currency),
    inventory: minorOf(given, 'inventory', currency),
    payables: minorOf(given, 'payables', currency),
    cogs: minorOf(given, 'cogs', currency),
    days: given.whole('days'),
    months: given.whole('periods') ?? 1,
  }
  const need = (key: keyof typeof known): number => known[key] ?? unsupported(`${key} not given`)
  const sales = (): { readonly creditSalesMinor: number; readonly days: number } => ({
    creditSalesMinor: need('credit_sales'),
    days: need('days'),
  })
  const owed = (): number => known.receivables ?? need('ending_total')
  const current = (): number => known.current ?? need('ending_current')
  const dso = (): Fraction | null => simpleDso({ ...sales(), receivablesMinor: owed() })
  const dio = (): Fraction | null => daysOfTurnover(need('inventory'), need('cogs'), need('days'))
  const dpo = (): Fraction | null => daysOfTurnover(need('payables'), need('cogs'), need('days'))
  const answers = {
    bpdso: () => rate(bestPossibleDso(current(), sales())),
    add: () => rate(averageDaysDelinquent(current(), { ...sales(), receivablesMinor: owed() })),
    cei: () =>
      rate(
        collectionEffectiveness({
          openingMinor: need('beginning'),
          creditSalesMinor: need('credit_sales'),
          months: known.months,
          closingMinor: known.ending_total ?? need('receivables'),
          closingCurrentMinor: known.ending_current ?? need('current'),
        }),
      ),
    dio: () => rate(dio()),
    dpo: () => rate(dpo()),
    ccc: () => rate(cashConversionCycle({ inventoryDays: dio(), salesDays: dso(), payableDays: dpo() })),
  }
  return given.has('months') ? answers : { ...answers, dso: () => rate(dso()) }
}

const standings: Readonly<Record<string, PromiseStanding>> = {
  open: 'open',
  kept: 'kept',
  partially_kept: 'partly-kept',
  partly_kept: 'partly-kept',
  broken: 'broken',
  void: 'void',
  replaced: 'superseded',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
}

/** A promise without an amount kept: kept is all of it, broken nothing. Without a state, the amounts say which. */
const ratedPromise = (promise: Reader, currency: CurrencyCode): RatedPromise => {
  const promisedMinor = requiredMinor(promise, 'amount', currency)
  const stated = promise.oneOf('state', standings)
  const kept = minorOf(promise, 'kept', currency)
  const keptMinor = kept ?? (stated === 'kept' ? promisedMinor : 0)
  const byAmount = keptMinor >= promisedMinor ? 'kept' : keptMinor > 0 ? 'partly-kept' : 'broken'
  if (stated === 'partly-kept' && kept === undefined) return unsupported(`${promise.path} without kept`)
  return { standing: stated ?? byAmount, countsAs: 'nothing', promisedMinor, keptMinor, receivedMinor: keptMinor }
}

const promiseAnswers = (given: Reader, currency: CurrencyCode): Answers => {
  const rates = keptRates(given.maps('promises').map((promise) => ratedPromise(promise, currency)))
  return {
    due: () => whole(rates.judged),
    rate_by_count: () => rate(rates.byCount),
    rate_by_amount: () => rate(rates.byAmount),
  }
}

const cashAnswers = (given: Reader, currency: CurrencyCode): Answers => {
  const receipts = given.maps('receipts').map((receipt): AppliedReceipt => ({
    amountMinor: requiredMinor(receipt, 'amount', currency),
    byRuleMinor: minorOf(receipt, 'auto_applied', currency) ?? 0,
    byHandMinor: minorOf(receipt, 'manual_applied', currency) ?? 0,
  }))
  const rates = cashRates(receipts)
  return {
    unapplied: (): Value => amount(rates.unappliedMinor, currency),
    unapplied_rate: () => rate(rates.unappliedRate),
    auto_match_rate_by_amount: () => rate(rates.autoMatchRateByAmount),
    auto_match_rate_by_receipt: () => rate(rates.autoMatchRateByReceipt),
  }
}

/** A payment without an amount pays all of its invoice. */
const paidParts = (given: Reader, currency: CurrencyCode): Parameters<typeof averageDaysToPay>[0] =>
  given.maps('invoices').flatMap((invoice) => {
    const invoiceMinor = minorOf(invoice, 'amount', currency)
    const invoicedOn = dayOf(invoice, 'date', 'day') ?? unsupported(`${invoice.path} without date`)
    return invoice.maps('payments').map((payment) => ({
      amountMinor:
        minorOf(payment, 'amount', currency) ?? invoiceMinor ?? unsupported(`${payment.path} without amount`),
      invoicedOn,
      paidOn: dayOf(payment, 'date', 'day') ?? unsupported(`${payment.path} without date`),
    }))
  })
