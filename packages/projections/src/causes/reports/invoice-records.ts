/** Every invoice with what turned out to be wrong about it, by the facts on file. */
import type { DeductionRecorded } from '@quittance/cash-application'
import type { CreditNoteIssued, DebitNoteIssued, InvoiceIssued, InvoiceRejected } from '@quittance/invoicing'
import type { LocalDate } from '@quittance/kernel'
import { causeEntry } from '../../disputes/cause-taxonomy.js'
import { disputeRegister, type RegisteredDispute } from '../../disputes/dispute-register.js'
import { knownBy } from '../../ledger-view/known-by.js'
import type { Subject } from '../../ledger-view/ledger-view.js'
import type { PointInTime } from '../../point-in-time.js'
import { causeSaid, type ReasonTables } from '../cause-said.js'
import type { AccountFile, CauseNote } from '../cause-view.js'
import { groupedBy } from '../grouped-by.js'
import { rebillOf } from '../rebill-on-file.js'
import type { CauseBooks } from '../root-causes.js'

/** What was wrong: a dispute that the customer won, wholly or in part; a correction of ours; a credit for an error of ours; a refusal of the document. @category model @since 0.1.0 */
export type InvoiceFault = 'disputed' | 'corrected' | 'credited' | 'rejected'

/** The faults in the order of reports. @category model @since 0.1.0 */
export const invoiceFaults: ReadonlyArray<InvoiceFault> = ['disputed', 'corrected', 'credited', 'rejected']

/** A fault of an invoice with the facts that show it. @category projections @since 0.1.0 */
export interface FaultShown {
  readonly fault: InvoiceFault
  /** Of a rejection, the customer's code or words. */
  readonly code?: string
  readonly positions: ReadonlyArray<number>
}

/** An invoice as it was issued, and its faults. @category projections @since 0.1.0 */
export interface InvoiceRecord {
  /** Index in the ledger view, for `because`. */
  readonly subject: number
  readonly documentId: string
  readonly customer: string
  readonly currency: string
  readonly issuedOn: LocalDate
  readonly billedMinor: number
  readonly salesRepId?: string
  /** It replaces another, so it is not the first try. */
  readonly replaces?: string
  readonly faults: ReadonlyArray<FaultShown>
  /** Credit notes whose reason no table reads: whose fault they were is not known, and they count as none. */
  readonly creditsUnread: number
}

/**
 * The invoices in the order of the view. Corrected is what was voided, billed again by an invoice that names it or plainly
 * stands for it on its papers, or raised by a debit note; a
 * chargeback corrects nothing. A credit is for an error of ours where its reason is, or its code stands for, an upstream cause.
 *
 * @param books - two views of the same facts
 * @law a fault that is known is never forgotten
 * @category projections
 * @since 0.1.0
 */
export const invoiceRecords = (
  { ledger, causes }: CauseBooks,
  at: PointInTime,
  tables: ReasonTables,
): ReadonlyArray<InvoiceRecord> => {
  const disputes = groupedBy(disputeRegister(ledger, at), ({ subject }) => subject)
  const replaced = new Map<AccountFile, ReadonlyMap<string, number>>()
  return [...ledger.subjects.entries()].flatMap(([index, subject]) => {
    const file = causes.accounts.get(subject.entity)?.get(subject.customer)
    if (subject.documentKind !== 'invoice' || file === undefined) return []
    const notes = knownBy(file.documents.get(subject.id), at)
    const issued = notes.find((note): note is CauseNote<InvoiceIssued> => isIssueOf(note, subject.id))
    if (issued === undefined) return []
    let replacements = replaced.get(file)
    if (replacements === undefined) replaced.set(file, (replacements = replacementsIn(file, at)))
    const replacedAt = replacements.get(subject.id) ?? unnamedRebillAt({ file, at }, issued, notes)
    const credits = creditsIn(notes, subject, tables)
    return {
      subject: index,
      documentId: subject.id,
      customer: subject.customer,
      currency: subject.currency,
      issuedOn: subject.on,
      billedMinor: issued.fact.totals.payableMinor,
      ...(subject.salesRepId === undefined ? {} : { salesRepId: subject.salesRepId }),
      ...(issued.fact.references?.preceding === undefined ? {} : { replaces: issued.fact.references.preceding }),
      faults: [
        ...wonDisputes(disputes.get(index) ?? []),
        ...corrections(notes, file, replacedAt === undefined ? [] : [replacedAt]),
        ...credits.faults,
        ...rejections(notes),
      ],
      creditsUnread: credits.unread,
    }
  })
}

