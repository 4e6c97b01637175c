/** The invoice was written long after the goods arrived. */
import { daysBetween, laterOf, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** After more than how many days from the goods an invoice is late. @category policies @since 0.1.0 */
export interface LateInvoiceSettings {
  readonly moreThanDays: number
  readonly confidence: number
}

/**
 * The invoice is dated more than so many days after the last of its goods arrived: the customer's people no longer have the papers at
 * hand, and the money is late by our own delay. A re-bill is late by what made it necessary, and not by this.
 *
 * @category policies
 * @since 0.1.0
 */
export const lateInvoice: CauseRule<LateInvoiceSettings> = {
  id: 'late-invoice',
  rank: 'computed',
  settings: ruleSettings(struct({ moreThanDays: wholeNumber, confidence: wholeNumber }), {
    moreThanDays: 10,
    confidence: 70,
  }),
  find: ({ goods, issued, rebill }, { moreThanDays, confidence }) => {
    if (goods.length === 0 || (rebill !== undefined && rebill.rebill.position === issued.position)) return []
    const deliveredOn = goods.map(({ fact }) => fact.on).reduce(laterOf)
    const days = daysBetween(deliveredOn, issued.fact.on)
    if (days <= moreThanDays) return []
    const positions = [...goods.filter(({ fact }) => fact.on === deliveredOn), issued].map(({ position }) => position)
    const because = { kind: 'invoiced-late', deliveredOn, invoicedOn: issued.fact.on, days }
    return [{ cause: 'invoice_not_received', confidence, happenedOn: issued.fact.on, positions, because }]
  },
}
