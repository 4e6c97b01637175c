/** The invoice came back. */
import { daysBetween, listOf, nonEmptyText, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { notesOf } from '../notes-of.js'
import { ruleSettings } from '../rule-settings.js'

/** When a bounce does no harm, and when it is the channel's fault. @category policies @since 0.1.0 */
export interface BouncedSettings {
  /** Days from its issue, inclusive, within which it may reach the customer after all. */
  readonly mendedWithinDays: number
  readonly confidence: number
  /** Words of a reason that speak of the channel and not of the address. */
  readonly channelWords: ReadonlyArray<string>
}

/**
 * The document bounced: it went to an address that does not take it, or by a channel that does not work. Harmless where it reached the customer within the days named
 * (inclusive) of its issue all the same.
 *
 * @category policies
 * @since 0.1.0
 */
export const bouncedDelivery: CauseRule<BouncedSettings> = {
  id: 'bounced-delivery',
  rank: 'computed',
  settings: ruleSettings(
    struct({ mendedWithinDays: wholeNumber, confidence: wholeNumber, channelWords: listOf(nonEmptyText) }),
    {
      mendedWithinDays: 7,
      confidence: 90,
      channelWords: ['full', 'quota', 'too large', 'timeout', 'temporarily', 'unavailable', 'server', 'portal', 'spam'],
    },
  ),
  find: ({ sending, issued }, { mendedWithinDays, confidence, channelWords }) => {
    const bounces = notesOf(sending, 'InvoiceBounced')
    const [first] = bounces
    if (first === undefined) return []
    const arrived = notesOf(sending, 'InvoiceDelivered', 'InvoiceViewed').find(({ fact }) => fact.on >= first.fact.on)
    if (arrived !== undefined && daysBetween(issued.fact.on, arrived.fact.on) <= mendedWithinDays) return []
    const because = {
      kind: 'bounced',
      reason: first.fact.reason,
      channel: first.fact.channel,
      ...(arrived === undefined ? {} : { arrivedOn: arrived.fact.on }),
    }
    const positions = [issued, ...bounces, ...(arrived === undefined ? [] : [arrived])].map(({ position }) => position)
    const isOfChannel = channelWords.some((word) => first.fact.reason.toLowerCase().includes(word))
    const cause = isOfChannel ? 'invoice_not_received' : 'wrong_address'
    return [{ cause, confidence, happenedOn: first.fact.on, positions, because }]
  },
}
