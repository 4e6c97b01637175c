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
} from '@quittance/cash-application'
import type {
  CreditNoteIssued,
  DebitNoteIssued,
  InvoiceBounced,
  InvoiceDelivered,
  InvoiceIssued,
  InvoiceRejected,
  InvoiceViewed,
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

/** The dossier. Every list holds what had happened by `at.asOf` and was known by `at.knownAt`, in stream order. @category model @since 0.1.0 */
export interface ItemDossier {
  readonly at: PointInTime
  readonly customer: string
  readonly standing: ItemStanding
  readonly issued: CauseNote<InvoiceIssued | DebitNoteIssued>
  readonly sending: ReadonlyArray<CauseNote<InvoiceDelivered | InvoiceBounced | InvoiceRejected | InvoiceViewed>>
  /** Credit notes that name it, or were applied to it. */
  readonly credits: ReadonlyArray<CauseNote<CreditNoteIssued>>
  /** Other invoices of the account over the same amount or on the same order, without those that were voided. */
  readonly siblings: ReadonlyArray<CauseNote<InvoiceIssued>>
  readonly deductions: ReadonlyArray<DeductionOnFile>
  /** How the item was made of another, where it is a chargeback of it. */
  readonly chargebackOf?: CauseNote<ChargebackItemRaised>
  readonly disputes: ReadonlyArray<RegisteredDispute>
  readonly applications: ReadonlyArray<ApplicationOnFile>
  /** Unapplied money and credits of the customer in the item's currency, whatever they were meant for; what lies on account on purpose is not among it. */
  readonly heldMoney: ReadonlyArray<HeldMoney>
}
