/** What we did about it: the values of contacts, as the people who make them name them. */
import type { LocalDate } from '@quittance/kernel'

/** By which way somebody was reached, or not. @category model @since 0.1.0 */
export type Channel = 'e-mail' | 'text' | 'letter' | 'statement' | 'call' | 'visit' | 'portal'

/** In which role somebody of ours made a contact. @category model @since 0.1.0 */
export type ContactRole = 'collector' | 'credit-manager' | 'sales' | 'executive' | 'system'

/** What came of a contact. @category model @since 0.1.0 */
export type TouchOutcome =
  | 'sent'
  | 'reached'
  | 'voicemail'
  | 'no-answer'
  | 'gatekeeper'
  | 'hostile'
  | 'refused'
  | 'wrong-contact'
  | 'promised'
  | 'paid'
  | 'disputed'

/** What is to be done next, and when: every open item is to have exactly one. @category model @since 0.1.0 */
export interface NextAction {
  readonly kind: string
  readonly on: LocalDate
}
