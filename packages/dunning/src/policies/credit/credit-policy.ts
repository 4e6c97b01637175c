/** How credit control looks at customers, as one policy: the margin, the limits, and when an order counts no more. */
import type { CurrencyCode } from '@quittance/kernel'
import type { ExposurePolicy } from './credit-exposure.js'
import type { CreditLimits } from './order-advice.js'

/** Limits in a currency, of one customer or of all that have none of their own. @category policies @since 0.1.0 */
export interface CurrencyLimits extends CreditLimits {
  /** Absent: every customer without a line of his own. */
  readonly customer?: string
  readonly currency: CurrencyCode
}

/** The policy of credit control; data with an id and a version. @category policies @since 0.1.0 */
export interface CreditPolicy extends ExposurePolicy {
  readonly limits: ReadonlyArray<CurrencyLimits>
  /** An order that was placed more than so many days ago is taken to be over; absent: until it is billed. */
  readonly orderDays?: number
  /** An alert is raised when one of so many largest customers of a currency falls behind. */
  readonly alertTop: number
}

/** No margin, no limits, an alert for the ten largest. @category policies @since 0.1.0 */
export const shippedCreditPolicy: CreditPolicy = {
  id: 'credit',
  version: 1,
  marginDays: 0,
  limits: [],
  alertTop: 10,
}

/**
 * The limits of a customer in a currency: his own, else those of all.
 *
 * @example
 * creditLimitsOf({ limits: [{ currency: 'EUR', totalMinor: 500_00 }] }, 'globex', 'EUR') // => { totalMinor: 50000 }
 * @category policies
 * @since 0.1.0
 */
export const creditLimitsOf = (
  { limits }: Pick<CreditPolicy, 'limits'>,
  customer: string,
  currency: CurrencyCode,
): CreditLimits => {
  const own = limits.find((line) => line.customer === customer && line.currency === currency)
  const found = own ?? limits.find((line) => line.customer === undefined && line.currency === currency)
  const { totalMinor, overdueMinor } = found ?? {}
  return {
    ...(totalMinor === undefined ? {} : { totalMinor }),
    ...(overdueMinor === undefined ? {} : { overdueMinor }),
  }
}
