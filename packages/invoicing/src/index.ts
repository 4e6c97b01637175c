export { invoicingCodecs } from './codec.js'
export { paymentTermsCodec } from './codec/terms.js'
export type {
  AssignDispute,
  ChangeDueDate,
  DraftAdjustment,
  DraftDocument,
  DraftLine,
  InvoicingCommand,
  IssueCreditNote,
  IssueDebitNote,
  IssueInvoice,
  RaiseDispute,
  RecordDelivery,
  ResolveDispute,
  SubstantiateDispute,
  TagDisputeCause,
  TaxRounding,
  VoidInvoice,
} from './commands.js'
export type {
  AcceptOrder,
  AgreePrice,
  ConfirmRootCause,
  RecordGoodsDelivered,
  UpstreamCommand,
} from './commands/upstream.js'
export type { InvoicingContext, Settlement } from './context.js'
export type { InvoicingDecided } from './decided.js'
export { decideInvoicing } from './decide.js'
export { dueOnReceipt, netDays } from './decide/issue-invoice.js'
export type {
  CreditNoteIssued,
  DebitNoteIssued,
  DisputeAssigned,
  DisputeCauseTagged,
  DisputeRaised,
  DisputeResolved,
  DisputeSubstantiated,
  DueDateChanged,
  InvoiceBounced,
  InvoiceDelivered,
  InvoiceIssued,
  InvoiceRejected,
  InvoiceViewed,
  InvoiceVoided,
  InvoicingFact,
} from './events.js'
export type { GoodsDelivered, OrderAccepted, PriceAgreed, RootCauseConfirmed, UpstreamFact } from './events/upstream.js'
export { evolveInvoicing } from './evolve.js'
export type {
  Adjustment,
  DeliveryLine,
  DiscountOffer,
  DiscountTaxMode,
  DiscountTerm,
  DiscountTier,
  DisputeClass,
  DisputeOutcome,
  DocumentBody,
  DocumentId,
  DocumentKind,
  DueRule,
  Instalment,
  Line,
  OrderLine,
  PaymentTerms,
  References,
  Share,
  Tax,
  TaxGroup,
  TermPart,
  Totals,
} from './model.js'
export {
  compareThreeWays,
  type Discrepancy,
  type DiscrepancyKind,
  type ExpectedBy,
  type ThreeWays,
} from './policies/compare-three-ways.js'
export { creditableMinor, creditCapBroken } from './policies/credit-cap.js'
export { type CreditedCase, type CreditValues, creditValues } from './policies/credit-values.js'
export { withRestOfTax } from './policies/credit-tax.js'
export { alwaysReducedPercent, discountOffer } from './policies/discount-offer.js'
export {
  type DocumentProblem,
  documentTotals,
  lineTax,
  noTax,
  sameTax,
  type WorkedDocument,
} from './policies/document-totals.js'
export { dueDate, shiftedDueDate, type TermDates } from './policies/due-date.js'
export { type CreditOffset, creditOffsets } from './policies/credit-offsets.js'
export { instalmentsOf, type TermAmounts } from './policies/instalments.js'
export { unusableTerms } from './policies/usable-terms.js'
export type {
  CauseRequired,
  CreditDoesNotSettle,
  CurrencyMismatch,
  DeliveryAlreadyRecorded,
  DisputeAlreadyRaised,
  DisputeNotOpen,
  DisputeUnknown,
  DocumentAlreadyIssued,
  DocumentUnknown,
  DocumentVoided,
  DueBeforeIssue,
  DueDateUnchanged,
  InstalmentUnknown,
  InvalidDispute,
  InvalidDocument,
  InvalidTerms,
  InvalidUpstream,
  InvoicingRejection,
  OrderAlreadyAccepted,
  OverCredited,
  OverDisputed,
  PriceAlreadyAgreed,
  TooEarly,
  VoidNotAllowed,
  WrongDocumentKind,
} from './rejections.js'
export {
  type DisputeRecord,
  type DocumentRecord,
  initialInvoicing,
  type InvoicingState,
  type LineRecord,
  type TaxGroupRecord,
} from './state.js'
