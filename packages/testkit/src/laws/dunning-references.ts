/** What facts of dunning bring into the world and refer to. */
import type { DunningFact } from '@quittance/dunning'
import type { Reference } from './references.js'

/** @internal */
export const madeByDunning = (fact: DunningFact): ReadonlyArray<Reference> => {
  switch (fact._tag) {
    case 'TouchRecorded':
      return [`touch:${fact.touchId}`]
    case 'NoticeDue':
      return [`notice:${fact.noticeId}`]
    case 'HoldPlaced':
      return [`hold:${fact.holdId}`]
    case 'FinalDemandSent':
      return [`demand:${fact.demandId}`]
    case 'PlacedWithAgency':
      return [`placement:${fact.placementId}`]
    default:
      return []
  }
}

const documents = (ids: ReadonlyArray<string> = []): ReadonlyArray<Reference> =>
  ids.map((id): Reference => `document:${id}`)

const documentsOf = (lines: ReadonlyArray<{ readonly itemId: string }> = []): ReadonlyArray<Reference> =>
  documents(lines.map(({ itemId }) => itemId))

const touch = (touchId: string | undefined): ReadonlyArray<Reference> =>
  touchId === undefined ? [] : [`touch:${touchId}`]

/** What we did names the items that it was about, and what it goes on from. @internal */
export const contacted = (fact: DunningFact): ReadonlyArray<Reference> => {
  switch (fact._tag) {
    case 'TouchRecorded':
    case 'HoldPlaced':
    case 'LadderAssigned':
      return documents(fact.items)
    case 'ExcuseGiven':
      return [...documents(fact.items), ...touch(fact.touchId)]
    case 'CallReviewed':
    case 'DistressSignReported':
      return touch(fact.touchId)
    case 'NoticeDue':
      return documentsOf(fact.lines)
    case 'NoticeClaimed':
    case 'NoticeIgnored':
      return [`notice:${fact.noticeId}`, ...documentsOf(fact.lines)]
    case 'NoticeSent':
    case 'NoticeFailed':
      return [`notice:${fact.noticeId}`]
    case 'HoldLifted':
      return [`hold:${fact.holdId}`]
    case 'FinalDemandSent':
      return documentsOf(fact.items)
    case 'ConsequenceCarriedOut':
      return [`demand:${fact.demandId}`]
    case 'PlacedWithAgency':
      return [...documentsOf(fact.items), ...(fact.demandId === undefined ? [] : [`demand:${fact.demandId}` as const])]
    case 'Recalled':
      return [`placement:${fact.placementId}`, ...documents(fact.items)]
    case 'InterestBilled':
      return documentsOf(fact.items)
    case 'NoticeFeeCharged':
      return [`notice:${fact.noticeId}`]
    case 'AgencyRemitted':
      return [
        `placement:${fact.placementId}`,
        ...(fact.receiptId === undefined ? [] : [`receipt:${fact.receiptId}` as const]),
      ]
    case 'CollectorAssigned':
    case 'OrderPlaced':
      return []
  }
}
