/**
 * Matching rules as the laws see them: payments and open items go in, an answer for each payment comes out. Whatever
 * decides may stand behind it: a rule set of this library, rules of your own, a program that is asked over a wire.
 */
import type { Matcher, MatcherDecision, MatcherItem, MatchPayment } from '@quittance/cash-application'

/** An open item of the payer, in its currency. Credits are negative. @category model @since 0.1.0 */
export interface OfferedItem extends MatcherItem {
  readonly currency: string
}

/** A payment of the payer, in its currency. @category model @since 0.1.0 */
export interface OfferedPayment extends MatchPayment {
  readonly currency: string
}

/** What rules are asked: payments of one payer, and all that is open, perhaps in several currencies. @category model @since 0.1.0 */
export interface MatchingGiven {
  readonly payments: ReadonlyArray<OfferedPayment>
  readonly items: ReadonlyArray<OfferedItem>
}

/** Rules that can be held to the laws; only `Apply` is taken as posted. @category model @since 0.1.0 */
export type MatchingRules = (
  payments: ReadonlyArray<OfferedPayment>,
  items: ReadonlyArray<OfferedItem>,
) => ReadonlyArray<MatcherDecision>

/**
 * A rule set as rules: it knows one currency at a time, so it is asked currency by currency.
 *
 * @category laws
 * @since 0.1.0
 */
export const rulesOf =
  ({ decide }: Pick<Matcher, 'decide'>): MatchingRules =>
  (payments, items) =>
    [...new Set(payments.map(({ currency }) => currency))].sort().flatMap((currency) =>
      decide({
        payments: payments.filter((payment) => payment.currency === currency),
        items: items.filter((item) => item.currency === currency),
      }),
    )
