/** What is needed beside a plan to post it: the names of what it makes, and the policies that it is made under. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { ApplicationPolicy, ChargebackPolicy, ReceiptId, SourceKind, WriteOffPolicy } from '../../model.js'

/** What a plan makes, each with an id of its own. @category model @since 0.1.0 */
export type PlannedThing = 'application' | 'write-off' | 'deduction' | 'chargeback'

/** The names that a plan's commands need. @category model @since 0.1.0 */
export interface PlanIds {
  readonly receiptId: ReceiptId
  readonly currency: CurrencyCode
  /** An id for the n-th thing of a kind, from 1; of a chargeback it is the number of a document. */
  readonly idOf: (thing: PlannedThing, no: number) => string
  /** Due day of an item, day of a credit: credits go to the oldest first. Without it the plan's own order stands. */
  readonly dueOnOf?: (itemId: string) => LocalDate | undefined
  /** What a line below zero draws on; a credit note, if absent. */
  readonly sourceOf?: (itemId: string) => SourceKind
}

/** Under which terms differences are settled, and who asks for it (a rule set, a person). @category policies @since 0.1.0 */
export interface PlanPolicies {
  readonly application: ApplicationPolicy
  readonly writeOff: WriteOffPolicy
  readonly chargeback: ChargebackPolicy
  readonly requestedBy: string
}
