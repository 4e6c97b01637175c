// What must not compile. Checked by `tsc -p tsconfig.tests.json`; nothing here runs.
import { localDate } from '@quittance/kernel'
import {
  decideInvoicing,
  type DisputeOutcome,
  initialInvoicing,
  type InvoiceVoided,
  type InvoicingCommand,
  type InvoicingFact,
  type Share,
} from '../src/index.js'

const on = localDate('2026-01-10')
const context = { settlementOf: () => ({ openBaseMinor: 0, openMinor: 0, touched: false, reopenedOn: undefined }) }

// @ts-expect-error a void says why
export const silent: InvoiceVoided = { _tag: 'InvoiceVoided', on, documentId: 'INV-1', payableMinor: 1 }

// @ts-expect-error a fact has its business day
export const timeless: InvoicingFact = { _tag: 'InvoiceViewed', documentId: 'INV-1' }

// @ts-expect-error a day is checked before it is used
export const bareDay: InvoicingFact = { _tag: 'InvoiceViewed', on: '2026-01-10', documentId: 'INV-1' }

// @ts-expect-error names of facts are for ever
export const renamed: InvoicingFact = { _tag: 'InvoiceOpened', on, documentId: 'INV-1' }

// @ts-expect-error a percent is a decimal, not a float
export const floating: Share = { _tag: 'PercentOfGross', percent: 33.3 }

// @ts-expect-error an outcome is one of the list
export const outcome: DisputeOutcome = 'maybe'

// @ts-expect-error a void needs a policy that allows it
export const lawless: InvoicingCommand = { _tag: 'VoidInvoice', on, documentId: 'INV-1', reason: 'error' }

const decided = decideInvoicing(
  { _tag: 'RecordDelivery', on, documentId: 'INV-1', outcome: { _tag: 'Viewed' } },
  initialInvoicing(),
  context,
)
// @ts-expect-error facts are there only when the command was accepted
export const facts = decided.right.facts

declare const issued: Extract<InvoicingFact, { readonly _tag: 'InvoiceIssued' }>
// @ts-expect-error nothing of a fact is ever changed
issued.on = on
