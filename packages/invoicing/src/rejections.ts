/**
 * Why this room refuses, in order of precedence: where several apply, the first in this list is given.
 * Rank 1 the command's own words, rank 2 what it names, rank 3 time, rank 4 money.
 */
import type { InvalidExchange, LocalDate } from '@quittance/kernel'
import type { DocumentId } from './model.js'

/** A field of the command cannot be used as it stands. @category rejections @since 0.1.0 */
export interface InvalidDocument {
  readonly _tag: 'InvalidDocument'
  readonly documentId: DocumentId
  /** Where in the command, such as `lines[2].netMinor`. */
  readonly field: string
  readonly problem: string
}

/** A field of a command on a dispute cannot be used as it stands. @category rejections @since 0.1.0 */
export interface InvalidDispute {
  readonly _tag: 'InvalidDispute'
  readonly disputeId: string
  readonly field: string
  readonly problem: string
}

/** A field of what is to be recorded of an order, a delivery of goods or a price cannot be used as it stands. @category rejections @since 0.1.0 */
export interface InvalidUpstream {
  readonly _tag: 'InvalidUpstream'
  readonly kind: 'order' | 'delivery' | 'price'
  readonly id: string
  /** Where in the command, such as `lines[2].quantity`. */
  readonly field: string
  readonly problem: string
}

/** Terms that give no usable instalments. @category rejections @since 0.1.0 */
export interface InvalidTerms {
  readonly _tag: 'InvalidTerms'
  readonly documentId: DocumentId
  readonly problem: string
}

/** The number is taken by another document of this account. @category rejections @since 0.1.0 */
export interface DocumentAlreadyIssued {
  readonly _tag: 'DocumentAlreadyIssued'
  readonly documentId: DocumentId
}

/** The account has this order already. @category rejections @since 0.1.0 */
export interface OrderAlreadyAccepted {
  readonly _tag: 'OrderAlreadyAccepted'
  readonly orderId: string
}

/** The account has this delivery of goods already. @category rejections @since 0.1.0 */
export interface DeliveryAlreadyRecorded {
  readonly _tag: 'DeliveryAlreadyRecorded'
  readonly deliveryId: string
}

/** The account has this agreement on a price already. @category rejections @since 0.1.0 */
export interface PriceAlreadyAgreed {
  readonly _tag: 'PriceAlreadyAgreed'
  readonly agreementId: string
}

/** The account has no such document. @category rejections @since 0.1.0 */
export interface DocumentUnknown {
  readonly _tag: 'DocumentUnknown'
  readonly documentId: DocumentId
}

/** The document is of a kind that the command does not fit. @category rejections @since 0.1.0 */
export interface WrongDocumentKind {
  readonly _tag: 'WrongDocumentKind'
  readonly documentId: DocumentId
  readonly kind: string
  readonly wanted: string
}

/** The document was voided: nothing more happens to it. @category rejections @since 0.1.0 */
export interface DocumentVoided {
  readonly _tag: 'DocumentVoided'
  readonly documentId: DocumentId
}

/** The dispute id is taken. @category rejections @since 0.1.0 */
export interface DisputeAlreadyRaised {
  readonly _tag: 'DisputeAlreadyRaised'
  readonly disputeId: string
}

/** The account never had such a dispute. @category rejections @since 0.1.0 */
export interface DisputeUnknown {
  readonly _tag: 'DisputeUnknown'
  readonly disputeId: string
}

/** There is no such dispute, or it has ended. @category rejections @since 0.1.0 */
export interface DisputeNotOpen {
  readonly _tag: 'DisputeNotOpen'
  readonly disputeId: string
}

/** The document has no such instalment. @category rejections @since 0.1.0 */
export interface InstalmentUnknown {
  readonly _tag: 'InstalmentUnknown'
  readonly documentId: DocumentId
  readonly instalmentNo: number | undefined
}

/** The command's day lies before something that it builds on. @category rejections @since 0.1.0 */
export interface TooEarly {
  readonly _tag: 'TooEarly'
  readonly on: LocalDate
  readonly notBefore: LocalDate
}

/** The due day lies before the document. @category rejections @since 0.1.0 */
export interface DueBeforeIssue {
  readonly _tag: 'DueBeforeIssue'
  readonly documentId: DocumentId
  readonly dueOn: LocalDate
  readonly issuedOn: LocalDate
}

/** The instalment is due on that day already: nothing would change, and nothing would be recorded. @category rejections @since 0.1.0 */
export interface DueDateUnchanged {
  readonly _tag: 'DueDateUnchanged'
  readonly documentId: DocumentId
  readonly instalmentNo: number
}

/** The document may not be voided; a credit note for what is left to credit does it instead. @category rejections @since 0.1.0 */
export interface VoidNotAllowed {
  readonly _tag: 'VoidNotAllowed'
  readonly documentId: DocumentId
  readonly because: 'policy' | 'delivered' | 'touched'
  readonly creditInsteadMinor: number
}

/** The currency differs from that of the document it refers to. @category rejections @since 0.1.0 */
export interface CurrencyMismatch {
  readonly _tag: 'CurrencyMismatch'
  readonly expected: string
  readonly got: string
}

/** More would be credited than was invoiced: in total, in a tax group, or on a line. @category rejections @since 0.1.0 */
export interface OverCredited {
  readonly _tag: 'OverCredited'
  readonly documentId: DocumentId
  readonly scope: 'total' | 'tax-group' | 'line'
  readonly lineNo?: number
  readonly creditableMinor: number
  readonly askedMinor: number
}

/** More would be disputed than is open and undisputed. @category rejections @since 0.1.0 */
export interface OverDisputed {
  readonly _tag: 'OverDisputed'
  readonly documentId: DocumentId
  readonly disputableMinor: number
  readonly askedMinor: number
}

/** The credit note is not what settles the dispute: over another amount, for another document, in another currency, or it settled another one. @category rejections @since 0.1.0 */
export interface CreditDoesNotSettle {
  readonly _tag: 'CreditDoesNotSettle'
  readonly disputeId: string
  readonly creditNoteId: DocumentId
  readonly because: 'document' | 'currency' | 'settled-another' | 'amount'
  readonly disputedMinor: number
  readonly creditMinor: number
}

/** An error that could have been prevented is accepted only with its cause, and nobody has said it yet. @category rejections @since 0.1.0 */
export interface CauseRequired {
  readonly _tag: 'CauseRequired'
  readonly disputeId: string
}

/** Every refusal of this room. @category rejections @since 0.1.0 */
export type InvoicingRejection =
  | InvalidDocument
  | InvalidDispute
  | InvalidUpstream
  | InvalidTerms
  | InvalidExchange
  | DocumentAlreadyIssued
  | OrderAlreadyAccepted
  | DeliveryAlreadyRecorded
  | PriceAlreadyAgreed
  | DocumentUnknown
  | WrongDocumentKind
  | DocumentVoided
  | DisputeAlreadyRaised
  | DisputeUnknown
  | DisputeNotOpen
  | InstalmentUnknown
  | TooEarly
  | DueBeforeIssue
  | DueDateUnchanged
  | VoidNotAllowed
  | CurrencyMismatch
  | OverCredited
  | OverDisputed
  | CreditDoesNotSettle
  | CauseRequired
