/** A recorded decision in words, from its own terms only: nothing is decided anew to tell it. */
import type { MatchedCandidate, MatchedDifference, PaymentMatched } from '@quittance/cash-application'
import { formatMinor } from '@quittance/kernel'
import { percent, someItems } from '../matching/words.js'

const mostNamed = 12

/** The decision, its reasons, the runner-up and the others that were rejected. @category commands @since 0.1.0 */
export const recordedMatchText = (matched: PaymentMatched): ReadonlyArray<string> => {
  const { answered, asked, ruleSet, currency, on } = matched
  const { chosen, others, otherCount } = answered
  const [runnerUp, ...rejected] = others
  return [
    `Applied to ${someItems(chosen.itemIds, mostNamed)} on ${on}`,
    `  by rule set ${ruleSet.split('#')[0] ?? ruleSet}, knowing the account up to revision ${asked.revision} and items dated up to ${asked.itemsOn}`,
    ...reasons(chosen, currency),
    ...(runnerUp === undefined ? ['  nothing else explained it'] : against('runner-up', runnerUp, currency)),
    ...rejected.flatMap((one) => against('rejected', one, currency)),
    ...(otherCount > others.length ? [`  ${otherCount - others.length} more with less weight were rejected`] : []),
  ]
}

const against = (what: string, candidate: MatchedCandidate, currency: string): ReadonlyArray<string> => [
  `  ${what}: ${someItems(candidate.itemIds, mostNamed)}`,
  ...reasons(candidate, currency).map((line) => `  ${line}`),
]

const reasons = (candidate: MatchedCandidate, currency: string): ReadonlyArray<string> => {
  const { terms, routes, posteriorPpm, interchangeable, differences = [] } = candidate
  const sum =
    terms.length === 0
      ? routes.map(({ rule }) => rule).join(', ')
      : terms.map(({ what, centibits }) => `${what} ${bits(centibits)}`).join(', ')
  const share = posteriorPpm === undefined ? '' : `: ${percent(posteriorPpm)} of all that was found or could be chance`
  return [
    `  ${sum}${share}`,
    ...differences.map((one) => `  ${differenceText(one, currency)}`),
    ...interchangeable.map(
      (group) => `  any of ${group.join(', ')} would have done: equal amounts and dates, the first was taken`,
    ),
  ]
}

const bits = (centibits: number): string => {
  const tenths = Math.round(Math.abs(centibits) / 10)
  return `${centibits < 0 ? '-' : '+'}${Math.floor(tenths / 10)}.${tenths % 10}`
}

const names: Readonly<Record<MatchedDifference['what'], string>> = {
  'earned-discount': 'discount, earned',
  'unearned-discount': 'discount, unearned',
  'small-difference': 'written off as a small difference',
  'bank-fee': 'kept by a bank',
  deduction: 'deducted, open as such',
  chargeback: 'charged back',
  'stays-open': 'stays open',
  charge: 'paid on top',
  penny: 'too much, kept',
}

const differenceText = ({ itemId, what, amountMinor, reason }: MatchedDifference, currency: string): string =>
  `${itemId === undefined ? '' : `${itemId}: `}${formatMinor(amountMinor, currency)} ${currency} ${names[what]}${reason === undefined ? '' : ` (${reason})`}`
