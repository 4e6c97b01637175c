/** Past-due amounts and who caused them. */
import type { CurrencyCode } from '@quittance/kernel'
import { type ExplainedAmount, shippedCauses, upstreamShare } from '@quittance/projections'
import { requiredMinor } from '../../books/currency.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { amount, nothing } from '../../run/value.js'
import { ratio } from './cases.js'

/** The share of past due that we caused, and the one that nobody can explain. */
export const pastDueOf = (given: Reader, currency: CurrencyCode): Answers => {
  if (!given.has('past_due')) return {}
  const items = given.maps('past_due').map((item): ExplainedAmount => {
    const cause = item.text('cause')
    const openMinor = requiredMinor(item, 'open', currency)
    return cause === undefined ? { openMinor } : { openMinor, cause }
  })
  const { totalMinor, upstreamMinor, unexplainedMinor } = upstreamShare(items, shippedCauses)
  return {
    past_due_total: () => amount(totalMinor, currency),
    upstream_total: () => amount(upstreamMinor, currency),
    upstream_share: () => (totalMinor === 0 ? nothing : ratio(upstreamMinor, totalMinor)),
    unexplained_share: () => (totalMinor === 0 ? nothing : ratio(unexplainedMinor, totalMinor)),
  }
}
