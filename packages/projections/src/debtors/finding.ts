/** What a signal found, and what a finding about a customer says: every word of it with its evidence. */
import type { LocalDate } from '@quittance/kernel'
import type { DebtorLevel } from './policy.js'

/** A signal's answer. `measured` are the numbers that it compared, in words of its own. @category projections @since 0.1.0 */
export interface SignalFinding {
  readonly signal: string
  readonly fired: boolean
  readonly measured: Readonly<Record<string, number>>
  /** Ids of the promises, items, receipts or excuses that count against the customer. */
  readonly evidence: ReadonlyArray<string>
}

/** Evidence that does not count, with the reason why. @category projections @since 0.1.0 */
export interface SetAside {
  readonly kind: 'promise' | 'item' | 'receipt'
  readonly id: string
  readonly because: string
}

/** A finding about a customer, under a policy, as of a day. @category projections @since 0.1.0 */
export interface DebtorFinding {
  readonly customer: string
  readonly asOf: LocalDate
  readonly policy: { readonly id: string; readonly version: number }
  readonly level: DebtorLevel
  readonly signals: ReadonlyArray<SignalFinding>
  /** The facts of the broken promises and of what else fired. */
  readonly factIds: ReadonlyArray<string>
  readonly setAside: ReadonlyArray<SetAside>
}
