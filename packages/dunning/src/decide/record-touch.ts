/** A contact is put on record. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { RecordTouch } from '../commands.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { TouchRecorded } from '../events.js'
import type { DunningRejection, InvalidAmount, MissingField } from '../rejections.js'
import type { DunningState } from '../state.js'
import { beforeItems, dayInThePast, emptyField, emptyList, unknownItem, wrongNumber } from './check-words.js'

/** @internal */
export const recordTouch = (command: RecordTouch, state: DunningState, context: DunningContext): DunningDecided => {
  const { on, touchId, items, nextAction } = command
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ touchId, actor: command.actor, 'nextAction.kind': nextAction?.kind }),
    () => emptyList('items', items),
    () => wrongAsk(command),
    () => dayInThePast('nextAction.on', on, nextAction?.on),
    () =>
      keyedGet(state.touches, touchId) === undefined
        ? undefined
        : { _tag: 'IdAlreadyUsed', kind: 'touch', id: touchId },
    () => unknownItem(items, context),
    () => beforeItems(on, items, context),
  ])
  return refusal === undefined ? accept(touchOf(command)) : refuse(refusal)
}

/** An amount without a currency is no ask. */
const wrongAsk = ({ askMinor, currency }: RecordTouch): MissingField | InvalidAmount | undefined => {
  if (askMinor === undefined) return currency === undefined ? undefined : { _tag: 'MissingField', field: 'askMinor' }
  if (currency === undefined) return { _tag: 'MissingField', field: 'currency' }
  return wrongNumber('askMinor', askMinor, 1)
}

const touchOf = (command: RecordTouch): TouchRecorded => {
  const { on, touchId, channel, role, actor, outcome, items, askMinor, currency, spokeWith, words, nextAction } =
    command
  return {
    _tag: 'TouchRecorded',
    on,
    touchId,
    channel,
    role,
    outcome,
    ...(actor === undefined ? {} : { actor }),
    ...(items === undefined ? {} : { items }),
    ...(askMinor === undefined ? {} : { askMinor }),
    ...(currency === undefined ? {} : { currency }),
    ...(spokeWith === undefined ? {} : { spokeWith }),
    ...(words === undefined ? {} : { words }),
    ...(nextAction === undefined ? {} : { nextAction }),
  }
}
