/** What disputes say of a cause: accepted, tagged by somebody of ours, or only claimed. */
import type { RegisteredDispute } from '../../disputes/dispute-register.js'
import { unknownCause } from '../../disputes/cause-taxonomy.js'
import { type CauseRule, type Found, noSettings } from '../cause-rule.js'
import type { ItemDossier } from '../item-dossier.js'

/**
 * A dispute that was accepted, in full or in part, says what was wrong.
 *
 * @category policies
 * @since 0.1.0
 */
export const resolvedDispute: CauseRule<Readonly<Record<never, never>>> = {
  id: 'resolved-dispute',
  rank: 'resolved-dispute',
  settings: noSettings,
  find: (dossier) => said(dossier, 'resolved', 95),
}

/**
 * A dispute whose cause somebody of ours looked into and named, and which has not been decided yet.
 *
 * @category policies
 * @since 0.1.0
 */
export const taggedDispute: CauseRule<Readonly<Record<never, never>>> = {
  id: 'tagged-dispute',
  rank: 'tagged-dispute',
  settings: noSettings,
  find: (dossier) => said(dossier, 'tagged', 85),
}

/**
 * A dispute as the customer raised it. It is a claim: nobody has looked into it.
 *
 * @category policies
 * @since 0.1.0
 */
export const raisedDispute: CauseRule<Readonly<Record<never, never>>> = {
  id: 'raised-dispute',
  rank: 'claim',
  settings: noSettings,
  find: (dossier) => said(dossier, 'raised', 70),
}

/** A dispute that was rejected or withdrawn says nothing of us, nor does one without a cause. */
const said = (
  { disputes }: ItemDossier,
  evidence: RegisteredDispute['evidence'],
  confidence: number,
): ReadonlyArray<Found> =>
  disputes.flatMap((dispute) => {
    if (dispute.evidence !== evidence || dispute.cause === unknownCause.cause) return []
    if (dispute.outcome === 'rejected' || dispute.outcome === 'withdrawn') return []
    const { disputeId, cause, raisedOn, positions, outcome } = dispute
    const because = { kind: `dispute-${evidence}`, disputeId, ...(outcome === undefined ? {} : { outcome }) }
    return { cause, confidence, happenedOn: raisedOn, positions, because }
  })
