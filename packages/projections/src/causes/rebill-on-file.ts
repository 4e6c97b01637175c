/** Credit and re-bill: which invoice was credited in full, and which one was billed in its place. */
import type { CreditNoteIssued, InvoiceIssued } from '@quittance/invoicing'
import { knownBy } from '../ledger-view/known-by.js'
import type { CauseNote } from './cause-view.js'
import type { RebillOnFile } from './item-dossier.js'
import { notesOf } from './notes-of.js'
import type { OpenedAccount } from './open-dossier.js'

type FileAt = Pick<OpenedAccount, 'file' | 'at'>
type Invoice = CauseNote<InvoiceIssued>
type Credit = CauseNote<CreditNoteIssued>

/** A re-bill that names nothing is looked for this many days before and after the credit note. */
const beforeDays = 5
const afterDays = 30

/** Whether credit notes took back all of an invoice. @internal */
export const isCreditedInFull = (invoice: InvoiceIssued, credits: ReadonlyArray<Credit>): boolean =>
  credits.length > 0 && credits.reduce((so, { fact }) => so + fact.totals.grossMinor, 0) >= invoice.totals.grossMinor

/**
 * The re-bill that an invoice is a part of. A re-bill that names what it replaces is one, whether or not that is credited yet; one
 * that names nothing is taken for one where the original was credited in full and exactly one later invoice stands on the same papers
 * or over the same products.
 *
 * @internal
 */
export const rebillOf = (account: FileAt, invoice: Invoice, credits: ReadonlyArray<Credit>): RebillOnFile | undefined =>
  namedRebill(account, invoice, credits) ?? replacedBy(account, invoice, credits) ?? replacementOf(account, invoice)

/** By what the re-bill says: this one names another, or another names this one. */
const namedRebill = (account: FileAt, invoice: Invoice, credits: ReadonlyArray<Credit>): RebillOnFile | undefined => {
  const { preceding, documentId } = {
    preceding: invoice.fact.references?.preceding,
    documentId: invoice.fact.documentId,
  }
  if (preceding !== undefined) {
    const notes = knownBy(account.file.documents.get(preceding), account.at)
    const original = notesOf(notes, 'InvoiceIssued').find(({ fact }) => fact.documentId === preceding)
    const credit = notesOf(notes, 'CreditNoteIssued').at(-1)
    return original === undefined || credit === undefined
      ? undefined
      : { original, credit, rebill: invoice, named: true }
  }
  const rebill = notesOf(knownBy(account.file.documents.get(documentId), account.at), 'InvoiceIssued').find(
    ({ fact }) => fact.references?.preceding === documentId,
  )
  const credit = credits.at(-1)
  return rebill === undefined || credit === undefined ? undefined : { original: invoice, credit, rebill, named: true }
}

const replacedBy = (account: FileAt, original: Invoice, credits: ReadonlyArray<Credit>): RebillOnFile | undefined => {
  if (!isCreditedInFull(original.fact, credits)) return undefined
  const credit = credits.at(-1)
  if (credit === undefined) return undefined
  const rebills = notesOf(knownBy(account.file.invoices, account.at), 'InvoiceIssued').filter(
    (one) => isNear(one, credit) && couldReplace(one, original),
  )
  const [rebill] = rebills
  return rebill === undefined || rebills.length > 1 ? undefined : { original, credit, rebill, named: false }
}

const replacementOf = (account: FileAt, rebill: Invoice): RebillOnFile | undefined => {
  const near = account.file.credits.filter((credit) => isNear(rebill, credit))
  if (near.length === 0) return undefined
  for (const credit of notesOf(knownBy(near, account.at), 'CreditNoteIssued')) {
    const notes = knownBy(account.file.documents.get(credit.fact.precedingId ?? ''), account.at)
    const original = notesOf(notes, 'InvoiceIssued').find(({ fact }) => fact.documentId === credit.fact.precedingId)
    if (original === undefined || !couldReplace(rebill, original)) continue
    const found = replacedBy(account, original, notesOf(notes, 'CreditNoteIssued'))
    if (found?.rebill === rebill) return found
  }
  return undefined
}

const isNear = (invoice: CauseNote, credit: CauseNote): boolean =>
  invoice.effectiveDay >= credit.effectiveDay - beforeDays && invoice.effectiveDay <= credit.effectiveDay + afterDays

/** A later invoice on the same order or purchase order; where it names neither, over the same products in the same currency. */
const couldReplace = ({ fact: rebill, position }: Invoice, { fact: original, position: first }: Invoice): boolean => {
  if (position <= first || rebill.documentId === original.documentId || rebill.references?.preceding !== undefined)
    return false
  const [of, was] = [rebill.references, original.references]
  if (of?.order !== undefined && was?.order !== undefined) return of.order === was.order
  if (of?.purchaseOrder !== undefined && of.purchaseOrder === was?.purchaseOrder) return true
  const [products, before] = [productsOf(rebill), productsOf(original)]
  return products !== '' && products === before
}

/** What was sold, whatever the order of the lines; nothing where a line does not say. */
const productsOf = ({ lines }: InvoiceIssued): string =>
  lines.some(({ productId }) => productId === undefined)
    ? ''
    : lines
        .flatMap(({ productId }) => productId ?? [])
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join('\n')
