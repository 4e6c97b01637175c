/** The last demand and what follows it. */
import { accept, firstRefusal, keyedGet, type LocalDate, refuse } from '@quittance/kernel'
import type { CarryOutConsequence, SendFinalDemand } from '../commands/escalations.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import { levelReached } from '../policies/ladder/question-on.js'
import type { DunningRejection } from '../rejections.js'
import type { DunningState } from '../state.js'
import { beforeItems, dayInThePast, emptyField, emptyList, tooEarly, unknownItem, wrongNumber } from './check-words.js'
import { otherCurrency } from './give-notice.js'
import { notCollectable, wholeOf } from './whole-items.js'

/** It asks for all that is open on its items, and nothing of it is disputed, promised for later or in hand. @internal */
export const sendFinalDemand = (
  command: SendFinalDemand,
  state: DunningState,
  context: DunningContext,
): DunningDecided => {
  const { _tag, afterLevel, items: itemIds, ...said } = command
  const { on, demandId, currency, addressee, address, deadlineOn, approvedBy } = said
  const account = context.asItStands(on)
  const whole = wholeOf(itemIds, account)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ demandId, addressee, address, approvedBy }) ?? emptyList('items', itemIds),
    () => wrongNumber('afterLevel', afterLevel, 0),
    () => dayInThePast('deadlineOn', on, deadlineOn),
    () =>
      keyedGet(state.demands, demandId) === undefined
        ? undefined
        : { _tag: 'IdAlreadyUsed', kind: 'demand', id: demandId },
    () => unknownItem(itemIds, context),
    () => otherCurrency(itemIds, currency, context),
    () => beforeItems(on, itemIds, context),
    () => notCollectable(itemIds, currency, account),
    () => notClimbed(itemIds, afterLevel, state, account.items, on),
    () => outstanding(itemIds, state),
  ])
  if (refusal !== undefined) return refuse(refusal)
  const amountMinor = whole.reduce((so, item) => so + item.amountMinor, 0)
  return accept({ _tag: 'FinalDemandSent', ...said, amountMinor, items: whole })
}

/** Every instalment that is due has had the steps before. */
const notClimbed = (
  itemIds: ReadonlyArray<string>,
  wanted: number,
  state: DunningState,
  items: ReadonlyArray<{ readonly itemId: string; readonly instalmentNo: number; readonly dueOn: LocalDate }>,
  on: LocalDate,
): DunningRejection | undefined => {
  for (const item of items) {
    if (!itemIds.includes(item.itemId) || item.dueOn > on) continue
    const reached = levelReached(state, item)?.level ?? 0
    if (reached < wanted) return { _tag: 'LevelNotReached', itemId: item.itemId, reached, wanted }
  }
  return undefined
}

/** Once in a debt's life, until what it said is done. */
const outstanding = (itemIds: ReadonlyArray<string>, state: DunningState): DunningRejection | undefined => {
  for (const itemId of itemIds) {
    const demandId = keyedGet(state.items, itemId)?.demandId
    if (demandId !== undefined && keyedGet(state.demands, demandId)?.carriedOut === false)
      return { _tag: 'DemandOutstanding', itemId, demandId }
  }
  return undefined
}

/** @internal */
export const carryOutConsequence = ({ _tag, ...said }: CarryOutConsequence, state: DunningState): DunningDecided => {
  const { on, demandId, by } = said
  const demand = keyedGet(state.demands, demandId)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ demandId, by }),
    () => (demand === undefined ? { _tag: 'NotFound', kind: 'demand', id: demandId } : undefined),
    () =>
      demand?.carriedOut === true
        ? { _tag: 'AlreadyEnded', kind: 'demand', id: demandId, ended: 'carried-out' }
        : undefined,
    () => tooEarly(on, demand?.deadlineOn),
  ])
  return refusal === undefined ? accept({ _tag: 'ConsequenceCarriedOut', ...said }) : refuse(refusal)
}
