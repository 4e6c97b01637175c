/** What can go wrong between an order and the money for it, by us or by the customer, and what only looks like it. */

/** An error of ours. @category model @since 0.1.0 */
export type UpstreamError =
  | 'price'
  | 'quantity'
  | 'shortage'
  | 'damage'
  | 'wrongProduct'
  | 'lateGoods'
  | 'wrongPo'
  | 'terms'
  | 'discount'
  | 'tax'
  | 'duplicate'
  | 'lateInvoice'
  | 'bounced'
  | 'wrongAddress'
  | 'freight'
  | 'cashMisapplied'
  | 'cashPostedLate'
  | 'cashLeftLying'

/** A trouble of the customer's. @category model @since 0.1.0 */
export type CustomerTrouble = 'cashFlow' | 'refusal' | 'admin' | 'lateDiscount'

/**
 * An error of ours that is injected, and the cause it goes by. Quantity: more was billed than was ordered, and what was
 * ordered arrived. Shortage: less arrived than was ordered and billed. Late invoice: it was issued or sent so long after the
 * goods that it is due soon after the customer has it. Left lying: the money came in time and nobody applied it for weeks.
 *
 * @category model
 * @since 0.1.0
 */
export const upstreamErrors: {
  readonly [Kind in UpstreamError]: string
} = {
  price: 'pricing_error',
  quantity: 'quantity',
  shortage: 'shortage',
  damage: 'damaged_goods',
  wrongProduct: 'wrong_product',
  lateGoods: 'late_delivery',
  wrongPo: 'wrong_po',
  terms: 'discount_terms_mismatch',
  discount: 'discount_terms_mismatch',
  tax: 'wrong_tax',
  duplicate: 'duplicate_billing',
  lateInvoice: 'invoice_not_received',
  bounced: 'invoice_not_received',
  wrongAddress: 'wrong_address',
  freight: 'freight',
  cashMisapplied: 'payment_application_error',
  cashPostedLate: 'payment_application_error',
  cashLeftLying: 'payment_application_error',
}

/** Why a customer does not pay in time though we made no error, and the cause it goes by. @category model @since 0.1.0 */
export const customerTroubles: { readonly [Kind in CustomerTrouble]: string } = {
  cashFlow: 'customer_cash_flow',
  refusal: 'customer_refusal',
  admin: 'customer_admin',
  lateDiscount: 'unearned_discount',
}

/**
 * What looks like an error and is none: a second order of the same goods, a price that was agreed anew, an order that is
 * delivered and billed in parts, an invoice days after the goods that is paid from its own day, a bonus credited, a bounce put
 * right the next day, less delivered than ordered and billed so.
 *
 * @category model
 * @since 0.1.0
 */
export const lookAlikes: ReadonlyArray<LookAlike> = [
  'secondOrder',
  'newPrice',
  'partDelivery',
  'laterInvoice',
  'bonus',
  'quickResend',
  'billedAsDelivered',
]

/** A look-alike. @category model @since 0.1.0 */
export type LookAlike =
  'secondOrder' | 'newPrice' | 'partDelivery' | 'laterInvoice' | 'bonus' | 'quickResend' | 'billedAsDelivered'

const keysOf = <Key extends string>(of: Readonly<Record<Key, string>>): ReadonlyArray<Key> =>
  Object.keys(of) as unknown as ReadonlyArray<Key>

/** Every error of ours. @category model @since 0.1.0 */
export const upstreamErrorKinds: ReadonlyArray<UpstreamError> = keysOf(upstreamErrors)

/** Every trouble of a customer's. @category model @since 0.1.0 */
export const customerTroubleKinds: ReadonlyArray<CustomerTrouble> = keysOf(customerTroubles)
