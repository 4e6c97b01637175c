/** What a fact brings into the world and what it refers to, by kind and id. */
import type {
  CardPaymentReversed,
  CashTransferRecalled,
  DifferenceFact,
  PaymentMatched,
  ReceiptReturned,
  RefundCancelled,
  Refunded,
  WriteOffReversed,
  WrittenOff,
} from '@quittance/cash-application'
import type { DunningFact } from '@quittance/dunning'
import type { DisputeAssigned, DisputeCauseTagged, DisputeResolved, DisputeSubstantiated } from '@quittance/invoicing'
import type { PromisesFact } from '@quittance/promises-to-pay'
import type { AccountFact } from '@quittance/receivables'
import { contacted, madeByDunning } from './dunning-references.js'
import { isDunningFact } from './dunning-facts.js'
import { isPromiseFact } from './promise-facts.js'

/** A name of something that a fact makes or refers to. @category laws @since 0.1.0 */
export type Reference =
  `${'document' | 'receipt' | 'application' | 'refund' | 'write-off' | 'transfer' | 'dispute' | 'deduction' | 'chargeback' | 'netting' | 'promise' | 'touch' | 'notice' | 'hold' | 'demand' | 'placement'}:${string}`

/** What exists from this fact on; an application that is put back stands since then. @category laws @since 0.1.0 */
export const madeBy = (fact: AccountFact): ReadonlyArray<Reference> => {
  if (isDunningFact(fact)) return madeByDunning(fact)
  switch (fact._tag) {
    case 'InvoiceIssued':
    case 'DebitNoteIssued':
    case 'CreditNoteIssued':
      return [`document:${fact.documentId}`]
    case 'DisputeRaised':
      return [`dispute:${fact.disputeId}`]
    case 'PromiseMade':
      return [`promise:${fact.promiseId}`]
    case 'ReceiptRecorded':
      return [`receipt:${fact.receiptId}`]
    case 'CashTransferredIn':
      return [`receipt:${fact.receiptId}`, `transfer:${fact.transferId}`]
    case 'CashTransferredOut':
      return [`transfer:${fact.transferId}`]
    case 'CashApplied':
    case 'CreditApplied':
      return [`application:${fact.applicationId}`]
    case 'ReturnCancelled':
      return fact.reapplied.map(({ applicationId }): Reference => `application:${applicationId}`)
    case 'Refunded':
      return [`refund:${fact.refundId}`]
    case 'WrittenOff':
      return [`write-off:${fact.writeOffId}`]
    case 'DeductionRecorded':
      return [`deduction:${fact.deductionId}`]
    case 'ChargebackItemRaised':
      return [`chargeback:${fact.chargebackId}`]
    case 'Netted':
      return [`netting:${fact.nettingId}`]
    default:
      return []
  }
}

const documents = (...ids: ReadonlyArray<string | undefined>): ReadonlyArray<Reference> =>
  ids.flatMap((id): ReadonlyArray<Reference> => (id === undefined ? [] : [`document:${id}`]))

const matched = ({ receiptId, applicationIds, answered }: PaymentMatched): ReadonlyArray<Reference> => [
  `receipt:${receiptId}`,
  ...applicationIds.map((id): Reference => `application:${id}`),
  ...documents(...answered.chosen.itemIds),
]

const receipts = (...ids: ReadonlyArray<string>): ReadonlyArray<Reference> =>
  ids.map((id): Reference => `receipt:${id}`)

/** A verdict names the money that proves it; what supersedes a promise comes after it. */
const promised = (fact: PromisesFact): ReadonlyArray<Reference> => {
  if (fact._tag === 'PromiseMade')
    return [...documents(...fact.items.map(({ itemId }) => itemId)), ...receipts(...(fact.receivedBefore ?? []))]
  const own: Reference = `promise:${fact.promiseId}`
  if (fact._tag === 'PromiseReopened' && fact.because.receiptId !== undefined)
    return [own, ...receipts(fact.because.receiptId)]
  return 'counted' in fact ? [own, ...receipts(...fact.counted.map(({ receiptId }) => receiptId))] : [own]
}

/** What begins something; and what happened upstream or is advised by a payer, which may name what nobody has heard of yet. */
const beginnings = [
  'AccountOpened',
  'AccountClosed',
  'AccountReopened',
  'InvoiceIssued',
  'ReceiptRecorded',
  'CashTransferredIn',
  'OrderAccepted',
  'GoodsDelivered',
  'PriceAgreed',
  'RemittanceRecorded',
] as const
type Beginning = Extract<AccountFact, { readonly _tag: (typeof beginnings)[number] }>

const isBeginning = (fact: AccountFact): fact is Beginning => (beginnings as ReadonlyArray<string>).includes(fact._tag)

