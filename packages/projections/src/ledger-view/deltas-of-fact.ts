/**
 * What one fact adds to which measure of what. Facts carry their own amounts, so no other fact is needed to
 * read one, and any balance at any point in time is a sum of these.
 */
import {
  type CashFact,
  type DifferenceFact,
  receiptMinorOf,
  type ReleasedApplication,
  type TakenBack,
} from '@quittance/cash-application'
import type { DunningFact } from '@quittance/dunning'
import type { InvoicingFact } from '@quittance/invoicing'
import type { Fact } from '@quittance/kernel'
import type { PromisesFact } from '@quittance/promises-to-pay'
import type { Measure } from './measures.js'

/** A fact that moves balances or dates, or says what was promised of them and what we did about it. @category projections @since 0.1.0 */
export type LedgerFact = InvoicingFact | CashFact | PromisesFact | DunningFact

/** What a measure belongs to. @category projections @since 0.1.0 */
export type SubjectKind = 'item' | 'receipt' | 'credit-note'

/** So much more (or less) of a measure of a subject. @category projections @since 0.1.0 */
export interface Delta {
  readonly kind: SubjectKind
  readonly subjectId: string
  readonly measure: Measure
  readonly minor: number
}

type Emit = (kind: SubjectKind, subjectId: string, measure: Measure, minor: number) => void

/**
 * The deltas of a fact, none of them zero. A fact of another room has none.
 *
 * @law aging buckets less unapplied equal the balance of the account
 * @category projections
 * @since 0.1.0
 */
export const deltasOfFact = (fact: Fact): ReadonlyArray<Delta> => {
  const deltas: Array<Delta> = []
  emitDeltas(fact, (kind, subjectId, measure, minor) => {
    deltas.push({ kind, subjectId, measure, minor })
  })
  return deltas
}

/** The same without making a list: the form in which the view reads facts by the million. @internal */
export const emitDeltas = (fact: Fact, emit: Emit): void => {
  const emitSome: Emit = (kind, subjectId, measure, minor) => {
    if (minor !== 0) emit(kind, subjectId, measure, minor)
  }
  if (emitInvoicing(fact as InvoicingFact, emitSome)) return
  emitCash(fact as CashFact, emitSome)
}

const emitInvoicing = (fact: InvoicingFact, emit: Emit): boolean => {
  switch (fact._tag) {
    case 'InvoiceIssued':
    case 'DebitNoteIssued':
      emit('item', fact.documentId, 'owed', fact.totals.payableMinor)
      return true
    case 'CreditNoteIssued':
      emit('credit-note', fact.documentId, 'credit', fact.totals.grossMinor - fact.offsetMinor)
      if (fact.precedingId !== undefined) emit('item', fact.precedingId, 'credited', fact.offsetMinor)
      return true
    case 'InvoiceVoided':
      emit('item', fact.documentId, 'owed', -fact.payableMinor)
      return true
    case 'DisputeRaised':
      emit('item', fact.documentId, 'disputed', fact.disputedMinor)
      return true
    case 'DisputeResolved':
      emit('item', fact.documentId, 'disputed', -fact.releasedMinor)
      return true
    case 'DisputeSubstantiated':
    case 'DisputeAssigned':
    case 'DisputeCauseTagged':
    case 'DueDateChanged':
    case 'InvoiceDelivered':
    case 'InvoiceBounced':
    case 'InvoiceRejected':
    case 'InvoiceViewed':
    case 'OrderAccepted':
    case 'GoodsDelivered':
    case 'PriceAgreed':
    case 'RootCauseConfirmed':
      return true
    default:
      return false
  }
}

