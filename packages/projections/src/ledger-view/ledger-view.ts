/**
 * The whole ledger as columns of deltas: every balance at any point in time is a sum over them, so moving
 * `asOf` or `knownAt` is a question, not a replay.
 */
import type { DisputeOutcome, DocumentKind, Instalment } from '@quittance/invoicing'
import type { BaseValue, Instant, LocalDate } from '@quittance/kernel'
import { type IntColumn, intColumn, type NumberColumn, numberColumn } from './columns.js'
import type { SubjectKind } from './deltas-of-fact.js'
import type { LinkMoved } from './exchange-of-fact.js'

/** A document, receipt or credit note that measures belong to. @category projections @since 0.1.0 */
export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
  readonly entity: string
  readonly customer: string
  readonly currency: string
  /** The day of the document or receipt. */
  readonly on: LocalDate
  readonly documentKind: DocumentKind | undefined
  readonly termsId: string | undefined
  readonly purchaseOrder: string | undefined
  readonly attributes: Readonly<Record<string, string>> | undefined
  readonly salesRepId: string | undefined
  /** The last day on which a discount that it offers still counts as earned, grace included. */
  readonly discountUntil: LocalDate | undefined
  /** As issued; later moves of due days stand in `dueChanges`. */
  readonly instalments: ReadonlyArray<Instalment>
  /** Its value in the base currency, as issued or received. */
  readonly exchange: BaseValue | undefined
}

/** Whose account a stream is. @category projections @since 0.1.0 */
export interface Account {
  readonly entity: string
  readonly customer: string
}

/** A due day moved. @category projections @since 0.1.0 */
export interface DueChange {
  readonly instalmentNo: number
  readonly to: LocalDate
  readonly effectiveDay: number
  readonly recordedMillis: number
  readonly position: number
}

/** A document reached the customer. @category projections @since 0.1.0 */
export interface Delivery {
  readonly on: LocalDate
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** A dispute of a document was raised, or ended; `outcome` is there once it has. @category projections @since 0.1.0 */
export interface DisputeNote {
  readonly disputeId: string
  readonly on: LocalDate
  readonly outcome?: DisputeOutcome
  /** As it was raised; absent on its end. */
  readonly cause?: string
  /** Raised with a claim code or papers. */
  readonly isSubstantiated?: boolean
  readonly position: number
  /** Of the raising; 0 on its end. */
  readonly disputedMinor: number
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** A dispute was given to somebody, or its cause was said; or what was missing of the claim came in; exactly one of `department`, `cause` and `isSubstantiated` is there. @category projections @since 0.1.0 */
export interface DisputeWork {
  readonly disputeId: string
  readonly department?: string
  readonly person?: string
  readonly dueOn?: LocalDate
  readonly cause?: string
  readonly isSubstantiated?: boolean
  readonly position: number
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** A document, or a part of it, was given up as a bad debt; `minor` is below zero where that was taken back. @category projections @since 0.1.0 */
export interface GivenUp {
  readonly on: LocalDate
  readonly writeOffId: string
  readonly minor: number
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** What was said of a deduction. @category projections @since 0.1.0 */
export interface DeductionNote {
  readonly deductionId: string
  readonly step: 'taken' | 'accepted' | 'rejected' | 'written-off' | 'pending-again'
  readonly on: LocalDate
  /** What it was taken over; of an end, what was credited, rejected or given up. */
  readonly minor: number
  /** As it was taken; absent on what follows. */
  readonly reasonCode?: string
  readonly cause?: string
  readonly position: number
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** What a fact took of an item's base value, and what it realised. @category projections @since 0.1.0 */
export interface LinkMovement extends LinkMoved {
  /** The item. */
  readonly subject: number
  readonly on: LocalDate
  readonly recordedAt: Instant
  readonly position: number
}

/** Where the subjects of one entity stand. Kept by the facts' own texts: a joined key for each of a million lookups costs more than the lookup. @category projections @since 0.1.0 */
export interface SubjectIndex {
  readonly documents: Map<string, number>
  readonly receipts: Map<string, number>
}

/** The view. Owned by whoever folds into it; queries only read. @category projections @since 0.1.0 */
export interface LedgerView {
  readonly accounts: Map<string, Account>
  readonly subjects: Array<Subject>
  /** Index of a subject by entity, then by id; documents of all kinds share their numbers, receipts have their own. */
  readonly indexOf: Map<string, SubjectIndex>
  /** The first and last delta of each subject, and the next of each delta; -1 where there is none. */
  readonly firstDelta: Array<number>
  readonly lastDelta: Array<number>
  readonly deltas: {
    readonly subject: IntColumn
    readonly measure: IntColumn
    readonly effectiveDay: IntColumn
    readonly recordedMillis: NumberColumn
    readonly minor: NumberColumn
    readonly position: NumberColumn
    /** Name of the fact, as an index into `tags`. */
    readonly tag: IntColumn
    readonly next: IntColumn
  }
  readonly tags: Array<string>
  readonly dueChanges: Map<number, Array<DueChange>>
  readonly deliveries: Map<number, Array<Delivery>>
  readonly disputes: Map<number, Array<DisputeNote>>
  readonly disputeWork: Map<number, Array<DisputeWork>>
  readonly givenUp: Map<number, Array<GivenUp>>
  readonly deductions: Map<number, Array<DeductionNote>>
  /** By position: the document or receipt that a fact is about, where that is not what its first delta is about. */
  readonly about: Map<number, string>
  /** In stream order; of facts without base values there are none. */
  readonly linksMoved: Array<LinkMovement>
  latestOn: LocalDate | undefined
  latestRecordedAt: Instant | undefined
  /** Position of the last fact folded in. */
  position: number
}

/** A view of nothing. @category projections @since 0.1.0 */
export const emptyLedgerView = (): LedgerView => ({
  accounts: new Map(),
  subjects: [],
  indexOf: new Map(),
  firstDelta: [],
  lastDelta: [],
  deltas: {
    subject: intColumn(),
    measure: intColumn(),
    effectiveDay: intColumn(),
    recordedMillis: numberColumn(),
    minor: numberColumn(),
    position: numberColumn(),
    tag: intColumn(),
    next: intColumn(),
  },
  tags: [],
  dueChanges: new Map(),
  deliveries: new Map(),
  disputes: new Map(),
  disputeWork: new Map(),
  givenUp: new Map(),
  deductions: new Map(),
  about: new Map(),
  linksMoved: [],
  latestOn: undefined,
  latestRecordedAt: undefined,
  position: 0,
})

/** The indexes of an entity's subjects of a kind. @internal */
export const indexesOf = (view: LedgerView, entity: string, kind: SubjectKind): Map<string, number> => {
  let own = view.indexOf.get(entity)
  if (own === undefined) view.indexOf.set(entity, (own = { documents: new Map(), receipts: new Map() }))
  return kind === 'receipt' ? own.receipts : own.documents
}