/** A re-bill stands in the file of what it replaces as well. */
const isIssueOf = ({ fact }: CauseNote, documentId: string): boolean =>
  fact._tag === 'InvoiceIssued' && (fact as InvoiceIssued).documentId === documentId

/** By the number of an invoice, the fact that issued the one in its place. */
const replacementsIn = (file: AccountFile, at: PointInTime): ReadonlyMap<string, number> => {
  const replacements = new Map<string, number>()
  for (const [documentId, notes] of file.documents)
    for (const { fact, position } of knownBy(notes, at)) {
      if (fact._tag !== 'InvoiceIssued') continue
      const invoice = fact as InvoiceIssued
      const preceding = invoice.documentId === documentId ? invoice.references?.preceding : undefined
      if (preceding !== undefined && !replacements.has(preceding)) replacements.set(preceding, position)
    }
  return replacements
}

/** The fact of the invoice that was billed in its place without naming it, where the papers leave no doubt. */
const unnamedRebillAt = (
  account: { readonly file: AccountFile; readonly at: PointInTime },
  issued: CauseNote<InvoiceIssued>,
  notes: ReadonlyArray<CauseNote>,
): number | undefined => {
  const credits = notes.filter((note): note is CauseNote<CreditNoteIssued> => note.fact._tag === 'CreditNoteIssued')
  if (credits.length === 0) return undefined
  const found = rebillOf(account, issued, credits)
  return found?.original.position === issued.position ? found.rebill.position : undefined
}

const wonDisputes = (disputes: ReadonlyArray<RegisteredDispute>): ReadonlyArray<FaultShown> =>
  disputes
    .filter(({ outcome }) => outcome === 'accepted' || outcome === 'partly-accepted')
    .map(({ positions }) => ({ fault: 'disputed', positions }))

const corrections = (
  notes: ReadonlyArray<CauseNote>,
  file: AccountFile,
  replacedAt: ReadonlyArray<number>,
): ReadonlyArray<FaultShown> => {
  const corrected = notes.filter(
    ({ fact }) =>
      fact._tag === 'InvoiceVoided' ||
      (fact._tag === 'DebitNoteIssued' && !isChargeback(fact as DebitNoteIssued, file)),
  )
  return [...corrected.map(({ position }) => position), ...replacedAt].map((position) => ({
    fault: 'corrected',
    positions: [position],
  }))
}

const isChargeback = ({ documentId }: DebitNoteIssued, file: AccountFile): boolean =>
  (file.documents.get(documentId) ?? []).some(({ fact }) => fact._tag === 'ChargebackItemRaised')

const creditsIn = (
  notes: ReadonlyArray<CauseNote>,
  { customer }: Subject,
  tables: ReasonTables,
): { readonly faults: ReadonlyArray<FaultShown>; readonly unread: number } => {
  const causesOfDeductions = new Map(
    notes.flatMap(({ fact }) =>
      fact._tag === 'DeductionRecorded' ? [[(fact as DeductionRecorded).deductionId, fact as DeductionRecorded]] : [],
    ),
  )
  const acceptedCause = (creditNoteId: string): string | undefined => {
    const accepted = notes.find(
      ({ fact }) => fact._tag === 'DeductionAccepted' && 'creditNoteId' in fact && fact.creditNoteId === creditNoteId,
    )?.fact
    return accepted !== undefined && 'deductionId' in accepted
      ? causesOfDeductions.get(accepted.deductionId as string)?.cause
      : undefined
  }
  const read = notes
    .filter((note): note is CauseNote<CreditNoteIssued> => note.fact._tag === 'CreditNoteIssued')
    .map(({ fact, position }) => ({
      position,
      entry: causeEntry(
        tables.taxonomy,
        causeSaid(acceptedCause(fact.documentId) ?? fact.reason, customer, tables).cause,
      ),
    }))
  return {
    faults: read.flatMap(({ position, entry }) =>
      entry.upstream ? [{ fault: 'credited' as const, positions: [position] }] : [],
    ),
    unread: read.filter(({ entry }) => entry.cause === 'unknown').length,
  }
}

const rejections = (notes: ReadonlyArray<CauseNote>): ReadonlyArray<FaultShown> =>
  notes
    .filter((note): note is CauseNote<InvoiceRejected> => note.fact._tag === 'InvoiceRejected')
    .map(({ fact, position }) => ({ fault: 'rejected', code: fact.code ?? fact.reason, positions: [position] }))
