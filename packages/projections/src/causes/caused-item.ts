/** An item with its causes: one row of the report of root causes. */
import type { LocalDate } from '@quittance/kernel'
import type { CauseFamily, CauseStage } from '../disputes/cause-taxonomy.js'
import type { CauseReason, EvidenceRank } from './cause-rule.js'

/**
 * What a tag is beside the first cause: the first itself; `agrees`, the same cause by other evidence; `knock-on`, another
 * error that followed or stands beside it; `conflict`, another cause for the same refusal; `weak`, not enough to say anything.
 *
 * @category model
 * @since 0.1.0
 */
export type TagRole = 'first' | 'agrees' | 'knock-on' | 'conflict' | 'weak'

/**
 * By what a tag lost to the first: a stronger kind of evidence, an earlier day, more confidence on that day, the place in the chain;
 * or it is not ours where another is, too weak to count, contradicted by our papers, or a code that no table has.
 *
 * @category model
 * @since 0.1.0
 */
export type LostBy =
  'rank' | 'not-upstream' | 'confidence' | 'day' | 'order' | 'minimum' | 'contradicted' | 'no-such-cause'

/** A cause of an item, by one piece of evidence. @category projections @since 0.1.0 */
export interface CauseTag {
  readonly rule: string
  readonly rank: EvidenceRank
  readonly cause: string
  /** As it was written, where that is no cause of the taxonomy. */
  readonly rawCode?: string
  readonly stage: CauseStage
  readonly department?: string
  readonly upstream: boolean
  /** Whole percent, 1 to 100. */
  readonly confidence: number
  readonly happenedOn: LocalDate
  /** The facts it rests on, by their positions in the store. */
  readonly positions: ReadonlyArray<number>
  readonly because: CauseReason
  readonly role: TagRole
  /** Absent on the first. */
  readonly lostBy?: LostBy
}

/** Net amount of a document by product, in the order of its lines. @category projections @since 0.1.0 */
export interface ProductAmount {
  readonly productId: string
  readonly netMinor: number
}

/** An item and its causes at a point in time. @category projections @since 0.1.0 */
export interface CausedItem {
  /** Index in the ledger view, for `because`. */
  readonly subject: number
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly salesRepId?: string
  /** Empty where no line names a product. */
  readonly products: ReadonlyArray<ProductAmount>
  readonly issuedOn: LocalDate
  /** Of its oldest instalment past due; where nothing is past due, of its latest. */
  readonly dueOn: LocalDate
  /** `in-time`: neither past due at that day nor settled after its due day. */
  readonly state: 'past-due' | 'settled-late' | 'in-time'
  /** The day on which nothing was open any more; absent while something is. */
  readonly settledOn?: LocalDate
  /** As issued. */
  readonly billedMinor: number
  /** What is past due of it; 0 where it is settled. */
  readonly openMinor: number
  /** Days from the due day to the day asked for, or to the day on which it was settled; never below 0. */
  readonly daysLate: number
  /** Of the first cause; `unknown` where nothing says anything. */
  readonly cause: string
  readonly stage: CauseStage
  readonly family: CauseFamily
  /** Who owns the cause before all; absent where nobody does. */
  readonly department?: string
  readonly upstream: boolean
  /** Whole percent: of the first cause, more where other kinds of evidence agree, less where as strong evidence differs; 0 for `unknown`. */
  readonly confidence: number
  /** Every piece of evidence, the first cause first, then by rank. */
  readonly tags: ReadonlyArray<CauseTag>
  /** Other causes that evidence names for the same refusal, each once. */
  readonly conflicts: ReadonlyArray<string>
}
