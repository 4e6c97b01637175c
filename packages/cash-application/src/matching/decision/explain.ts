/** A decision in words, from its own terms only: whoever sums the figures gets the score. */
import { type CurrencyCode, formatMinor } from '@quittance/kernel'
import type { Difference, MatchPlan } from '../plan/model.js'
import type {
  ItemNotInFull,
  MatchAnswer,
  MatchCandidate,
  MatchDecision,
  MatchObstacle,
  MatchPayment,
  NearMiss,
  NoAnswer,
  Suspicion,
} from './model.js'

/**
 * A decision as a clerk reads it: what is proposed, why, what else was possible, and what nearly fits.
 *
 * @law the terms of an explanation add up to its score
 * @category decisions
 * @since 0.1.0
 */
export const explainMatch = (
  payment: MatchPayment,
  currency: CurrencyCode,
  decision: MatchDecision,
): ReadonlyArray<string> => {
  const say = sayingIn(currency)
  if (decision._tag !== 'Suspect') return answered(payment, decision, say)
  const [, ...details] = answered(payment, decision.otherwise, say)
  return [
    `${payment.paymentId}, ${say(payment.amountMinor)}: suspect, ${decision.of.map(suspected).join('; ')}.`,
    `  if it is a payment of its own: ${verdictOf(decision.otherwise)}`,
    ...details,
  ]
}

type Say = (minor: number) => string

const sayingIn =
  (currency: CurrencyCode): Say =>
  (minor) =>
    `${formatMinor(minor, currency)} ${currency}`

const answered = (payment: MatchPayment, answer: MatchAnswer, say: Say): ReadonlyArray<string> => [
  `${payment.paymentId}, ${say(payment.amountMinor)}: ${verdictOf(answer)}`,
  ...detailsOf(answer, say),
]

const verdictOf = (answer: MatchAnswer): string => {
  switch (answer._tag) {
    case 'None':
      return nothings[answer.because]
    case 'Undecided':
      return `undecided, ${noAnswers[answer.because]}.`
    case 'Apply':
      return `apply to ${itemsOf(answer.candidate.itemIds)}.`
    case 'Ambiguous':
      return `for a person to decide, ${obstacles[answer.because]}.`
  }
}

const detailsOf = (answer: MatchAnswer, say: Say): ReadonlyArray<string> => {
  switch (answer._tag) {
    case 'None':
      return answer.nearMisses.map((miss) => nearly(miss, say))
    case 'Undecided':
      return []
    case 'Apply':
      return [...differencesOf(answer.candidate, say), ...reasons(answer.candidate), ...rivals(answer.others)]
    case 'Ambiguous':
      return [
        ...answer.candidates
          .slice(0, mostShown)
          .flatMap((candidate) => [
            `  perhaps ${itemsOf(candidate.itemIds)}`,
            ...differencesOf(candidate, say),
            ...reasons(candidate),
          ]),
        ...more(answer.candidates.length - mostShown),
        ...answer.nearMisses.map((miss) => nearly(miss, say)),
      ]
  }
}

const nothings = {
  'no-amount': 'an amount of nothing or less settles nothing.',
  'no-items': 'nothing is open.',
  'nothing-fits': 'nothing that is open explains it.',
} as const

const noAnswers: Readonly<Record<NoAnswer, string>> = {
  budget: 'for the search would have cost more than it may',
  range: 'for the amounts are beyond the safe range',
  currency: 'for items of several currencies are open and the payment names none',
}

const obstacles: Readonly<Record<MatchObstacle, string>> = {
  rival: 'for other items explain it as well',
  weak: 'for chance could have made the amount',
  'short-pay': 'for a part of what is named stays open',
  policy: 'for the rule set does not permit it without one',
  'full-satisfaction': 'for the payer claims that it settles everything',
}

