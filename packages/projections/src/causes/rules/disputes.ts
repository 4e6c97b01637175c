/** What disputes say of a cause: accepted, tagged by somebody of ours, or only claimed. */
import { struct, wholeNumber } from '@quittance/kernel'
import { unknownCause } from '../../disputes/cause-taxonomy.js'
import type { RegisteredDispute } from '../../disputes/dispute-register.js'
import type { CauseRule, Found } from '../cause-rule.js'
import type { ItemDossier } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure a dispute is. @category policies @since 0.1.0 */
export interface DisputeSettings {
  readonly confidence: number
}

const settings = struct({ confidence: wholeNumber })

/**
 * A dispute that was accepted, in full or in part, says what was wrong.
 *
 * @category policies
 * @since 0.1.0
 */
export const resolvedDispute: CauseRule<DisputeSettings> = {
  id: 'resolved-dispute',
  rank: 'resolved-dispute',
  settings: ruleSettings(settings, { confidence: 95 }),
  find: ({ disputes, claims }, { confidence }) =>
    standing(disputes, 'resolved').flatMap((dispute) => said(dispute, claims, confidence)),
}

/**
 * A dispute whose cause somebody of ours looked into and named, and which has not been decided yet.
 *
 * @category policies
 * @since 0.1.0
 */
export const taggedDispute: CauseRule<DisputeSettings> = {
  id: 'tagged-dispute',
  rank: 'tagged-dispute',
  settings: ruleSettings(settings, { confidence: 85 }),
  find: ({ disputes, claims }, { confidence }) =>
    standing(disputes, 'tagged').flatMap((dispute) => said(dispute, claims, confidence)),
}

/** How sure a claim is, and how sure one with neither a code nor a paper. @category policies @since 0.1.0 */
export interface ClaimSettings extends DisputeSettings {
  readonly bareConfidence: number
}

/**
 * A dispute as the customer raised it: a claim that nobody has looked into, worth less where neither a code nor a paper supports it.
 *
 * @category policies
 * @since 0.1.0
 */
export const raisedDispute: CauseRule<ClaimSettings> = {
  id: 'raised-dispute',
  rank: 'claim',
  settings: ruleSettings(struct({ confidence: wholeNumber, bareConfidence: wholeNumber }), {
    confidence: 75,
    bareConfidence: 65,
  }),
  find: ({ disputes, claims }, { confidence, bareConfidence }) =>
    standing(disputes, 'raised').flatMap((dispute) =>
      said(dispute, claims, isSupported(dispute, claims) ? confidence : bareConfidence),
    ),
}

/** A dispute that was rejected or withdrawn says nothing of us. */
const standing = (
  disputes: ItemDossier['disputes'],
  evidence: RegisteredDispute['evidence'],
): ReadonlyArray<RegisteredDispute> =>
  disputes.filter((one) => one.evidence === evidence && one.outcome !== 'rejected' && one.outcome !== 'withdrawn')

const isSupported = ({ disputeId }: RegisteredDispute, claims: ItemDossier['claims']): boolean =>
  claims.some(({ fact }) => fact.disputeId === disputeId && (fact.claimCode ?? fact.evidence?.[0]) !== undefined)

/** The cause that was named; where there is none, the code of the customer's claim, the latest before all. */
const said = (dispute: RegisteredDispute, claims: ItemDossier['claims'], confidence: number): ReadonlyArray<Found> => {
  const { disputeId, evidence, raisedOn, outcome } = dispute
  const because = { kind: `dispute-${evidence}`, disputeId, ...(outcome === undefined ? {} : { outcome }) }
  const found = { confidence, happenedOn: raisedOn }
  if (dispute.cause !== unknownCause.cause)
    return [{ ...found, cause: dispute.cause, positions: dispute.positions, because }]
  const coded = claims.findLast(({ fact }) => fact.disputeId === disputeId && fact.claimCode !== undefined)
  const { claimCode } = coded?.fact ?? {}
  if (coded === undefined || claimCode === undefined) return []
  const positions = [...new Set([...dispute.positions, coded.position])].sort((a, b) => a - b)
  return [{ ...found, cause: claimCode, positions, because: { ...because, claimCode } }]
}
