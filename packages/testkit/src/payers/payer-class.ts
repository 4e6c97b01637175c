/** Kinds of payers with a known truth, and how many of each there are. */

/**
 * What a payer truly is. Honest: pays about on time and keeps promises. Unlucky: honest, with two bad months.
 * Stretching: always late, and keeps promises. Promise-breaking: late, and breaks most promises. Seller-caused:
 * late and unkept because of what the seller did.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export type PayerClass = 'honest' | 'unlucky' | 'stretching' | 'promise-breaking' | 'seller-caused'

/** Every class. @category arbitraries @since 0.1.0 */
export const payerClasses: ReadonlyArray<PayerClass> = [
  'honest',
  'unlucky',
  'stretching',
  'promise-breaking',
  'seller-caused',
]

/** How many payers of each class, and for how long they trade. @category arbitraries @since 0.1.0 */
export interface PayerMix {
  readonly name: string
  readonly payers: Readonly<Record<PayerClass, number>>
  readonly months: number
  /** Of a thousand promises, how many a promise-breaking payer breaks, and keeps in part. */
  readonly brokenPerMille: number
  readonly partlyKeptPerMille: number
  /** Of a thousand promises, how many anybody else breaks by carelessness. */
  readonly carelessPerMille: number
  /** Of a thousand promises of a seller-caused payer, how many something of the seller's gets in the way of. */
  readonly sellerErrorPerMille: number
}
