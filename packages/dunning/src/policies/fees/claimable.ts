/** What fees and interest still ask for, whatever became of the invoice they arose on. */

/** A fee or interest note with what is open of it. @category policies @since 0.1.0 */
export interface ChargeItem {
  readonly kind: 'fee' | 'interest'
  readonly openMinor: number
}

/** What a notice may still claim, and whether it is settled. @category policies @since 0.1.0 */
export interface NoticeClaim {
  readonly principalMinor: number
  readonly chargesMinor: number
  readonly claimableMinor: number
  /** Resolved only when principal, fees and interest are all paid. */
  readonly standing: 'unresolved' | 'resolved'
}

/**
 * What a notice can still claim: what is open of its items and of its own charges. Fees and interest outlive the principal.
 *
 * @law charges stay claimable after the principal is paid
 * @example
 * noticeClaim(0, [{ kind: 'interest', openMinor: 41 }, { kind: 'fee', openMinor: 10_00 }]).claimableMinor // => 1041
 * @category policies
 * @since 0.1.0
 */
export const noticeClaim = (openMinor: number, charges: ReadonlyArray<ChargeItem>): NoticeClaim => {
  const principalMinor = Math.max(0, openMinor)
  const chargesMinor = charges.reduce((so, charge) => so + Math.max(0, charge.openMinor), 0)
  const claimableMinor = principalMinor + chargesMinor
  return { principalMinor, chargesMinor, claimableMinor, standing: claimableMinor === 0 ? 'resolved' : 'unresolved' }
}
