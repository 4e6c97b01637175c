/** A decision in words, from its own terms only: whoever sums the figures gets the score. */
import { type CurrencyCode, formatMinor } from '@quittance/kernel'
import type { MatchCandidate, MatchDecision, MatchObstacle, MatchPayment } from './model.js'

/**
 * A decision as a clerk reads it: what is proposed, why, what else was possible.
 *
 * @law the terms of an explanation add up to its score
 * @category decisions
 * @since 0.1.0
 */
export const explainMatch = (
  { paymentId, amountMinor }: MatchPayment,
  currency: CurrencyCode,
  decision: MatchDecision,
): ReadonlyArray<string> => {
  const amount = `${formatMinor(amountMinor, currency)} ${currency}`
  switch (decision._tag) {
    case 'None':
      return [`${paymentId}, ${amount}: nothing that is open explains it.`]
    case 'Undecided':
      return [`${paymentId}, ${amount}: undecided, ${obstacles[decision.because]}.`]
    case 'Apply':
      return [
        `${paymentId}, ${amount}: apply to ${itemsOf(decision.candidate)}.`,
        ...reasons(decision.candidate),
        ...rivals(decision.others),
      ]
    case 'Ambiguous':
      return [
        `${paymentId}, ${amount}: for a person to decide, ${obstacles[decision.because]}.`,
        ...decision.candidates
          .slice(0, 3)
          .flatMap((candidate) => [`  perhaps ${itemsOf(candidate)}`, ...reasons(candidate)]),
      ]
  }
}

const obstacles: Readonly<Record<MatchObstacle, string>> = {
  rival: 'for other items explain it as well',
  weak: 'for chance could have made the amount',
  'full-satisfaction': 'for the payer claims that it settles everything',
  budget: 'for the search would have cost more than it may',
  range: 'for the amounts are beyond the safe range',
}

const mostNamed = 12

const itemsOf = ({ itemIds }: MatchCandidate): string =>
  itemIds.length <= mostNamed
    ? itemIds.join(' + ')
    : `${itemIds.slice(0, mostNamed).join(' + ')} and ${itemIds.length - mostNamed} more`

const reasons = ({ terms, posteriorPpm, interchangeable }: MatchCandidate): ReadonlyArray<string> => [
  `  ${terms.map(({ what, centibits }) => `${what} ${bits(centibits)}`).join(', ')}: ${percent(posteriorPpm)} of all that was found or could be chance`,
  ...interchangeable.map(
    (group) => `  any of ${group.join(', ')} would do: equal amounts and dates, the first is taken`,
  ),
]

const rivals = (others: ReadonlyArray<MatchCandidate>): ReadonlyArray<string> => {
  const [next] = others
  return next === undefined
    ? ['  nothing else explains it']
    : [`  next best: ${itemsOf(next)}, ${percent(next.posteriorPpm)}`]
}

const bits = (centibits: number): string => {
  const tenths = Math.round(Math.abs(centibits) / 10)
  return `${centibits < 0 ? '-' : '+'}${Math.floor(tenths / 10)}.${tenths % 10}`
}

const percent = (ppm: number): string =>
  `${Math.floor(ppm / 10_000)}.${String(Math.floor((ppm % 10_000) / 100)).padStart(2, '0')} %`
