/**
 * How much early-payment discount an item still has to give on the day its money came in.
 */
import { addDays, daysBetween, type LocalDate, percentOf, scaleMinor } from '@quittance/kernel'
import type { OfferedDiscount, OwedItem } from '../context.js'
import type { ApplicationPolicy } from '../model.js'

/** A discount that may be granted. `fullMinor` is the whole tier, `leftMinor` what earlier payments left of it. @category policies @since 0.1.0 */
export interface AvailableDiscount {
  readonly kind: 'earned' | 'unearned'
  readonly lastDay: LocalDate
  readonly withinGrace: boolean
  readonly fullMinor: number
  readonly leftMinor: number
  readonly tier: OfferedDiscount['tiers'][number]
}

/**
 * The largest discount for a receipt date: earned when it came by the tier's last day (inclusive) plus grace,
 * unearned after that where the policy allows it; of equal ones the earned. A linked credit note shrinks the base pro rata.
 *
 * @param receivedOn - the receipt's value date, not the day it is applied
 * @param takenMinor - discount that earlier applications to the item took
 * @law an earlier receipt never has less discount
 * @category policies
 * @since 0.1.0
 */
export const discountAvailable = (
  item: Pick<OwedItem, 'discount' | 'grossMinor' | 'creditedMinor'>,
  takenMinor: number,
  receivedOn: LocalDate,
  policy: Pick<ApplicationPolicy, 'discounts' | 'unearnedMaxDays'>,
): AvailableDiscount | undefined => {
  const { discount } = item
  if (discount === undefined || policy.discounts === 'none') return undefined
  const baseMinor = baseAfterCredits(item, discount.baseMinor)
  const candidates = discount.tiers
    .map((tier) => ({ tier, lastGraceDay: addDays(tier.lastDay, discount.graceDays) }))
    .map(({ tier, lastGraceDay }): AvailableDiscount => {
      const fullMinor = tierMinor(tier, baseMinor)
      return {
        kind: receivedOn <= lastGraceDay ? 'earned' : 'unearned',
        lastDay: tier.lastDay,
        withinGrace: receivedOn > tier.lastDay && receivedOn <= lastGraceDay,
        fullMinor,
        leftMinor: Math.max(fullMinor - takenMinor, 0),
        tier,
      }
    })
    .filter(
      ({ kind, lastDay }) => kind === 'earned' || unearnedAllowed(lastDay, discount.graceDays, receivedOn, policy),
    )
    .sort((a, b) => b.fullMinor - a.fullMinor || (a.kind === b.kind ? 0 : a.kind === 'earned' ? -1 : 1))
  return candidates[0]
}

/** What percents are taken of once credit notes have reduced the document. @category policies @since 0.1.0 */
export const baseAfterCredits = (item: Pick<OwedItem, 'grossMinor' | 'creditedMinor'>, baseMinor: number): number =>
  item.grossMinor <= 0 ? baseMinor : baseMinor - scaleMinor(baseMinor, item.creditedMinor, item.grossMinor)

const tierMinor = (tier: OfferedDiscount['tiers'][number], baseMinor: number): number =>
  tier.percent === undefined ? Math.min(tier.amountMinor ?? 0, baseMinor) : percentOf(baseMinor, tier.percent)

const unearnedAllowed = (
  lastDay: LocalDate,
  graceDays: number,
  receivedOn: LocalDate,
  policy: Pick<ApplicationPolicy, 'discounts' | 'unearnedMaxDays'>,
): boolean =>
  policy.discounts === 'earned-and-unearned' &&
  (policy.unearnedMaxDays === undefined ||
    daysBetween(addDays(lastDay, graceDays), receivedOn) <= policy.unearnedMaxDays)
