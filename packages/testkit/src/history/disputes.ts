/** Moves on disputes: raise, substantiate, assign, tag, resolve. */
import type { DisputeOutcome } from '@quittance/invoicing'
import { addDays, keyedGet, keyedValues } from '@quittance/kernel'
import { amountNear, creditNotes, dayNear, idOf, type Move, newId, openDocuments, someOf } from './world.js'

/** @internal */
export const raiseDispute: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  const disputable = (document?.openMinor ?? 0) - (document?.disputedMinor ?? 0)
  return [
    {
      _tag: 'RaiseDispute',
      on: dayNear(world, dice, document?.issuedOn),
      disputeId: newId(world, dice, 'DSP'),
      documentId: document?.documentId ?? 'NOWHERE',
      ...(dice.oneIn(2) ? { amountMinor: amountNear(dice, disputable) } : {}),
      ...(dice.oneIn(2) ? { cause: 'price', words: 'That is not what we agreed.' } : {}),
      ...(dice.oneIn(2) ? { claimCode: 'PRC', evidence: ['offer.pdf'] } : {}),
    },
  ]
}

/** @internal */
export const substantiateDispute: Move = (world, dice) => {
  const { openDisputes } = world.state.invoicing
  const disputeId = idOf(
    dice,
    keyedValues(openDisputes).map((dispute) => dispute.disputeId),
  )
  return [
    {
      _tag: 'SubstantiateDispute',
      on: dayNear(world, dice, keyedGet(openDisputes, disputeId)?.raisedOn),
      disputeId,
      ...(dice.oneIn(2) ? { claimCode: dice.oneIn(8) ? '' : 'PRC' } : { evidence: ['photo-1'] }),
    },
  ]
}

/** @internal */
export const assignDispute: Move = (world, dice) => {
  const { openDisputes } = world.state.invoicing
  const disputeId = idOf(
    dice,
    keyedValues(openDisputes).map((dispute) => dispute.disputeId),
  )
  const on = dayNear(world, dice, keyedGet(openDisputes, disputeId)?.raisedOn)
  return [
    {
      _tag: 'AssignDispute',
      on,
      disputeId,
      department: dice.oneIn(8) ? '' : 'sales',
      ...(dice.oneIn(2) ? { person: 'k.ito', dueOn: addDays(on, dice.oneIn(8) ? -1 : 7) } : {}),
    },
  ]
}

/** @internal */
export const tagDisputeCause: Move = (world, dice) => {
  const { openDisputes, endedDisputes } = world.state.invoicing
  const disputes = [...keyedValues(openDisputes), ...keyedValues(endedDisputes)]
  const disputeId = idOf(
    dice,
    disputes.map((dispute) => dispute.disputeId),
  )
  const { raisedOn } = disputes.find((dispute) => dispute.disputeId === disputeId) ?? {}
  return [
    {
      _tag: 'TagDisputeCause',
      on: dayNear(world, dice, raisedOn),
      disputeId,
      cause: dice.oneIn(2) ? 'quantity' : 'pricing_error',
      by: dice.oneIn(8) ? '' : 'k.ito',
      because: 'the order says otherwise',
    },
  ]
}

const outcomes: readonly [DisputeOutcome, ...ReadonlyArray<DisputeOutcome>] = [
  'rejected',
  'accepted',
  'partly-accepted',
  'withdrawn',
  'paid',
  'written-off',
]

/** @internal */
export const resolveDispute: Move = (world, dice) => {
  const disputeId = idOf(
    dice,
    keyedValues(world.state.invoicing.openDisputes).map((dispute) => dispute.disputeId),
  )
  const credit = dice.oneIn(3) ? someOf(dice, creditNotes(world)) : undefined
  return [
    {
      _tag: 'ResolveDispute',
      on: dayNear(world, dice, keyedGet(world.state.invoicing.openDisputes, disputeId)?.raisedOn),
      disputeId,
      outcome: dice.pick(outcomes),
      ...(credit === undefined ? {} : { creditNoteId: credit.documentId }),
    },
  ]
}
