/** The invoice asks for another price than was ordered at, or agreed. */
import type { Discrepancy } from '@quittance/invoicing'
import { compareDecimals, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { orderLineOf } from '../goods-lines.js'
import type { ItemDossier } from '../item-dossier.js'
import { mismatch, type MismatchSettings, ofKind } from '../mismatches.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure a price too high is, and how sure one too low: that is as wrong, but no reason not to pay. @category policies @since 0.1.0 */
export interface PriceMismatchSettings extends MismatchSettings {
  readonly tooLowConfidence: number
  /** It is not the agreed price, and was paid in full without a word: there may be a newer agreement that nobody put on record. */
  readonly acceptedConfidence: number
}

/**
 * A unit price or a line amount is not that of the order. Where the order states none, it is held to the agreement in force on the day of
 * the order: an order that states a price is the later agreement. Without an order
 * nobody knows of which day it was, so that any price that was ever agreed for the product is accepted.
 *
 * @category policies
 * @since 0.1.0
 */
export const priceMismatch: CauseRule<PriceMismatchSettings> = {
  id: 'price-mismatch',
  rank: 'computed',
  settings: ruleSettings(
    struct({ confidence: wholeNumber, tooLowConfidence: wholeNumber, acceptedConfidence: wholeNumber }),
    {
      confidence: 90,
      tooLowConfidence: 40,
      acceptedConfidence: 40,
    },
  ),
  find: (dossier, { confidence, tooLowConfidence, acceptedConfidence }) => {
    const prices = ofKind(dossier, 'price').filter(
      ({ against, lineNo }) => against === 'order' || !isOtherwisePriced(dossier, lineNo),
    )
    const tooHigh = prices.filter(({ differenceMinor = 1 }) => differenceMinor > 0)
    return tooHigh.length > 0
      ? mismatch(dossier, tooHigh, 'pricing_error', isAccepted(dossier, tooHigh) ? acceptedConfidence : confidence)
      : mismatch(dossier, prices, 'pricing_error', tooLowConfidence)
  },
}

const isOtherwisePriced = ({ order, issued, prices }: ItemDossier, lineNo: number | undefined): boolean => {
  const line = issued.fact.lines.find((one) => one.lineNo === lineNo)
  if (line === undefined) return false
  if (order !== undefined) {
    const ordered = orderLineOf(order, line)
    return ordered?.unitPrice !== undefined || ordered?.netMinor !== undefined
  }
  const { unitPrice, productId } = line
  return (
    unitPrice !== undefined &&
    prices.some(({ fact }) => fact.productId === productId && compareDecimals(fact.unitPrice, unitPrice) === 0)
  )
}

/** Only an agreement says otherwise, and the customer paid all of it without objecting. */
const isAccepted = (
  { standing, credits, disputes, deductions, sending }: ItemDossier,
  tooHigh: ReadonlyArray<Discrepancy>,
): boolean =>
  tooHigh.every(({ against }) => against === 'agreement') &&
  standing.settledOn !== undefined &&
  credits.length + disputes.length + deductions.length === 0 &&
  sending.every(({ fact }) => fact._tag !== 'InvoiceRejected')
