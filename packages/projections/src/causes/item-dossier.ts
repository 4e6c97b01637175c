/** Everything on file of one item at a point in time: what rules read, and nothing beyond it. */
import type {
  CashApplied,
  CashTransferredIn,
  CashUnapplied,
  ChargebackItemRaised,
  DeductionAccepted,
  DeductionRecorded,
  DeductionRejected,
  ReceiptRecorded,
  ReceiptReturned,
  RemittanceRecorded,
} from '@quittance/cash-application'
import type { ExcuseGiven } from '@quittance/dunning'
import type {
  CreditNoteIssued,
  DebitNoteIssued,
  Discrepancy,
  DisputeRaised,
  DisputeSubstantiated,
  GoodsDelivered,
  InvoiceBounced,
  InvoiceDelivered,
  InvoiceIssued,
  InvoiceRejected,
  InvoiceViewed,
  InvoiceVoided,
  OrderAccepted,
  PriceAgreed,
  RootCauseConfirmed,
} from '@quittance/invoicing'
import type { LocalDate } from '@quittance/kernel'
import type { RegisteredDispute } from '../disputes/dispute-register.js'
import type { HeldCredit } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'
import type { CauseNote } from './cause-view.js'

/** How an item stands: past due, settled too late, or neither. @category model @since 0.1.0 */
export interface ItemStanding {
  /** Index in the ledger view. */
  readonly subject: number
  /** Of its oldest instalment past due; where nothing is past due, of its latest. */
  readonly dueOn: LocalDate
  readonly state: 'past-due' | 'settled-late' | 'in-time'
  /** The day on which nothing was open any more. */
  readonly settledOn?: LocalDate
  /** What is past due of it. */
  readonly openMinor: number
  /** Days from the due day to the day asked for, or to that of its settlement; never below 0. */
  readonly daysLate: number
}

/** A deduction and its end, if it had one by then. @category model @since 0.1.0 */
export interface DeductionOnFile {
  readonly recorded: CauseNote<DeductionRecorded>
  readonly ended?: CauseNote<DeductionAccepted | DeductionRejected>
}

/** Money that was applied to the item, with the receipt it came of and what else was done with that receipt. @category model @since 0.1.0 */
export interface ApplicationOnFile {
  readonly applied: CauseNote<CashApplied>
  /** Absent where the receipt is not on file. */
  readonly receipt?: CauseNote<ReceiptRecorded | CashTransferredIn>
  /** Applications of the receipt to any item, and what was taken back of them, in stream order; this one included. */
  readonly moves: ReadonlyArray<CauseNote<CashApplied | CashUnapplied>>
  /** Whether it was taken back in full by then. */
  readonly takenBack: boolean
}

/** Money of the customer's that is applied to nothing, and the fact with which it came. @category model @since 0.1.0 */
export interface HeldMoney extends HeldCredit {
  readonly receipt?: CauseNote<ReceiptRecorded | CashTransferredIn>
}

/** A document that was credited in full, the note that did it, and the document that was billed in its place. @category model @since 0.1.0 */
export interface RebillOnFile {
  readonly original: CauseNote<InvoiceIssued>
  readonly credit: CauseNote<CreditNoteIssued>
  readonly rebill: CauseNote<InvoiceIssued>
  /** Whether the re-bill names what it replaces; otherwise it is the only one that can be it. */
  readonly named: boolean
}

/** The dossier. Every list holds what had happened by `at.asOf` and was known by `at.knownAt`, in stream order. @category model @since 0.1.0 */
export interface ItemDossier {
  readonly at: PointInTime
  readonly customer: string
  readonly standing: ItemStanding
  readonly issued: CauseNote<InvoiceIssued | DebitNoteIssued>
  readonly voided?: CauseNote<InvoiceVoided>
  /** The order that it names, or the only one under the purchase order that it names. */
  readonly order?: CauseNote<OrderAccepted>
  /** The delivery that it names, if that is on file; where it names none, all of its order. */
  readonly goods: ReadonlyArray<CauseNote<GoodsDelivered>>
  /** Prices agreed for the products on its lines. */
  readonly prices: ReadonlyArray<CauseNote<PriceAgreed>>
  /** Where order, deliveries, prices and document differ. */
  readonly discrepancies: ReadonlyArray<Discrepancy>
  readonly sending: ReadonlyArray<CauseNote<InvoiceDelivered | InvoiceBounced | InvoiceRejected | InvoiceViewed>>
  /** Credit notes that name it, or were applied to it. */
  readonly credits: ReadonlyArray<CauseNote<CreditNoteIssued>>
  /** The re-bill that it is a part of, as the original or as what replaced it. */
  readonly rebill?: RebillOnFile
  /** Other invoices of the account over the same amount or on the same order, without those that were voided or credited in full. */
  readonly siblings: ReadonlyArray<CauseNote<InvoiceIssued>>
  readonly deductions: ReadonlyArray<DeductionOnFile>
  /** How the item was made of another, where it is a chargeback of it. */
  readonly chargebackOf?: CauseNote<ChargebackItemRaised>
  readonly disputes: ReadonlyArray<RegisteredDispute>
  /** What the customer claimed with its disputes, and what came in for it later. */
  readonly claims: ReadonlyArray<CauseNote<DisputeRaised | DisputeSubstantiated>>
  /** Advices of payment that speak of it. */
  readonly remittances: ReadonlyArray<CauseNote<RemittanceRecorded>>
  /** The receipts that those advices name, as far as they came. */
  readonly advisedReceipts: ReadonlyArray<CauseNote<ReceiptRecorded | CashTransferredIn>>
  readonly applications: ReadonlyArray<ApplicationOnFile>
  /** Payments that had been applied to it, and that the bank took back for good. */
  readonly returns: ReadonlyArray<CauseNote<ReceiptReturned>>
  /** Unapplied money and credits of the customer in the item's currency, whatever they were meant for; what lies on account on purpose is not among it. */
  readonly heldMoney: ReadonlyArray<HeldMoney>
  /** Excuses for the item, or for the account once the item was due. */
  readonly excuses: ReadonlyArray<CauseNote<ExcuseGiven>>
  readonly confirmations: ReadonlyArray<CauseNote<RootCauseConfirmed>>
}
