/** How many invoices were right, and how many the customer took at the first try. Young invoices are left out: nobody has looked at them yet. */
import { daysBetween, type LocalDate } from '@quittance/kernel'
import { groupedBy } from '../grouped-by.js'
import { compareTexts } from './compare-texts.js'
import { type InvoiceFault, invoiceFaults, type InvoiceRecord } from './invoice-records.js'

/** Which invoices count, and how they are grouped. @category policies @since 0.1.0 */
export interface AccuracyQuestion {
  readonly asOf: LocalDate
  /** An invoice counts when it is at least so many days old: at 60, one of 60 days counts. */
  readonly lagDays: number
  /** Issued on or after. */
  readonly from?: LocalDate
  /** One group where nothing is said. */
  readonly by?: 'month' | 'customer' | 'rep'
}

/** Invoices of one group and currency: issued = accurate + faulty. The accuracy is accurate over issued. @category projections @since 0.1.0 */
export interface InvoiceAccuracy {
  readonly currency: string
  readonly group?: string
  readonly issued: number
  readonly issuedMinor: number
  readonly accurate: number
  readonly accurateMinor: number
  /** Invoices by fault; one with two faults counts in both. */
  readonly faulty: Readonly<Record<InvoiceFault, number>>
  readonly creditsUnread: number
  /** The facts that show the faults, by position in the store, ascending. */
  readonly positions: ReadonlyArray<number>
}

/**
 * Accuracy by currency, then by group.
 *
 * @law accurate and faulty invoices are all that are old enough
 * @law an invoice that is too young changes no accuracy
 * @category projections
 * @since 0.1.0
 */
export const invoiceAccuracy = (
  records: ReadonlyArray<InvoiceRecord>,
  question: AccuracyQuestion,
): ReadonlyArray<InvoiceAccuracy> =>
  groupsOf(records, question).map((group) => {
    const accurate = group.filter(({ faults }) => faults.length === 0)
    const withFault = (fault: InvoiceFault): number =>
      group.filter(({ faults }) => faults.some((one) => one.fault === fault)).length
    return {
      ...nameOf(group, question),
      issued: group.length,
      issuedMinor: billedMinor(group),
      accurate: accurate.length,
      accurateMinor: billedMinor(accurate),
      faulty: Object.fromEntries(invoiceFaults.map((fault) => [fault, withFault(fault)])) as Record<
        InvoiceFault,
        number
      >,
      creditsUnread: group.reduce((so, one) => so + one.creditsUnread, 0),
      positions: positionsOf(group, () => true),
    }
  })

/** First tries of one group and currency. The rate is rejected over sent. @category projections @since 0.1.0 */
export interface FirstPassRejections {
  readonly currency: string
  readonly group?: string
  /** Invoices that replace no other. */
  readonly sent: number
  readonly rejected: number
  /** By the customer's code, else their words; the most frequent first, ties by name. An invoice refused for two counts in both. */
  readonly codes: ReadonlyArray<{ readonly code: string; readonly invoices: number }>
  readonly positions: ReadonlyArray<number>
}

/**
 * How many invoices were refused at the first try. What replaces another is a second try, and counts neither as sent nor as refused.
 *
 * @law every first try is refused or not
 * @category projections
 * @since 0.1.0
 */
export const firstPassRejections = (
  records: ReadonlyArray<InvoiceRecord>,
  question: AccuracyQuestion,
): ReadonlyArray<FirstPassRejections> =>
  groupsOf(
    records.filter(({ replaces }) => replaces === undefined),
    question,
  ).map((group) => {
    const rejected = group.filter(({ faults }) => faults.some(({ fault }) => fault === 'rejected'))
    const codes = new Map<string, number>()
    for (const { faults } of rejected)
      for (const code of new Set(faults.flatMap((one) => (one.code === undefined ? [] : [one.code]))))
        codes.set(code, (codes.get(code) ?? 0) + 1)
    return {
      ...nameOf(group, question),
      sent: group.length,
      rejected: rejected.length,
      codes: [...codes]
        .map(([code, invoices]) => ({ code, invoices }))
        .sort((a, b) => b.invoices - a.invoices || compareTexts(a.code, b.code)),
      positions: positionsOf(rejected, (fault) => fault === 'rejected'),
    }
  })

const groupsOf = (
  records: ReadonlyArray<InvoiceRecord>,
  question: AccuracyQuestion,
): ReadonlyArray<ReadonlyArray<InvoiceRecord>> => {
  const { asOf, lagDays, from } = question
  const counted = records.filter(
    ({ issuedOn }) => daysBetween(issuedOn, asOf) >= lagDays && (from === undefined || issuedOn >= from),
  )
  const groups = groupedBy(counted, (one) => JSON.stringify([one.currency, groupOf(one, question) ?? null]))
  return [...groups].sort(([a], [b]) => compareTexts(a, b)).map(([, group]) => group)
}

const groupOf = ({ issuedOn, customer, salesRepId }: InvoiceRecord, { by }: AccuracyQuestion): string | undefined =>
  by === 'month' ? issuedOn.slice(0, 7) : by === 'customer' ? customer : by === 'rep' ? salesRepId : undefined

const nameOf = (
  [first]: ReadonlyArray<InvoiceRecord>,
  question: AccuracyQuestion,
): Pick<InvoiceAccuracy, 'currency' | 'group'> => {
  const group = first === undefined ? undefined : groupOf(first, question)
  return { currency: first?.currency ?? '', ...(group === undefined ? {} : { group }) }
}

const billedMinor = (records: ReadonlyArray<InvoiceRecord>): number =>
  records.reduce((so, one) => so + one.billedMinor, 0)

const positionsOf = (
  records: ReadonlyArray<InvoiceRecord>,
  counts: (fault: InvoiceFault) => boolean,
): ReadonlyArray<number> => {
  const positions = records.flatMap(({ faults }) =>
    faults.filter(({ fault }) => counts(fault)).flatMap((one) => one.positions),
  )
  return [...new Set(positions)].sort((a, b) => a - b)
}
