/** Laws of the text: how and how often something is written adds nothing. */
import type { MatcherAnswer } from '@quittance/cash-application'
import { type MatchingLaw, matchingLaw } from './matching-law.js'
import { byPayment, classPlan, difference, told } from './reading.js'
import type { MatchingGiven } from './rules.js'

const written = (given: MatchingGiven, change: (text: string, paymentId: string) => string): MatchingGiven => ({
  ...given,
  payments: given.payments.map((payment) => ({ ...payment, text: change(payment.text, payment.paymentId) })),
})

/**
 * Lines without digits before and after. A payment that said nothing gets words of its own: rules may take payments of
 * equal words for parts of one, though nothing binds those that say nothing.
 *
 * @category laws
 * @since 0.1.0
 */
export const wordsAreNoise: MatchingLaw = matchingLaw(
  25,
  'words without digits in the text change nothing',
  (rules, given) => {
    const ids = [...new Set(given.payments.map(({ paymentId }) => paymentId))]
    const wordy = written(given, (text, paymentId) => {
      const own = isWordless(text) ? ' very'.repeat(ids.indexOf(paymentId)) : ''
      return `PAYMENT AS AGREED\n${text}\nthank you${own} much for your business`
    })
    return difference(rules(given.payments, given.items), rules(wordy.payments, wordy.items))
  },
)

const isWordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)

/** Small letters and wider spaces; what is applied, not how it was found. @category laws @since 0.1.0 */
export const lettersAreNoise: MatchingLaw = matchingLaw(
  25,
  'small letters and wide spaces in the text change nothing that is applied',
  (rules, given) => {
    const small = written(given, (text) => ` ${text.toLowerCase()} `)
    const [before, after] = [rules(given.payments, given.items), rules(small.payments, small.items)].map(byPayment)
    for (const [at, { paymentId, answer }] of (before ?? []).entries()) {
      const then = after?.[at]?.answer
      if (then === undefined || applied(given, answer) !== applied(given, then))
        return `${paymentId}: ${told(answer)}; then ${then === undefined ? 'nothing' : told(then)}`
    }
    return undefined
  },
)

const applied = (given: MatchingGiven, answer: MatcherAnswer): string =>
  answer._tag === 'Apply' ? classPlan(given, answer.plan) : answer._tag

/** The lines of a text from the last to the first, and each line twice. @category laws @since 0.1.0 */
export const linesAreASet: MatchingLaw = matchingLaw(
  26,
  'the order of the lines of a text changes nothing, nor does a line that stands twice',
  (rules, given) => {
    const before = rules(given.payments, given.items)
    for (const change of [backwards, twice]) {
      const other = written(given, change)
      const says = difference(before, rules(other.payments, other.items))
      if (says !== undefined) return says
    }
    return undefined
  },
)

const backwards = (text: string): string => text.split('\n').reverse().join('\n')

const twice = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) => [line, line])
    .join('\n')
