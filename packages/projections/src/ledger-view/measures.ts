/**
 * What facts add to and take from: every balance of the ledger is a sum of these measures.
 */

/** A measure of an item, a receipt or a credit. @category projections @since 0.1.0 */
export type Measure =
  | 'owed'
  | 'paid'
  | 'discounted'
  | 'credited'
  | 'written-off'
  | 'disputed'
  | 'unapplied'
  | 'on-account'
  | 'credit'
  | 'transferred'
  | 'netted'
  | 'deducted'

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
  'transferred',
  'netted',
  'deducted',
]

/**
 * How a measure moves what the customer owes us in all: owed adds; paid, discounted, credited, written off, charged
 * back and netted take away; so does every credit we hold. Disputed and deducted are of-whichs and move nothing.
 *
 * @category projections
 * @since 0.1.0
 */
export const balanceSign = (measure: Measure): 1 | 0 | -1 =>
  measure === 'owed' ? 1 : measure === 'disputed' || measure === 'deducted' ? 0 : -1
