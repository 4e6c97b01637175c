/**
 * Interest on a late item: so many percent on what was open each day, from the day after the due day to the day of
 * payment. The due day is excluded, the day of payment included. What is open is taken as it was, day by day, so that
 * half of it paid in between bears interest for half of the time only.
 */
import { addDays, daysBetween, type Decimal, earlierOf, type LocalDate, scaleMinor } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { balanceOn, type BalanceStep } from './balance-steps.js'
import { changeDays, type InterestRate, type NoRateKnown, percentOn } from './dated-rates.js'
import { addExact, type ExactAmount, exactAmount, exactZero, roundExact } from './exact-amount.js'

/** How interest is worked out. Off unless a policy names terms. @category policies @since 0.1.0 */
export interface InterestTerms {
  readonly rate: InterestRate
  /** How many days the percent is for: 365 or 360 for a yearly rate, 30 for "percent per 30 days". */
  readonly dayCountDays: number
  /** `every-30-days`: interest unpaid after 30 days is added to the principal (US Prompt Payment). */
  readonly compounding: 'none' | 'every-30-days'
  /** `once` the sum; `per-span` each span, and the sum of these; `daily` the interest of a day, times the days. */
  readonly rounding: 'once' | 'per-span' | 'daily'
  /** Whether a disputed amount bears interest while it is disputed. */
  readonly disputed: 'accrues' | 'waits'
  /** Interest stops so many days after the due day. */
  readonly longestDays?: number
}

/** An item that interest is asked for, from its due day to a day. @category policies @since 0.1.0 */
export interface LateItem {
  readonly dueOn: LocalDate
  /** The day of payment, or the day up to which interest is asked; included. */
  readonly until: LocalDate
  /** In order; the first one not after the due day. */
  readonly balances: ReadonlyArray<BalanceStep>
}

/** Days in a row with one principal and one rate: after one day, until another. @category policies @since 0.1.0 */
export interface InterestSpan {
  readonly after: LocalDate
  readonly until: LocalDate
  readonly days: number
  readonly principalMinor: number
  readonly percent: Decimal
  /** Rounded for itself. */
  readonly interestMinor: number
}

/** Interest on an item, with how it came about. @category policies @since 0.1.0 */
export interface InterestAccrual {
  readonly spans: ReadonlyArray<InterestSpan>
  /** Days with something to bear interest. */
  readonly days: number
  readonly interestMinor: number
}

type Days = Pick<InterestSpan, 'after' | 'until' | 'days' | 'principalMinor' | 'percent'>

/**
 * Interest on an item from the day after its due day.
 *
 * @rejects NoRateKnown when a rate is asked for on a day that its table does not reach
 * @law interest over two periods in a row is that over both, before rounding
 * @law no interest after the item is closed
 * @law a payment made earlier never raises interest
 * @law shifting every day leaves interest at a fixed rate unchanged
 * @category policies
 * @since 0.1.0
 */
export const accrueInterest = (item: LateItem, terms: InterestTerms): E.Either<NoRateKnown, InterestAccrual> => {
  const cut = interestDays(item, terms)
  if (E.isLeft(cut)) return cut
  const exact = exactOf(item, cut.right, terms)
  const spans = cut.right.map((span, at): InterestSpan => {
    const interestMinor =
      terms.rounding === 'daily' ? dailyMinor(span, terms) * span.days : roundExact(exact[at] ?? exactZero)
    return { ...span, interestMinor }
  })
  const sumMinor = spans.reduce((so, { interestMinor }) => so + interestMinor, 0)
  return E.right({
    spans,
    days: spans.reduce((so, { days }) => so + days, 0),
    interestMinor: terms.rounding === 'once' ? roundExact(addExact(exact)) : sumMinor,
  })
}

/**
 * The same before rounding, as a fraction of minor units: what the laws of interest speak of.
 *
 * @rejects NoRateKnown
 * @law interest over two periods in a row is that over both, before rounding
 * @category policies
 * @since 0.1.0
 */
export const exactInterest = (item: LateItem, terms: InterestTerms): E.Either<NoRateKnown, ExactAmount> => {
  const cut = interestDays(item, terms)
  return E.isLeft(cut) ? cut : E.right(addExact(exactOf(item, cut.right, terms)))
}

/** The interest of one day, rounded: what a letter names as "so much a day". @category policies @since 0.1.0 */
export const dailyMinor = (
  { principalMinor, percent }: Pick<InterestSpan, 'principalMinor' | 'percent'>,
  { dayCountDays }: Pick<InterestTerms, 'dayCountDays'>,
): number => scaleMinor(principalMinor, percent.unscaled, 100 * 10 ** percent.scale * dayCountDays)