const emitCash = (fact: CashFact, emit: Emit): void => {
  switch (fact._tag) {
    case 'ReceiptRecorded':
    case 'CashTransferredIn':
      return emit('receipt', fact.receiptId, 'unapplied', fact.amountMinor)
    case 'CashApplied':
      emit('item', fact.itemId, 'paid', fact.amountMinor)
      emit('item', fact.itemId, 'discounted', fact.discount?.discountMinor ?? 0)
      return emit('receipt', fact.receiptId, 'unapplied', -receiptMinorOf(fact) - fact.pennyMinor)
    case 'CashUnapplied':
      emit('item', fact.itemId, 'paid', -fact.amountMinor)
      emit('item', fact.itemId, 'discounted', -fact.discountMinor)
      return emit('receipt', fact.receiptId, 'unapplied', receiptMinorOf(fact) + fact.pennyMinor)
    case 'CreditApplied':
      emit('item', fact.itemId, 'credited', fact.amountMinor)
      return emit('credit-note', fact.creditId, 'credit', -fact.amountMinor)
    case 'CreditUnapplied':
      emit('item', fact.itemId, 'credited', -fact.amountMinor)
      return emit('credit-note', fact.creditId, 'credit', fact.amountMinor)
    case 'PaymentMatched':
    case 'RemittanceRecorded':
      return
    case 'PlacedOnAccount':
      return moveOnAccount(fact.receiptId, fact.amountMinor, emit)
    case 'ReleasedFromAccount':
      return moveOnAccount(fact.receiptId, -fact.amountMinor, emit)
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
    case 'CashTransferRecalled':
      return takenBack(fact, emit)
    case 'ReturnCancelled':
      relink(fact.reapplied, 1, emit)
      return emit('receipt', fact.receiptId, 'unapplied', fact.returnedMinor - linkedMinor(fact.reapplied))
    case 'ReceiptVoided':
    case 'CashTransferredOut':
      return emit('receipt', fact.receiptId, 'unapplied', -fact.amountMinor)
    case 'CashTransferReturned':
      return emit('receipt', fact.receiptId, 'unapplied', fact.side === 'source' ? fact.amountMinor : -fact.amountMinor)
    case 'Refunded':
      return refunded(fact, -1, emit)
    case 'RefundCancelled':
      return refunded(fact, 1, emit)
    case 'WrittenOff':
      emit('item', fact.itemId, 'deducted', -(fact.deduction?.releasedMinor ?? 0))
      return emit('item', fact.itemId, 'written-off', fact.amountMinor)
    case 'WriteOffReversed':
      emit('item', fact.itemId, 'deducted', fact.deduction?.releasedMinor ?? 0)
      return emit('item', fact.itemId, 'written-off', -fact.amountMinor)
    default:
      return emitDifference(fact, emit)
  }
}

/** What is moved to a debit item of its own comes back on the books as that item is issued. */
const emitDifference = (fact: DifferenceFact, emit: Emit): void => {
  switch (fact._tag) {
    case 'DeductionRecorded':
      return emit('item', fact.itemId, 'deducted', fact.amountMinor)
    case 'DeductionAccepted':
    case 'DeductionRejected':
      return emit('item', fact.itemId, 'deducted', -fact.releasedMinor)
    case 'ChargebackItemRaised':
      return emit('item', fact.itemId, 'transferred', fact.amountMinor)
    case 'ChargebackItemCancelled':
      return emit('item', fact.itemId, 'transferred', -fact.amountMinor)
    case 'Netted':
    case 'NettingReversed':
      for (const { itemId, amountMinor } of fact.lines)
        emit('item', itemId, 'netted', fact._tag === 'Netted' ? amountMinor : -amountMinor)
      return
  }
}

const moveOnAccount = (receiptId: string, minor: number, emit: Emit): void => {
  emit('receipt', receiptId, 'unapplied', -minor)
  emit('receipt', receiptId, 'on-account', minor)
}

const takenBack = (fact: TakenBack, emit: Emit): void => {
  relink(fact.released, -1, emit)
  emit('receipt', fact.receiptId, 'unapplied', -fact.fromUnappliedMinor)
  emit('receipt', fact.receiptId, 'on-account', -fact.fromOnAccountMinor)
}

const relink = (links: ReadonlyArray<ReleasedApplication>, sign: 1 | -1, emit: Emit): void => {
  for (const { itemId, amountMinor, discountMinor } of links) {
    emit('item', itemId, 'paid', sign * amountMinor)
    emit('item', itemId, 'discounted', sign * discountMinor)
  }
}

const linkedMinor = (links: ReadonlyArray<ReleasedApplication>): number =>
  links.reduce((so, link) => so + receiptMinorOf(link) + link.pennyMinor, 0)

const refunded = (
  fact: Extract<CashFact, { readonly _tag: 'Refunded' | 'RefundCancelled' }>,
  sign: 1 | -1,
  emit: Emit,
): void => {
  if (fact.source === 'credit-note') return emit('credit-note', fact.sourceId, 'credit', sign * fact.amountMinor)
  emit('receipt', fact.sourceId, 'unapplied', sign * (fact.amountMinor - fact.fromOnAccountMinor))
  emit('receipt', fact.sourceId, 'on-account', sign * fact.fromOnAccountMinor)
}
