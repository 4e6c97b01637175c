/** Moves on disputes: raise, resolve. */
import type { DisputeOutcome } from '@quittance/invoicing'
import { keyedGet, keyedValues } from '@quittance/kernel'
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
