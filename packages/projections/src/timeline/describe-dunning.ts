/** What we did about it, in sentences for people from accounts receivable. */
import type { ContactFact, DunningFact, HoldPlaced, NoticeDue, TouchRecorded } from '@quittance/dunning'
import { amount } from './describe-cash.js'
import { describeCharge } from './describe-charge.js'
import { describeEscalation } from './describe-escalation.js'

/** @internal */
export const describeDunning = (fact: DunningFact): string => {
  switch (fact._tag) {
    case 'NoticeDue':
      return notice(fact)
    case 'NoticeClaimed':
      return `Notice ${fact.noticeId} taken on by ${fact.by}: asks for ${amount(fact.amountMinor, fact.currency)}`
    case 'NoticeSent':
      return `Notice ${fact.noticeId} sent by ${fact.channel}`
    case 'NoticeFailed':
      return `Notice ${fact.noticeId} could not be sent: ${fact.reason}`
    case 'NoticeIgnored': {
      const what = fact.lines === undefined ? '' : ` for ${fact.lines.map(({ itemId }) => itemId).join(', ')}`
      return `Notice ${fact.noticeId}${what} is not to go out: ${fact.reason}`
    }
    case 'HoldPlaced':
      return hold(fact)
    case 'HoldLifted':
      return `Hold ${fact.holdId} lifted by ${fact.by}`
    case 'LadderAssigned': {
      const level = fact.level === undefined ? '' : ` at level ${fact.level}`
      return `Put on ladder ${fact.ladderId}${level} by ${fact.by}: ${fact.reason}`
    }
    case 'FinalDemandSent':
    case 'ConsequenceCarriedOut':
    case 'PlacedWithAgency':
    case 'Recalled':
    case 'AgencyRemitted':
      return describeEscalation(fact)
    case 'InterestBilled':
    case 'NoticeFeeCharged':
      return describeCharge(fact)
    default:
      return contact(fact)
  }
}

const notice = ({ noticeId, kind, level, amountMinor, currency, channel, sendBy, ladder, by }: NoticeDue): string => {
  const because = ladder === undefined ? ` by ${by ?? 'hand'}` : ` of ladder ${ladder.id}@${ladder.version}`
  const until = sendBy === undefined ? ', for the record only' : `, to go out by ${sendBy}`
  return `Notice ${noticeId}: ${kind} by ${channel}, level ${level}${because}, asks for ${amount(amountMinor, currency)}${until}`
}

const hold = ({ holdId, reason, items, until }: HoldPlaced): string => {
  const what = items === undefined ? 'the account' : items.join(', ')
  return `Hold ${holdId} on ${what} (${reason})${until === undefined ? '' : ` up to ${until}`}`
}

const contact = (fact: ContactFact): string => {
  switch (fact._tag) {
    case 'TouchRecorded':
      return `Contact ${fact.touchId} by ${fact.channel}: ${fact.outcome}${asked(fact)}${next(fact)}`
    case 'ExcuseGiven': {
      const until = fact.resolveOn === undefined ? '' : `, to be settled on ${fact.resolveOn}`
      return `Excuse ${fact.excuseId}: ${fact.code}${until}`
    }
    case 'CallReviewed': {
      const met = fact.points.filter((point) => point.met).length
      return `Call ${fact.touchId} reviewed by ${fact.reviewedBy}: ${met} of ${fact.points.length} points met`
    }
    case 'CollectorAssigned':
      return `Given to ${fact.collector}, ${fact.role}`
    case 'DistressSignReported':
      return `Sign of trouble ${fact.signId}: ${fact.kind}`
    case 'OrderPlaced':
      return `Order ${fact.orderId} over ${amount(fact.amountMinor, fact.currency)}`
  }
}

const asked = ({ askMinor, currency }: TouchRecorded): string =>
  askMinor === undefined || currency === undefined ? '' : `, asked for ${amount(askMinor, currency)}`

const next = ({ nextAction }: TouchRecorded): string =>
  nextAction === undefined ? '' : `; next: ${nextAction.kind} on ${nextAction.on}`
