/**
 * Matching a payment to open items: what is asked, and what can be answered. `apply` only where one allocation
 * explains the payment far better than everything else that was found or could have happened by chance;
 * otherwise the answer says what stands in the way.
 */
import type { LocalDate } from '@quittance/kernel'
import type { OfferedDiscount } from '../../context.js'
import type { Difference, MatchPlan } from '../plan/model.js'
import type { PayerAccount } from '../payer/model.js'
import type { AmountBand, MatchAdjustment, MatchPermission, SuspicionPolicy, TolerancePolicy } from './policy-model.js'

/** An open item of the payer's account. Credits are negative. @category model @since 0.1.0 */
export interface MatchItem {
  readonly itemId: string
  readonly openMinor: number
  readonly on: LocalDate
  readonly dueOn: LocalDate
  /** What a payer may write to mean it: its number, a purchase order, a delivery. */
  readonly identifiers: ReadonlyArray<string>
  /** An item of another currency than the payment's is no candidate; without one it is in the payment's. */
  readonly currency?: string
  /** What its terms offer for paying early, on a base that credit notes have reduced already. */
  readonly discount?: OfferedDiscount
  /** What earlier payments took of that discount. */
  readonly discountTakenMinor?: number
  /** Of a credit: the charge that it belongs to, and that it is taken off before anything is searched. */
  readonly linkedTo?: string
  /** The customer on whose account it stands, where items of several are asked about. */
  readonly account?: string
}

/** A payment to explain. @category model @since 0.1.0 */
export interface MatchPayment {
  readonly paymentId: string
  readonly amountMinor: number
  readonly receivedOn: LocalDate
  /** All that the payer wrote, lines apart by line ends. */
  readonly text: string
  readonly currency?: string
  /** Who paid, as far as it is known: a customer, or the account that the money came from. */
  readonly payerKey?: string
  /** The bank's own reference of the entry. */
  readonly bankReference?: string
  /** Money that came in, where nothing is said; else credit that waits on the account. A credit note pays charges only, and earns no discount. */
  readonly source?: 'receipt' | 'on-account' | 'credit-note'
  /** Of a credit: the charge that it belongs to. */
  readonly linkedTo?: string
  /**
   * Whose items it may pay, the payer's own account first; items on other accounts are no candidates. Without it, nobody looks
   * on whose account an item stands.
   */
  readonly accounts?: ReadonlyArray<PayerAccount>
  /** Words that claim this settles everything: never applied by itself. */
  readonly fullSatisfactionClaimed?: string
}

/** The ways in which payments come about, each with a weight of its own. @category policies @since 0.1.0 */
export type MatchRule =
  | 'named'
  | 'named-part'
  | 'named-and-more'
  | 'named-and-near'
  | 'named-short'
  | 'named-and-credit'
  | 'few-and-credit'
  | 'linked'
  | 'single'
  | 'whole-account'
  | 'past-due'
  | 'oldest'
  | 'due-window'
  | 'date-window'
  | 'window-but'
  | 'pair'
  | 'three'
  | 'four'
  | 'all-but'

/** A way by which an allocation was reached, and how many others the same way could have reached. @category model @since 0.1.0 */
export interface MatchRoute {
  readonly rule: MatchRule
  /** How many allocations this way considers, as centibits of their number: its weight is shared among them. */
  readonly membersCentibits: number
  /** The differences under which the items make the amount; without any they make it in full. */
  readonly adjustments?: ReadonlyArray<MatchAdjustment>
}

/** A term of the score, in hundredths of a bit; the score is their sum. @category model @since 0.1.0 */
export interface MatchTerm {
  readonly what: string
  readonly centibits: number
}

/** What becomes of an item that is not simply paid in full. @category model @since 0.1.0 */
export interface ItemNotInFull {
  readonly itemId: string
  readonly differences: ReadonlyArray<Difference>
  /** What it still owes afterwards, deductions included. */
  readonly openMinor: number
}

/** An explanation of the payment: these items, in full but for those that are listed with what becomes of them. @category model @since 0.1.0 */
export interface MatchCandidate {
  /** In the canonical order of items: due day, document day, id. */
  readonly itemIds: ReadonlyArray<string>
  readonly notInFull: ReadonlyArray<ItemNotInFull>
  /** Paid too much by so little that it is kept. */
  readonly pennyMinor: number
  /** Accounts of the payer's family, other than its own, on which some of the items stand. */
  readonly otherAccounts?: ReadonlyArray<string>
  readonly routes: ReadonlyArray<MatchRoute>
  readonly terms: ReadonlyArray<MatchTerm>
  /** Share of the weight of everything found and of chance, in parts per million, rounded down. */
  readonly posteriorPpm: number
  /** Items of equal amount and dates of which some are taken: the oldest id first, by convention. */
  readonly interchangeable: ReadonlyArray<ReadonlyArray<string>>
}

/**
 * Why nothing is applied. `rival`: another set fits too; `weak`: chance could have made it; `short-pay`: a part of what is named
 * would stay open; `policy`: the rule set does not permit it without a person; `full-satisfaction`: a person must look.
 *
 * @category model
 * @since 0.1.0
 */
