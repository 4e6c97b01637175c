/**
 * How an amount of cash meets an item that offers a discount: what is applied, granted, kept as a penny,
 * and left over. Every difference gets a name; none disappears.
 */
import { grossUp } from '@quittance/kernel'
import type { ApplicationPolicy } from '../model.js'
import type { AvailableDiscount } from './discount-available.js'

/** What becomes of the cash. `appliedMinor` + `pennyMinor` is what is used of the receipt. @category policies @since 0.1.0 */
export interface ItemSettlement {
  readonly appliedMinor: number
  readonly discountMinor: number
  readonly pennyMinor: number
  /** Claimed by the customer without a right to; it stays open on the item. */
  readonly shortfallMinor: number
}

/** What meets what. @category policies @since 0.1.0 */
export interface SettlementCase {
  readonly openMinor: number
  /** The most that is used of the receipt. */
  readonly cashMinor: number
  readonly available: AvailableDiscount | undefined
  readonly policy: Pick<ApplicationPolicy, 'partialDiscount' | 'overpayment' | 'maxPennyMinor'>
  /** Penny gain the receipt has already given. */
  readonly pennyTakenMinor: number
}

/**
 * Settle by what the policy allows. Cash of exactly the discounted amount closes the item; more is kept as a
 * penny or stays unapplied (`specific`) or shrinks the discount (`unspecific`); less earns a part of the
 * discount only where part payments do: cleared = cash / (1 - p).
 *
 * @law cash, discount and what stays open always add up to what was open
 * @category policies
 * @since 0.1.0
 */
export const settleItem = (given: SettlementCase): ItemSettlement => {
  const { openMinor, cashMinor, available, policy } = given
  const offeredMinor = Math.min(available?.leftMinor ?? 0, openMinor)
  const payableMinor = openMinor - offeredMinor

  if (cashMinor < payableMinor) return partPayment(given)
  if (policy.overpayment === 'unspecific' && cashMinor > payableMinor) {
    const appliedMinor = Math.min(cashMinor, openMinor)
    return { appliedMinor, discountMinor: openMinor - appliedMinor, pennyMinor: 0, shortfallMinor: 0 }
  }
  const excessMinor = cashMinor - payableMinor
  const pennyLeftMinor = Math.max(policy.maxPennyMinor - given.pennyTakenMinor, 0)
  const pennyMinor = excessMinor <= pennyLeftMinor ? excessMinor : 0
  return { appliedMinor: payableMinor, discountMinor: offeredMinor, pennyMinor, shortfallMinor: 0 }
}

const partPayment = ({ openMinor, cashMinor, available, policy }: SettlementCase): ItemSettlement => {
  const percent = available?.tier.percent
  if (!policy.partialDiscount || available === undefined || percent === undefined)
    return { appliedMinor: cashMinor, discountMinor: 0, pennyMinor: 0, shortfallMinor: 0 }
  const cleared = grossUp(cashMinor, percent)
  const discountMinor = Math.min(cleared - cashMinor, available.leftMinor, openMinor - cashMinor)
  return { appliedMinor: cashMinor, discountMinor, pennyMinor: 0, shortfallMinor: 0 }
}

/**
 * Settle by what the customer says he took: he gets the smaller of claimed and available, and what he took
 * beyond that stays open as a shortfall, never as a silent write-off.
 *
 * @law cash, discount and what stays open always add up to what was open
 * @category policies
 * @since 0.1.0
 */
export const settleClaim = (
  openMinor: number,
  cashMinor: number,
  claimedMinor: number,
  available: AvailableDiscount | undefined,
): ItemSettlement => {
  const appliedMinor = Math.min(cashMinor, openMinor)
  const discountMinor = Math.min(claimedMinor, available?.leftMinor ?? 0, openMinor - appliedMinor)
  const shortfallMinor = Math.min(claimedMinor - discountMinor, openMinor - appliedMinor - discountMinor)
  return { appliedMinor, discountMinor, pennyMinor: 0, shortfallMinor }
}
