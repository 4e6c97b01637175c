/** Cases in a row: which causes weigh most, and how long the cases take. */
import { type CurrencyCode, divideRounded, type LocalDate } from '@quittance/kernel'
import { type CausedAmount, causeRanking, type CauseWeight, cycleTimes, type DisputeDays } from '@quittance/projections'
import { requiredMinor } from '../../books/currency.js'
import { daysOf } from '../../books/days.js'
import type { Ask, Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list, map, nothing, text, type Value, whole } from '../../run/value.js'

/** What cases amount to, and how old they are. */
export const casesOf = (given: Reader, currency: CurrencyCode): Answers => {
  const cases = given.maps('cases')
  return {
    ...(cases.some((one) => one.has('cause') || one.has('amount')) ? weights(cases, currency) : {}),
    ...(cases.some((one) => one.has('opened')) ? times(cases, daysOf(given).today, given.date('as_of')) : {}),
  }
}

const causedBy = (one: Reader, currency: CurrencyCode): CausedAmount => {
  const valid = one.yes('valid')
  const caused = { cause: one.text('cause') ?? 'unknown', amountMinor: requiredMinor(one, 'amount', currency) }
  return valid === undefined ? caused : { ...caused, valid }
}

const weights = (readers: ReadonlyArray<Reader>, currency: CurrencyCode): Answers => {
  const cases = readers.map((one) => causedBy(one, currency))
  const byAmount = causeRanking(cases, 'amount')
  const sums = (ask: Ask, minorOf: (one: CauseWeight) => number): Value =>
    ask.kind === 'map'
      ? map(byAmount.map((one) => [one.cause, amount(minorOf(one), currency)] as const))
      : amount(
          byAmount.reduce((so, one) => so + minorOf(one), 0),
          currency,
        )
  return {
    by_count: () => list(causeRanking(cases, 'count').map(({ cause, count }) => list([text(cause), whole(count)]))),
    by_amount: () => list(byAmount.map(({ cause, amountMinor }) => list([text(cause), amount(amountMinor, currency)]))),
    valid_amount: (ask) => sums(ask, ({ validMinor }) => validMinor),
    invalid_amount: (ask) => sums(ask, ({ invalidMinor }) => invalidMinor),
  }
}

const times = (readers: ReadonlyArray<Reader>, last: LocalDate, asOf: LocalDate = last): Answers => {
  const cases = readers.map((one): DisputeDays => {
    const endedOn = one.date('resolved')
    const raisedOn = one.date('opened') ?? unsupported(`${one.path} without opened`)
    return endedOn === undefined ? { raisedOn } : { raisedOn, endedOn }
  })
  const { ended, endedDays, open, oldestOpenDays } = cycleTimes(cases, asOf)
  return {
    avg_resolved_days: () => (ended === 0 ? nothing : ratio(endedDays, ended)),
    open_cases: () => whole(open),
    oldest_open_days: () => (oldestOpenDays === undefined ? nothing : whole(oldestOpenDays)),
  }
}

/** A quotient to nine places, for the case rounds it to its own. */
export const ratio = (part: number, of: number): Value => {
  const scaled = divideRounded(BigInt(part) * 1_000_000_000n, BigInt(of))
  const digits = String(scaled).padStart(10, '0')
  return { kind: 'number', text: `${digits.slice(0, -9)}.${digits.slice(-9)}` }
}
