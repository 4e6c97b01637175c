/** The figures that measures are made of, read from a ledger: opening, billed, closing, current, by currency. */
import {
  addDays,
  endOfMonth,
  type Fraction,
  fromEpochDay,
  type Instant,
  instantMillis,
  type LocalDate,
  localDate,
  partsOf,
} from '@quittance/kernel'
import { balancesAt, heldAt, openAt } from '../ledger-view/balances-at.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { measures } from '../ledger-view/measures.js'
import { openItemsOf } from '../open-items/open-items.js'
import { type CountedBack, countBackDso, simpleDso } from './days-sales-outstanding.js'

/** Days of a period, both inclusive. @category model @since 0.1.0 */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Figures of a period in one currency; receivables are gross of money in hand. @category projections @since 0.1.0 */
export interface PeriodFigures {
  readonly currency: string
  /** Open on the day before the period. */
  readonly openingMinor: number
  /** Invoices and debit notes of the period, less those voided in it; credit notes are not taken off. */
  readonly creditSalesMinor: number
  readonly closingMinor: number
  /** Of closing, what is not past due. */
  readonly closingCurrentMinor: number
  /** Unapplied and on-account money and credits at the end. */
  readonly inHandMinor: number
}

/**
 * The figures of a period as known at an instant, by currency.
 *
 * @law the closing figures of a period are the opening ones of the next
 * @category projections
 * @since 0.1.0
 */
export const periodFigures = (
  view: LedgerView,
  { from, to }: Period,
  knownAt: Instant,
): ReadonlyArray<PeriodFigures> => {
  const before = balancesAt(view, { asOf: addDays(from, -1), knownAt })
  const at = { asOf: to, knownAt }
  const after = balancesAt(view, at)
  const figures = new Map<string, { -readonly [Key in keyof PeriodFigures]: PeriodFigures[Key] }>()
  const of = (currency: string): { -readonly [Key in keyof PeriodFigures]: PeriodFigures[Key] } => {
    const own = figures.get(currency) ?? {
      currency,
      openingMinor: 0,
      creditSalesMinor: 0,
      closingMinor: 0,
      closingCurrentMinor: 0,
      inHandMinor: 0,
    }
    figures.set(currency, own)
    return own
  }
  for (const [index, { kind, currency }] of view.subjects.entries()) {
    const own = of(currency)
    if (kind !== 'item') own.inHandMinor += heldAt(after, index)
    else {
      own.openingMinor += openAt(before, index)
      own.closingMinor += openAt(after, index)
      own.creditSalesMinor += (after.owed[index] ?? 0) - (before.owed[index] ?? 0)
    }
  }
  for (const { currency, daysPastDue, openMinor } of openItemsOf(view, at, after))
    if (daysPastDue <= 0) of(currency).closingCurrentMinor += openMinor
  return [...figures.keys()].sort().flatMap((currency) => figures.get(currency) ?? [])
}

/** DSO of a month in three ways. @category projections @since 0.1.0 */
export interface MonthlyDso {
  /** `YYYY-MM`. */
  readonly month: string
  readonly billedMinor: number
  readonly openAtEndMinor: number
  /** Open at the end over billed in the month, by its days; `null` where nothing was billed. */
  readonly simple: Fraction | null
  /** The same over the month and the two before it; absent while there are fewer. */
  readonly rolling3?: Fraction | null
  readonly countback: CountedBack
}

/**
 * DSO month by month, from the first month in which anything was billed in the currency.
 *
 * @param to - a day of the last month
 * @category projections
 * @since 0.1.0
 */
export const monthlyDso = (
  view: LedgerView,
  currency: string,
  to: LocalDate,
  knownAt: Instant,
): ReadonlyArray<MonthlyDso> => {
  const billed = billedByMonth(view, currency, knownAt)
  const [first] = [...billed.keys()].sort()
  if (first === undefined) return []
  const months: Array<{ readonly month: string; readonly creditSalesMinor: number; readonly days: number }> = []
  const rows: Array<MonthlyDso> = []
  for (let start = dayOne(first); start <= to; start = addDays(endOfMonth(start), 1)) {
    const [month, end] = [start.slice(0, 7), endOfMonth(start)]
    const days = partsOf(end).day
    const creditSalesMinor = billed.get(month) ?? 0
    months.unshift({ month, creditSalesMinor, days })
    const receivablesMinor = openOf(view, currency, end, knownAt)
    const three = months.slice(0, 3)
    const rolling = {
      receivablesMinor,
      creditSalesMinor: three.reduce((so, one) => so + one.creditSalesMinor, 0),
      days: three.reduce((so, one) => so + one.days, 0),
    }
    rows.push({
      month,
      billedMinor: creditSalesMinor,
      openAtEndMinor: receivablesMinor,
      simple: simpleDso({ receivablesMinor, creditSalesMinor, days }),
      ...(three.length < 3 ? {} : { rolling3: simpleDso(rolling) }),
      countback: countBackDso(receivablesMinor, months),
    })
  }
  return rows
}

const dayOne = (month: string): LocalDate => localDate(`${month}-01`)

const openOf = (view: LedgerView, currency: string, asOf: LocalDate, knownAt: Instant): number => {
  const balances = balancesAt(view, { asOf, knownAt })
  return view.subjects.reduce(
    (so, subject, index) =>
      subject.kind === 'item' && subject.currency === currency ? so + openAt(balances, index) : so,
    0,
  )
}

/** One pass over what was owed more, by the month of its day. */
const billedByMonth = (view: LedgerView, currency: string, knownAt: Instant): ReadonlyMap<string, number> => {
  const billed = new Map<string, number>()
  const owed = measures.indexOf('owed')
  const millis = instantMillis(knownAt)
  const { subject, measure, effectiveDay, recordedMillis, minor } = view.deltas
  const monthOf = new Map<number, string>()
  for (let at = 0; at < subject.length; at += 1) {
    if (measure.values[at] !== owed || (recordedMillis.values[at] ?? 0) > millis) continue
    if (view.subjects[subject.values[at] ?? -1]?.currency !== currency) continue
    const day = effectiveDay.values[at] ?? 0
    const month = monthOf.get(day) ?? fromEpochDay(day).slice(0, 7)
    monthOf.set(day, month)
    billed.set(month, (billed.get(month) ?? 0) + (minor.values[at] ?? 0))
  }
  return billed
}
