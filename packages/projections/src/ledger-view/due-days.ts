/** The due days of an item at a point in time: as issued, or as last moved by then. */
import { earlierOf, epochDay, instantMillis, type LocalDate } from '@quittance/kernel'
import type { Instalment } from '@quittance/invoicing'
import type { PointInTime } from '../point-in-time.js'
import type { LedgerView, Subject } from './ledger-view.js'

/** @internal */
export const instalmentsAt = (
  view: LedgerView,
  index: number,
  { asOf, knownAt }: PointInTime,
): ReadonlyArray<Instalment> => {
  const subject = view.subjects[index] as Subject
  const changes = view.dueChanges.get(index)
  if (changes === undefined) return subject.instalments
  const [day, millis] = [epochDay(asOf), instantMillis(knownAt)]
  const known = changes.filter(({ effectiveDay, recordedMillis }) => effectiveDay <= day && recordedMillis <= millis)
  return subject.instalments.map((instalment) => {
    const moved = known.filter(({ instalmentNo }) => instalmentNo === instalment.no).at(-1)
    return moved === undefined ? instalment : { ...instalment, dueOn: moved.to }
  })
}

/** The first day on which the document reached the customer, if it had by then. @internal */
export const deliveredOn = (view: LedgerView, index: number, { asOf, knownAt }: PointInTime): LocalDate | undefined => {
  const [day, millis] = [epochDay(asOf), instantMillis(knownAt)]
  return view.deliveries
    .get(index)
    ?.filter(({ effectiveDay, recordedMillis }) => effectiveDay <= day && recordedMillis <= millis)
    .map(({ on }) => on)
    .reduce<LocalDate | undefined>((first, on) => (first === undefined ? on : earlierOf(first, on)), undefined)
}
