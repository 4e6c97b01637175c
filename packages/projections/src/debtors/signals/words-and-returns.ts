/** Excuses that proved false, and payments that the bank took back. */
import type { LocalDate } from '@quittance/kernel'
import type { SignalFinding } from '../finding.js'
import type { FalseExcusesSignal, ReturnedPaymentsSignal } from '../policy.js'
import { type GivenExcuse, isInWindow, type ReturnedPayment } from '../record.js'

/** How often each excuse was given, and how often it proved false. @category policies @since 0.1.0 */
export interface ExcuseCount {
  readonly excuse: string
  readonly kind: GivenExcuse['kind']
  readonly given: number
  readonly provedFalse: number
}

/** Excuses counted, the most frequent first, then by name. @category policies @since 0.1.0 */
export const excuseCounts = (excuses: ReadonlyArray<GivenExcuse>): ReadonlyArray<ExcuseCount> => {
  const counts = new Map<string, { kind: GivenExcuse['kind']; given: number; provedFalse: number }>()
  for (const { excuse, kind, provedFalse } of excuses) {
    let count = counts.get(excuse)
    if (count === undefined) counts.set(excuse, (count = { kind, given: 0, provedFalse: 0 }))
    count.given += 1
    count.provedFalse += provedFalse ? 1 : 0
  }
  return [...counts]
    .map(([excuse, count]) => ({ excuse, ...count }))
    .sort((a, b) => b.given - a.given || (a.excuse < b.excuse ? -1 : 1))
}

/** Fired when one and the same excuse proved false so many times. An excuse that blames us proves nothing. @category policies @since 0.1.0 */
export const falseExcuses = (
  signal: FalseExcusesSignal,
  excuses: ReadonlyArray<GivenExcuse>,
  asOf: LocalDate,
): SignalFinding => {
  const claims = excuses.filter(({ on, kind }) => kind !== 'upstream' && isInWindow(on, asOf, signal.window))
  const often = excuseCounts(claims).filter(({ provedFalse }) => provedFalse >= Math.max(signal.minFalse, 1))
  return {
    signal: signal.name,
    fired: often.length > 0,
    measured: { provedFalse: claims.filter(({ provedFalse }) => provedFalse).length },
    evidence: often.map(({ excuse }) => excuse),
  }
}

/** Fired when the bank took back so many payments. @category policies @since 0.1.0 */
export const returnedPayments = (
  signal: ReturnedPaymentsSignal,
  returns: ReadonlyArray<ReturnedPayment>,
  asOf: LocalDate,
): SignalFinding => {
  const inWindow = returns.filter(({ on }) => isInWindow(on, asOf, signal.window))
  return {
    signal: signal.name,
    fired: inWindow.length > 0 && inWindow.length >= signal.minReturned,
    measured: { returned: inWindow.length },
    evidence: inWindow.map(({ receiptId }) => receiptId),
  }
}
