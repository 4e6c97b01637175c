/** The reference answers beside the real ledgers, and ours in the same shape. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { formatMinor, localDate, type LocalDate } from '@quittance/kernel'
import { agingReport, because, type LedgerView, type PointInTime } from '../../src/index.js'
import { endOfTime } from '../account/histories.js'

/** The data stand beside the repository, where there are any: `../shared/data` from its root. */
const data = new URL('../shared/data/', new URL('../../../../', import.meta.url))

export const isThere = (path: string): boolean => existsSync(fileURLToPath(new URL(path, data)))
export const textOf = (path: string): string => {
  const bytes = readFileSync(new URL(path, data))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

export interface ExpectedDay {
  readonly billedToDate: string
  readonly paidToDate: string
  readonly open: string
  readonly openInvoices: number
  readonly aging: Readonly<Record<string, string>>
  readonly agingCount: Readonly<Record<string, number>>
}

export interface Expected {
  readonly invoices: number
  readonly customers: number
  readonly billed: Readonly<Record<string, string>>
  readonly asOf: Readonly<Record<string, Readonly<Record<string, ExpectedDay>>>>
}

export const on = (day: string | LocalDate): PointInTime => ({ asOf: localDate(day), knownAt: endOfTime })

const sumOf = (view: LedgerView, measure: 'owed' | 'paid', currency: string, at: PointInTime): number =>
  view.subjects.reduce(
    (so, subject, index) =>
      subject.kind !== 'item' || subject.currency !== currency
        ? so
        : because(view, index, at).reduce((sum, cause) => (cause.measure === measure ? sum + cause.minor : sum), so),
    0,
  )

/** Our figures of a day, by currency, in the words of the reference answers. */
export const figuresOn = (view: LedgerView, day: string): Readonly<Record<string, ExpectedDay>> => {
  const { currencies, scheme, rows } = agingReport(view, on(day))
  return Object.fromEntries(
    currencies.map(({ currency, bucketMinor, bucketCount, totalMinor }) => [
      currency,
      {
        billedToDate: formatMinor(sumOf(view, 'owed', currency, on(day)), currency),
        paidToDate: formatMinor(sumOf(view, 'paid', currency, on(day)), currency),
        open: formatMinor(totalMinor, currency),
        openInvoices: rows.filter((row) => row.currency === currency).length,
        aging: Object.fromEntries(
          scheme.buckets.map(({ label }, at) => [label, formatMinor(bucketMinor[at] ?? 0, currency)]),
        ),
        agingCount: Object.fromEntries(scheme.buckets.map(({ label }, at) => [label, bucketCount[at] ?? 0])),
      },
    ]),
  )
}
