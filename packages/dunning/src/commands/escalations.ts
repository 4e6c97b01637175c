/** Commands of the last steps. */
import type { CurrencyCode, Decimal, LocalDate } from '@quittance/kernel'
import type { AgencyRemitted, ConsequenceCarriedOut } from '../events/escalations.js'
import type { Channel } from '../model.js'
import type { EscalationPolicy } from '../policies/escalation/escalate.js'
import type { DemandConsequence, FinalDemandPolicy } from '../policies/escalation/final-demand-faults.js'

/** The last demand is sent. It states all that is past due and free of disputes and promises; who approved it is on record. @category commands @since 0.1.0 */
export interface SendFinalDemand {
  readonly _tag: 'SendFinalDemand'
  readonly on: LocalDate
  readonly demandId: string
  readonly currency: CurrencyCode
  readonly items: ReadonlyArray<string>
  readonly channel: Channel
  readonly addressee: string
  readonly address: string
  /** Inclusive; as many days after `on` as the policy asks for at least. */
  readonly deadlineOn: LocalDate
  readonly consequence: DemandConsequence
  readonly approvedBy: string
  /** Every instalment that is due must have reached this level before; 0: no step need have been taken. */
  readonly afterLevel: number
  /** Absent: the shipped one, ten days to the deadline. */
  readonly policy?: FinalDemandPolicy
}

/** What the final demand had said is done, once its deadline has passed. @category commands @since 0.1.0 */
export interface CarryOutConsequence extends Omit<ConsequenceCarriedOut, '_tag'> {
  readonly _tag: 'CarryOutConsequence'
}

/** Items are given to an agency, with all that is open on them. @category commands @since 0.1.0 */
export interface PlaceWithAgency {
  readonly _tag: 'PlaceWithAgency'
  readonly on: LocalDate
  readonly placementId: string
  readonly agency: string
  readonly currency: CurrencyCode
  readonly items: ReadonlyArray<string>
  readonly feePercent?: Decimal
  readonly demandId?: string
  readonly approvedBy: string
  /** When items go to an agency: days after the final demand, least amounts, documents. Absent: nothing disputed and nothing promised goes, whenever. */
  readonly policy?: EscalationPolicy
  /** The items whose file is complete, for a policy that needs documents; absent: none. */
  readonly completeItems?: ReadonlyArray<string>
}

/** Items are taken back from an agency. @category commands @since 0.1.0 */
export interface RecallFromAgency {
  readonly _tag: 'RecallFromAgency'
  readonly on: LocalDate
  readonly placementId: string
  readonly items?: ReadonlyArray<string>
  readonly reason: string
}

/** The agency told what it collected; its money is recorded as a receipt of its own. @category commands @since 0.1.0 */
export interface RecordAgencyRemittance extends Omit<AgencyRemitted, '_tag'> {
  readonly _tag: 'RecordAgencyRemittance'
}

/** Every command of the last steps. @category commands @since 0.1.0 */
export type EscalationCommand =
  SendFinalDemand | CarryOutConsequence | PlaceWithAgency | RecallFromAgency | RecordAgencyRemittance
