/** The customer's portal sends an invoice back. */
import { addDays } from '@quittance/kernel'
import type { UpstreamError } from './error-kind.js'
import { wholeClaim } from './paper.js'
import { writtenCode } from './dialect.js'
import { putRight } from './put-right.js'
import { wordings } from './topics.js'
import { type Bill, plan, shows, type Trade } from './trade.js'

/** Sent back within days; put right after weeks. @internal */
export const rejectInvoice = (trade: Trade, bill: Bill, error: UpstreamError): void => {
  const { luck, mix, trader, days } = trade
  bill.isHeld = true
  bill.says = error
  plan(trade, addDays(bill.issuedOn, luck.between(1, 6)), (on) => {
    const { code } = writtenCode(luck, mix, trader.dialect, error)
    const reason = luck.perMille(mix.noise.vagueReasons) ? 'rejected' : wordings[error].words
    const outcome = { _tag: 'Rejected', reason, ...(code === undefined ? {} : { code }) } as const
    days.run({ _tag: 'RecordDelivery', on, documentId: bill.documentId, outcome })
    shows(trade, bill.documentId, on)
    plan(trade, addDays(bill.dueOn, luck.between(-5, 45)), (today) =>
      putRight(trade, bill, wholeClaim(bill.paper, error), today, {}),
    )
  })
}
