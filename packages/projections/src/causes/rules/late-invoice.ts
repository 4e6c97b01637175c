/** The invoice was written long after the goods arrived. */
import { daysBetween, laterOf, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'
import { countsFromDelivery, isLateByDelay, timeToPay } from '../time-to-pay.js'

/** When an invoice was written late, and when that is why it is paid late. @category policies @since 0.1.0 */
export interface LateInvoiceSettings {
  /** From the day of the goods. */
  readonly moreThanDays: number
  /** Less than this share of the agreed time was left. */
  readonly leftPercent: number
  readonly confidence: number
  /** It was written late, and the customer had time enough all the same. */
  readonly otherwiseConfidence: number
}

/**
 * The invoice is dated more than so many days after the last of its goods arrived. Where the terms count from the goods, the customer had
 * that much less time to pay; where they count from the invoice, it cost us time and the customer none. It is why
 * the item is late where less than half of the agreed time was left. A re-bill is late by what
 * made it necessary, and not by this.
 *
 * @category policies
 * @since 0.1.0
 */
export const lateInvoice: CauseRule<LateInvoiceSettings> = {
  id: 'late-invoice',
  rank: 'computed',
  settings: ruleSettings(
    struct({
      moreThanDays: wholeNumber,
      leftPercent: wholeNumber,
      confidence: wholeNumber,
      otherwiseConfidence: wholeNumber,
    }),
    { moreThanDays: 10, leftPercent: 50, confidence: 75, otherwiseConfidence: 40 },
  ),
  find: (dossier, { moreThanDays, leftPercent, confidence, otherwiseConfidence }) => {
    const { goods, issued, rebill } = dossier
    if (goods.length === 0 || (rebill !== undefined && rebill.rebill.position === issued.position)) return []
    const deliveredOn = goods.map(({ fact }) => fact.on).reduce(laterOf)
    const days = daysBetween(deliveredOn, issued.fact.on)
    if (days <= moreThanDays) return []
    const isWhy = countsFromDelivery(issued.fact) && isLateByDelay(timeToPay(dossier), leftPercent)
    return [
      {
        cause: 'invoice_not_received',
        confidence: isWhy ? confidence : otherwiseConfidence,
        happenedOn: issued.fact.on,
        positions: [...goods.filter(({ fact }) => fact.on === deliveredOn), issued].map(({ position }) => position),
        because: { kind: 'invoiced-late', deliveredOn, invoicedOn: issued.fact.on, days },
      },
    ]
  },
}
