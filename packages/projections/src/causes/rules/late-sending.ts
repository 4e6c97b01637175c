/** The invoice reached the customer long after its date. */
import { daysBetween, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { notesOf } from '../notes-of.js'
import { ruleSettings } from '../rule-settings.js'
import { isLateByDelay, timeToPay } from '../time-to-pay.js'

/** When an invoice came late, and when that is why it is paid late. @category policies @since 0.1.0 */
export interface LateSendingSettings {
  readonly moreThanDays: number
  /** Less than this share of the agreed time was left. */
  readonly leftPercent: number
  readonly confidence: number
  /** It came late, and there was time enough all the same. */
  readonly otherwiseConfidence: number
}

/**
 * The document reached the customer more than so many days after its date: the terms ran while nobody had it. It is why the item is
 * late where less than half of the agreed time was left. Where it bounced first, that is the cause, and another rule's.
 *
 * @category policies
 * @since 0.1.0
 */
export const lateSending: CauseRule<LateSendingSettings> = {
  id: 'late-sending',
  rank: 'computed',
  settings: ruleSettings(
    struct({
      moreThanDays: wholeNumber,
      leftPercent: wholeNumber,
      confidence: wholeNumber,
      otherwiseConfidence: wholeNumber,
    }),
    { moreThanDays: 7, leftPercent: 50, confidence: 80, otherwiseConfidence: 40 },
  ),
  find: (dossier, { moreThanDays, leftPercent, confidence, otherwiseConfidence }) => {
    const { sending, issued } = dossier
    const arrivals = notesOf(sending, 'InvoiceDelivered', 'InvoiceViewed')
    if (arrivals.length === 0 || notesOf(sending, 'InvoiceBounced').length > 0) return []
    const time = timeToPay(dossier)
    const arrivedOn = time.thereOn
    const days = daysBetween(issued.fact.on, arrivedOn)
    if (days <= moreThanDays) return []
    const first = arrivals.filter(({ fact }) => fact.on === arrivedOn).map(({ position }) => position)
    return [
      {
        cause: 'invoice_not_received',
        confidence: isLateByDelay(time, leftPercent) ? confidence : otherwiseConfidence,
        happenedOn: issued.fact.on,
        positions: [issued.position, ...first],
        because: { kind: 'sent-late', issuedOn: issued.fact.on, arrivedOn, days, leftDays: time.leftDays },
      },
    ]
  },
}
