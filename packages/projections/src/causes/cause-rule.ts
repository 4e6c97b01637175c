/**
 * A rule that finds causes: a pure function of what is on file of one item, with a place among the kinds of evidence.
 * Rules know nothing of each other; which of them wins is decided in one place, by rank.
 */
import type { LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ItemDossier } from './item-dossier.js'

/**
 * How strong a kind of evidence is, the strongest first in `evidenceRanks`: a person said so, a dispute was accepted, a
 * deduction was accepted, we corrected the document, somebody of ours tagged a dispute, the customer refused the document, the
 * customer claims something, papers or payments compared, an excuse.
 *
 * @category model
 * @since 0.1.0
 */
export type EvidenceRank =
  | 'confirmed'
  | 'resolved-dispute'
  | 'accepted-deduction'
  | 'correction'
  | 'tagged-dispute'
  | 'rejection'
  | 'claim'
  | 'computed'
  | 'excuse'

/** The kinds of evidence, the strongest first. @category model @since 0.1.0 */
export const evidenceRanks: ReadonlyArray<EvidenceRank> = [
  'confirmed',
  'resolved-dispute',
  'accepted-deduction',
  'correction',
  'tagged-dispute',
  'rejection',
  'claim',
  'computed',
  'excuse',
]

/** Why a rule says what it says: a word for the kind, and what was compared. Plain data, so that it prints and compares. @category model @since 0.1.0 */
export interface CauseReason {
  readonly kind: string
  readonly [datum: string]: unknown
}

/** A cause that a rule found. @category model @since 0.1.0 */
export interface Found {
  /** A cause of the taxonomy, or a code that the tables of the rule set read. */
  readonly cause: string
  /** Whole percent, 1 to 100. */
  readonly confidence: number
  /** The business day of the error; of a claim, the day on which it was made. */
  readonly happenedOn: LocalDate
  /** The facts that it rests on, by their positions in the store; never empty. */
  readonly positions: ReadonlyArray<number>
  readonly because: CauseReason
}

/** The settings of a rule out of a rule set: what it runs with where nothing is said, and how they are read. @category model @since 0.1.0 */
export interface RuleSettings<Settings> {
  readonly defaults: Settings
  /** The settings, or a line for each field that is wrong. */
  readonly decode: (json: unknown) => E.Either<ReadonlyArray<string>, Settings>
}

/**
 * A rule. `find` is pure and sees nothing beyond the dossier, which holds only what had happened and was known by then; so no rule can
 * make an answer change after the event.
 *
 * @category model
 * @since 0.1.0
 */
export interface CauseRule<Settings = unknown> {
  readonly id: string
  readonly rank: EvidenceRank
  readonly settings: RuleSettings<Settings>
  // A method, so that rules with settings of different shapes fit into one list.
  find(dossier: ItemDossier, settings: Settings): ReadonlyArray<Found>
}

/** No settings at all, for rules that need none; anything but an empty object is refused. @category model @since 0.1.0 */
export const noSettings: RuleSettings<Readonly<Record<never, never>>> = {
  defaults: {},
  decode: (json) => {
    const names = typeof json === 'object' && json !== null ? Object.keys(json) : ['value']
    return names.length === 0 ? E.right({}) : E.left(names.map((name) => `${name}: the rule has no such setting`))
  },
}
