/**
 * The early-payment discount of terms, worked out for one document.
 */
import { addDays, compareDecimals, type Decimal, type LocalDate } from '@quittance/kernel'
import type { DiscountOffer, PaymentTerms, Totals } from '../model.js'

/**
 * What the document offers: each tier with its last day (inclusive), and the amount that percents are of.
 * Where the tax does not move with the payment (always or never reduced), the discount is on the net alone.
 *
 * @category policies
 * @since 0.1.0
 */
export const discountOffer = (terms: PaymentTerms, totals: Totals, issuedOn: LocalDate): DiscountOffer | undefined => {
  const { discount } = terms
  if (discount === undefined || discount.tiers.length === 0) return undefined
  const onNet = discount.base === 'untaxed' || discount.taxMode !== 'reduce-on-payment'
  return {
    taxMode: discount.taxMode,
    baseMinor: onNet ? totals.netMinor : totals.grossMinor,
    graceDays: discount.graceDays,
    tiers: discount.tiers.map(({ percent, amountMinor, days, until }) => ({
      lastDay: until ?? addDays(issuedOn, days ?? 0),
      ...(percent === undefined ? {} : { percent }),
      ...(amountMinor === undefined ? {} : { amountMinor }),
    })),
  }
}

/**
 * The percent that tax is always reduced by at issue: the best tier of an always-reduced discount, else nothing.
 *
 * @param owner - terms, or the document that they were used for: a credit note takes back tax as it was charged
 * @category policies
 * @since 0.1.0
 */
export const alwaysReducedPercent = (owner: {
  readonly discount?:
    (Pick<DiscountOffer, 'taxMode'> & { readonly tiers: ReadonlyArray<{ readonly percent?: Decimal }> }) | undefined
}): Decimal | undefined => {
  if (owner.discount?.taxMode !== 'always-reduced') return undefined
  return owner.discount.tiers.reduce<Decimal | undefined>((best, { percent }) => {
    if (percent === undefined) return best
    return best === undefined || compareDecimals(percent, best) > 0 ? percent : best
  }, undefined)
}
