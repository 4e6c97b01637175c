/** Folding recorded facts into the view of causes. */
import type { CashFact, RemittanceRecorded } from '@quittance/cash-application'
import type { DunningFact, ExcuseGiven } from '@quittance/dunning'
import type {
  CreditNoteIssued,
  DebitNoteIssued,
  GoodsDelivered,
  InvoiceIssued,
  InvoicingFact,
  OrderAccepted,
} from '@quittance/invoicing'
import { epochDay, type Fact, instantMillis, parseAccountStream, type Recorded } from '@quittance/kernel'
import { type AccountFile, type CauseNote, type CauseView, emptyAccountFile, type NotesBy } from './cause-view.js'

/**
 * Fold one recorded fact into the view, in stream order; what is no evidence of a cause leaves no trace. Orders, deliveries and
 * prices may come in any order and long after their invoice: each is kept under its own number until somebody asks.
 *
 * @law causes folded in one go are those folded in parts
 * @category projections
 * @since 0.1.0
 */
export const addCauseFact = (view: CauseView, recorded: Recorded<Fact>): void => {
  const file = fileOf(view, recorded.stream)
  if (file === undefined) return
  const isFiled = fileInvoicing(file, recorded) || fileCash(file, recorded)
  if (!isFiled && (recorded.fact as DunningFact)._tag === 'ExcuseGiven') fileExcuse(file, recorded)
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

const put = <Key>(notes: NotesBy<Key>, key: Key, note: CauseNote): void => {
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
    case 'DebitNoteIssued':
      fileNote(file, fact, noteOf(recorded))
      return true
    case 'InvoiceVoided':
    case 'InvoiceDelivered':
    case 'InvoiceBounced':
    case 'InvoiceRejected':
    case 'InvoiceViewed':
    case 'DisputeRaised':
    case 'DisputeSubstantiated':
    case 'RootCauseConfirmed':
      put(file.documents, fact.documentId, noteOf(recorded))
      return true
    case 'OrderAccepted':
      fileOrder(file, fact, noteOf(recorded))
      return true
    case 'GoodsDelivered':
      fileDelivery(file, fact, noteOf(recorded))
      return true
    case 'PriceAgreed':
      put(file.prices, fact.productId, noteOf(recorded))
      return true
    case 'DueDateChanged':
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
  file.invoices.push(note)
  if (fact.references?.order !== undefined) put(file.invoicesByOrder, fact.references.order, note)
  if (fact.references?.preceding !== undefined) put(file.documents, fact.references.preceding, note)
}

const fileNote = (file: AccountFile, fact: CreditNoteIssued | DebitNoteIssued, note: CauseNote): void => {
  put(file.documents, fact.documentId, note)
  if (fact.precedingId === undefined) return
  put(file.documents, fact.precedingId, note)
  if (fact._tag === 'CreditNoteIssued') file.credits.push(note)
}

const fileOrder = (file: AccountFile, fact: OrderAccepted, note: CauseNote): void => {
  put(file.orders, fact.orderId, note)
  if (fact.purchaseOrder !== undefined) put(file.ordersByPurchaseOrder, fact.purchaseOrder, note)
}

const fileDelivery = (file: AccountFile, fact: GoodsDelivered, note: CauseNote): void => {
  put(file.deliveries, fact.deliveryId, note)
  if (fact.orderId !== undefined) put(file.orders, fact.orderId, note)
}

const fileCash = (file: AccountFile, recorded: Recorded<Fact>): boolean => {
  const fact = recorded.fact as CashFact
  switch (fact._tag) {
    case 'ReceiptRecorded':
    case 'CashTransferredIn':
    case 'ReceiptReturned':
    case 'ReturnCancelled':
      put(file.receipts, fact.receiptId, noteOf(recorded))
      return true
    case 'CashApplied':
    case 'CashUnapplied': {
      const note = noteOf(recorded)
      put(file.receipts, fact.receiptId, note)
      put(file.documents, fact.itemId, note)
      return true
    }
    case 'CreditApplied':
    case 'DeductionRecorded':
    case 'DeductionAccepted':
    case 'DeductionRejected':
      put(file.documents, fact.itemId, noteOf(recorded))
      return true
    case 'RemittanceRecorded':
      fileRemittance(file, fact, noteOf(recorded))
      return true
    case 'ChargebackItemRaised': {
      const note = noteOf(recorded)
      put(file.documents, fact.itemId, note)
      put(file.documents, fact.chargebackId, note)
      return true
    }
    default:
      return false
  }
}

const fileRemittance = (file: AccountFile, { lines }: RemittanceRecorded, note: CauseNote): void => {
  for (const documentId of new Set(lines.map((line) => line.documentId))) put(file.documents, documentId, note)
}

const fileExcuse = (file: AccountFile, recorded: Recorded<Fact>): void => {
  const note = noteOf(recorded)
  const { items } = recorded.fact as ExcuseGiven
  if (items === undefined) file.excuses.push(note)
  else for (const itemId of new Set(items)) put(file.documents, itemId, note)
}
