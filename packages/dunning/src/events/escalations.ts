/** Facts of the last steps: the final demand, what followed, and the agency. Names are the storage format: for ever. */
import type { CurrencyCode, Decimal, LocalDate } from '@quittance/kernel'
import type { AskedItem, Channel } from '../model.js'
import type { DemandConsequence } from '../policies/escalation/final-demand-faults.js'

/** The last demand before its consequence: the whole, to a named person, by a day, with one consequence. @category events @since 0.1.0 */
export interface FinalDemandSent {
  readonly _tag: 'FinalDemandSent'
  readonly on: LocalDate
  readonly demandId: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly items: ReadonlyArray<AskedItem>
  readonly channel: Channel
  /** To whom; personal data, in fields of their own. */
  readonly addressee: string
  readonly address?: string
  /** The last day to pay, inclusive. */
  readonly deadlineOn: LocalDate
  readonly consequence: DemandConsequence
  readonly approvedBy: string
}

/** What the final demand had said would follow was done. @category events @since 0.1.0 */
export interface ConsequenceCarriedOut {
  readonly _tag: 'ConsequenceCarriedOut'
  readonly on: LocalDate
  readonly demandId: string
  readonly by: string
  readonly words?: string
}

/** Items were given to a collection agency; our own dunning of them rests. @category events @since 0.1.0 */
export interface PlacedWithAgency {
  readonly _tag: 'PlacedWithAgency'
  readonly on: LocalDate
  readonly placementId: string
  readonly agency: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly items: ReadonlyArray<AskedItem>
  /** The agency's share of what is collected while placed. */
  readonly feePercent?: Decimal
  readonly demandId?: string
  readonly approvedBy: string
}

/** Items came back from the agency; our own dunning goes on at the level reached. @category events @since 0.1.0 */
export interface Recalled {
  readonly _tag: 'Recalled'
  readonly on: LocalDate
  readonly placementId: string
  /** These items; absent: all that are still placed. */
  readonly items?: ReadonlyArray<string>
  readonly reason: string
}

/** The agency told what it collected and what it kept. The money itself is a receipt. @category events @since 0.1.0 */
export interface AgencyRemitted {
  readonly _tag: 'AgencyRemitted'
  readonly on: LocalDate
  readonly remittanceId: string
  readonly placementId: string
  readonly currency: CurrencyCode
  readonly collectedMinor: number
  readonly commissionMinor: number
  readonly receiptId?: string
}

/** Every fact of the last steps. @category events @since 0.1.0 */
export type EscalationFact = FinalDemandSent | ConsequenceCarriedOut | PlacedWithAgency | Recalled | AgencyRemitted
