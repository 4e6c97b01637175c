/** Laws of the money: every cent of a payment is somewhere, and no item gives more than it has. */
import { discountAvailable, type PlannedLine, type MatcherDecision } from '@quittance/cash-application'
import { type MatchingLaw, matchingLaw } from './matching-law.js'
import { appliedOf, closingMinor, plansOf, takenMinor } from './reading.js'
import type { MatchingGiven, MatchingRules, OfferedItem } from './rules.js'

/** Each applied plan with its payment's place, and the items by id. */
const wrongPlan =
  (wrong: (given: MatchingGiven, answers: ReadonlyArray<MatcherDecision>) => string | undefined) =>
  (rules: MatchingRules, given: MatchingGiven): string | undefined =>
    wrong(given, rules(given.payments, given.items))

/** What is wrong with the first line of any applied plan, seen beside its item. */
const wrongLine = (wrong: (line: PlannedLine, item: OfferedItem, paymentId: string) => string | undefined) =>
  wrongPlan(({ items }, answers) => {
    const byId = new Map(items.map((item) => [item.itemId, item]))
    for (const { paymentId, answer } of appliedOf(answers))
      for (const line of answer.plan.lines) {
        const item = byId.get(line.itemId)
        const says = item === undefined ? 'is not open' : wrong(line, item, paymentId)
        if (says !== undefined) return `${paymentId}, ${line.itemId}: ${says}`
      }
    return undefined
  })

/** The lines' cash, the charges, the penny and the remainder of every plan, posted or shown, are the payment; each payment has one answer. @category laws @since 0.1.0 */
export const everyCentAccountedFor: MatchingLaw = matchingLaw(
  1,
  'every cent of a payment is accounted for',
  wrongPlan(({ payments }, answers) => {
    const asked = payments.map(({ paymentId }) => paymentId).sort()
    const told = answers.map(({ paymentId }) => paymentId).sort()
    if (asked.join('\n') !== told.join('\n')) return `asked of ${asked.join(', ')}, told of ${told.join(', ')}`
    const amounts = new Map(payments.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]))
    for (const { paymentId, answer } of answers)
      for (const { lines, charges = [], pennyMinor, remainderMinor } of plansOf(answer)) {
        const amountMinor = amounts.get(paymentId) ?? 0
        const charged = charges.map((charge) => charge.amountMinor)
        const sum = [...lines.map(({ cashMinor }) => cashMinor), ...charged, pennyMinor, remainderMinor].reduce(
          (so, minor) => so + BigInt(minor),
          0n,
        )
        if (sum !== BigInt(amountMinor)) return `${paymentId}: ${amountMinor} came in, ${sum} is accounted for`
        if (answer._tag === 'Apply' && (pennyMinor < 0 || remainderMinor < 0))
          return `${paymentId}: a penny of ${pennyMinor}, a remainder of ${remainderMinor}`
      }
    return undefined
  }),
)

/** Each payment alone: an item ends between nothing and what was open, a credit likewise below nothing; what a line says is left is what is left. @category laws @since 0.1.0 */
export const nothingCrossesZero: MatchingLaw = matchingLaw(
  2,
  'no line takes an item across zero, and every difference has a name',
  (rules, { payments, items }) => {
    for (const payment of payments) {
      const says = crossesZero(rules, { payments: [payment], items })
      if (says !== undefined) return says
    }
    return undefined
  },
)

const crossesZero = wrongLine((line, { openMinor }) => {
  const left = openMinor - takenMinor(line)
  const [least, most] = openMinor < 0 ? [openMinor, 0] : [0, openMinor]
  if (left < least || left > most) return `${openMinor} open, ${takenMinor(line)} taken`
  if (left !== line.openMinor) return `${left} is left, ${line.openMinor} is said`
  const heldBack = line.differences.reduce((so, one) => so + (one._tag === 'Deduction' ? one.amountMinor : 0), 0)
  return heldBack > Math.abs(left) ? `${heldBack} held back of ${left} left` : undefined
})

