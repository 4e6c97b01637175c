/** An invoice goes out, and arrives, bounces, or lands with somebody else. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { UpstreamError } from './error-kind.js'
import { type Bill, plan, shows, type Trade } from './trade.js'

/** @internal */
export const sendInvoice = (
  trade: Trade,
  bill: Bill,
  error: UpstreamError | undefined,
  isResentQuickly: boolean,
  sentOn: LocalDate = bill.issuedOn,
): void => {
  const { luck } = trade
  if (error === 'bounced') return bounce(trade, bill, sentOn, 'mailbox full')
  if (error === 'wrongAddress' && luck.perMille(400)) return bounce(trade, bill, sentOn, 'unknown at this address')
  if (isResentQuickly) {
    bounce(trade, bill, sentOn, 'mailbox full')
    return arrive(trade, bill, addDays(sentOn, luck.between(1, 2)))
  }
  arrive(trade, bill, sentOn)
  // A late sending shows by its day.
  if (error === 'lateInvoice' && sentOn > bill.issuedOn) showsIfSent(trade, bill, sentOn)
}

/** It arrived, if anybody wrote that down; some look at it. @internal */
export const arrive = (trade: Trade, { documentId }: Bill, on: LocalDate): void => {
  const { luck, mix, trader } = trade
  if (!luck.perMille(mix.records.sendings)) return
  const isLookedAt = trader.channel !== 'letter' && luck.perMille(300)
  plan(trade, on, (today) => {
    const outcome = { _tag: 'Delivered', channel: trader.channel } as const
    trade.days.run({ _tag: 'RecordDelivery', on: today, documentId, outcome })
  })
  if (isLookedAt)
    plan(trade, addDays(on, luck.between(0, 4)), (today) =>
      trade.days.run({ _tag: 'RecordDelivery', on: today, documentId, outcome: { _tag: 'Viewed' } }),
    )
}

const showsIfSent = (trade: Trade, { documentId }: Bill, sentOn: LocalDate): void =>
  plan(trade, sentOn, (today) => {
    const isRecorded = trade.days
      .recorded()
      .some(({ fact }) => fact._tag === 'InvoiceDelivered' && fact.documentId === documentId)
    if (isRecorded) shows(trade, documentId, today)
  })

const bounce = (trade: Trade, { documentId }: Bill, on: LocalDate, reason: string): void =>
  plan(trade, on, (today) => {
    const outcome = { _tag: 'Bounced', channel: trade.trader.channel, reason } as const
    trade.days.run({ _tag: 'RecordDelivery', on: today, documentId, outcome })
    shows(trade, documentId, today)
  })
