/** The invoice asks for another price than was ordered at, or agreed. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, ofKind } from '../mismatches.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure a price too high is, and how sure one too low: that is as wrong, but seldom why somebody does not pay. @category policies @since 0.1.0 */
export interface PriceMismatchSettings extends MismatchSettings {
  readonly tooLowConfidence: number
}

/**
 * A unit price or a line amount is not that of the order, nor of the agreement in force on the day of the order.
 *
 * @category policies
 * @since 0.1.0
 */
export const priceMismatch: CauseRule<PriceMismatchSettings> = {
  id: 'price-mismatch',
  rank: 'computed',
  settings: ruleSettings(struct({ confidence: wholeNumber, tooLowConfidence: wholeNumber }), {
    confidence: 90,
    tooLowConfidence: 55,
  }),
  find: (dossier, { confidence, tooLowConfidence }) => {
    const prices = ofKind(dossier, 'price')
    const tooHigh = prices.filter(({ differenceMinor = 1 }) => differenceMinor > 0)
    return tooHigh.length > 0
      ? mismatch(dossier, tooHigh, 'pricing_error', confidence)
      : mismatch(dossier, prices, 'pricing_error', tooLowConfidence)
  },
}
