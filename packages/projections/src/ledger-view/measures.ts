/**
 * What facts add to and take from: every balance of the ledger is a sum of these measures.
 */

/** A measure of an item, a receipt or a credit. @category projections @since 0.1.0 */
export type Measure =
  'owed' | 'paid' | 'discounted' | 'credited' | 'written-off' | 'disputed' | 'unapplied' | 'on-account' | 'credit'

/** In the order of their codes in the view's columns. @category projections @since 0.1.0 */
export const measures: ReadonlyArray<Measure> = [
  'owed',
  'paid',
  'discounted',
  'credited',
  'written-off',
  'disputed',
  'unapplied',
  'on-account',
  'credit',
]

/**
 * How a measure moves what the customer owes us in all: owed adds; paid, discounted, credited and written off
 * take away; so does every credit we hold. Disputed is an of-which and moves nothing.
 *
 * @category projections
 * @since 0.1.0
 */
export const balanceSign = (measure: Measure): 1 | 0 | -1 => (measure === 'owed' ? 1 : measure === 'disputed' ? 0 : -1)