export type MatchObstacle = 'rival' | 'weak' | 'short-pay' | 'policy' | 'full-satisfaction'

/** Why no answer is possible. `budget`: the search was cut; `range`: amounts beyond the safe range; `currency`: items of several, and the payment names none. @category model @since 0.1.0 */
export type NoAnswer = 'budget' | 'range' | 'currency'

/**
 * How a payment nearly fits. `byMinor` is above zero where it falls short, below where it is too much.
 *
 * @category model
 * @since 0.1.0
 */
export type NearMissReason =
  /** All that the text names, but for a part. */
  | { readonly _tag: 'Short'; readonly byMinor: number }
  /** All that the text names, and something more. */
  | { readonly _tag: 'Over'; readonly byMinor: number }
  | { readonly _tag: 'Cents'; readonly byMinor: number }
  /** Short by so many hundredths of a percent of the items whose lines have a difference. */
  | { readonly _tag: 'DiscountLike'; readonly byMinor: number; readonly basisPoints: number }

/** A plan that would fit but for a difference; for a person to see, never applied. @category model @since 0.1.0 */
export interface NearMiss {
  readonly plan: MatchPlan
  readonly why: NearMissReason
}

/** What is answered when nothing is suspect. Candidates stand by weight, the best first. @category decisions @since 0.1.0 */
export type MatchAnswer =
  | { readonly _tag: 'Apply'; readonly candidate: MatchCandidate; readonly others: ReadonlyArray<MatchCandidate> }
  | {
      readonly _tag: 'Ambiguous'
      readonly because: MatchObstacle
      readonly candidates: ReadonlyArray<MatchCandidate>
      readonly nearMisses: ReadonlyArray<NearMiss>
    }
  | {
      readonly _tag: 'None'
      readonly because: 'no-amount' | 'no-items' | 'nothing-fits'
      readonly nearMisses: ReadonlyArray<NearMiss>
    }
  | { readonly _tag: 'Undecided'; readonly because: NoAnswer }

/** What a suspect payment seems to repeat: an earlier payment, or one that closed the item which the text names. @category model @since 0.1.0 */
export type Suspicion =
  | { readonly _tag: 'Duplicate'; readonly paymentId: string; readonly same: 'bank-reference' | 'text' }
  | { readonly _tag: 'ClosedItem'; readonly itemId: string; readonly closedBy?: string }

/** What is answered. A suspect payment is for a person, with what would be answered if it is a payment of its own. @category decisions @since 0.1.0 */
export type MatchDecision =
  MatchAnswer | { readonly _tag: 'Suspect'; readonly of: ReadonlyArray<Suspicion>; readonly otherwise: MatchAnswer }

/** What counts as a near miss. @category policies @since 0.1.0 */
export interface NearMissPolicy {
  /** Off by so many minor units at most is cents off. */
  readonly centsMost: number
  /** Shares of items, in hundredths of a percent, that look like a discount. */
  readonly discountBasisPoints: ReadonlyArray<number>
  /** So many are listed. */
  readonly most: number
}

/** A rule set of this kind: data with an id and a version; every weight in hundredths of a bit. @category policies @since 0.1.0 */
export interface EvidenceRuleSet {
  readonly id: string
  readonly version: number
  /** How often payments come about in each way: 100 log2 of the share, so below zero. A rule without weight is off. */
  readonly priors: Readonly<Partial<Record<MatchRule, number>>>
  /** How often a payment has nothing to do with what was searched. */
  readonly nothingFound: number
  /** How often it settles what the text names and something besides that was not found. */
  readonly partlyFound: number
  /** How often the payer holds so much back from what the text names that no single item has it open. */
  readonly heldBack: number
  /** The most that one mention counts for, by how it was found. */
  readonly mentionCaps: Readonly<Record<'structured' | 'exact' | 'digits' | 'suffix' | 'glued' | 'edit1', number>>
  /** What a mention outside the allocation costs, by how it was found, at most. */
  readonly missCosts: Readonly<Record<'structured' | 'exact' | 'digits' | 'suffix' | 'glued' | 'edit1', number>>
  /** What an item costs that the text leaves out although it names others, and the most that all such cost. */
  readonly unnamedCost: number
  readonly unnamedMost: number
  /** How many items past the last named one still count as near it: a bank's text field cuts the end of a list. */
  readonly nearBeyond: number
  /** How often payments come with each difference, as priors are written. A difference without weight is not looked for. */
  readonly adjustments: Readonly<Partial<Record<MatchAdjustment, number>>>
  /** Small differences that are looked for; none in the default. */
  readonly tolerance: TolerancePolicy
  /** Applied by itself only when all the rest weighs at most one part in so many. */
  readonly oneIn: number
  /** What may be applied by itself besides whole items in full. */
  readonly permits: ReadonlyArray<MatchPermission>
  /** Other demands from some amount on. */
  readonly bands: ReadonlyArray<AmountBand>
  readonly suspicion: SuspicionPolicy
  readonly nearMisses: NearMissPolicy
  /** The most allocations that a search by amount alone may look among, as centibits. */
  readonly membersMost: number
  /** Work units of each search. */
  readonly budget: number
}
