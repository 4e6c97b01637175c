/** Refusals as sentences: every tag with what it carries, so that nobody has to guess. */
import type { CreditDoesNotSettle } from '@quittance/invoicing'
import type { LedgerFailure } from '@quittance/receivables'
import { canonicalJson } from '@quittance/kernel'

/** A failure in one line: its name in words, then its data. @category model @since 0.1.0 */
export const describeLedgerFailure = (failure: LedgerFailure): string => {
  switch (failure._tag) {
    case 'CommandIdReused':
      return 'is in the ledger already, with other content'
    case 'DocumentAlreadyIssued':
      return `document ${failure.documentId} is in the ledger already`
    case 'NumberTaken':
      return `${failure.kind} ${failure.id} is in the account of ${failure.byCustomer} already`
    case 'InvalidDocument':
      return `${failure.field}: ${failure.problem}`
    case 'DueBeforeIssue':
      return `due day ${failure.dueOn} lies before the document's day ${failure.issuedOn}`
    case 'TooEarly':
      return `day ${failure.on} lies before ${failure.notBefore}, on which it builds`
    case 'NotFound':
      return `no ${failure.kind} ${failure.id} in the account`
    case 'OverApplied':
      return `${failure.itemId} has ${failure.openMinor} minor units open, ${failure.askedMinor} were to be applied`
    case 'NotEnoughFree':
      return `${failure.kind} ${failure.id} has ${failure.freeMinor} minor units free, ${failure.askedMinor} were asked for`
    case 'DisputeAlreadyRaised':
      return `dispute ${failure.disputeId} is in the account already`
    case 'DisputeUnknown':
      return `no dispute ${failure.disputeId} in the account`
    case 'DisputeNotOpen':
      return `no open dispute ${failure.disputeId} in the account`
    case 'InvalidDispute':
      return `dispute ${failure.disputeId}, ${failure.field}: ${failure.problem}`
    case 'CreditDoesNotSettle':
      return `dispute ${failure.disputeId}: credit note ${failure.creditNoteId} does not settle it, ${unsettled(failure)}`
    case 'CauseRequired':
      return `dispute ${failure.disputeId}: an error that could have been prevented is accepted only with its cause; tag it first`
    case 'OverDisputed':
      return `${failure.documentId} has ${failure.disputableMinor} minor units open and not in dispute, ${failure.askedMinor} were to be disputed`
    case 'DemandNotReady':
      return `the final demand must not go out: ${failure.faults.map((fault) => fault.replaceAll('-', ' ')).join(', ')}`
    case 'PlacementNotReady':
      return `not placed: ${failure.held.map(({ itemId, reason }) => `${itemId} (${reason.replaceAll('-', ' ')})`).join(', ')}`
    default: {
      const { _tag, ...data } = failure
      const words = _tag.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
      return `${words} ${canonicalJson(data)}`
    }
  }
}

const unsettled = ({ because, disputedMinor, creditMinor }: CreditDoesNotSettle): string => {
  switch (because) {
    case 'document':
      return 'it was issued for another document'
    case 'currency':
      return 'it is in another currency'
    case 'settled-another':
      return 'it settled another dispute'
    case 'amount':
      return `it is over ${creditMinor} minor units, ${disputedMinor} are in dispute`
  }
}