/** What must have been there by the day of this fact. @category laws @since 0.1.0 */
export const referredToBy = (fact: AccountFact): ReadonlyArray<Reference> => {
  if (isPromiseFact(fact)) return promised(fact)
  return isDunningFact(fact) ? contacted(fact) : ledgerReferences(fact)
}

type FactOfMoney = Exclude<AccountFact, PromisesFact | DunningFact>

const ledgerReferences = (fact: FactOfMoney): ReadonlyArray<Reference> => {
  if (isBeginning(fact)) return []
  switch (fact._tag) {
    case 'DebitNoteIssued':
    case 'CreditNoteIssued':
      return documents(fact.precedingId)
    case 'InvoiceVoided':
    case 'DueDateChanged':
    case 'InvoiceDelivered':
    case 'InvoiceBounced':
    case 'InvoiceRejected':
    case 'InvoiceViewed':
    case 'DisputeRaised':
    case 'RootCauseConfirmed':
      return documents(fact.documentId)
    case 'DisputeSubstantiated':
    case 'DisputeAssigned':
    case 'DisputeCauseTagged':
    case 'DisputeResolved':
      return disputed(fact)
    case 'CashApplied':
      return [`receipt:${fact.receiptId}`, ...documents(fact.itemId)]
    case 'CashUnapplied':
      return [`receipt:${fact.receiptId}`, `application:${fact.applicationId}`, ...documents(fact.itemId)]
    case 'CreditApplied':
      return documents(fact.creditId, fact.itemId)
    case 'CreditUnapplied':
      return [`application:${fact.applicationId}`, ...documents(fact.creditId, fact.itemId)]
    case 'PaymentMatched':
      return matched(fact)
    case 'Refunded':
    case 'RefundCancelled':
      return refunded(fact)
    case 'WrittenOff':
    case 'WriteOffReversed':
      return writtenOff(fact)
    case 'CashTransferReturned':
      return [`receipt:${fact.receiptId}`, `transfer:${fact.transferId}`]
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
    case 'CashTransferRecalled':
      return takenBack(fact)
    case 'ReturnCancelled':
      return [`receipt:${fact.receiptId}`, ...documents(...fact.reapplied.map(({ itemId }) => itemId))]
    case 'PlacedOnAccount':
    case 'ReleasedFromAccount':
    case 'ReceiptVoided':
    case 'CashTransferredOut':
      return [`receipt:${fact.receiptId}`]
    default:
      return differences(fact)
  }
}

const disputed = (
  fact: DisputeSubstantiated | DisputeAssigned | DisputeCauseTagged | DisputeResolved,
): ReadonlyArray<Reference> => [
  `dispute:${fact.disputeId}`,
  ...documents(fact.documentId, fact._tag === 'DisputeResolved' ? fact.creditNoteId : undefined),
]

const refunded = (fact: Refunded | RefundCancelled): ReadonlyArray<Reference> => {
  if (fact._tag === 'RefundCancelled') return [`refund:${fact.refundId}`]
  return fact.source === 'receipt' ? [`receipt:${fact.sourceId}`] : documents(fact.sourceId)
}

const takenBack = (fact: ReceiptReturned | CardPaymentReversed | CashTransferRecalled): ReadonlyArray<Reference> => [
  `receipt:${fact.receiptId}`,
  ...(fact._tag === 'CashTransferRecalled' ? [`transfer:${fact.transferId}` as const] : []),
  ...fact.released.map(({ applicationId }): Reference => `application:${applicationId}`),
]

const writtenOff = (fact: WrittenOff | WriteOffReversed): ReadonlyArray<Reference> => [
  ...documents(fact.itemId),
  ...(fact._tag === 'WriteOffReversed' ? [`write-off:${fact.writeOffId}` as const] : []),
  ...('applicationId' in fact ? [`application:${fact.applicationId}` as const] : []),
  ...(fact.deduction === undefined ? [] : [`deduction:${fact.deduction.deductionId}` as const]),
]

const differences = (fact: DifferenceFact): ReadonlyArray<Reference> => {
  switch (fact._tag) {
    case 'DeductionRecorded':
      return [
        ...documents(fact.itemId),
        ...(fact.receiptId === undefined ? [] : [`receipt:${fact.receiptId}` as const]),
      ]
    case 'DeductionAccepted':
    case 'DeductionRejected':
      return [`deduction:${fact.deductionId}`, ...documents(fact.itemId)]
    case 'ChargebackItemRaised':
      return documents(fact.itemId)
    case 'ChargebackItemCancelled':
      return [`chargeback:${fact.chargebackId}`, ...documents(fact.itemId, fact.chargebackId)]
    case 'Netted':
      return documents(...fact.lines.map(({ itemId }) => itemId))
    case 'NettingReversed':
      return [`netting:${fact.nettingId}`, ...documents(...fact.lines.map(({ itemId }) => itemId))]
  }
}
