/** A customer objects, somebody looks into it, and it ends. */
import { addDays, type LocalDate } from '@quittance/kernel'
import { investigated, understood } from './clerk.js'
import { writtenCode } from './dialect.js'
import { putRight } from './put-right.js'
import { wordings } from './topics.js'
import { type Bill, type Claim, nextId, openOf, plan, shows, type Trade } from './trade.js'

/** Whether there is anything in a claim. @internal */
export type Ground = 'founded' | 'unfounded'

/** @internal */
export const disputeClaim = (trade: Trade, bill: Bill, claim: Claim, on: LocalDate, ground: Ground): void => {
  const { luck, mix, trader, days } = trade
  const openMinor = openOf(trade, bill)
  if (openMinor <= 0) return
  const { code, means } = writtenCode(luck, mix, trader.dialect, claim.topic)
  const disputeId = nextId(trade, 'DI')
  const amountMinor = Math.min(claim.grossMinor, openMinor)
  days.run({
    _tag: 'RaiseDispute',
    on,
    disputeId,
    documentId: bill.documentId,
    amountMinor,
    ...understood(trade, claim.topic, means),
    ...(code === undefined ? {} : { claimCode: code }),
    ...(claim.lineNo !== undefined && luck.perMille(600) ? { lines: [claim.lineNo] } : {}),
    words: luck.perMille(mix.noise.vagueReasons) ? 'we do not agree with this' : wordings[claim.topic].words,
  })
  shows(trade, bill.documentId, on)
  payTheRest(trade, bill, amountMinor, openMinor, on)
  if (luck.perMille(500))
    plan(trade, addDays(on, luck.between(1, 4)), (today) => {
      const department = ['sales', 'logistics', 'billing'][luck.between(0, 2)] ?? 'sales'
      days.run({ _tag: 'AssignDispute', on: today, disputeId, department })
    })
  lookIntoIt(trade, disputeId, claim, on, ground)
  plan(trade, addDays(on, luck.between(15, 60)), (today) =>
    ground === 'founded' ? putRight(trade, bill, claim, today, { disputeId }) : turnDown(trade, bill, disputeId, today),
  )
}

/** Some pay what they do not dispute when it is due, others nothing. */
const payTheRest = (trade: Trade, bill: Bill, amountMinor: number, openMinor: number, on: LocalDate): void => {
  if (amountMinor >= openMinor || !trade.luck.perMille(400)) return
  bill.isHeld = false
  if (bill.payOn < on) bill.payOn = on
  bill.short = { minor: amountMinor, after: () => undefined }
}

const lookIntoIt = (trade: Trade, disputeId: string, claim: Claim, on: LocalDate, ground: Ground): void => {
  const { luck, mix, days } = trade
  if (!luck.perMille(mix.records.investigations)) return
  const cause = investigated(trade, ground === 'founded' ? claim.topic : 'refusal')
  plan(trade, addDays(on, luck.between(5, 14)), (today) =>
    days.run({ _tag: 'TagDisputeCause', on: today, disputeId, cause, by: 'desk', because: 'looked into' }),
  )
}

/** There was nothing in it; most pay then. */
const turnDown = (trade: Trade, bill: Bill, disputeId: string, on: LocalDate): void => {
  const { luck, days } = trade
  const roll = luck.between(0, 99)
  if (roll < 10) return
  days.run({ _tag: 'ResolveDispute', on, disputeId, outcome: roll < 25 ? 'withdrawn' : 'rejected' })
  bill.isHeld = false
  delete bill.short
  bill.payOn = addDays(on, luck.between(3, 40))
}
