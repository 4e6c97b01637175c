/** How long a document's discount can still be earned. */
import type { DiscountOffer } from '@quittance/invoicing'
import { addDays, laterOf, type LocalDate } from '@quittance/kernel'

/** The last day on which any step of a discount still counts as earned, grace included; none where none is offered. @internal */
export const discountUntil = (discount: DiscountOffer | undefined): LocalDate | undefined =>
  discount?.tiers
    .map(({ lastDay }) => addDays(lastDay, discount.graceDays))
    .reduce<LocalDate | undefined>((so, day) => (so === undefined ? day : laterOf(so, day)), undefined)
