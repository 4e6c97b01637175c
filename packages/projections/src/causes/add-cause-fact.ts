/** Folding recorded facts into the view of causes. */
import type { CashFact } from '@quittance/cash-application'
import type { InvoiceIssued, InvoicingFact } from '@quittance/invoicing'
import { epochDay, type Fact, instantMillis, parseAccountStream, type Recorded } from '@quittance/kernel'
import { type AccountFile, type CauseNote, type CauseView, emptyAccountFile } from './cause-view.js'

/**
 * Fold one recorded fact into the view, in stream order; what is no evidence of a cause leaves no trace. The facts may arrive in any
 * order between rooms: a delivery before its order is kept under the order's number until that is known.
 *
 * @law causes folded in one go are those folded in parts
 * @category projections
 * @since 0.1.0
 */
export const addCauseFact = (view: CauseView, recorded: Recorded<Fact>): void => {
  const file = fileOf(view, recorded.stream)
  if (file === undefined) return
  if (!fileInvoicing(file, recorded)) fileCash(file, recorded)
}

/** Fold many. @category projections @since 0.1.0 */
export const addCauseFacts = (view: CauseView, facts: Iterable<Recorded<Fact>>): CauseView => {
  for (const fact of facts) addCauseFact(view, fact)
  return view
}

const fileOf = (view: CauseView, stream: string): AccountFile | undefined => {
  if (view.streams.has(stream)) return view.streams.get(stream)
  const account = parseAccountStream(stream)
  const file = account === undefined ? undefined : emptyAccountFile()
  view.streams.set(stream, file)
  if (account === undefined || file === undefined) return undefined
  const ofEntity = view.accounts.get(account.entity) ?? new Map<string, AccountFile>()
  view.accounts.set(account.entity, ofEntity)
  ofEntity.set(account.customer, file)
  return file
}

const noteOf = ({ fact, effectiveOn, recordedAt, position, importedAt }: Recorded<Fact>): CauseNote => ({
  fact,
  effectiveDay: epochDay(effectiveOn),
  recordedMillis: instantMillis(recordedAt),
  position,
  imported: importedAt !== undefined,
})

const put = <Key>(notes: Map<Key, Array<CauseNote>>, key: Key, note: CauseNote): void => {
  const list = notes.get(key)
  if (list === undefined) notes.set(key, [note])
  else list.push(note)
}

/** Whether it was a fact of that room. */
const fileInvoicing = (file: AccountFile, recorded: Recorded<Fact>): boolean => {
  const fact = recorded.fact as InvoicingFact
  switch (fact._tag) {
    case 'InvoiceIssued':
      fileInvoice(file, fact, noteOf(recorded))
      return true
    case 'CreditNoteIssued':
    case 'DebitNoteIssued': {
      const note = noteOf(recorded)
      put(file.documents, fact.documentId, note)
      if (fact.precedingId !== undefined) put(file.documents, fact.precedingId, note)
      return true
    }
    case 'InvoiceVoided':
    case 'InvoiceDelivered':
    case 'InvoiceBounced':
    case 'InvoiceRejected':
    case 'InvoiceViewed':
      put(file.documents, fact.documentId, noteOf(recorded))
      return true
    case 'DueDateChanged':
    case 'DisputeRaised':
    case 'DisputeAssigned':
    case 'DisputeCauseTagged':
    case 'DisputeResolved':
      return true
    default:
      return false
  }
}

const fileInvoice = (file: AccountFile, fact: InvoiceIssued, note: CauseNote): void => {
  put(file.documents, fact.documentId, note)
  put(file.invoicesByAmount, fact.totals.payableMinor, note)
  if (fact.references?.order !== undefined) put(file.invoicesByOrder, fact.references.order, note)
}

const fileCash = (file: AccountFile, recorded: Recorded<Fact>): void => {
  const fact = recorded.fact as CashFact
  switch (fact._tag) {
    case 'ReceiptRecorded':
    case 'CashTransferredIn':
      put(file.receipts, fact.receiptId, noteOf(recorded))
      return
    case 'CashApplied':
    case 'CashUnapplied': {
      const note = noteOf(recorded)
      put(file.receipts, fact.receiptId, note)
      put(file.documents, fact.itemId, note)
      return
    }
    case 'CreditApplied':
    case 'DeductionRecorded':
    case 'DeductionAccepted':
    case 'DeductionRejected':
      put(file.documents, fact.itemId, noteOf(recorded))
      return
    case 'ChargebackItemRaised': {
      const note = noteOf(recorded)
      put(file.documents, fact.itemId, note)
      put(file.documents, fact.chargebackId, note)
      return
    }
    default:
      return
  }
}
