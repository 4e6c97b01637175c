/**
 * Who may give up how much: nobody approves their own write-off, and every approver has a limit.
 */
import type { WriteOffPolicy, WriteOffReason } from '../model.js'
import type { ApprovalRequired } from '../rejections.js'

/** A write-off as approval sees it. @category policies @since 0.1.0 */
export interface WriteOffRequest {
  readonly amountMinor: number
  readonly reason: WriteOffReason
  readonly requestedBy: string
  readonly approvedBy?: string | undefined
}

/**
 * What is missing for a write-off to go ahead, or nothing. A small balance up to the policy's maximum
 * (inclusive) needs no second person; everything else needs an approver whose limit covers it (inclusive).
 *
 * @law nobody approves their own write-off
 * @category policies
 * @since 0.1.0
 */
export const missingApproval = (request: WriteOffRequest, policy: WriteOffPolicy): ApprovalRequired | undefined => {
  const { amountMinor, reason, requestedBy, approvedBy } = request
  if (reason === 'small-balance' && amountMinor <= policy.smallBalanceMaxMinor) return undefined
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
