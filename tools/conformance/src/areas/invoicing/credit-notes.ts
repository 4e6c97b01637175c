/** Credit notes listed in a case, each issued on the account: for its invoice where there is one. */
import type { DraftLine, Totals } from '@quittance/invoicing'
import { type CurrencyCode, decimal, type Decimal, type LocalDate, sumMinor } from '@quittance/kernel'
import type { Books } from '../../books/books.js'
import { taxOf } from '../../books/documents.js'
import { freshId } from '../../books/movements.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, list } from '../../run/value.js'

/** What the notes stand on. */
export interface CreditedInvoice {
  readonly documentId: string
  readonly rate: Decimal | undefined
}

/** Issue `credit_notes [{net, rate}]`; without a rate of its own a note has the invoice's. */
export const issueCreditNotes = (
  notes: ReadonlyArray<Reader>,
  invoice: CreditedInvoice | undefined,
  books: Books,
  currency: CurrencyCode,
  on: LocalDate,
): ReadonlyArray<Totals> =>
  notes.map((note) => {
    note.text('id')
    const lines = [lineOf(note, invoice)]
    const documentId = freshId(books, 'credit-note')
    const facts = books.must({
      _tag: 'IssueCreditNote',
      on,
      documentId,
      currency,
      lines,
      reason: 'case',
      ...(invoice === undefined ? {} : { precedingId: invoice.documentId }),
    })
    const issued = facts.find((fact) => fact._tag === 'CreditNoteIssued')
    return issued?.totals ?? unsupported(`${note.path} that gave no credit note`)
  })

/** The net may carry more places than the currency: it is rounded like one unit at that price. */
const lineOf = (note: Reader, invoice: CreditedInvoice | undefined): DraftLine => {
  const rate = note.decimal('rate') ?? invoice?.rate
  const unitPrice = note.decimal('net') ?? unsupported(`${note.path} without net`)
  return { quantity: decimal('1'), unitPrice, ...(rate === undefined ? {} : { tax: taxOf(rate) }) }
}

/** What the notes come to. */
export const creditNoteAnswers = (notes: ReadonlyArray<Totals>, currency: CurrencyCode): Answers => ({
  credit_notes: () =>
    list(
      notes.map(({ netMinor, taxMinor, grossMinor }) =>
        fields({
          net: amount(netMinor, currency),
          tax: amount(taxMinor, currency),
          gross: amount(grossMinor, currency),
        }),
      ),
    ),
  tax_sum: () => amount(sumMinor(notes.map(({ taxMinor }) => taxMinor)), currency),
})
