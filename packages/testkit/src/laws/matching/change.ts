/** Laws of change: what has nothing to do with a payment changes nothing, and what happened once is not done twice. */
import { addDays } from '@quittance/kernel'
import { type MatchingLaw, matchingLaw } from './matching-law.js'
import { afterwards, appliedOf, classPlan, difference, takenMinor, told } from './reading.js'
import type { MatchingGiven, OfferedItem, OfferedPayment } from './rules.js'

/** Every item once more, under another name, in a currency that no payment has. @category laws @since 0.1.0 */
export const otherCurrencyIsNoise: MatchingLaw = matchingLaw(
  13,
  'what is open in another currency changes nothing',
  (rules, { payments, items }) => {
    const others = items.map((item) => ({ ...item, itemId: `other ${item.itemId}`, currency: 'NOK' }))
    return difference(rules(payments, items), rules(payments, [...others, ...items]))
  },
)

/** One payment at a time and charges only: with one item more that is more than twice as large, so that no tolerance reaches it, the set stays, or a person decides. @category laws @since 0.1.0 */
export const largerItemTurnsNothing: MatchingLaw = matchingLaw(
  13,
  'one more item, larger than the payment, never turns one set into another',
  (rules, { payments, items }) => {
    const charges = items.filter(({ openMinor }) => openMinor > 0)
    for (const payment of payments) {
      const [before] = appliedOf(rules([payment], charges))
      if (before === undefined) continue
      const more = larger(payment, charges)
      if (more.openMinor < 2 * payment.amountMinor) continue
      const all = [...charges, more]
      const [after] = appliedOf(rules([payment], all))
      if (after === undefined) continue
      const [one, other] = [before.answer, after.answer].map(({ plan }) => classPlan({ items: all }, plan))
      if (one !== other) return `${payment.paymentId}: ${told(before.answer)}; then ${told(after.answer)}`
    }
    return undefined
  },
)

/** Issued on the day of the payment, due long after it, and nothing that a payer could have written. */
const larger = (
  { amountMinor, currency, receivedOn }: OfferedPayment,
  charges: ReadonlyArray<OfferedItem>,
): OfferedItem => ({
  itemId: 'larger',
  currency,
  openMinor: Math.min(
    2 * Math.max(amountMinor, ...charges.map(({ openMinor }) => openMinor)) + 1_234_57,
    Number.MAX_SAFE_INTEGER,
  ),
  on: receivedOn,
  dueOn: addDays(receivedOn, 400),
  identifiers: [],
})

/** With what was applied posted, a payment that is used up is asked about again. @category laws @since 0.1.0 */
export const usedUpIsUsedUp: MatchingLaw = matchingLaw(
  15,
  'of a payment that is used up nothing more is applied',
  (rules, given) => {
    const answers = rules(given.payments, given.items)
    const used = new Set(
      appliedOf(answers).flatMap(({ paymentId, answer }) => (answer.plan.remainderMinor === 0 ? [paymentId] : [])),
    )
    const again = given.payments
      .filter(({ paymentId }) => used.has(paymentId))
      .map((payment) => ({ ...payment, amountMinor: 0 }))
    const [more] = appliedOf(rules(again, afterwards(given.items, answers))).filter(
      ({ answer }) => answer.plan.lines.length > 0,
    )
    return more === undefined ? undefined : `${more.paymentId}: again ${told(more.answer)}`
  },
)

const otherCodes: Readonly<Record<string, string>> = { EUR: 'CHF', USD: 'SEK', GBP: 'DKK' }

/** Currencies of as many places. @category laws @since 0.1.0 */
export const currencyIsAName: MatchingLaw = matchingLaw(
  17,
  'another currency code changes nothing but the code',
  (rules, given) => {
    const recoded = <A extends { readonly currency: string }>(one: A): A => ({
      ...one,
      currency: otherCodes[one.currency] ?? one.currency,
    })
    return difference(rules(given.payments, given.items), rules(given.payments.map(recoded), given.items.map(recoded)))
  },
)

/** For rules that look at no calendar months. @category laws @since 0.1.0 */
export const asManyDaysLater: MatchingLaw = matchingLaw(
  18,
  'as many days later everything is as it was',
  (rules, given) => {
    const before = rules(given.payments, given.items)
    for (const days of [1, 45, -400]) {
      const later = shifted(given, days)
      const says = difference(before, rules(later.payments, later.items))
      if (says !== undefined) return `${days} days later: ${says}`
    }
    return undefined
  },
)

const shifted = ({ payments, items }: MatchingGiven, days: number): MatchingGiven => ({
  payments: payments.map((one) => ({ ...one, receivedOn: addDays(one.receivedOn, days) })),
  items: items.map(({ discount, ...item }) => ({
    ...item,
    on: addDays(item.on, days),
    dueOn: addDays(item.dueOn, days),
    ...(discount === undefined
      ? {}
      : {
          discount: {
            ...discount,
            tiers: discount.tiers.map((tier) => ({ ...tier, lastDay: addDays(tier.lastDay, days) })),
          },
        }),
  })),
})

/** The bank tells of every payment twice, under its one id. @category laws @since 0.1.0 */
export const toldTwiceAppliedOnce: MatchingLaw = matchingLaw(
  38,
  'a payment that is told twice is applied once',
  (rules, { payments, items }) => {
    const answers = rules([...payments, ...payments], items)
    for (const { paymentId, amountMinor } of payments) {
      const plans = appliedOf(answers).filter((one) => one.paymentId === paymentId)
      const cash = plans
        .flatMap(({ answer }) => answer.plan.lines)
        .reduce((so, { cashMinor }) => so + BigInt(cashMinor), 0n)
      if (cash > BigInt(amountMinor)) return `${paymentId}: ${amountMinor} came in, ${cash} is applied`
    }
    const taken = appliedOf(answers).flatMap(({ answer }) => answer.plan.lines)
    for (const { itemId, openMinor } of items) {
      const sum = taken.reduce((so, line) => so + (line.itemId === itemId ? BigInt(takenMinor(line)) : 0n), 0n)
      const isOver = openMinor < 0 ? sum < BigInt(openMinor) : sum > BigInt(openMinor)
      if (isOver) return `${itemId}: ${openMinor} open, ${sum} taken`
    }
    return undefined
  },
)