const suspected = (suspicion: Suspicion): string =>
  suspicion._tag === 'Duplicate'
    ? `it has the amount and ${suspicion.same === 'text' ? 'the text' : 'the bank reference'} of ${suspicion.paymentId}`
    : `it names ${suspicion.itemId}, closed${suspicion.closedBy === undefined ? '' : ` by ${suspicion.closedBy}`}`

const mostNamed = 12
const mostShown = 3

const itemsOf = (itemIds: ReadonlyArray<string>): string =>
  itemIds.length <= mostNamed
    ? itemIds.join(' + ')
    : `${itemIds.slice(0, mostNamed).join(' + ')} and ${itemIds.length - mostNamed} more`

const differencesOf = ({ notInFull, pennyMinor }: MatchCandidate, say: Say): ReadonlyArray<string> => [
  ...notInFull.map((item) => `  ${item.itemId}: ${differenceOf(item, say)}`),
  ...(pennyMinor === 0 ? [] : [`  ${say(pennyMinor)} too much, kept`]),
]

const differenceOf = ({ differences, openMinor }: ItemNotInFull, say: Say): string =>
  [
    ...differences.map((difference) => `${say(difference.amountMinor)} ${differenceNames(difference)}`),
    ...(openMinor === 0 ? [] : [`${say(openMinor)} stay open`]),
  ].join(', ')

const differenceNames = (difference: Difference): string => {
  switch (difference._tag) {
    case 'Discount':
      return `discount, ${difference.kind}`
    case 'SmallDifference':
      return 'written off as a small difference'
    case 'BankFee':
      return 'kept by a bank'
    case 'Deduction':
      return `deducted for ${difference.reason}, open as such`
    case 'Chargeback':
      return `charged back for ${difference.reason}`
  }
}

const nearly = ({ plan, why }: NearMiss, say: Say): string => {
  const items = itemsOf(plan.lines.map(({ itemId }) => itemId))
  const by = say(Math.abs(why.byMinor))
  switch (why._tag) {
    case 'Short':
      return `  nearly: ${items}, short by ${by}`
    case 'Over':
      return `  nearly: ${items}, with ${by} left over`
    case 'Cents':
      return `  nearly: ${items}, ${why.byMinor > 0 ? 'short' : 'too much'} by ${by}`
    case 'DiscountLike':
      return `  nearly: ${items}, short by ${by}, ${hundredths(why.basisPoints)} % of ${discounted(plan)}: looks like a discount`
  }
}

const discounted = ({ lines }: MatchPlan): string =>
  itemsOf(lines.filter(({ differences }) => differences.length > 0).map(({ itemId }) => itemId))

const hundredths = (basisPoints: number): string =>
  `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`

const reasons = ({ terms, posteriorPpm, interchangeable }: MatchCandidate): ReadonlyArray<string> => [
  `  ${terms.map(({ what, centibits }) => `${what} ${bits(centibits)}`).join(', ')}: ${percent(posteriorPpm)} of all that was found or could be chance`,
  ...interchangeable.map(
    (group) => `  any of ${group.join(', ')} would do: equal amounts and dates, the first is taken`,
  ),
]

const rivals = (others: ReadonlyArray<MatchCandidate>): ReadonlyArray<string> => {
  const [next, ...rest] = others
  return next === undefined
    ? ['  nothing else explains it']
    : [`  next best: ${itemsOf(next.itemIds)}, ${percent(next.posteriorPpm)}`, ...more(rest.length)]
}

const more = (count: number): ReadonlyArray<string> =>
  count > 0 ? [`  ${count} more with less weight were considered`] : []

const bits = (centibits: number): string => {
  const tenths = Math.round(Math.abs(centibits) / 10)
  return `${centibits < 0 ? '-' : '+'}${Math.floor(tenths / 10)}.${tenths % 10}`
}

const percent = (ppm: number): string =>
  `${Math.floor(ppm / 10_000)}.${String(Math.floor((ppm % 10_000) / 100)).padStart(2, '0')} %`
