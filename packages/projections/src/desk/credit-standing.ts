/** What each customer could cost us, against the limits that they have. */
import {
  type CreditExposure,
  creditExposure,
  type CreditLimits,
  type ExceededLimit,
  exceededLimits,
  type ExposurePolicy,
  exposurePolicy,
  type OtherExposure,
} from '@quittance/dunning'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { heldCredits, type OpenItem, openItems } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'
import { type OrderBook, unbilledOrders } from './order-book.js'

/** A customer's exposure in a currency, and the limits that it is above. @category projections @since 0.1.0 */
export interface CreditStanding extends CreditExposure {
  readonly customer: string
  readonly currency: string
  readonly exceeded: ReadonlyArray<ExceededLimit>
}

/** What the ledger does not know. @category projections @since 0.1.0 */
export interface CreditTerms {
  readonly policy?: ExposurePolicy
  readonly limitsOf?: (customer: string, currency: string) => CreditLimits
  /** Orders that the ledger knows, by `noteOrder`. */
  readonly orders?: OrderBook
  /** An order of more days ago is over; absent: none is. */
  readonly orderDays?: number
  /** Orders that the ledger does not know, goods shipped, work not billed. Money in hand comes from the ledger. */
  readonly otherOf?: (customer: string, currency: string) => Omit<OtherExposure, 'depositsMinor'>
}

/**
 * The standing of every customer with something open, in hand or on order, by customer and currency. Money and credits in hand
 * are taken off.
 *
 * @law an item is either open or unpaid, and both are all that is open
 * @category projections
 * @since 0.1.0
 */
export const creditStanding = (
  view: LedgerView,
  at: PointInTime,
  {
    policy = exposurePolicy,
    limitsOf = () => ({}),
    otherOf = () => ({}),
    orders = new Map(),
    orderDays,
  }: CreditTerms = {},
): ReadonlyArray<CreditStanding> => {
  const accounts = new Map<string, Standing>()
  const accountOf = ({ customer, currency }: { readonly customer: string; readonly currency: string }): Standing => {
    const key = JSON.stringify([customer, currency])
    const own = accounts.get(key) ?? { customer, currency, items: [], depositsMinor: 0, orderedMinor: 0 }
    accounts.set(key, own)
    return own
  }
  for (const item of openItems(view, at)) accountOf(item).items.push(item)
  for (const credit of heldCredits(view, at)) accountOf(credit).depositsMinor += credit.heldMinor
  for (const customer of orders.keys())
    for (const { currency, unbilledMinor } of unbilledOrders(orders, customer, at, orderDays))
      accountOf({ customer, currency }).orderedMinor += unbilledMinor
  return [...accounts.keys()].sort().flatMap((key) => {
    const own = accounts.get(key)
    if (own === undefined) return []
    const { customer, currency, items, depositsMinor, orderedMinor } = own
    const other = otherOf(customer, currency)
    const ordersMinor = (other.ordersMinor ?? 0) + orderedMinor
    const exposure = creditExposure(items, { ...other, ordersMinor, depositsMinor }, policy)
    return [{ customer, currency, ...exposure, exceeded: exceededLimits(exposure, limitsOf(customer, currency)) }]
  })
}

interface Standing {
  readonly customer: string
  readonly currency: string
  readonly items: Array<OpenItem>
  depositsMinor: number
  orderedMinor: number
}
