/** Facts of an entity's policies, in a stream of their own: no account can know them. Names are the storage format: for ever. */
import type { LocalDate } from '@quittance/kernel'

/**
 * A policy of dunning, or a new version of it, came into force with the run that brought it. `on` is the day of that run.
 *
 * @category events
 * @since 0.1.0
 */
export interface DunningPolicyAdopted {
  readonly _tag: 'DunningPolicyAdopted'
  readonly on: LocalDate
  readonly policyId: string
  readonly version: number
  /** Run days up to and including this one are none of its. */
  readonly after: LocalDate
}

/**
 * A run over all accounts got through: the run days of the policy up to and including `on` are over for every account.
 *
 * @category events
 * @since 0.1.0
 */
export interface DunningRunFinished {
  readonly _tag: 'DunningRunFinished'
  readonly on: LocalDate
  readonly policyId: string
  readonly version: number
  /** Run days up to and including this one were over before. */
  readonly after: LocalDate
  /** How many accounts were looked at. */
  readonly accountCount: number
}

/** Every fact of an entity's policies. @category events @since 0.1.0 */
export type PolicyFact = DunningPolicyAdopted | DunningRunFinished
