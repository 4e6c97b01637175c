/**
 * What can be said about the question "which of these items add up to that amount?": nothing does, one set does, at
 * least two do, or nobody knows. Each answer says how it was found and whether everything was looked at.
 */

/** From which sum to which a set may add up, both ends included; minor units of one currency. @category model @since 0.1.0 */
export interface SumWindow {
  readonly loMinor: number
  readonly hiMinor: number
}

/**
 * A set of items, by their places in the list that was asked about.
 *
 * Among items of equal amount the first in the list are taken, so a list in order of due date gets oldest first.
 *
 * @category model
 * @since 0.1.0
 */
export interface SumWitness {
  /** Ascending. */
  readonly indices: readonly number[]
  readonly sumMinor: number
  /** Items of equal amount of which some are in the set and others are not: one group per amount, ascending. */
  readonly interchangeable: readonly (readonly number[])[]
}

/** How an answer was found. @category model @since 0.1.0 */
export interface SumCertificate {
  readonly by: SumMethod
  /** Work units spent; the same on every machine. */
  readonly work: number
  /** Whether nothing was left out; always so for `None` and `Unique`. */
  readonly exhaustive: boolean
}

/** The ways to an answer, from the cheapest. @category model @since 0.1.0 */
export type SumMethod = 'bounds' | 'meet-in-the-middle' | 'bit-plane' | 'four-lists' | 'witness-core'

/**
 * The answer: no set, exactly one, two that differ in amounts, or not decided.
 *
 * Sets are told apart by how many items of each amount they hold; an item and its exact opposite cancel and are no
 * difference. `Undecided` is a truthful answer: `budget` when the work would cost more than allowed, `range` when the
 * amounts together reach 2^53.
 *
 * @category model
 * @since 0.1.0
 */
export type SumAnswer =
  | { readonly _tag: 'None'; readonly certificate: SumCertificate }
  | { readonly _tag: 'Unique'; readonly witness: SumWitness; readonly certificate: SumCertificate }
  | {
      readonly _tag: 'Multiple'
      readonly witnesses: readonly [SumWitness, SumWitness]
      readonly certificate: SumCertificate
    }
  | { readonly _tag: 'Undecided'; readonly reason: 'budget' | 'range'; readonly certificate: SumCertificate }
