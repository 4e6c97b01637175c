/**
 * A rule of one's own: some customers pay everything that was invoiced in one calendar month, less a bonus that was agreed.
 * What is agreed is data; the code below only reads it.
 */
import {
  type Matcher,
  type MatcherAnswer,
  type MatcherItem,
  matcherOf,
  type MatchPayment,
  type MatchPlan,
  type RuleSetKind,
  ruleSetKind,
} from '@quittance/cash-application'
import { nonEmptyText, wholeNumber } from '@quittance/kernel'
import * as t from 'io-ts'

/** The rule set: which months count, and the bonus that stays open for a credit note. */
export interface WholeMonth {
  readonly id: string
  readonly version: number
  /** Months before that of the payment that it may be for: 1 is the last month only. */
  readonly monthsBack: number
  /** Held back from each month, in minor units; stays open on its last invoice. */
  readonly bonusMinor: number
}

/** The rules as a matcher: registered, compared and posted like any other. */
export const wholeMonthMatcher = (ruleSet: WholeMonth): Matcher =>
  matcherOf(ruleSet, ({ payments, items }) => {
    const ordered = [...payments].sort(
      (a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.paymentId, b.paymentId),
    )
    const plans = ordered.map((payment) => plansFor(payment, items, ruleSet))
    return ordered.map(({ paymentId, fullSatisfactionClaimed }, at) => {
      const own = plans[at] ?? []
      const others = plans.filter((_, other) => other !== at).flat()
      return { paymentId, answer: answerOf(own, others, fullSatisfactionClaimed !== undefined) }
    })
  })

/** One month is the answer; two that fit, or two payments for one month, are for a person. */
const answerOf = (
  plans: ReadonlyArray<MatchPlan>,
  others: ReadonlyArray<MatchPlan>,
  claimsAll: boolean,
): MatcherAnswer => {
  const [only, ...more] = plans
  if (only === undefined) return { _tag: 'None' }
  if (claimsAll) return { _tag: 'Ambiguous', because: 'full-satisfaction', plans }
  const isWanted = others.some(({ lines }) => lines[0]?.itemId === only.lines[0]?.itemId)
  return more.length > 0 || isWanted
    ? { _tag: 'Ambiguous', because: 'rival', plans }
    : { _tag: 'Apply', by: 'whole-month', plan: only }
}

/** A plan for every month that the payment is worth, to the cent. */
const plansFor = (
  { amountMinor, receivedOn }: MatchPayment,
  items: ReadonlyArray<MatcherItem>,
  { monthsBack, bonusMinor }: WholeMonth,
): ReadonlyArray<MatchPlan> =>
  Array.from({ length: monthsBack }, (_, back) => monthBefore(receivedOn, back + 1)).flatMap((month) => {
    const own = items
      .filter(({ on, openMinor }) => openMinor > 0 && on.startsWith(month))
      .sort((a, b) => compare(a.on, b.on) || compare(a.itemId, b.itemId))
    const last = own.at(-1)
    const owedMinor = own.reduce((so, { openMinor }) => so + openMinor, 0)
    const fits = last !== undefined && last.openMinor > bonusMinor && owedMinor - bonusMinor === amountMinor
    return fits ? [planOf(own, last, bonusMinor)] : []
  })

const planOf = (own: ReadonlyArray<MatcherItem>, last: MatcherItem, bonusMinor: number): MatchPlan => ({
  lines: own.map((item) => {
    const heldMinor = item === last ? bonusMinor : 0
    return {
      itemId: item.itemId,
      cashMinor: item.openMinor - heldMinor,
      differences: heldMinor === 0 ? [] : [{ _tag: 'Deduction', reason: 'monthly-bonus', amountMinor: heldMinor }],
      openMinor: heldMinor,
    }
  }),
  pennyMinor: 0,
  remainderMinor: 0,
  remainder: 'unapplied',
})

/** `2026-03-05`, 1 => `2026-02`. */
const monthBefore = (day: string, back: number): string => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The rule set as a kind that a JSON file may name; what is wrong in a file is said by field. */
export const wholeMonthKind: RuleSetKind = ruleSetKind(
  'whole-month',
  t.exact(t.type({ id: nonEmptyText, version: wholeNumber, monthsBack: wholeNumber, bonusMinor: wholeNumber })),
  wholeMonthMatcher,
)
