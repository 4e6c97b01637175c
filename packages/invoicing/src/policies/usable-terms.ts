/**
 * Whether payment terms can be worked with at all, before any amount is known.
 */
import { compareDecimals, compileChecker, decimal } from '@quittance/kernel'
import { paymentTermsCodec } from '../codec/terms.js'
import type { PaymentTerms } from '../model.js'

const isWritable = compileChecker(paymentTermsCodec)

/**
 * What makes terms unusable, in words, or nothing: they could not be written down and read back (an id that says
 * nothing, half a day), or a discount that is negative or gives all of it away (100 percent and more).
 *
 * @law terms that are used can be read back
 * @category policies
 * @since 0.1.0
 */
export const unusableTerms = (terms: PaymentTerms): string | undefined => {
  if (!isWritable(terms)) return 'the terms need an id, and whole numbers for their version, days and amounts'
  for (const { percent, amountMinor } of terms.discount?.tiers ?? []) {
    if (percent !== undefined && (percent.unscaled < 0 || compareDecimals(percent, decimal('100')) >= 0))
      return 'a discount is at least 0 and below 100 percent'
    if (amountMinor !== undefined && amountMinor < 0) return 'a discount is not negative'
  }
  return (terms.discount?.graceDays ?? 0) < 0 ? 'days of grace are not negative' : undefined
}
