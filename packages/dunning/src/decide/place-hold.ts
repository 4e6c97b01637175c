/** Holds and ladders put in place by hand. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { AssignLadder, LiftHold, PlaceHold } from '../commands/notices.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { DunningRejection } from '../rejections.js'
import type { DunningState } from '../state.js'
import { beforeItems, dayInThePast, emptyField, emptyList, tooEarly, unknownItem, wrongNumber } from './check-words.js'

/** @internal */
export const placeHold = (
  { _tag, ...said }: PlaceHold,
  state: DunningState,
  context: DunningContext,
): DunningDecided => {
  const { on, holdId, items, until, by } = said
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ holdId, by }) ?? emptyList('items', items),
    () => dayInThePast('until', on, until),
    () =>
      keyedGet(state.holds, holdId) === undefined ? undefined : { _tag: 'IdAlreadyUsed', kind: 'hold', id: holdId },
    () => unknownItem(items, context),
    () => beforeItems(on, items, context),
  ])
  return refusal === undefined ? accept({ _tag: 'HoldPlaced', ...said }) : refuse(refusal)
}

/** A hold whose last day has passed is over by itself. @internal */
export const liftHold = ({ _tag, ...said }: LiftHold, state: DunningState): DunningDecided => {
  const { on, holdId, by } = said
  const hold = keyedGet(state.holds, holdId)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ holdId, by }),
    () => (hold === undefined ? { _tag: 'NotFound', kind: 'hold', id: holdId } : undefined),
    () => {
      const isOver = hold?.until !== undefined && hold.until < on
      if (hold?.lifted !== true && !isOver) return undefined
      return { _tag: 'AlreadyEnded', kind: 'hold', id: holdId, ended: isOver ? 'over' : 'lifted' }
    },
    () => tooEarly(on, hold?.from),
  ])
  return refusal === undefined ? accept({ _tag: 'HoldLifted', ...said }) : refuse(refusal)
}

/** @internal */
export const assignLadder = ({ _tag, ...said }: AssignLadder, context: DunningContext): DunningDecided => {
  const { on, ladderId, items, level, by, reason } = said
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ ladderId, by, reason }) ?? emptyList('items', items),
    () => wrongNumber('level', level, 0),
    () => unknownItem(items, context),
    () => beforeItems(on, items, context),
  ])
  return refusal === undefined ? accept({ _tag: 'LadderAssigned', ...said }) : refuse(refusal)
}
