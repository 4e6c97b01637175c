/**
 * What a fact does to the memory of our dealings. Total over all history; refuses nothing.
 */
import { keyedGet, keyedSet, laterOf, type LocalDate } from '@quittance/kernel'
import type { ContactFact, DunningFact } from './events.js'
import type { HoldLifted, HoldPlaced, LadderAssigned, NoticeDue, NoticeIgnored } from './events/notices.js'
import { evolveCharges } from './evolve-charges.js'
import { evolveEscalation } from './evolve-escalation.js'
import type { InstalmentRef } from './model.js'
import { type DunningState, isAmong, itemDunningOf, type NoticeRecord, recordedKey } from './state.js'

/**
 * Write one fact into the draft.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const evolveDunning = (draft: DunningState, fact: DunningFact): void => {
  switch (fact._tag) {
    case 'TouchRecorded':
    case 'ExcuseGiven':
    case 'CallReviewed':
    case 'CollectorAssigned':
    case 'DistressSignReported':
    case 'OrderPlaced':
      return contacted(draft, fact)
    case 'NoticeDue':
      return due(draft, fact)
    case 'NoticeClaimed':
      return change(draft, fact.noticeId, fact.on, (notice) => {
        notice.standing = 'claimed'
        notice.claimedBy = fact.by
      })
    case 'NoticeSent':
      return change(draft, fact.noticeId, fact.on, (notice) => {
        notice.standing = 'sent'
      })
    case 'NoticeFailed':
      return change(draft, fact.noticeId, fact.on, (notice) => {
        notice.standing = 'failed'
        discount(draft, notice, notice.lines)
      })
    case 'NoticeIgnored':
      return ignored(draft, fact)
    case 'HoldPlaced':
    case 'HoldLifted':
      return held(draft, fact)
    case 'LadderAssigned':
      return assigned(draft, fact)
    case 'FinalDemandSent':
    case 'ConsequenceCarriedOut':
    case 'PlacedWithAgency':
    case 'Recalled':
    case 'AgencyRemitted':
      return evolveEscalation(draft, fact)
    case 'InterestBilled':
    case 'NoticeFeeCharged':
      return evolveCharges(draft, fact)
  }
}

const contacted = (draft: DunningState, fact: ContactFact): void => {
  switch (fact._tag) {
    case 'TouchRecorded':
      return keyedSet(draft.touches, fact.touchId, fact.on)
    case 'ExcuseGiven':
      return keyedSet(draft.recorded, recordedKey('excuse', fact.excuseId), fact.on)
    case 'CallReviewed':
      return keyedSet(draft.recorded, recordedKey('review', fact.reviewId), fact.on)
    case 'DistressSignReported':
      return keyedSet(draft.recorded, recordedKey('distress-sign', fact.signId), fact.on)
    case 'OrderPlaced':
      return keyedSet(draft.recorded, recordedKey('order', fact.orderId), fact.on)
    case 'CollectorAssigned':
      return
  }
}

const held = (draft: DunningState, fact: HoldPlaced | HoldLifted): void => {
  if (fact._tag === 'HoldLifted') {
    const hold = keyedGet(draft.holds, fact.holdId)
    if (hold !== undefined) hold.lifted = true
    return
  }
  const { holdId, reason, items = [], on, until } = fact
  keyedSet(draft.holds, holdId, { holdId, reason, items, from: on, until, lifted: false })
}

const due = (draft: DunningState, fact: NoticeDue): void => {
  const { noticeId, on, level, kind, channel, currency, lines, sendBy, ladder, origin } = fact
  keyedSet(draft.notices, noticeId, {
    noticeId,
    on,
    level,
    kind,
    channel,
    currency,
    lines,
    sendBy,
    ladder,
    standing: 'due',
    ignored: [],
    claimedBy: undefined,
    lastOn: on,
  })
  // Levels are those of items on ladders; the attempts of a campaign are counted by its notices.
  for (const { itemId, instalmentNo } of ladder?.campaign === undefined ? lines : [])
    itemDunningOf(draft, itemId).notes.push({ noticeId, instalmentNo, level, on, counts: true })
  if (origin !== 'run' || ladder === undefined) return
  const before = keyedGet(draft.ranThrough, ladder.id)
  keyedSet(draft.ranThrough, ladder.id, before === undefined ? on : laterOf(before, on))
}

const change = (draft: DunningState, noticeId: string, on: LocalDate, write: (notice: NoticeRecord) => void): void => {
  const notice = keyedGet(draft.notices, noticeId)
  if (notice === undefined) return
  write(notice)
  notice.lastOn = laterOf(notice.lastOn, on)
}

/** These lines of a notice raise no level any more. */
const discount = (draft: DunningState, { noticeId }: NoticeRecord, lines: ReadonlyArray<InstalmentRef>): void => {
  for (const { itemId, instalmentNo } of lines)
    for (const note of keyedGet(draft.items, itemId)?.notes ?? [])
      if (note.noticeId === noticeId && note.instalmentNo === instalmentNo) note.counts = false
}

const ignored = (draft: DunningState, fact: NoticeIgnored): void =>
  change(draft, fact.noticeId, fact.on, (notice) => {
    const lines = fact.lines ?? notice.lines
    notice.ignored = [...notice.ignored, ...lines.map(({ itemId, instalmentNo }) => ({ itemId, instalmentNo }))]
    discount(draft, notice, lines)
    if (notice.lines.every((line) => isAmong(notice.ignored, line))) notice.standing = 'ignored'
  })

const assigned = (draft: DunningState, { on, ladderId, items, level }: LadderAssigned): void => {
  if (items === undefined) draft.ladders.push({ ladderId, on, level })
  for (const itemId of items ?? []) itemDunningOf(draft, itemId).ladders.push({ ladderId, on, level })
}
