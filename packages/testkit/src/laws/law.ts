/** Laws are data: a name and a check of a log of recorded facts, so that anybody can hold their own log to them. */
import type { Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'

/** The facts of one account, in stream order from its first. @category laws @since 0.1.0 */
export type AccountLog = ReadonlyArray<Recorded<AccountFact>>

/** Where a law is broken: at which fact, and how. @category laws @since 0.1.0 */
export interface Breach {
  readonly revision: number
  readonly says: string
}

/** A law of an account's history. @category laws @since 0.1.0 */
export interface AuditLaw {
  readonly name: string
  /** The first breach in the log, or nothing. */
  readonly breach: (log: AccountLog) => Breach | undefined
  /** Whether the log keeps the law. */
  readonly holds: (log: AccountLog) => boolean
}

/** A law from its name and the search for its first breach. @category laws @since 0.1.0 */
export const auditLaw = (name: string, breach: AuditLaw['breach']): AuditLaw => ({
  name,
  breach,
  holds: (log) => breach(log) === undefined,
})
