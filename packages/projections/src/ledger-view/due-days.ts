/** The due days of an item at a point in time: as issued, or as last moved by then. */
import { earlierOf, type LocalDate } from '@quittance/kernel'
import type { Instalment } from '@quittance/invoicing'
import type { PointInTime } from '../point-in-time.js'
import { knownBy } from './known-by.js'
import type { LedgerView, Subject } from './ledger-view.js'

/** @internal */
export const instalmentsAt = (view: LedgerView, index: number, at: PointInTime): ReadonlyArray<Instalment> => {
  const subject = view.subjects[index] as Subject
  const changes = view.dueChanges.get(index)
  if (changes === undefined) return subject.instalments
  const known = knownBy(changes, at)
  return subject.instalments.map((instalment) => {
    const moved = known.filter(({ instalmentNo }) => instalmentNo === instalment.no).at(-1)
    return moved === undefined ? instalment : { ...instalment, dueOn: moved.to }
  })
}

/** The first day on which the document reached the customer, if it had by then. @internal */
export const deliveredOn = (view: LedgerView, index: number, at: PointInTime): LocalDate | undefined =>
  knownBy(view.deliveries.get(index), at)
    .map(({ on }) => on)
    .reduce<LocalDate | undefined>((first, on) => (first === undefined ? on : earlierOf(first, on)), undefined)
