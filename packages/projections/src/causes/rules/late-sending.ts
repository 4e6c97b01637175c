/** The invoice reached the customer long after its date. */
import { daysBetween, earlierOf, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { notesOf } from '../notes-of.js'
import { ruleSettings } from '../rule-settings.js'

/** After more than how many days an invoice came late. @category policies @since 0.1.0 */
export interface LateSendingSettings {
  readonly moreThanDays: number
  readonly confidence: number
}

/**
 * The document reached the customer more than so many days after its date: the terms ran while nobody had it. Where it bounced first,
 * that is the cause, and another rule's.
 *
 * @category policies
 * @since 0.1.0
 */
export const lateSending: CauseRule<LateSendingSettings> = {
  id: 'late-sending',
  rank: 'computed',
  settings: ruleSettings(struct({ moreThanDays: wholeNumber, confidence: wholeNumber }), {
    moreThanDays: 7,
    confidence: 80,
  }),
  find: ({ sending, issued }, { moreThanDays, confidence }) => {
    const arrivals = notesOf(sending, 'InvoiceDelivered', 'InvoiceViewed')
    if (arrivals.length === 0 || notesOf(sending, 'InvoiceBounced').length > 0) return []
    const arrivedOn = arrivals.map(({ fact }) => fact.on).reduce(earlierOf)
    const days = daysBetween(issued.fact.on, arrivedOn)
    if (days <= moreThanDays) return []
    const positions = [
      issued.position,
      ...arrivals.filter(({ fact }) => fact.on === arrivedOn).map((one) => one.position),
    ]
    const because = { kind: 'sent-late', issuedOn: issued.fact.on, arrivedOn, days }
    return [{ cause: 'invoice_not_received', confidence, happenedOn: issued.fact.on, positions, because }]
  },
}
