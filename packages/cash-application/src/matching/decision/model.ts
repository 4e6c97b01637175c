/**
 * Matching a payment to open items: what is asked, and what can be answered. `apply` only where one allocation
 * explains the payment far better than everything else that was found or could have happened by chance;
 * otherwise the answer says what stands in the way.
 */
import type { LocalDate } from '@quittance/kernel'

/** An open item of the payer's account, in the payment's currency. Credits are negative. @category model @since 0.1.0 */
export interface MatchItem {
  readonly itemId: string
  readonly openMinor: number
  readonly on: LocalDate
  readonly dueOn: LocalDate
  /** What a payer may write to mean it: its number, a purchase order, a delivery. */
  readonly identifiers: ReadonlyArray<string>
}

/** A payment to explain. @category model @since 0.1.0 */
export interface MatchPayment {
  readonly paymentId: string
  readonly amountMinor: number
  readonly receivedOn: LocalDate
  /** All that the payer wrote, lines apart by line ends. */
  readonly text: string
  /** Words that claim this settles everything: never applied by itself. */
  readonly fullSatisfactionClaimed?: string
}

/** The ways in which payments come about, each with a weight of its own. @category policies @since 0.1.0 */
export type MatchRule =
  | 'named'
  | 'named-part'
  | 'named-and-more'
  | 'named-and-near'
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
}

/** A term of the score, in hundredths of a bit; the score is their sum. @category model @since 0.1.0 */
export interface MatchTerm {
  readonly what: string
  readonly centibits: number
}

/** An explanation of the payment: these items in full. @category model @since 0.1.0 */
export interface MatchCandidate {
  /** In the canonical order of items: due day, document day, id. */
  readonly itemIds: ReadonlyArray<string>
  readonly routes: ReadonlyArray<MatchRoute>
  readonly terms: ReadonlyArray<MatchTerm>
  /** Share of the weight of everything found and of chance, in parts per million, rounded down. */
  readonly posteriorPpm: number
  /** Items of equal amount and dates of which some are taken: the oldest id first, by convention. */
  readonly interchangeable: ReadonlyArray<ReadonlyArray<string>>
}

/** Why nothing is applied. `rival`: another set fits too; `weak`: chance could have made it; `full-satisfaction`: a person must look; `budget` and `range`: the search was cut. @category model @since 0.1.0 */
export type MatchObstacle = 'rival' | 'weak' | 'full-satisfaction' | 'budget' | 'range'

/** What is answered. Candidates stand by weight, the best first. @category decisions @since 0.1.0 */
export type MatchDecision =
  | { readonly _tag: 'Apply'; readonly candidate: MatchCandidate; readonly others: ReadonlyArray<MatchCandidate> }
  | { readonly _tag: 'Ambiguous'; readonly because: MatchObstacle; readonly candidates: ReadonlyArray<MatchCandidate> }
  | { readonly _tag: 'None' }
  | { readonly _tag: 'Undecided'; readonly because: 'budget' | 'range' }

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
  /** The most that one mention counts for, by how it was found. */
  readonly mentionCaps: Readonly<Record<'structured' | 'exact' | 'digits' | 'suffix' | 'glued' | 'edit1', number>>
  /** What a mention outside the allocation costs, by how it was found, at most. */
  readonly missCosts: Readonly<Record<'structured' | 'exact' | 'digits' | 'suffix' | 'glued' | 'edit1', number>>
  /** What an item costs that the text leaves out although it names others, and the most that all such cost. */
  readonly unnamedCost: number
  readonly unnamedMost: number
  /** How often the payer holds back from what the text names. */
  readonly shortPaid: number
  /** How many items past the last named one still count as near it: a bank's text field cuts the end of a list. */
  readonly nearBeyond: number
  /** Applied by itself only when all the rest weighs at most one part in so many. */
  readonly oneIn: number
  /** The most allocations that a search by amount alone may look among, as centibits. */
  readonly membersMost: number
  /** Work units of each search. */
  readonly budget: number
}
