/**
 * The end of the ladder: so many days after the last notice a final demand, so many after that the agency, and what stands
 * in the way of either. A dispute or a promise keeps an item back and not the others; what is too small for the agency is
 * put before a person; while an item is placed we do not dun it.
 */
import { addDays, type CurrencyCode, type LocalDate, type Money } from '@quittance/kernel'

/** When an account goes on to the final demand and to the agency, as data. Off unless an account has one. @category policies @since 0.1.0 */
export interface EscalationPolicy {
  readonly id: string
  readonly version: number
  /** Days from the last notice of the ladder to the final demand; on that day it is due. */
  readonly finalDemandAfterDays: number
  /** Days from the final demand to placement; on that day it is due. */
  readonly agencyAfterDays: number
  /** The least that is placed, inclusive; a currency that is not named has none. */
  readonly agencyMinimums: ReadonlyArray<Money>
  /** Whether the least is asked of each item, or of all that would be placed together. */
  readonly minimumPer: 'item' | 'account'
  /** Whether a dispute or promise keeps its item back, or the whole account. */
  readonly guardsHold: 'item' | 'account'
  /** A person says yes before each of the two. */
  readonly needsApproval: boolean
  /** Nothing is placed while documents that the agency needs are missing. */
  readonly needsDocuments: boolean
}

/** An item at the end of the ladder. Placed ones do not belong here. @category model @since 0.1.0 */
export interface EscalationItem {
  readonly itemId: string
  readonly currency: CurrencyCode
  readonly openMinor: number
  /** Of the open amount. */
  readonly disputedMinor: number
  /** The last day on which an open promise is in time. */
  readonly promisedUntil?: LocalDate
  /** A person has looked at it already and left it here. */
  readonly reviewed?: boolean
  readonly documentsComplete: boolean
}

/** An account at the end of the ladder, on a day. @category model @since 0.1.0 */
export interface EscalationCase {
  readonly on: LocalDate
  /** The day of the last notice of the ladder; absent while the ladder still goes on. */
  readonly lastNoticeOn?: LocalDate
  /** The day of the final demand of this debt cycle. */
  readonly finalDemandOn?: LocalDate
  readonly approved: boolean
  readonly items: ReadonlyArray<EscalationItem>
}

/** What keeps an item back. @category model @since 0.1.0 */
export type EscalationHold = 'dispute' | 'promise' | 'approval' | 'documents'

/** An item that is kept back, and why. @category model @since 0.1.0 */
export interface HeldBack {
  readonly itemId: string
  readonly reason: EscalationHold
}

/** What is to be done with an account today. @category model @since 0.1.0 */
export type EscalationStep =
  | { readonly _tag: 'NothingDue' }
  | {
      readonly _tag: 'SendFinalDemand'
      readonly items: ReadonlyArray<string>
      readonly held: ReadonlyArray<HeldBack>
    }
  | { readonly _tag: 'HoldBack'; readonly from: 'final-demand' | 'placement'; readonly held: ReadonlyArray<HeldBack> }
  | {
      readonly _tag: 'PlaceWithAgency'
      readonly place: ReadonlyArray<string>
      /** Below the least that is placed: a person decides. */
      readonly review: ReadonlyArray<string>
      readonly held: ReadonlyArray<HeldBack>
    }

const nothingDue: EscalationStep = { _tag: 'NothingDue' }

/**
 * What is due at the end of the ladder on a day: the final demand, placement, a hold that says why, or nothing. It looks at
 * what is open on that day, so money that came in between stops it.
 *
 * @law no final demand and no placement covers a disputed item
 * @law every open item at the end of the ladder is asked for, placed, reviewed or held with a reason
 * @law shifting every day leaves the escalation unchanged
 * @category policies
 * @since 0.1.0
 */
export const escalate = (account: EscalationCase, policy: EscalationPolicy): EscalationStep => {
  const items = account.items.filter(({ openMinor }) => openMinor > 0)
  const stage = stageOf(account, policy)
  if (stage === undefined || items.length === 0) return nothingDue
  const held = heldBack(items, account, policy, stage)
  const free = items.filter((item) => held.every(({ itemId }) => itemId !== item.itemId))
  if (free.length === 0) return { _tag: 'HoldBack', from: stage, held }
  if (stage === 'final-demand') return { _tag: 'SendFinalDemand', items: free.map(({ itemId }) => itemId), held }
  const place = free.filter((item) => reachesMinimum(item, free, policy)).map(({ itemId }) => itemId)
  const review = free.filter(({ itemId, reviewed }) => reviewed !== true && !place.includes(itemId))
  if (place.length + review.length === 0)
    return held.length === 0 ? nothingDue : { _tag: 'HoldBack', from: stage, held }
  return { _tag: 'PlaceWithAgency', place, review: review.map(({ itemId }) => itemId), held }
}

const stageOf = (
  { on, lastNoticeOn, finalDemandOn }: EscalationCase,
  { finalDemandAfterDays, agencyAfterDays }: EscalationPolicy,
): 'final-demand' | 'placement' | undefined => {
  if (finalDemandOn !== undefined) return addDays(finalDemandOn, agencyAfterDays) <= on ? 'placement' : undefined
  return lastNoticeOn !== undefined && addDays(lastNoticeOn, finalDemandAfterDays) <= on ? 'final-demand' : undefined
}

/** The first reason for each item that is kept back: dispute, promise, then what we owe it ourselves. */
const heldBack = (
  items: ReadonlyArray<EscalationItem>,
  { on, approved }: EscalationCase,
  { guardsHold, needsApproval, needsDocuments }: EscalationPolicy,
  stage: 'final-demand' | 'placement',
): ReadonlyArray<HeldBack> => {
  const guard = ({ disputedMinor, promisedUntil }: EscalationItem): EscalationHold | undefined =>
    disputedMinor > 0 ? 'dispute' : promisedUntil !== undefined && promisedUntil >= on ? 'promise' : undefined
  const ofAll =
    guardsHold === 'account'
      ? items.map(guard).find((reason): reason is EscalationHold => reason !== undefined)
      : undefined
  return items.flatMap((item): ReadonlyArray<HeldBack> => {
    const undocumented = stage === 'placement' && needsDocuments && !item.documentsComplete
    const ours = needsApproval && !approved ? 'approval' : undocumented ? 'documents' : undefined
    const reason = guard(item) ?? ofAll ?? ours
    return reason === undefined ? [] : [{ itemId: item.itemId, reason }]
  })
}

const reachesMinimum = (
  { currency, openMinor }: EscalationItem,
  free: ReadonlyArray<EscalationItem>,
  { agencyMinimums, minimumPer }: EscalationPolicy,
): boolean => {
  const least = agencyMinimums.find((one) => one.currency === currency)?.minor ?? 0
  const together = free.filter((item) => item.currency === currency).reduce((so, item) => so + item.openMinor, 0)
  return (minimumPer === 'item' ? openMinor : together) >= least
}
