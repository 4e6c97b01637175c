/** Which room a command or a fact belongs to: one table each, closed by the compiler. */
import type { CashCommand, CashFact } from '@quittance/cash-application'
import type { DunningCommand, DunningFact } from '@quittance/dunning'
import type { InvoicingCommand, InvoicingFact } from '@quittance/invoicing'
import type { PromisesCommand, PromisesFact } from '@quittance/promises-to-pay'
import type { AccountLifeCommand, AccountLifeFact } from './life.js'

/** A room of the account. @category model @since 0.1.0 */
export type Room = 'account' | 'invoicing' | 'cash-application' | 'promises-to-pay' | 'dunning'

const roomOfCommandTag: {
  readonly [Tag in AccountLifeCommand['_tag']]: 'account'
} & { readonly [Tag in InvoicingCommand['_tag']]: 'invoicing' } & {
  readonly [Tag in CashCommand['_tag']]: 'cash-application'
} & { readonly [Tag in PromisesCommand['_tag']]: 'promises-to-pay' } & {
  readonly [Tag in DunningCommand['_tag']]: 'dunning'
} = {
  OpenAccount: 'account',
  CloseAccount: 'account',
  ReopenAccount: 'account',
  IssueInvoice: 'invoicing',
  IssueDebitNote: 'invoicing',
  IssueCreditNote: 'invoicing',
  VoidInvoice: 'invoicing',
  ChangeDueDate: 'invoicing',
  RecordDelivery: 'invoicing',
  RaiseDispute: 'invoicing',
  SubstantiateDispute: 'invoicing',
  AssignDispute: 'invoicing',
  TagDisputeCause: 'invoicing',
  ResolveDispute: 'invoicing',
  AcceptOrder: 'invoicing',
  RecordGoodsDelivered: 'invoicing',
  AgreePrice: 'invoicing',
  ConfirmRootCause: 'invoicing',
  RecordReceipt: 'cash-application',
  RecordRemittance: 'cash-application',
  ApplyCash: 'cash-application',
  ApplyCredit: 'cash-application',
  RecordMatch: 'cash-application',
  Unapply: 'cash-application',
  PlaceOnAccount: 'cash-application',
  ReleaseFromAccount: 'cash-application',
  ReturnReceipt: 'cash-application',
  ReverseCardPayment: 'cash-application',
  CancelReturn: 'cash-application',
  VoidReceipt: 'cash-application',
  Refund: 'cash-application',
  CancelRefund: 'cash-application',
  WriteOff: 'cash-application',
  ReverseWriteOff: 'cash-application',
  TransferCashOut: 'cash-application',
  TransferCashIn: 'cash-application',
  ReturnCashTransfer: 'cash-application',
  RecallCashTransfer: 'cash-application',
  RecordDeduction: 'cash-application',
  AcceptDeduction: 'cash-application',
  RejectDeduction: 'cash-application',
  RaiseChargeback: 'cash-application',
  CancelChargeback: 'cash-application',
  NetAgainstPayables: 'cash-application',
  ReverseNetting: 'cash-application',
  MakePromise: 'promises-to-pay',
  MakePromisePlan: 'promises-to-pay',
  SupersedePromise: 'promises-to-pay',
  ConfirmPromise: 'promises-to-pay',
  WithdrawPromise: 'promises-to-pay',
  AssessPromises: 'promises-to-pay',
  RecordTouch: 'dunning',
  RecordExcuse: 'dunning',
  ReviewCall: 'dunning',
  AssignCollector: 'dunning',
  ReportDistressSign: 'dunning',
  RecordOrderPlaced: 'dunning',
  RunDunning: 'dunning',
  RunCampaign: 'dunning',
  GiveNotice: 'dunning',
  ClaimNotice: 'dunning',
  ReportNoticeSent: 'dunning',
  ReportNoticeFailed: 'dunning',
  IgnoreNotice: 'dunning',
  PlaceHold: 'dunning',
  LiftHold: 'dunning',
  AssignLadder: 'dunning',
  SendFinalDemand: 'dunning',
  CarryOutConsequence: 'dunning',
  PlaceWithAgency: 'dunning',
  RecallFromAgency: 'dunning',
  RecordAgencyRemittance: 'dunning',
  BillInterest: 'dunning',
  ChargeNoticeFee: 'dunning',
}