/** Days in a row with one principal and one rate, without those that nothing was open on. */
const interestDays = (item: LateItem, terms: InterestTerms): E.Either<NoRateKnown, ReadonlyArray<Days>> => {
  const { dueOn, balances } = item
  const until = terms.longestDays === undefined ? item.until : earlierOf(item.until, addDays(dueOn, terms.longestDays))
  const starts = [
    ...new Set([
      addDays(dueOn, 1),
      ...balances.map(({ after }) => addDays(after, 1)),
      ...changeDays(terms.rate, dueOn, until),
    ]),
  ]
    .filter((day) => day > dueOn && day <= until)
    .toSorted()
  const spans: Array<Days> = []
  for (const [at, start] of starts.entries()) {
    const principalMinor = principalOn(balances, start, terms)
    if (principalMinor === 0) continue
    const percent = percentOn(terms.rate, start, addDays(dueOn, 1))
    if (E.isLeft(percent)) return percent
    const next = starts[at + 1]
    const end = next === undefined ? until : addDays(next, -1)
    append(spans, { after: addDays(start, -1), until: end, days: 0, principalMinor, percent: percent.right })
  }
  return E.right(spans.map((span) => ({ ...span, days: daysBetween(span.after, span.until) })))
}

const principalOn = (balances: ReadonlyArray<BalanceStep>, on: LocalDate, { disputed }: InterestTerms): number => {
  const balance = balanceOn(balances, on)
  if (balance === undefined) return 0
  return Math.max(0, balance.openMinor - (disputed === 'waits' ? balance.disputedMinor : 0))
}

/** One more span, joined to the last where neither principal nor rate changed. */
const append = (spans: Array<Days>, next: Days): void => {
  const last = spans.at(-1)
  const same =
    last !== undefined &&
    last.until === next.after &&
    last.principalMinor === next.principalMinor &&
    last.percent.unscaled === next.percent.unscaled &&
    last.percent.scale === next.percent.scale
  if (same) spans[spans.length - 1] = { ...last, until: next.until }
  else spans.push(next)
}

const exactOf = (item: LateItem, spans: ReadonlyArray<Days>, terms: InterestTerms): ReadonlyArray<ExactAmount> =>
  terms.compounding === 'none'
    ? spans.map((span) => simple({ numerator: BigInt(span.principalMinor), denominator: 1n }, span, terms.dayCountDays))
    : compounded(item, spans, terms)

const simple = (
  principal: ExactAmount,
  { percent, days }: Pick<Days, 'percent' | 'days'>,
  dayCountDays: number,
): ExactAmount =>
  exactAmount(
    principal.numerator * BigInt(percent.unscaled) * BigInt(days),
    principal.denominator * 100n * 10n ** BigInt(percent.scale) * BigInt(dayCountDays),
  )

/** What is unpaid after each 30 days bears interest itself; a full 30 days are a twelfth of a year, the days left count by the day. */
const compounded = (
  { dueOn }: LateItem,
  spans: ReadonlyArray<Days>,
  { dayCountDays }: InterestTerms,
): ReadonlyArray<ExactAmount> => {
  const last = spans.at(-1)
  const fullDays = last === undefined ? 0 : Math.floor(daysBetween(dueOn, last.until) / 30) * 30
  let [added, waiting] = [exactZero, exactZero]
  return spans.map((span) => {
    const parts: Array<ExactAmount> = []
    let at = daysBetween(dueOn, span.after)
    const end = at + span.days
    while (at < end) {
      const to = Math.min(end, (Math.floor(at / 30) + 1) * 30)
      const base = addExact([{ numerator: BigInt(span.principalMinor), denominator: 1n }, added])
      const part = simple(base, { percent: span.percent, days: to - at }, at < fullDays ? 360 : dayCountDays)
      parts.push(part)
      waiting = addExact([waiting, part])
      if (to % 30 === 0) [added, waiting] = [addExact([added, waiting]), exactZero]
      at = to
    }
    return addExact(parts)
  })
}

/**
 * Interest that is added to the principal every month: `P(1 + r/12)^n (1 + r d / basis) - P` (5 CFR 1315.17), rounded once.
 *
 * @param months - full months, at least 0
 * @param days - the days beyond them
 * @example
 * monthlyCompounded({ principalMinor: 1500_00, percent: { unscaled: 6, scale: 0 } }, 2, 15, 360) // => 1883
 * @category policies
 * @since 0.1.0
 */
export const monthlyCompounded = (
  { principalMinor, percent }: Pick<InterestSpan, 'principalMinor' | 'percent'>,
  months: number,
  days: number,
  dayCountDays: number,
): number => {
  const [rate, hundred] = [BigInt(percent.unscaled), 100n * 10n ** BigInt(percent.scale)]
  const [month, rest] = [hundred * 12n, hundred * BigInt(dayCountDays)]
  const grown = exactAmount(
    BigInt(principalMinor) * (month + rate) ** BigInt(months) * (rest + rate * BigInt(days)),
    month ** BigInt(months) * rest,
  )
  return roundExact(addExact([grown, { numerator: BigInt(-principalMinor), denominator: 1n }]))
}
