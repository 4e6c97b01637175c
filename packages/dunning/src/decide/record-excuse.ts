/** An excuse is put on record. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { RecordExcuse } from '../commands.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { DunningRejection } from '../rejections.js'
import type { DunningState } from '../state.js'
import { beforeItems, dayInThePast, emptyField, emptyList, tooEarly, unknownItem, usedBefore } from './check-words.js'

/** @internal */
export const recordExcuse = (command: RecordExcuse, state: DunningState, context: DunningContext): DunningDecided => {
  const { on, excuseId, touchId, items, code, words, resolveOn, cause } = command
  const touchedOn = touchId === undefined ? undefined : keyedGet(state.touches, touchId)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ excuseId, touchId, code, cause }),
    () => emptyList('items', items),
    () => dayInThePast('resolveOn', on, resolveOn),
    () => usedBefore(state, 'excuse', excuseId),
    () =>
      touchId === undefined || touchedOn !== undefined ? undefined : { _tag: 'NotFound', kind: 'touch', id: touchId },
    () => unknownItem(items, context),
    () => tooEarly(on, touchedOn) ?? beforeItems(on, items, context),
  ])
  if (refusal !== undefined) return refuse(refusal)
  return accept({
    _tag: 'ExcuseGiven',
    on,
    excuseId,
    code,
    ...(touchId === undefined ? {} : { touchId }),
    ...(items === undefined ? {} : { items }),
    ...(words === undefined ? {} : { words }),
    ...(resolveOn === undefined ? {} : { resolveOn }),
    ...(cause === undefined ? {} : { cause }),
  })
}
