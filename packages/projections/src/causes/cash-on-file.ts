/** What is on file of the money for an item: how it came, where it was applied, whether the bank took it back. */
import type { CashApplied, CashUnapplied } from '@quittance/cash-application'
import { knownBy } from '../ledger-view/known-by.js'
import type { CauseNote } from './cause-view.js'
import type { ApplicationOnFile, ItemDossier } from './item-dossier.js'
import { notesOf } from './notes-of.js'
import type { OpenedAccount } from './open-dossier.js'

/** @internal */
export const cashOf = (
  { file, at }: Pick<OpenedAccount, 'file' | 'at'>,
  itemId: string,
  notes: ReadonlyArray<CauseNote>,
): Pick<ItemDossier, 'remittances' | 'advisedReceipts' | 'applications' | 'returns'> => {
  const returns = new Set<ItemDossier['returns'][number]>()
  const applications = notesOf(notes, 'CashApplied').map((applied): ApplicationOnFile => {
    const ofReceipt = knownBy(file.receipts.get(applied.fact.receiptId), at)
    for (const taken of returnsOf(ofReceipt, itemId)) returns.add(taken)
    const receipt = receiptNoteOf(ofReceipt)
    const moves = notesOf(ofReceipt, 'CashApplied', 'CashUnapplied')
    const takenBack = takenBackMinor(moves, applied.fact) >= applied.fact.amountMinor
    return { applied, ...(receipt === undefined ? {} : { receipt }), moves, takenBack }
  })
  const remittances = notesOf(notes, 'RemittanceRecorded')
  const advised = new Set(remittances.flatMap(({ fact }) => fact.receiptId ?? []))
  const advisedReceipts = [...advised].flatMap((id) => receiptNoteOf(knownBy(file.receipts.get(id), at)) ?? [])
  return { remittances, advisedReceipts, applications, returns: [...returns] }
}

/** The note of the receipt itself among those about it. @internal */
export const receiptNoteOf = (notes: ReadonlyArray<CauseNote>): ApplicationOnFile['receipt'] =>
  notesOf(notes, 'ReceiptRecorded', 'CashTransferredIn')[0]

/** Returns that released the item, unless the bank gave the money again. */
const returnsOf = (notes: ReadonlyArray<CauseNote>, itemId: string): ItemDossier['returns'] => {
  const returned = notesOf(notes, 'ReceiptReturned')
  if (returned.length === 0 || notesOf(notes, 'ReturnCancelled').length >= returned.length) return []
  return returned.filter(({ fact }) => fact.released.some((link) => link.itemId === itemId))
}

const takenBackMinor = (
  moves: ReadonlyArray<CauseNote<CashApplied | CashUnapplied>>,
  { applicationId }: CashApplied,
): number =>
  moves.reduce(
    (so, { fact }) =>
      so + (fact._tag === 'CashUnapplied' && fact.applicationId === applicationId ? fact.amountMinor : 0),
    0,
  )
