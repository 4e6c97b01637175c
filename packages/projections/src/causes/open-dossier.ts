/** Opening the dossier of an item: the account's file, cut to what had happened and was known. */
import type { CashApplied, CashFact, CashUnapplied } from '@quittance/cash-application'
import type { CreditNoteIssued, DebitNoteIssued, InvoiceIssued, InvoicingFact } from '@quittance/invoicing'
import type { Fact } from '@quittance/kernel'
import type { RegisteredDispute } from '../disputes/dispute-register.js'
import { knownBy } from '../ledger-view/known-by.js'
import type { PointInTime } from '../point-in-time.js'
import type { AccountFile, CauseNote } from './cause-view.js'
import type { ApplicationOnFile, DeductionOnFile, HeldMoney, ItemDossier, ItemStanding } from './item-dossier.js'

/** What is the same for all items of an account at a point in time. @internal */
export interface OpenedAccount {
  readonly at: PointInTime
  readonly customer: string
  readonly file: AccountFile
  /** In all currencies. */
  readonly heldMoney: ReadonlyArray<HeldMoney>
}

/** Nothing where the document is not on file. @internal */
export const openDossier = (
  account: OpenedAccount,
  itemId: string,
  standing: ItemStanding,
  disputes: ReadonlyArray<RegisteredDispute>,
): ItemDossier | undefined => {
  const { at, file, customer } = account
  const notes = knownBy(file.documents.get(itemId), at)
  const issued = notes.find((note): note is ItemDossier['issued'] => isIssueOf(note.fact, itemId))
  if (issued === undefined) return undefined
  const { fact } = issued
  const chargebackOf = ofTag(notes, 'ChargebackItemRaised').find((note) => note.fact.chargebackId === itemId)
  return {
    at,
    customer,
    standing,
    issued,
    sending: ofTag(notes, 'InvoiceDelivered', 'InvoiceBounced', 'InvoiceRejected', 'InvoiceViewed'),
    credits: creditsOf(account, notes),
    siblings: fact._tag === 'InvoiceIssued' ? siblingsOf(account, fact) : [],
    deductions: deductionsOf(notes),
    ...(chargebackOf === undefined ? {} : { chargebackOf }),
    disputes,
    applications: applicationsOf(account, notes),
    heldMoney: account.heldMoney.filter(({ currency }) => currency === fact.currency),
  }
}

const isIssueOf = (fact: Fact, itemId: string): boolean =>
  (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued') &&
  (fact as InvoiceIssued | DebitNoteIssued).documentId === itemId

type NotedFact = InvoicingFact | CashFact
type FactOf<Tag extends string> = Extract<NotedFact, { readonly _tag: Tag }>

/** The notes of facts with these names. */
const ofTag = <Tag extends NotedFact['_tag']>(
  notes: ReadonlyArray<CauseNote>,
  ...tags: ReadonlyArray<Tag>
): ReadonlyArray<CauseNote<FactOf<Tag>>> =>
  notes.filter((note): note is CauseNote<FactOf<Tag>> => (tags as ReadonlyArray<string>).includes(note.fact._tag))

/** Credit notes that name the item stand in its file; of one that was applied to it, only the application does. */
const creditsOf = ({ file, at }: OpenedAccount, notes: ReadonlyArray<CauseNote>): ItemDossier['credits'] => {
  const applied = ofTag(notes, 'CreditApplied').flatMap(({ fact }) =>
    ofTag(knownBy(file.documents.get(fact.creditId), at), 'CreditNoteIssued'),
  )
  const named = ofTag(notes, 'CreditNoteIssued')
  return applied.length === 0 ? named : [...new Set<CauseNote<CreditNoteIssued>>([...named, ...applied])]
}

const siblingsOf = ({ file, at }: OpenedAccount, invoice: InvoiceIssued): ItemDossier['siblings'] => {
  const { order } = invoice.references ?? {}
  const candidates = new Set<CauseNote>([
    ...(file.invoicesByAmount.get(invoice.totals.payableMinor) ?? []),
    ...(order === undefined ? [] : (file.invoicesByOrder.get(order) ?? [])),
  ])
  if (candidates.size < 2) return []
  return ofTag(knownBy([...candidates], at), 'InvoiceIssued').filter(
    ({ fact }) => fact.documentId !== invoice.documentId && !isVoided(file, fact.documentId, at),
  )
}

const isVoided = (file: AccountFile, documentId: string, at: PointInTime): boolean =>
  knownBy(file.documents.get(documentId), at).some(({ fact }) => fact._tag === 'InvoiceVoided')

const deductionsOf = (notes: ReadonlyArray<CauseNote>): ReadonlyArray<DeductionOnFile> => {
  const ends = ofTag(notes, 'DeductionAccepted', 'DeductionRejected')
  return ofTag(notes, 'DeductionRecorded').map((recorded) => {
    const ended = ends.find(({ fact }) => fact.deductionId === recorded.fact.deductionId)
    return ended === undefined ? { recorded } : { recorded, ended }
  })
}

const applicationsOf = (account: OpenedAccount, notes: ReadonlyArray<CauseNote>): ReadonlyArray<ApplicationOnFile> =>
  ofTag(notes, 'CashApplied').map((applied) => {
    const ofReceipt = knownBy(account.file.receipts.get(applied.fact.receiptId), account.at)
    const receipt = receiptNoteOf(ofReceipt)
    const moves = ofTag(ofReceipt, 'CashApplied', 'CashUnapplied')
    return {
      applied,
      ...(receipt === undefined ? {} : { receipt }),
      moves,
      takenBack: takenBackMinor(moves, applied.fact) >= applied.fact.amountMinor,
    }
  })

/** The note of the receipt itself among those about it. @internal */
export const receiptNoteOf = (notes: ReadonlyArray<CauseNote>): ApplicationOnFile['receipt'] =>
  ofTag(notes, 'ReceiptRecorded', 'CashTransferredIn')[0]

const takenBackMinor = (
  moves: ReadonlyArray<CauseNote<CashApplied | CashUnapplied>>,
  { applicationId }: CashApplied,
): number =>
  moves.reduce(
    (so, { fact }) =>
      so + (fact._tag === 'CashUnapplied' && fact.applicationId === applicationId ? fact.amountMinor : 0),
    0,
  )
