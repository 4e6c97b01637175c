/** Somebody of ours calls about what is late, and the customer says something; not always, and not always the truth. */
import { addDays, type LocalDate } from '@quittance/kernel'
import { causeOf, type Topic, wordings } from './topics.js'
import { type Bill, nextId, openOf, shows, type Trade } from './trade.js'

/** What is said by those who would rather not say. */
const madeUp = ['bounced', 'price', 'lateInvoice', 'shortage', 'cashLeftLying', 'wrongPo'] as const

/** @internal */
export const chase = (trade: Trade, today: LocalDate): void => {
  const { luck, mix, days } = trade
  const late = trade.bills.filter(
    (bill) => addDays(bill.dueOn, 7) < today && bill.saidTimes < 2 && openOf(trade, bill) > 0,
  )
  if (late.length === 0 || !luck.perMille(mix.records.touches)) return
  const touchId = nextId(trade, 'KT')
  const said = late.map((bill) => [bill, answer(trade, bill)] as const)
  const isReached = said.some(([, topic]) => topic !== undefined)
  days.run({
    _tag: 'RecordTouch',
    on: today,
    touchId,
    channel: 'call',
    role: 'collector',
    outcome: isReached ? 'reached' : 'no-answer',
    items: late.map(({ documentId }) => documentId),
  })
  for (const [bill, topic] of said) if (topic !== undefined) excuse(trade, bill, topic, touchId, today)
}

/** What the customer says of one invoice, if anything. */
const answer = (trade: Trade, bill: Bill): Topic | undefined => {
  const { luck, mix, truth, trader } = trade
  const known = truth.get(bill.documentId)
  if (bill.says === undefined) {
    // Whoever waits in silence, or is in a dispute already, has nothing to add.
    if (bill.isHeld || !trader.isSlow || luck.perMille(500)) return undefined
    return luck.perMille(mix.noise.falseExcuses) ? lie(trade) : luck.perMille(500) ? 'admin' : 'cashFlow'
  }
  if (luck.perMille(300)) return undefined
  return known?.isOurs !== true && luck.perMille(mix.noise.falseExcuses) ? lie(trade) : bill.says
}

const lie = ({ luck }: Trade): Topic => madeUp[luck.between(0, madeUp.length - 1)] ?? 'bounced'

const excuse = (trade: Trade, bill: Bill, topic: Topic, touchId: string, on: LocalDate): void => {
  const { luck, mix, days, truth } = trade
  const isVague = luck.perMille(mix.noise.vagueCodes)
  bill.saidTimes += 1
  days.run({
    _tag: 'RecordExcuse',
    on,
    excuseId: nextId(trade, 'AR'),
    touchId,
    items: [bill.documentId],
    code: isVague ? 'other' : wordings[topic].excuse,
    words: isVague ? 'it is being looked into' : wordings[topic].words,
    ...(!isVague && luck.perMille(700) ? { cause: causeOf(topic) } : {}),
  })
  if (truth.get(bill.documentId)?.isOurs === true || topic === bill.says) shows(trade, bill.documentId, on)
}
