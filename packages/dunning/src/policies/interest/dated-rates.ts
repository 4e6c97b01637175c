/**
 * Which rate counts on a day, and on which days it changes. A day's rate is the one in force on that day; a statute may
 * look at another day instead: the first of the half-year, or one before the interest began.
 */
import { addDays, type Decimal, invariant, type LocalDate, localDate, normalDecimal } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'

/** A rate in percent, in force from a day on until the next one. @category policies @since 0.1.0 */
export interface DatedRate {
  readonly from: LocalDate
  readonly percent: Decimal
}

/** Rates that somebody published. Days in order, oldest first. @category policies @since 0.1.0 */
export interface RateTable {
  readonly id: string
  /** Who published it, or where it stands. */
  readonly source: string
  readonly rates: ReadonlyArray<DatedRate>
  /** The last day that the table speaks of; after it the rate is not known, rather than the same. */
  readonly knownUntil?: LocalDate
}

/**
 * At which day a reference rate is looked up: `each-day` the day itself; `half-year` 1 January or 1 July of the day's half
 * year; `half-year-before-start` the last 31 December or 30 June before interest starts, for the whole debt; `start` the
 * first day of interest, for the whole debt.
 * @category policies
 * @since 0.1.0
 */
export type RateFixing = 'each-day' | 'half-year' | 'half-year-before-start' | 'start'

/** A rate in percent: one, several with their days, or a reference rate and so many points on top. @category policies @since 0.1.0 */
export type InterestRate =
  | { readonly _tag: 'FixedRate'; readonly percent: Decimal }
  | { readonly _tag: 'DatedRates'; readonly table: RateTable }
  | {
      readonly _tag: 'ReferenceRate'
      readonly table: RateTable
      readonly marginPercent: Decimal
      readonly fixing: RateFixing
    }

/** No rate is known for a day. @category rejections @since 0.1.0 */
export interface NoRateKnown {
  readonly _tag: 'NoRateKnown'
  readonly table: string
  readonly on: LocalDate
}

const published = (table: RateTable, on: LocalDate): E.Either<NoRateKnown, Decimal> => {
  const found = table.rates.findLast(({ from }) => from <= on)
  return found === undefined || (table.knownUntil !== undefined && on > table.knownUntil)
    ? E.left({ _tag: 'NoRateKnown', table: table.id, on })
    : E.right(found.percent)
}

/** The first day of the half-year that a day lies in. @example halfYearOf(localDate('2026-08-15')) // => '2026-07-01' @category policies @since 0.1.0 */
export const halfYearOf = (on: LocalDate): LocalDate => {
  const year = on.slice(0, 4)
  return localDate(on.slice(5, 7) < '07' ? `${year}-01-01` : `${year}-07-01`)
}

const lookedUpOn = (fixing: RateFixing, on: LocalDate, startsOn: LocalDate): LocalDate => {
  switch (fixing) {
    case 'each-day':
      return on
    case 'half-year':
      return halfYearOf(on)
    case 'half-year-before-start':
      return addDays(halfYearOf(startsOn), -1)
    case 'start':
      return startsOn
  }
}

const plus = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale)
  const unscaled = a.unscaled * 10 ** (scale - a.scale) + b.unscaled * 10 ** (scale - b.scale)
  invariant(Number.isSafeInteger(unscaled), 'a rate stays within the safe range of whole numbers')
  return normalDecimal({ unscaled, scale })
}

/**
 * The rate in percent that counts on a day.
 *
 * @param startsOn - the first day of interest, which some statutes fix the rate by
 * @rejects NoRateKnown when the table does not reach that day
 * @law a rate changes on no day but those that are named
 * @category policies
 * @since 0.1.0
 */
export const percentOn = (rate: InterestRate, on: LocalDate, startsOn: LocalDate): E.Either<NoRateKnown, Decimal> => {
  switch (rate._tag) {
    case 'FixedRate':
      return E.right(rate.percent)
    case 'DatedRates':
      return published(rate.table, on)
    case 'ReferenceRate': {
      const found = published(rate.table, lookedUpOn(rate.fixing, on, startsOn))
      return E.isLeft(found) ? found : E.right(plus(found.right, rate.marginPercent))
    }
  }
}

/**
 * The days, after one and up to another, from which a rate may be another than the day before; in order.
 *
 * @law a rate changes on no day but those that are named
 * @example
 * const rate = { _tag: 'ReferenceRate', table: ecbRefinancingRates, marginPercent: decimal('8'), fixing: 'half-year' }
 * changeDays(rate, localDate('2026-06-15'), localDate('2026-07-15')) // => ['2026-07-01']
 * @category policies
 * @since 0.1.0
 */
export const changeDays = (rate: InterestRate, after: LocalDate, until: LocalDate): ReadonlyArray<LocalDate> => {
  const within = (days: ReadonlyArray<LocalDate>): ReadonlyArray<LocalDate> =>
    days.filter((day) => day > after && day <= until)
  switch (rate._tag) {
    case 'FixedRate':
      return []
    case 'DatedRates':
      return within(rate.table.rates.map(({ from }) => from))
    case 'ReferenceRate':
      if (rate.fixing === 'each-day') return within(rate.table.rates.map(({ from }) => from))
      return rate.fixing === 'half-year' ? within(halfYears(after, until)) : []
  }
}

const halfYears = (after: LocalDate, until: LocalDate): ReadonlyArray<LocalDate> => {
  const days: Array<LocalDate> = []
  for (let year = Number(after.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    const written = String(year).padStart(4, '0')
    days.push(localDate(`${written}-01-01`), localDate(`${written}-07-01`))
  }
  return days
}
