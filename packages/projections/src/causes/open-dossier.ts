/** Opening the dossier of an item: the account's file, cut to what had happened and was known. */
import type { CreditNoteIssued, DebitNoteIssued, InvoiceIssued } from '@quittance/invoicing'
import { epochDay, type Fact } from '@quittance/kernel'
import type { RegisteredDispute } from '../disputes/dispute-register.js'
import { knownBy } from '../ledger-view/known-by.js'
import type { PointInTime } from '../point-in-time.js'
import { cashOf } from './cash-on-file.js'
import type { AccountFile, CauseNote } from './cause-view.js'
import type { DeductionOnFile, HeldMoney, ItemDossier, ItemStanding } from './item-dossier.js'
import { noteOf, notesOf } from './notes-of.js'
import { papersOf } from './papers-on-file.js'
import { isCreditedInFull, rebillOf } from './rebill-on-file.js'

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
  const voided = noteOf(notes, 'InvoiceVoided')
  const chargebackOf = notesOf(notes, 'ChargebackItemRaised').find((note) => note.fact.chargebackId === itemId)
  const credits = creditsOf(account, notes)
  const siblings = fact._tag === 'InvoiceIssued' ? siblingsOf(account, fact) : []
  const rebill =
    fact._tag === 'InvoiceIssued' ? rebillOf(account, issued as CauseNote<InvoiceIssued>, credits) : undefined
  return {
    at,
    customer,
    standing,
    issued,
    ...(voided === undefined ? {} : { voided }),
    ...papersOf(account, fact, siblings),
    sending: notesOf(notes, 'InvoiceDelivered', 'InvoiceBounced', 'InvoiceRejected', 'InvoiceViewed'),
    credits,
    ...(rebill === undefined ? {} : { rebill }),
    siblings,
    deductions: deductionsOf(notes),
    ...(chargebackOf === undefined ? {} : { chargebackOf }),
    disputes,
    claims: notesOf(notes, 'DisputeRaised', 'DisputeSubstantiated'),
    ...cashOf(account, itemId, notes),
    heldMoney: account.heldMoney.filter(({ currency }) => currency === fact.currency),
    excuses: excusesOf(account, notes, standing),
    confirmations: notesOf(notes, 'RootCauseConfirmed'),
  }
}

const isIssueOf = (fact: Fact, itemId: string): boolean =>
  (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued') &&
  (fact as InvoiceIssued | DebitNoteIssued).documentId === itemId

/** Credit notes that name the item stand in its file; of one that was applied to it, only the application does. */
const creditsOf = ({ file, at }: OpenedAccount, notes: ReadonlyArray<CauseNote>): ItemDossier['credits'] => {
  const applied = notesOf(notes, 'CreditApplied').flatMap(({ fact }) =>
    notesOf(knownBy(file.documents.get(fact.creditId), at), 'CreditNoteIssued'),
  )
  const named = notesOf(notes, 'CreditNoteIssued')
  return applied.length === 0 ? named : [...new Set<CauseNote<CreditNoteIssued>>([...named, ...applied])]
}

const siblingsOf = ({ file, at }: OpenedAccount, invoice: InvoiceIssued): ItemDossier['siblings'] => {
  const { order } = invoice.references ?? {}
  const sameAmount = file.invoicesByAmount.get(invoice.totals.payableMinor) ?? []
  const sameOrder = order === undefined ? [] : (file.invoicesByOrder.get(order) ?? [])
  if (sameAmount.length < 2 && sameOrder.length < 2) return []
  return notesOf(knownBy([...new Set([...sameAmount, ...sameOrder])], at), 'InvoiceIssued').filter(
    ({ fact }) => fact.documentId !== invoice.documentId && isOwed(file, fact, at),
  )
}

const isOwed = (file: AccountFile, invoice: InvoiceIssued, at: PointInTime): boolean => {
  const notes = knownBy(file.documents.get(invoice.documentId), at)
  return noteOf(notes, 'InvoiceVoided') === undefined && !isCreditedInFull(invoice, notesOf(notes, 'CreditNoteIssued'))
}

const deductionsOf = (notes: ReadonlyArray<CauseNote>): ReadonlyArray<DeductionOnFile> => {
  const ends = notesOf(notes, 'DeductionAccepted', 'DeductionRejected')
  return notesOf(notes, 'DeductionRecorded').map((recorded) => {
    const ended = ends.find(({ fact }) => fact.deductionId === recorded.fact.deductionId)
    return ended === undefined ? { recorded } : { recorded, ended }
  })
}

const excusesOf = (
  { file, at }: OpenedAccount,
  notes: ReadonlyArray<CauseNote>,
  { dueOn }: ItemStanding,
): ItemDossier['excuses'] => {
  const own = notesOf(notes, 'ExcuseGiven')
  if (file.excuses.length === 0) return own
  const ofAccount = knownBy(file.excuses, at).filter(({ effectiveDay }) => effectiveDay > epochDay(dueOn))
  return [...own, ...notesOf(ofAccount, 'ExcuseGiven')]
}
