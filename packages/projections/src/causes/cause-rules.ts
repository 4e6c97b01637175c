/** A set of rules as data: which rules run, with which settings, over which taxonomy and code tables, and how evidence is weighed. */
import type { CauseTaxonomy } from '../disputes/cause-taxonomy.js'
import type { CodeMapping } from '../disputes/code-mapping.js'

/** How confidence counts; all in percent points of confidence. @category policies @since 0.1.0 */
export interface EvidenceWeighing {
  /** Evidence below this says nothing; it is shown as weak. */
  readonly minConfidence: number
  /** An earlier event comes first only where it is at most so much less sure than the surest of its rank. */
  readonly earlierWithin: number
  /** A claim or an excuse of which our papers show the contrary is at most so sure. */
  readonly contradictedAtMost: number
  /** An excuse that blames us is at most so sure where it was said once only, or beside other excuses that blame us. */
  readonly loneExcuseAtMost: number
  /** More confidence in the item's cause for each other kind of evidence that names the same. */
  readonly agreementAdds: number
  /** Less confidence in the item's cause for each other cause that evidence as strong names for the same refusal. */
  readonly conflictTakes: number
}

/** A rule by its id, and what it runs with; the rule's own defaults where nothing is said. @category policies @since 0.1.0 */
export interface ChosenRule {
  readonly rule: string
  readonly settings?: Readonly<Record<string, unknown>>
}

/** By which rules and tables causes are found. @category policies @since 0.1.0 */
export interface CauseRules {
  readonly id: string
  readonly version: number
  readonly taxonomy: CauseTaxonomy
  /** Reads what was said of a cause where it is no cause of the taxonomy but a code. */
  readonly codes?: CodeMapping
  /** Tables of single customers, read before `codes`. */
  readonly customerCodes?: Readonly<Record<string, CodeMapping>>
  /** Reads words that are neither: by phrases, where they speak of one cause only. */
  readonly words?: CodeMapping
  readonly weighing: EvidenceWeighing
  /** Of equals the rule that stands first comes first. */
  readonly rules: ReadonlyArray<ChosenRule>
}

/** The weighing of the shipped rules. @category policies @since 0.1.0 */
export const shippedWeighing: EvidenceWeighing = {
  minConfidence: 50,
  earlierWithin: 25,
  contradictedAtMost: 40,
  loneExcuseAtMost: 45,
  agreementAdds: 5,
  conflictTakes: 15,
}
