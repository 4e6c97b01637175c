/**
 * Whether an order goes ahead under a customer's limits. The answer is advice: a credit manager places and lifts
 * holds, and no goods move by it.
 */
import { type Decimal, percentOf } from '@quittance/kernel'
import type { CreditExposure } from './credit-exposure.js'

/** Limits of one customer in one currency; without one, that figure is not limited. @category policies @since 0.1.0 */
export interface CreditLimits {
  /** On the total. */
  readonly totalMinor?: number
  /** On what is unpaid beyond the margin. */
  readonly overdueMinor?: number
}

/** A limit that is exceeded. @category model @since 0.1.0 */
export interface ExceededLimit {
  readonly limit: 'total' | 'overdue'
  readonly limitMinor: number
  readonly reachedMinor: number
}

/**
 * The limits that an exposure is above; to reach a limit is not to exceed it.
 *
 * @law more exposure never brings a customer back under a limit
 * @category policies
 * @since 0.1.0
 */
export const exceededLimits = (
  { totalMinor, unpaidMinor }: Pick<CreditExposure, 'totalMinor' | 'unpaidMinor'>,
  limits: CreditLimits,
): ReadonlyArray<ExceededLimit> => {
  const above = (
    limit: ExceededLimit['limit'],
    reachedMinor: number,
    limitMinor: number | undefined,
  ): ReadonlyArray<ExceededLimit> =>
    limitMinor !== undefined && reachedMinor > limitMinor ? [{ limit, limitMinor, reachedMinor }] : []
  return [...above('total', totalMinor, limits.totalMinor), ...above('overdue', unpaidMinor, limits.overdueMinor)]
}

/** An order, net, and the tax that will come on top. @category model @since 0.1.0 */
export interface OrderToCheck {
  readonly netMinor: number
  readonly taxPercent?: Decimal
}

/** What an order adds to exposure: gross, for the invoice will be; or net, where the limits are meant so. @category policies @since 0.1.0 */
export type OrderBasis = 'gross' | 'net'

/** The advice, with what the exposure would be. @category model @since 0.1.0 */
export type OrderAdvice =
  | { readonly _tag: 'GoAhead'; readonly exposureMinor: number }
  | { readonly _tag: 'Hold'; readonly exposureMinor: number; readonly exceeded: ReadonlyArray<ExceededLimit> }

/**
 * Advise on an order: hold it where it would bring the exposure above a limit, or where one is exceeded already.
 *
 * @law more exposure never brings a customer back under a limit
 * @category policies
 * @since 0.1.0
 */
export const orderAdvice = (
  order: OrderToCheck,
  exposure: Pick<CreditExposure, 'totalMinor' | 'unpaidMinor'>,
  limits: CreditLimits,
  basis: OrderBasis = 'gross',
): OrderAdvice => {
  const exposureMinor = exposure.totalMinor + orderMinor(order, basis)
  const exceeded = exceededLimits({ ...exposure, totalMinor: exposureMinor }, limits)
  return exceeded.length === 0 ? { _tag: 'GoAhead', exposureMinor } : { _tag: 'Hold', exposureMinor, exceeded }
}

/** What an order adds. @example orderMinor({ netMinor: 500_00, taxPercent: decimal('10') }, 'gross') // => 55000 @category policies @since 0.1.0 */
export const orderMinor = ({ netMinor, taxPercent }: OrderToCheck, basis: OrderBasis): number =>
  basis === 'net' || taxPercent === undefined ? netMinor : netMinor + percentOf(netMinor, taxPercent)
