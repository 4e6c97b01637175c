/** Laws of honesty: where two sets fit equally well nobody is told that there was one. */
import type { MatcherAnswer } from '@quittance/cash-application'
import { type MatchingLaw, matchingLaw } from './matching-law.js'
import { classOf, classPlan, plansOf, told } from './reading.js'
import type { MatchingGiven, MatchingRules, OfferedItem, OfferedPayment } from './rules.js'

/** Sets are looked at one by one: so many items at most. */
const most = 12

/**
 * Each payment alone, with the text taken away and every item of one day: nothing is left but amounts. Where two sets of
 * as many charges and credits make the amount and differ in amounts, nothing is applied unless the answer states how it chose.
 *
 * @category laws
 * @since 0.1.0
 */
export const noSilentChoice: MatchingLaw = matchingLaw(
  28,
  'between two sets of as many items that only amounts tell apart nothing is applied silently',
  (rules, given) => {
    for (const one of given.payments) {
      const payment = { ...one, text: '' }
      const items = ofOneDay(given.items, payment)
      const answer = answerFor(rules, payment, items)
      if (answer?._tag !== 'Apply' || answer.tieBreak !== undefined) continue
      const taken = new Set(answer.plan.lines.map(({ itemId }) => itemId))
      const rival = rivalOf(items, taken)
      if (rival !== undefined) return `${payment.paymentId}: ${told(answer)}, and so would ${rival.join(' + ')}`
    }
    return undefined
  },
)

const ofOneDay = (items: ReadonlyArray<OfferedItem>, { currency }: OfferedPayment): ReadonlyArray<OfferedItem> => {
  const own = items.filter((item) => item.currency === currency).slice(0, most)
  const [first] = own
  return first === undefined
    ? []
    : own.map(({ itemId, openMinor, identifiers }) => {
        const { on, dueOn } = first
        return { itemId, currency, openMinor, on, dueOn, identifiers }
      })
}

const answerFor = (
  rules: MatchingRules,
  payment: OfferedPayment,
  items: ReadonlyArray<OfferedItem>,
): MatcherAnswer | undefined => rules([payment], items).find(({ paymentId }) => paymentId === payment.paymentId)?.answer

/** Another set of as many charges and as many credits, with the same sum and other amounts. */
const rivalOf = (items: ReadonlyArray<OfferedItem>, taken: ReadonlySet<string>): ReadonlyArray<string> | undefined => {
  const chosen = items.filter(({ itemId }) => taken.has(itemId))
  const [sum, name] = [sumOf(chosen), amountsOf(chosen)]
  for (let mask = 1; mask < 1 << items.length; mask += 1) {
    const some = items.filter((_, at) => (mask >> at) & 1)
    if (creditsIn(some) !== creditsIn(chosen)) continue
    if (some.length === chosen.length && sumOf(some) === sum && amountsOf(some) !== name)
      return some.map(({ itemId }) => itemId)
  }
  return undefined
}

const creditsIn = (items: ReadonlyArray<OfferedItem>): number => items.filter(({ openMinor }) => openMinor < 0).length

const sumOf = (items: ReadonlyArray<OfferedItem>): number => items.reduce((so, { openMinor }) => so + openMinor, 0)

const amountsOf = (items: ReadonlyArray<OfferedItem>): string =>
  items
    .map(({ openMinor }) => openMinor)
    .sort((a, b) => a - b)
    .join(' ')

/** Each payment alone, without its text: an item is taken and its twin is not only where the answer says that either would do. @category laws @since 0.1.0 */
export const twinsAreSaid: MatchingLaw = matchingLaw(
  24,
  'that a twin would have done as well is said',
  (rules, given) => {
    for (const one of given.payments) {
      const payment = { ...one, text: '' }
      const own = given.items.filter(({ currency }) => currency === payment.currency)
      const answer = answerFor(rules, payment, own)
      if (answer?._tag !== 'Apply' || answer.tieBreak !== undefined) continue
      const taken = new Set(answer.plan.lines.map(({ itemId }) => itemId))
      const free = (answer.interchangeable ?? []).map((group) => new Set(group))
      for (const item of own.filter(({ itemId }) => taken.has(itemId))) {
        const twin = own.find((other) => !taken.has(other.itemId) && classOf(other) === classOf(item))
        if (twin !== undefined && !free.some((group) => group.has(twin.itemId) && group.has(item.itemId)))
          return `${payment.paymentId}: ${item.itemId} is taken and not its twin ${twin.itemId}`
      }
    }
    return undefined
  },
)

/** A payment of just one item's amount, with a second such item due on another day, no text and no discounts. @category laws @since 0.1.0 */
export const noSilentTieBreak: MatchingLaw = matchingLaw(
  28,
  'one of two items of an amount is taken only with a stated tie-break',
  (rules, given) => {
    const [first] = given.payments
    const items = given.items.map(({ discount: _, ...item }) => item)
    for (const item of first === undefined ? [] : items.filter(({ openMinor }) => openMinor > 0)) {
      const payment = { ...(first as OfferedPayment), currency: item.currency, amountMinor: item.openMinor, text: '' }
      const own = items.filter(({ currency }) => currency === item.currency)
      const rival = own.find(({ openMinor, dueOn }) => openMinor === item.openMinor && dueOn !== item.dueOn)
      if (rival === undefined) continue
      const answer = answerFor(rules, payment, own)
      if (answer?._tag !== 'Apply' || answer.tieBreak !== undefined || answer.plan.lines.length !== 1) continue
      return `${told(answer)}, and there are ${item.itemId} and ${rival.itemId}`
    }
    return undefined
  },
)

/** Explanations shown beside each other are different ones: not one twice, nor one with a twin in the place of another. @category laws @since 0.1.0 */
export const explanationsDiffer: MatchingLaw = matchingLaw(
  32,
  'no explanation stands beside itself, nor beside its twin',
  (rules, given: MatchingGiven) => {
    for (const { paymentId, answer } of rules(given.payments, given.items)) {
      const names = plansOf(answer).map((plan) => classPlan(given, plan, classOf))
      if (new Set(names).size !== names.length) return `${paymentId}: ${told(answer)}`
    }
    return undefined
  },
)
