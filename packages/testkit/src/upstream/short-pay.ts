/** A part is held back when the rest is paid. */
import { addDays, type LocalDate, money } from '@quittance/kernel'
import { understood } from './clerk.js'
import { writtenCode } from './dialect.js'
import type { Ground } from './put-claim.js'
import { putRight } from './put-right.js'
import { type Bill, type Claim, currency, nextId, openOf, plan, shows, type Trade } from './trade.js'

/** What was held back of a bill just paid: advised, recorded, and in time decided. @internal */
export const deduct = (
  trade: Trade,
  bill: Bill,
  claim: Claim,
  on: LocalDate,
  receiptId: string,
  ground: Ground,
): void => {
  const { luck, mix, trader, days } = trade
  const { documentId } = bill
  const amountMinor = openOf(trade, bill)
  if (amountMinor <= 0) return
  const { code, means } = writtenCode(luck, mix, trader.dialect, claim.topic)
  if (code !== undefined && luck.perMille(mix.records.remittances)) {
    const lines = [{ documentId, deductions: [{ amountMinor, code }] }]
    days.run({ _tag: 'RecordRemittance', on, remittanceId: nextId(trade, 'AV'), receiptId, currency, lines })
  }
  const deductionId = luck.perMille(mix.records.deductions) ? nextId(trade, 'KU') : undefined
  if (deductionId !== undefined)
    days.run({
      _tag: 'RecordDeduction',
      on,
      deductionId,
      itemId: documentId,
      amount: money(currency, amountMinor),
      reasonCode: code ?? 'none-stated',
      ...understood(trade, claim.topic, means),
      receiptId,
    })
  // Short by a part of it is a trace, said or not.
  shows(trade, documentId, on)
  const by = deductionId === undefined ? {} : { deductionId }
  plan(trade, addDays(on, luck.between(15, 70)), (today) =>
    ground === 'founded' ? putRight(trade, bill, claim, today, by) : turnDown(trade, bill, deductionId, today),
  )
}

const turnDown = (trade: Trade, bill: Bill, deductionId: string | undefined, on: LocalDate): void => {
  const { luck, days } = trade
  if (openOf(trade, bill) <= 0) return
  if (deductionId !== undefined) days.run({ _tag: 'RejectDeduction', on, deductionId, reason: 'not as agreed' })
  if (luck.perMille(200)) return
  bill.isHeld = false
  bill.payOn = addDays(on, luck.between(5, 40))
}
