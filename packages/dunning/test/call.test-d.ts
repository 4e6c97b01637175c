// What must not compile. Checked by `tsc -p tsconfig.tests.json`; nothing here runs.
import { localDate } from '@quittance/kernel'
import type { CallPolicy, CallSummary, NamedInvoice } from '../src/index.js'

const invoice: NamedInvoice = {
  itemId: 'A',
  instalmentNo: 1,
  currency: 'EUR',
  askMinor: 1,
  dueOn: localDate('2026-01-01'),
}
const sums = [{ currency: 'EUR', totalMinor: 1, invoices: 1 }]

export const one: CallSummary = { _tag: 'Invoices', invoices: [invoice] }
export const two: CallSummary = { _tag: 'Invoices', invoices: [invoice, invoice] }

// @ts-expect-error three invoices are a list that nobody can write down
export const three: CallSummary = { _tag: 'Invoices', invoices: [invoice, invoice, invoice] }

// @ts-expect-error no invoice is no summary
export const none: CallSummary = { _tag: 'Invoices', invoices: [] }

// @ts-expect-error a total names no invoice
export const mixed: CallSummary = { _tag: 'Total', overDays: 0, sums, invoices: [invoice] }

// @ts-expect-error invoices carry no total
export const other: CallSummary = { _tag: 'Invoices', invoices: [invoice], sums }

// @ts-expect-error nobody may ask for three
export const wide: Pick<CallPolicy, 'maxNamed'> = { maxNamed: 3 }
