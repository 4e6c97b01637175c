/** How many invoices were right and how many were refused at the first try, month by month and in all. */
import {
  type CauseBooks,
  type CauseRules,
  type FirstPassRejections,
  firstPassRejections,
  type InvoiceAccuracy,
  invoiceAccuracy,
  invoiceRecords,
  type PointInTime,
} from '@quittance/projections'

/** The two measures over the same invoices. @category projections @since 0.1.0 */
export interface InvoiceQuality {
  readonly lagDays: number
  readonly months: ReadonlyArray<InvoiceAccuracy>
  readonly accuracy: ReadonlyArray<InvoiceAccuracy>
  readonly firstPass: ReadonlyArray<FirstPassRejections>
}

/** Of invoices at least so many days old. @category projections @since 0.1.0 */
export const invoiceQuality = (
  books: CauseBooks,
  at: PointInTime,
  rules: CauseRules,
  lagDays: number,
): InvoiceQuality => {
  const records = invoiceRecords(books, at, rules)
  const question = { asOf: at.asOf, lagDays }
  return {
    lagDays,
    months: invoiceAccuracy(records, { ...question, by: 'month' }),
    accuracy: invoiceAccuracy(records, question),
    firstPass: firstPassRejections(records, question),
  }
}
