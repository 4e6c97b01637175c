/** What is told about contacts, collectors and customers beside the contacts themselves. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { AssignCollector, RecordOrderPlaced, ReportDistressSign, ReviewCall } from '../commands.js'
import type { DunningDecided } from '../decided.js'
import type { DunningRejection } from '../rejections.js'
import type { DunningState } from '../state.js'
import { emptyField, emptyList, tooEarly, usedBefore, wrongNumber } from './check-words.js'

/** @internal */
export const reviewCall = ({ _tag, ...said }: ReviewCall, state: DunningState): DunningDecided => {
  const { on, reviewId, touchId, checklist, points, reviewedBy } = said
  const touchedOn = keyedGet(state.touches, touchId)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ reviewId, touchId, 'checklist.id': checklist.id, reviewedBy }) ?? emptyList('points', points),
    () => (points.some(({ code }) => code === '') ? { _tag: 'MissingField', field: 'points.code' } : undefined),
    () => usedBefore(state, 'review', reviewId),
    () => (touchedOn === undefined ? { _tag: 'NotFound', kind: 'touch', id: touchId } : undefined),
    () => tooEarly(on, touchedOn),
  ])
  return refusal === undefined ? accept({ _tag: 'CallReviewed', ...said }) : refuse(refusal)
}

/** @internal */
export const assignCollector = ({ _tag, ...said }: AssignCollector): DunningDecided => {
  const refusal = emptyField({ collector: said.collector }) ?? wrongNumber('capacityMinutes', said.capacityMinutes, 0)
  return refusal === undefined ? accept({ _tag: 'CollectorAssigned', ...said }) : refuse(refusal)
}

/** @internal */
export const reportDistressSign = ({ _tag, ...said }: ReportDistressSign, state: DunningState): DunningDecided => {
  const { on, signId, kind, touchId, source } = said
  const touchedOn = touchId === undefined ? undefined : keyedGet(state.touches, touchId)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ signId, kind, touchId, source }),
    () => usedBefore(state, 'distress-sign', signId),
    () =>
      touchId === undefined || touchedOn !== undefined ? undefined : { _tag: 'NotFound', kind: 'touch', id: touchId },
    () => tooEarly(on, touchedOn),
  ])
  return refusal === undefined ? accept({ _tag: 'DistressSignReported', ...said }) : refuse(refusal)
}

/** @internal */
export const recordOrderPlaced = ({ _tag, ...said }: RecordOrderPlaced, state: DunningState): DunningDecided => {
  const { orderId, amountMinor, depositMinor } = said
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ orderId }),
    () => wrongNumber('amountMinor', amountMinor, 1) ?? wrongNumber('depositMinor', depositMinor, 0),
    () => usedBefore(state, 'order', orderId),
  ])
  return refusal === undefined ? accept({ _tag: 'OrderPlaced', ...said }) : refuse(refusal)
}
