/** Area `interest`: late-payment interest by contract or statute, with fixed sums and fees beside it. */
import {
  accrueInterest,
  dailyMinor,
  type InterestAccrual,
  type InterestSpan,
  type InterestTerms,
  monthlyCompounded,
  percentOn,
} from '@quittance/dunning'
import { addDays, type CurrencyCode, type Decimal, formatDecimal, percentOf } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { finerCurrencyOf, minorOf } from '../books/currency.js'
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import { unsupported } from '../run/unsupported.js'
import { amount, fields, list, type Value, whole } from '../run/value.js'
import { statedItem, type StatedItem } from './interest/late-item.js'
import { fixedSumOf, regimes, termsOf } from './interest/terms.js'

/** The adapter of late-payment interest. Where spans are asked for each is rounded, and the sum is theirs; else it is rounded once. */
export const interest: Adapter = (given, asked) => {
  const currency = finerCurrencyOf(given)
  const regime = given.oneOf('regime', regimes)
  const terms = termsOf(given, regime)
  const stated = statedItem(given, currency)
  const feeMinor = minorOf(given, 'fee', currency) ?? 0
  const rounding = asked.entries.has('spans') ? 'per-span' : 'once'
  const money = (minor: number): Value => amount(minor, currency)
  const fixedMinor = (): number => fixedSumOf(regime, stated.principalMinor, currency)
  const totalMinor = (interestMinor: number): number => stated.principalMinor + interestMinor + fixedMinor() + feeMinor
  return answer(
    {
      rate: (ask) =>
        ask.kind === 'list'
          ? list(accrued(stated, terms, rounding).spans.map(({ percent }) => number(percent)))
          : number(atStart(stated, terms).percent),
      days: () => whole(daysOf(stated, terms)),
      interest: (ask) =>
        ask.kind === 'list'
          ? list(accrued(stated, terms, 'per-span').spans.map(({ interestMinor }) => money(interestMinor)))
          : money(interestMinorOf(stated, terms, rounding)),
      spans: () => list(accrued(stated, terms, 'per-span').spans.map((span) => spanRow(span, currency))),
      yearly: () => money(yearlyMinor(stated, terms)),
      daily_rounded: () => money(dailyMinor(atStart(stated, terms), known(terms))),
      interest_daily_rounded: () => money(interestMinorOf(stated, terms, 'daily')),
      total_daily_rounded: () => money(totalMinor(interestMinorOf(stated, terms, 'daily'))),
      fixed_sum: () => money(fixedMinor()),
      fee: () => money(feeMinor),
      total: () => money(totalMinor(interestMinorOf(stated, terms, rounding))),
    },
    asked,
  )
}

type Rounding = InterestTerms['rounding']

const number = (percent: Decimal): Value => ({ kind: 'number', text: formatDecimal(percent) })

const spanRow = (
  { days, principalMinor, percent, interestMinor, after, until }: InterestSpan,
  currency: CurrencyCode,
) =>
  fields({
    days: whole(days),
    principal: amount(principalMinor, currency),
    rate: number(percent),
    interest: amount(interestMinor, currency),
    from: { kind: 'text', text: addDays(after, 1) },
    to: { kind: 'text', text: until },
  })

const known = (terms: InterestTerms | undefined): InterestTerms => terms ?? unsupported('interest without a rate')

/** What bears interest on the first day, at which rate. */
const atStart = (
  stated: StatedItem,
  terms: InterestTerms | undefined,
): Pick<InterestSpan, 'principalMinor' | 'percent'> => {
  const { rate, disputed } = known(terms)
  if (rate._tag !== 'FixedRate' && !stated.dated) return unsupported('rates by day without a due day')
  const startsOn = addDays(stated.dueOn, 1)
  const percent = percentOn(rate, startsOn, startsOn)
  if (E.isLeft(percent)) return unsupported(`no rate on ${percent.left.on}`)
  const waitingMinor = disputed === 'waits' ? stated.disputedMinor : 0
  return { principalMinor: Math.max(0, stated.principalMinor - waitingMinor), percent: percent.right }
}

const accrued = (stated: StatedItem, terms: InterestTerms | undefined, rounding: Rounding): InterestAccrual => {
  const { item, months, dated } = stated
  if (months !== undefined) return unsupported('spans of months')
  if (item === undefined) return unsupported('interest without days')
  if (known(terms).rate._tag !== 'FixedRate' && !dated) return unsupported('rates by day without a due day')
  const accrual = accrueInterest(item, { ...known(terms), rounding })
  return E.isRight(accrual) ? accrual.right : unsupported(`no rate on ${accrual.left.on}`)
}

const interestMinorOf = (stated: StatedItem, terms: InterestTerms | undefined, rounding: Rounding): number => {
  const { months, days } = stated
  if (months === undefined) return accrued(stated, terms, rounding).interestMinor
  if (rounding === 'daily') return unsupported('months with a daily rate')
  return monthlyCompounded(atStart(stated, terms), months, days ?? 0, known(terms).dayCountDays)
}

const daysOf = (stated: StatedItem, terms: InterestTerms | undefined): number =>
  stated.months === undefined ? accrued(stated, terms, 'once').days : stated.months * 30 + (stated.days ?? 0)

const yearlyMinor = (stated: StatedItem, terms: InterestTerms | undefined): number => {
  if (known(terms).dayCountDays === 30) return unsupported('yearly interest of a monthly rate')
  const { principalMinor, percent } = atStart(stated, terms)
  return percentOf(principalMinor, percent)
}
