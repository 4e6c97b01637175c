/** When a customer was flagged, and when the flag ended: derived for any past day, recorded nowhere. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { DebtorFinding } from './finding.js'
import { judgeDebtor } from './judge-debtor.js'
import type { DebtorLevel, DebtorPolicy } from './policy.js'
import type { PayerRecord } from './record.js'

/** A change of level. @category projections @since 0.1.0 */
export interface DebtorChange {
  readonly on: LocalDate
  readonly from: DebtorLevel
  readonly to: DebtorLevel
  readonly finding: DebtorFinding
}

/**
 * Every change of level up to a day, inclusive, the earliest first. A finding can change only on a day on which
 * something happened, a window closes over something, or an item gets too old; those days alone are judged.
 *
 * @law the last change leads to the level of the day
 * @category projections
 * @since 0.1.0
 */
export const debtorHistory = (
  record: PayerRecord,
  asOf: LocalDate,
  policy: DebtorPolicy,
): ReadonlyArray<DebtorChange> => {
  const changes: Array<DebtorChange> = []
  let level: DebtorLevel = 'none'
  for (const on of daysOfChange(record, policy)) {
    if (on > asOf) break
    const finding = judgeDebtor(record, on, policy)
    if (finding.level !== level) changes.push({ on, from: level, to: finding.level, finding })
    level = finding.level
  }
  return changes
}

const daysOfChange = (record: PayerRecord, policy: DebtorPolicy): ReadonlyArray<LocalDate> => {
  const happened = [
    ...record.promises.map(({ settledOn }) => settledOn),
    ...record.items.flatMap(({ paidOn, givenUpOn }) => [paidOn, givenUpOn]),
    ...record.excuses.map(({ on }) => on),
    ...record.returns.map(({ on }) => on),
  ].filter((day): day is LocalDate => day !== undefined)
  const days = new Set<LocalDate>(happened)
  const { clearing } = policy
  if (clearing !== undefined)
    for (const { settledOn } of record.promises) days.add(addDays(settledOn, clearing.cleanDays + 1))
  for (const signal of policy.signals) {
    if ('window' in signal && signal.window !== undefined) {
      const beyond = signal.window.windowDays + (signal.window.includesFirstDay ? 1 : 0)
      for (const day of happened) days.add(addDays(day, beyond))
    }
    const afterDue =
      signal._tag === 'LongPastDue' ? signal.moreThanDays + 1 : signal._tag === 'LateShare' ? 1 : undefined
    if (afterDue !== undefined) for (const { dueOn } of record.items) days.add(addDays(dueOn, afterDue))
  }
  return [...days].sort()
}
