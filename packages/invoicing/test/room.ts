/** The room alone: its facts folded, and an account round it that says what the test wants to hear. */
import { foldOwned, localDate, type LocalDate } from '@quittance/kernel'
import {
  decideInvoicing,
  evolveInvoicing,
  initialInvoicing,
  type InvoiceIssued,
  type InvoicingCommand,
  type InvoicingDecided,
  type InvoicingFact,
  type InvoicingState,
  type IssueInvoice,
  noTax,
  type Settlement,
} from '../src/index.js'

export const day = (text: string): LocalDate => localDate(text)

export const stateOf = (facts: ReadonlyArray<InvoicingFact>): InvoicingState =>
  foldOwned(evolveInvoicing, initialInvoicing(), facts)

/** How documents stand with cash application: untouched, with nothing open, unless said otherwise. */
export type Standing = Readonly<Record<string, Partial<Settlement>>>

export const decide = (
  facts: ReadonlyArray<InvoicingFact>,
  command: InvoicingCommand,
  standing: Standing = {},
): InvoicingDecided =>
  decideInvoicing(command, stateOf(facts), {
    settlementOf: (documentId) => ({
      openMinor: 0,
      openBaseMinor: 0,
      touched: false,
      reopenedOn: undefined,
      ...standing[documentId],
    }),
  })

/** The facts of a command that must be accepted. */
export const factsOf = (decided: InvoicingDecided): ReadonlyArray<InvoicingFact> => {
  if (decided._tag === 'Left') throw new Error(`refused: ${JSON.stringify(decided.left)}`)
  return decided.right.facts
}

export const issue: IssueInvoice = {
  _tag: 'IssueInvoice',
  on: day('2026-01-10'),
  documentId: 'INV-1',
  currency: 'EUR',
  lines: [{ netMinor: 100_00 }],
}

/** An invoice over 100.00 EUR without tax, dated 10 January 2026, due on its date. */
export const invoiceFact = (parts: Partial<IssueInvoice> = {}): InvoiceIssued =>
  factsOf(decide([], { ...issue, ...parts }))[0] as InvoiceIssued

/** A credit note over 40.00 EUR that stands alone. */
export const creditNote = (documentId: string, on: string): InvoicingFact => ({
  _tag: 'CreditNoteIssued',
  on: day(on),
  documentId,
  currency: 'EUR',
  lines: [{ lineNo: 1, netMinor: 40_00, tax: noTax }],
  taxGroups: [{ tax: noTax, baseMinor: 40_00, taxMinor: 0 }],
  totals: {
    linesMinor: 40_00,
    allowancesMinor: 0,
    chargesMinor: 0,
    netMinor: 40_00,
    taxMinor: 0,
    grossMinor: 40_00,
    prepaidMinor: 0,
    roundingMinor: 0,
    payableMinor: 40_00,
  },
  reason: 'bonus',
  offsetMinor: 0,
})

export const voided = (documentId: string): InvoicingFact => ({
  _tag: 'InvoiceVoided',
  on: day('2026-01-10'),
  documentId,
  payableMinor: 100_00,
  reason: 'issued twice',
})
