/** The day on which an item was closed. */
import type { LocalDate } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'
import { because } from './because.js'
import type { LedgerView } from './ledger-view.js'
import { balanceSign } from './measures.js'

/** The last day on which the item went from open to nothing open; days, not recordings, are in order here. @internal */
export const closedOn = (view: LedgerView, index: number, at: PointInTime): LocalDate | undefined => {
  const movedOn = new Map<LocalDate, number>()
  for (const { on, measure, minor } of because(view, index, at))
    movedOn.set(on, (movedOn.get(on) ?? 0) + balanceSign(measure) * minor)
  let openMinor = 0
  let closed: LocalDate | undefined
  for (const [on, minor] of [...movedOn].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const wasOpen = openMinor !== 0 || closed === undefined
    openMinor += minor
    if (wasOpen && openMinor === 0) closed = on
  }
  return closed
}
