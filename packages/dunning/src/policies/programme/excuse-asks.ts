/** What to ask for after an excuse. The ask stays; the excuse says what to ask for as well, and when. */
import { addDays, laterOf, type LocalDate } from '@quittance/kernel'

/** A row of the table. @category policies @since 0.1.0 */
export interface ExcuseAsk {
  /** The code of an excuse. */
  readonly excuse: string
  /** What is asked for next. */
  readonly ask: string
  /** What would prove it. */
  readonly evidence: ReadonlyArray<string>
  /** Days until it is followed up, where nobody named a day. */
  readonly followUpDays: number
  /** What may lie behind it, in the words of the causes of disputes. */
  readonly rootCause?: string
}

/** The table, with a version of its own. @category policies @since 0.1.0 */
export interface ExcuseTable {
  readonly id: string
  readonly version: number
  readonly asks: ReadonlyArray<ExcuseAsk>
  /** For an excuse that the table does not have. */
  readonly otherwise: Omit<ExcuseAsk, 'excuse'>
}

/** The shipped table. @category policies @since 0.1.0 */
export const shippedExcuses: ExcuseTable = {
  id: 'excuses',
  version: 1,
  asks: [
    { excuse: 'paid', ask: 'when, how much and by which way', evidence: ['proof of payment'], followUpDays: 2 },
    {
      excuse: 'on-its-way',
      ask: 'the day and the amount',
      evidence: ['payment run or cheque number'],
      followUpDays: 3,
    },
    {
      excuse: 'no-invoice',
      ask: 'a day for payment, once the copy sent now has arrived',
      evidence: ['the address to which invoices go'],
      followUpDays: 2,
      rootCause: 'invoice_not_received',
    },
    {
      excuse: 'awaiting-approval',
      ask: 'who approves it, and by when',
      evidence: ['name of the approver'],
      followUpDays: 3,
      rootCause: 'customer_admin',
    },
    {
      excuse: 'no-purchase-order',
      ask: 'the number of the order, and payment of all else',
      evidence: ['purchase order'],
      followUpDays: 3,
      rootCause: 'wrong_po',
    },
    {
      excuse: 'wrong-price',
      ask: 'payment of what is not contested, today',
      evidence: ['quotation or contract'],
      followUpDays: 5,
      rootCause: 'pricing_error',
    },
    {
      excuse: 'goods-missing-or-damaged',
      ask: 'payment of what is not contested, today',
      evidence: ['delivery note with remarks', 'pictures'],
      followUpDays: 5,
      rootCause: 'shortage',
    },
    {
      excuse: 'terms-misread',
      ask: 'payment by the agreed terms',
      evidence: ['the terms that they have on file'],
      followUpDays: 2,
      rootCause: 'discount_terms_mismatch',
    },
    {
      excuse: 'short-of-money',
      ask: 'a part today, and a plan with days and amounts for the rest',
      evidence: ['the day on which money comes in'],
      followUpDays: 1,
      rootCause: 'customer_cash_flow',
    },
    {
      excuse: 'waiting-for-own-customer',
      ask: 'payment all the same: our terms do not depend on theirs',
      evidence: ['the day on which they expect it'],
      followUpDays: 3,
      rootCause: 'customer_cash_flow',
    },
    {
      excuse: 'person-absent',
      ask: 'who stands in',
      evidence: ['name and number'],
      followUpDays: 1,
      rootCause: 'customer_admin',
    },
  ],
  otherwise: { ask: 'the reason in full, and a day for payment', evidence: [], followUpDays: 3 },
}

/** What to do after an excuse. @category projections @since 0.1.0 */
export interface ExcuseFollowUp extends ExcuseAsk {
  readonly followUpOn: LocalDate
}

/**
 * The next ask after an excuse. The day that the customer named is the day on which it is followed up; without one
 * the table's days count from the day on which the excuse was given. A named day before it does not count.
 *
 * @law what follows an excuse lies on the day that was named, or after the days of the table
 * @category policies
 * @since 0.1.0
 */
export const excuseFollowUp = (
  excuse: string,
  givenOn: LocalDate,
  resolveOn: LocalDate | undefined,
  table: ExcuseTable = shippedExcuses,
): ExcuseFollowUp => {
  const row = table.asks.find((one) => one.excuse === excuse) ?? { ...table.otherwise, excuse }
  const followUpOn = resolveOn === undefined ? addDays(givenOn, row.followUpDays) : laterOf(givenOn, resolveOn)
  return { ...row, followUpOn }
}

/** How many different excuses were given: more than one is a sign that a debt should go to others. @category policies @since 0.1.0 */
export const differentExcuses = (excuses: ReadonlyArray<string>): number => new Set(excuses).size
