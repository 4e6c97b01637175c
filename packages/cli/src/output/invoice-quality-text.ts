/** The accuracy of invoices as a person reads it. */
import type { InvoiceAccuracy, PointInTime } from '@quittance/projections'
import type { InvoiceQuality } from '../causes/invoice-quality.js'
import { moment } from './moment.js'
import { share } from './share.js'
import { table } from './table.js'

/** By month and in all, with what was wrong, and the refusals at the first try. @category commands @since 0.1.0 */
export const invoiceQualityText = (
  { lagDays, months, accuracy, firstPass }: InvoiceQuality,
  { asOf, knownAt }: PointInTime,
  rules: string,
): string => {
  const head = [
    `Accuracy of invoices as of ${asOf}, as known at ${moment(knownAt)}, by ${rules}`,
    `Invoices at least ${lagDays} days old.`,
  ].join('\n')
  if (accuracy.length === 0) return `${head}\n\nThere are none.`
  const columns = [
    { heading: 'Month' },
    { heading: 'Currency' },
    { heading: 'Issued', figures: true },
    { heading: 'Right', figures: true },
    { heading: 'Accuracy', figures: true },
    { heading: 'Disputed', figures: true },
    { heading: 'Corrected', figures: true },
    { heading: 'Credited', figures: true },
    { heading: 'Refused', figures: true },
  ]
  const row = (one: InvoiceAccuracy): ReadonlyArray<string> => [
    one.group ?? 'all',
    one.currency,
    String(one.issued),
    String(one.accurate),
    share(one.accurate, one.issued),
    ...[one.faulty.disputed, one.faulty.corrected, one.faulty.credited, one.faulty.rejected].map(String),
  ]
  const unread = accuracy.reduce((so, one) => so + one.creditsUnread, 0)
  const foot = [
    ...firstPass.map(({ currency, sent, rejected, codes }) => {
      const most = codes.slice(0, 3).map(({ code, invoices }) => `${code} (${invoices})`)
      return `At the first try ${rejected} of ${sent} in ${currency} were refused (${share(rejected, sent)})${most.length === 0 ? '' : `: ${most.join(', ')}`}.`
    }),
    ...(unread === 0
      ? []
      : [`${unread} credit notes have a reason that no table reads; they count as nobody's fault.`]),
  ]
  return `${head}\n\n${table(columns, [...months, ...accuracy].map(row))}\n\n${foot.join('\n')}`
}