/** All payments of a batch together. @category laws @since 0.1.0 */
export const nothingTakenTwice: MatchingLaw = matchingLaw(
  3,
  'all payments together take no more from an item than is open',
  wrongPlan(({ items }, answers) => {
    const taken = new Map<string, number>()
    for (const { answer } of appliedOf(answers))
      for (const line of answer.plan.lines) taken.set(line.itemId, (taken.get(line.itemId) ?? 0) + takenMinor(line))
    for (const { itemId, openMinor } of items)
      if (Math.abs(taken.get(itemId) ?? 0) > Math.abs(openMinor))
        return `${itemId}: ${openMinor} open, ${taken.get(itemId)} taken`
    return undefined
  }),
)

/** A line moves money, an item stands once in a plan, and a difference is above zero. @category laws @since 0.1.0 */
export const linesAreReal: MatchingLaw = matchingLaw(
  5,
  'no line of nothing, no item twice, no item that is not open',
  (rules, given) => {
    const answers = rules(given.payments, given.items)
    for (const { paymentId, answer } of appliedOf(answers)) {
      const ids = answer.plan.lines.map(({ itemId }) => itemId)
      if (new Set(ids).size !== ids.length) return `${paymentId}: an item twice in ${ids.join(', ')}`
    }
    return wrongLine(({ cashMinor, differences }) =>
      cashMinor === 0
        ? 'no cash'
        : differences.some(({ amountMinor }) => amountMinor <= 0)
          ? 'a difference of nothing'
          : undefined,
    )(() => answers, given)
  },
)

/** Money of one currency pays items of that currency. @category laws @since 0.1.0 */
export const currenciesStayApart: MatchingLaw = matchingLaw(5, 'no line crosses currencies', (rules, given) => {
  const currencies = new Map(given.payments.map(({ paymentId, currency }) => [paymentId, currency]))
  return wrongLine((_, { currency }, paymentId) =>
    currencies.get(paymentId) === currency ? undefined : `${currencies.get(paymentId)} pays ${currency}`,
  )(rules, given)
})

/** A discount called earned is one that the terms give on the day the money came, and no larger. @category laws @since 0.1.0 */
export const earnedDiscountsOnly: MatchingLaw = matchingLaw(
  6,
  'an earned discount is offered, in time, and no larger than the terms give',
  (rules, given) => {
    const days = new Map(given.payments.map(({ paymentId, receivedOn }) => [paymentId, receivedOn]))
    return wrongLine(({ differences }, { discount, openMinor }, paymentId) => {
      const earned = differences.filter((one) => one._tag === 'Discount' && one.kind === 'earned')
      const receivedOn = days.get(paymentId)
      if (earned.length === 0 || receivedOn === undefined) return undefined
      const item = { discount, grossMinor: openMinor, creditedMinor: 0 }
      const most = discountAvailable(item, 0, receivedOn, { discounts: 'earned' })?.fullMinor ?? 0
      return closingMinor(earned) > most ? `${closingMinor(earned)} granted, ${most} earned` : undefined
    })(rules, given)
  },
)

/** What is applied closes its items with all of the payment, but for what is deducted or kept under a name. @category laws @since 0.1.0 */
export const allOrNothing: MatchingLaw = matchingLaw(
  36,
  'all of a payment or nothing, and what it pays is closed to the cent',
  (rules, given) => {
    const answers = rules(given.payments, given.items)
    const left = appliedOf(answers).find(({ answer: { plan } }) => plan.remainderMinor !== 0 && plan.lines.length > 0)
    if (left !== undefined) return `${left.paymentId}: ${left.answer.plan.remainderMinor} left over`
    return wrongLine(({ differences, openMinor }) => {
      const named = differences.reduce((so, one) => so + (one._tag === 'Deduction' ? one.amountMinor : 0), 0)
      return openMinor === named ? undefined : `${openMinor} stays open, ${named} of it under a name`
    })(() => answers, given)
  },
)
