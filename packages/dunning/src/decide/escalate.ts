/** The last demand and what follows it. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { CarryOutConsequence, SendFinalDemand } from '../commands/escalations.js'
import type { AccountOnDay, DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { AskedItem } from '../model.js'
import {
  type DemandedAccount,
  type FinalDemandDraft,
  finalDemandFaults,
  shippedFinalDemandPolicy,
} from '../policies/escalation/final-demand-faults.js'
import { overdueItems } from '../policies/escalation/overdue-items.js'
import type { DunningRejection } from '../rejections.js'
import type { DunningState } from '../state.js'
import { beforeItems, dayInThePast, emptyField, emptyList, tooEarly, unknownItem, wrongNumber } from './check-words.js'
import { otherCurrency } from './give-notice.js'
import { notFree, wholeOf } from './whole-items.js'

/** It asks for all that is open and past due in its currency, and goes only where the law of final demands finds no fault. @internal */
export const sendFinalDemand = (
  command: SendFinalDemand,
  state: DunningState,
  context: DunningContext,
): DunningDecided => {
  const { _tag, afterLevel, items: itemIds, policy, ...said } = command
  const { on, demandId, currency, deadlineOn, approvedBy } = said
  const account = context.asItStands(on)
  const whole = wholeOf(itemIds, account)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ demandId, approvedBy }) ?? emptyList('items', itemIds),
    () => wrongNumber('afterLevel', afterLevel, 0),
    () => dayInThePast('deadlineOn', on, deadlineOn),
    () =>
      keyedGet(state.demands, demandId) === undefined
        ? undefined
        : { _tag: 'IdAlreadyUsed', kind: 'demand', id: demandId },
    () => unknownItem(itemIds, context),
    () => otherCurrency(itemIds, currency, context),
    () => beforeItems(on, itemIds, context),
    () => notFree(itemIds, currency, account),
    () => {
      const draft = draftOf(command, account, whole)
      const faults = finalDemandFaults(draft, demandedAccount(account, command), policy ?? shippedFinalDemandPolicy)
      return faults.length === 0 ? undefined : { _tag: 'DemandNotReady', faults }
    },
  ])
  if (refusal !== undefined) return refuse(refusal)
  const amountMinor = whole.reduce((so, item) => so + item.amountMinor, 0)
  return accept({ _tag: 'FinalDemandSent', ...said, amountMinor, items: whole })
}

/** Charges are items of their own here, and stand among the items. */
const draftOf = (
  { currency, addressee, address, deadlineOn, consequence, approvedBy, on }: SendFinalDemand,
  { items, dunning }: AccountOnDay,
  whole: ReadonlyArray<AskedItem>,
): FinalDemandDraft => ({
  addressee,
  address,
  currency,
  items: whole.map(({ itemId, amountMinor }) => ({
    itemId,
    amountMinor,
    dueOn: items.find((item) => item.itemId === itemId)?.dueOn ?? on,
  })),
  chargesMinor: 0,
  totalMinor: whole.reduce((so, { amountMinor }) => so + amountMinor, 0),
  deadlineOn,
  consequences: [consequence],
  noticesBefore: [
    ...new Set(whole.flatMap(({ itemId }) => (keyedGet(dunning.items, itemId)?.notes ?? []).map((note) => note.on))),
  ].sort(),
  approvedBy,
})

/** Everything past due in the currency, and how far what is demanded has climbed. */
const demandedAccount = (
  account: AccountOnDay,
  { on, currency, items: itemIds, afterLevel }: SendFinalDemand,
): DemandedAccount => {
  const late = overdueItems(account, on)
  const demanded = late.filter(({ itemId }) => itemIds.includes(itemId))
  return {
    on,
    items: late
      .filter((item) => item.currency === currency)
      .map(({ itemId, openMinor, disputedMinor, promisedMinor, onHold, placementId, demandId }) => ({
        itemId,
        openMinor,
        disputedMinor,
        promisedMinor,
        keptBack: onHold || placementId !== undefined || (demandId !== undefined && !itemIds.includes(itemId)),
      })),
    chargesMinor: 0,
    earlierLevelsDone: demanded.every(({ level }) => level >= afterLevel),
    demandedBefore: demanded.some(({ demandId }) => demandId !== undefined),
  }
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
