/**
 * What a fact does to the memory of documents. Total over all history; refuses nothing.
 */
import {
  earlierOf,
  itemBaseOf,
  keyedDelete,
  keyedGet,
  keyedSet,
  laterOf,
  type LocalDate,
  sourceBaseOf,
} from '@quittance/kernel'
import type {
  CreditNoteIssued,
  DebitNoteIssued,
  DisputeCauseTagged,
  DisputeRaised,
  DisputeResolved,
  DueDateChanged,
  InvoiceIssued,
  InvoicingFact,
} from './events.js'
import type { DocumentRecord, InvoicingState } from './state.js'
import { sameTax } from './policies/document-totals.js'

/**
 * Write one fact into the draft.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const evolveInvoicing = (draft: InvoicingState, fact: InvoicingFact): void => {
  switch (fact._tag) {
    case 'InvoiceIssued':
    case 'DebitNoteIssued':
      return issued(draft, fact)
    case 'CreditNoteIssued':
      return credited(draft, fact)
    case 'InvoiceVoided':
      return change(draft, fact.documentId, fact.on, (document) => {
        document.voided = true
        document.disputedMinor = 0
      })
    case 'DueDateChanged':
      return dueDateChanged(draft, fact)
    case 'InvoiceDelivered':
    case 'InvoiceViewed':
      return change(draft, fact.documentId, fact.on, (document) => {
        document.deliveredOn = document.deliveredOn === undefined ? fact.on : earlierOf(document.deliveredOn, fact.on)
      })
    case 'InvoiceBounced':
    case 'InvoiceRejected':
    case 'RootCauseConfirmed':
      return change(draft, fact.documentId, fact.on, () => undefined)
    case 'DisputeRaised':
      return disputeRaised(draft, fact)
    case 'DisputeSubstantiated':
    case 'DisputeAssigned':
      return change(draft, fact.documentId, fact.on, () => undefined)
    case 'DisputeCauseTagged':
      return causeTagged(draft, fact)
    case 'DisputeResolved':
      return disputeResolved(draft, fact)
    case 'OrderAccepted':
      return keyedSet(draft.orders, fact.orderId, fact.on)
    case 'GoodsDelivered':
      return keyedSet(draft.deliveries, fact.deliveryId, fact.on)
    case 'PriceAgreed':
      return keyedSet(draft.prices, fact.agreementId, fact.on)
  }
}

const change = (
  draft: InvoicingState,
  documentId: string,
  on: LocalDate,
  write: (document: DocumentRecord) => void,
): void => {
  const document = keyedGet(draft.documents, documentId)
  if (document === undefined) return
  write(document)
  document.lastOn = laterOf(document.lastOn, on)
}

const recordOf = (
  fact: InvoiceIssued | DebitNoteIssued | CreditNoteIssued,
  parts: Pick<DocumentRecord, 'kind' | 'payableMinor' | 'instalments' | 'discount' | 'offsetMinor'>,
): DocumentRecord => ({
  documentId: fact.documentId,
  kind: parts.kind,
  currency: fact.currency,
  issuedOn: fact.on,
  references: fact.references === undefined ? undefined : { ...fact.references },
  precedingId: fact._tag === 'InvoiceIssued' ? undefined : fact.precedingId,
  netMinor: fact.totals.netMinor,
  grossMinor: fact.totals.grossMinor,
  payableMinor: parts.payableMinor,
  instalments: parts.instalments,
  discount: parts.discount,
  lines: fact.lines.map(({ lineNo, netMinor, tax }) => ({ lineNo, netMinor, tax, creditedMinor: 0 })),
  taxGroups: fact.taxGroups.map(({ tax, baseMinor, taxMinor }) => ({
    tax,
    baseMinor,
    taxMinor,
    creditedBaseMinor: 0,
    creditedTaxMinor: 0,
  })),
  creditedMinor: 0,
  offsetMinor: parts.offsetMinor,
  exchange: fact.exchange,
  offsetBaseMinor: fact._tag === 'CreditNoteIssued' ? sourceBaseOf(fact.offsetExchange) : 0,
  voided: false,
  deliveredOn: undefined,
  disputedMinor: 0,
  settles: undefined,
  lastOn: fact.on,
})

const issued = (draft: InvoicingState, fact: InvoiceIssued | DebitNoteIssued): void =>
  keyedSet(
    draft.documents,
    fact.documentId,
    recordOf(fact, {
      kind: fact._tag === 'InvoiceIssued' ? 'invoice' : 'debit-note',
      payableMinor: fact.totals.payableMinor,
      instalments: fact.instalments.slice(),
      discount: fact._tag === 'InvoiceIssued' ? fact.discount : undefined,
      offsetMinor: 0,
    }),
  )

const credited = (draft: InvoicingState, fact: CreditNoteIssued): void => {
  keyedSet(
    draft.documents,
    fact.documentId,
    recordOf(fact, {
      kind: 'credit-note',
      payableMinor: fact.totals.grossMinor,
      instalments: [],
      discount: undefined,
      offsetMinor: fact.offsetMinor,
    }),
  )
  if (fact.precedingId === undefined) return
  change(draft, fact.precedingId, fact.on, (document) => {
    document.creditedMinor += fact.totals.grossMinor
    document.offsetMinor += fact.offsetMinor
    document.offsetBaseMinor += itemBaseOf(fact.offsetExchange)
    for (const group of fact.taxGroups) {
      const own = document.taxGroups.find(({ tax }) => sameTax(tax, group.tax))
      if (own === undefined) continue
      own.creditedBaseMinor += group.baseMinor
      own.creditedTaxMinor += group.taxMinor
    }
    for (const line of fact.lines) {
      const own = document.lines.find(({ lineNo }) => lineNo === line.creditsLineNo)
      if (own !== undefined) own.creditedMinor += line.netMinor
    }
  })
}

const dueDateChanged = (draft: InvoicingState, fact: DueDateChanged): void =>
  change(draft, fact.documentId, fact.on, (document) => {
    document.instalments = document.instalments.map((instalment) =>
      instalment.no === fact.instalmentNo ? { ...instalment, dueOn: fact.to } : instalment,
    )
  })

const disputeRaised = (draft: InvoicingState, fact: DisputeRaised): void => {
  const { disputeId, documentId, disputedMinor, cause, on } = fact
  keyedSet(draft.openDisputes, disputeId, { disputeId, documentId, raisedOn: on, disputedMinor, cause, causeOn: on })
  change(draft, documentId, fact.on, (document) => {
    document.disputedMinor += disputedMinor
  })
}

const causeTagged = (draft: InvoicingState, fact: DisputeCauseTagged): void => {
  const dispute = keyedGet(draft.openDisputes, fact.disputeId)
  if (dispute !== undefined && fact.on >= dispute.causeOn) {
    dispute.cause = fact.cause
    dispute.causeOn = fact.on
  }
  change(draft, fact.documentId, fact.on, () => undefined)
}

const disputeResolved = (draft: InvoicingState, fact: DisputeResolved): void => {
  const { disputeId, documentId, releasedMinor } = fact
  const raised = keyedGet(draft.openDisputes, disputeId)
  keyedDelete(draft.openDisputes, disputeId)
  keyedSet(draft.endedDisputes, disputeId, {
    disputeId,
    documentId,
    raisedOn: raised?.raisedOn ?? fact.on,
    disputedMinor: releasedMinor,
    cause: raised?.cause ?? 'unknown',
    causeOn: raised?.causeOn ?? fact.on,
  })
  if (fact.creditNoteId !== undefined)
    change(draft, fact.creditNoteId, fact.on, (credit) => {
      credit.settles = disputeId
    })
  change(draft, documentId, fact.on, (document) => {
    document.disputedMinor -= releasedMinor
  })
}