const roomOfFactTag: { readonly [Tag in AccountLifeFact['_tag']]: 'account' } & {
  readonly [Tag in InvoicingFact['_tag']]: 'invoicing'
} & { readonly [Tag in CashFact['_tag']]: 'cash-application' } & {
  readonly [Tag in PromisesFact['_tag']]: 'promises-to-pay'
} & { readonly [Tag in DunningFact['_tag']]: 'dunning' } = {
  AccountOpened: 'account',
  AccountClosed: 'account',
  AccountReopened: 'account',
  InvoiceIssued: 'invoicing',
  DebitNoteIssued: 'invoicing',
  CreditNoteIssued: 'invoicing',
  InvoiceVoided: 'invoicing',
  DueDateChanged: 'invoicing',
  InvoiceDelivered: 'invoicing',
  InvoiceBounced: 'invoicing',
  InvoiceRejected: 'invoicing',
  InvoiceViewed: 'invoicing',
  DisputeRaised: 'invoicing',
  DisputeSubstantiated: 'invoicing',
  DisputeAssigned: 'invoicing',
  DisputeCauseTagged: 'invoicing',
  DisputeResolved: 'invoicing',
  OrderAccepted: 'invoicing',
  GoodsDelivered: 'invoicing',
  PriceAgreed: 'invoicing',
  RootCauseConfirmed: 'invoicing',
  ReceiptRecorded: 'cash-application',
  RemittanceRecorded: 'cash-application',
  CashApplied: 'cash-application',
  CashUnapplied: 'cash-application',
  CreditApplied: 'cash-application',
  CreditUnapplied: 'cash-application',
  PaymentMatched: 'cash-application',
  PlacedOnAccount: 'cash-application',
  ReleasedFromAccount: 'cash-application',
  ReceiptReturned: 'cash-application',
  CardPaymentReversed: 'cash-application',
  ReturnCancelled: 'cash-application',
  ReceiptVoided: 'cash-application',
  Refunded: 'cash-application',
  RefundCancelled: 'cash-application',
  WrittenOff: 'cash-application',
  WriteOffReversed: 'cash-application',
  CashTransferredOut: 'cash-application',
  CashTransferredIn: 'cash-application',
  CashTransferReturned: 'cash-application',
  CashTransferRecalled: 'cash-application',
  DeductionRecorded: 'cash-application',
  DeductionAccepted: 'cash-application',
  DeductionRejected: 'cash-application',
  ChargebackItemRaised: 'cash-application',
  ChargebackItemCancelled: 'cash-application',
  Netted: 'cash-application',
  NettingReversed: 'cash-application',
  PromiseMade: 'promises-to-pay',
  PromiseConfirmed: 'promises-to-pay',
  PromiseSuperseded: 'promises-to-pay',
  PromiseWithdrawn: 'promises-to-pay',
  PromiseKept: 'promises-to-pay',
  PromisePartlyKept: 'promises-to-pay',
  PromiseBroken: 'promises-to-pay',
  PromiseVoided: 'promises-to-pay',
  PromiseReopened: 'promises-to-pay',
  TouchRecorded: 'dunning',
  ExcuseGiven: 'dunning',
  CallReviewed: 'dunning',
  CollectorAssigned: 'dunning',
  DistressSignReported: 'dunning',
  OrderPlaced: 'dunning',
  NoticeDue: 'dunning',
  NoticeClaimed: 'dunning',
  NoticeSent: 'dunning',
  NoticeFailed: 'dunning',
  NoticeIgnored: 'dunning',
  HoldPlaced: 'dunning',
  HoldLifted: 'dunning',
  LadderAssigned: 'dunning',
  FinalDemandSent: 'dunning',
  ConsequenceCarriedOut: 'dunning',
  PlacedWithAgency: 'dunning',
  Recalled: 'dunning',
  AgencyRemitted: 'dunning',
  InterestBilled: 'dunning',
  NoticeFeeCharged: 'dunning',
}

/** @internal */
export const isInvoicingCommand = (command: {
  readonly _tag: keyof typeof roomOfCommandTag
}): command is InvoicingCommand => roomOfCommandTag[command._tag] === 'invoicing'

/** @internal */
export const isCashCommand = (command: { readonly _tag: keyof typeof roomOfCommandTag }): command is CashCommand =>
  roomOfCommandTag[command._tag] === 'cash-application'

/** @internal */
export const isPromisesCommand = (command: {
  readonly _tag: keyof typeof roomOfCommandTag
}): command is PromisesCommand => roomOfCommandTag[command._tag] === 'promises-to-pay'

/** @internal */
export const isDunningCommand = (command: {
  readonly _tag: keyof typeof roomOfCommandTag
}): command is DunningCommand => roomOfCommandTag[command._tag] === 'dunning'

/** @internal */
export const roomOfFact = (fact: { readonly _tag: keyof typeof roomOfFactTag }): Room => roomOfFactTag[fact._tag]
