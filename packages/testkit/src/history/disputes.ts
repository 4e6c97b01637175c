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

/** A credit note that fits is what accepts; now and then one that does not, or none. @internal */
export const resolveDispute: Move = (world, dice) => {
  const disputeId = idOf(
    dice,
    keyedValues(world.state.invoicing.openDisputes).map((dispute) => dispute.disputeId),
  )
  const dispute = keyedGet(world.state.invoicing.openDisputes, disputeId)
  const on = dayNear(world, dice, dispute?.raisedOn)
  const outcome = dice.pick(outcomes)
  const isAccepted = outcome === 'accepted' || outcome === 'partly-accepted'
  const end = { _tag: 'ResolveDispute', on, disputeId, outcome } as const
  if (!isAccepted || dispute === undefined || dice.oneIn(8)) return [end]
  if (dice.oneIn(4)) {
    const credit = someOf(dice, creditNotes(world))
    return [credit === undefined ? end : { ...end, creditNoteId: credit.documentId }]
  }
  const creditMinor =
    outcome === 'accepted' ? dispute.disputedMinor : Math.max(Math.floor(dispute.disputedMinor / 2), 1)
  const document = keyedGet(world.state.invoicing.documents, dispute.documentId)
  const creditNoteId = newId(world, dice, 'CN')
  return [
    {
      _tag: 'IssueCreditNote',
      on,
      documentId: creditNoteId,
      currency: document?.currency ?? world.currency,
      lines: [{ netMinor: creditMinor }],
      reason: 'dispute accepted',
    },
    { ...end, creditNoteId, ...(dice.oneIn(2) ? { disputeClass: 'preventable' } : {}) },
  ]
}
