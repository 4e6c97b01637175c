/** The small rest of a dispute, run after run. */
import type { CurrencyCode } from '@quittance/kernel'
import { remainderToWriteOff } from '@quittance/projections'
import { requiredMinor } from '../../books/currency.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { amount, list } from '../../run/value.js'

/** What is written off by each run: the rest is given up once. */
export const remaindersOf = (given: Reader, currency: CurrencyCode): Answers => {
  if (!given.has('difference')) return {}
  const policy = { belowMinor: requiredMinor(given, 'limit', currency) }
  const deadline = given.date('discount_deadline')
  let leftMinor = requiredMinor(given, 'difference', currency)
  const written = given.dates('runs').map((on) => {
    const minor = remainderToWriteOff(leftMinor, on, deadline, policy)
    leftMinor -= minor
    return minor
  })
  return {
    written_off: (ask) =>
      ask.kind === 'list'
        ? list(written.map((minor) => amount(minor, currency)))
        : amount(
            written.reduce((so, minor) => so + minor, 0),
            currency,
          ),
    open: () => amount(leftMinor, currency),
  }
}
