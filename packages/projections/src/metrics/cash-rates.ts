/** What share of the money that came was placed, and what share without a person. */
import { type Fraction, fraction } from '@quittance/kernel'

/** A receipt, and how much of it was applied by rule and by hand. Amounts of one currency. @category model @since 0.1.0 */
export interface AppliedReceipt {
  readonly amountMinor: number
  readonly byRuleMinor: number
  readonly byHandMinor: number
}

/** The rates of some receipts; `null` where there are none to divide by. @category projections @since 0.1.0 */
export interface CashRates {
  /** Neither applied by rule nor by hand. */
  readonly unappliedMinor: number
  /** Unapplied over received. */
  readonly unappliedRate: Fraction | null
  /** Applied by rule over received. */
  readonly autoMatchRateByAmount: Fraction | null
  /** Receipts wholly applied without a person, over all receipts. */
  readonly autoMatchRateByReceipt: Fraction | null
}

/**
 * The rates over receipts. A receipt of nothing is no receipt.
 *
 * @law applied by rule, applied by hand and unapplied are all that was received
 * @category projections
 * @since 0.1.0
 */
export const cashRates = (receipts: ReadonlyArray<AppliedReceipt>): CashRates => {
  let [received, byRule, byHand, wholly, count] = [0, 0, 0, 0, 0]
  for (const { amountMinor, byRuleMinor, byHandMinor } of receipts) {
    if (amountMinor === 0) continue
    count += 1
    received += amountMinor
    byRule += byRuleMinor
    byHand += byHandMinor
    if (byRuleMinor === amountMinor) wholly += 1
  }
  const unappliedMinor = received - byRule - byHand
  return {
    unappliedMinor,
    unappliedRate: fraction(unappliedMinor, received),
    autoMatchRateByAmount: fraction(byRule, received),
    autoMatchRateByReceipt: fraction(wholly, count),
  }
}
