/**
 * Who may give up how much: nobody approves their own write-off, and every approver has a limit.
 */
import type { WriteOffPolicy, WriteOffReason } from '../model.js'
import type { ApprovalRequired } from '../rejections.js'
import { toleratedMinor } from './tolerated-difference.js'

/** A write-off as approval sees it. @category policies @since 0.1.0 */
export interface WriteOffRequest {
  readonly amountMinor: number
  readonly reason: WriteOffReason
  readonly requestedBy: string
  readonly approvedBy?: string | undefined
}

/**
 * Up to how much (inclusive) a write-off needs no second person: a small balance and a deduction up to the policy's
 * maxima, a difference at application up to what is tolerated on the item. A bad debt always needs one.
 *
 * @law nobody approves their own write-off
 * @category policies
 * @since 0.1.0
 */
export const limitWithoutApproval = (
  reason: WriteOffReason,
  policy: WriteOffPolicy,
  owedMinor: number,
): number | undefined => {
  switch (reason) {
    case 'small-balance':
      return policy.smallBalanceMaxMinor
    case 'small-difference':
      return toleratedMinor(policy.smallDifference, owedMinor)
    case 'bank-fee':
      return toleratedMinor(policy.bankFee, owedMinor)
    case 'deduction':
      return policy.deductionMaxMinor
    case 'bad-debt':
      return undefined
  }
}

/**
 * What is missing for a write-off to go ahead, or nothing. Beyond what needs no second person, an approver's limit must
 * cover it (inclusive). Differences at application are not for approval: beyond the tolerance they have another name.
 *
 * @law nobody approves their own write-off
 * @category policies
 * @since 0.1.0
 */
export const missingApproval = (request: WriteOffRequest, policy: WriteOffPolicy): ApprovalRequired | undefined => {
  const { amountMinor, reason, requestedBy, approvedBy } = request
  if (reason === 'small-difference' || reason === 'bank-fee') return undefined
  const freeMinor = limitWithoutApproval(reason, policy, amountMinor)
  if (freeMinor !== undefined && amountMinor <= freeMinor) return undefined
  const limitMinor = policy.limits.find(({ approver }) => approver === approvedBy)?.maxMinor ?? 0
  const missing = (because: ApprovalRequired['because']): ApprovalRequired => ({
    _tag: 'ApprovalRequired',
    because,
    limitMinor,
    askedMinor: amountMinor,
  })
  if (approvedBy === undefined) return missing('no-approver')
  if (approvedBy === requestedBy) return missing('self-approval')
  return amountMinor > limitMinor ? missing('over-limit') : undefined
}
