/**
 * What `decide` must remember of our dealings with an account, and nothing more.
 */
import { type CurrencyCode, emptyKeyed, type Keyed, keyedGet, keyedSet, type LocalDate } from '@quittance/kernel'
import type { StepKind } from './dunning-policy.js'
import type { AskedItem, Channel, InstalmentRef, LadderUse, NoticeItem } from './model.js'
import type { HoldReason } from './run-question.js'

/** How a notice stands. @category model @since 0.1.0 */
export type NoticeStanding = 'due' | 'claimed' | 'sent' | 'failed' | 'ignored'

/** A notice as the account knows it. @category model @since 0.1.0 */
export interface NoticeRecord {
  readonly noticeId: string
  readonly on: LocalDate
  readonly level: number
  readonly kind: StepKind
  readonly channel: Channel
  readonly currency: CurrencyCode
  readonly lines: ReadonlyArray<NoticeItem>
  readonly sendBy: LocalDate | undefined
  readonly ladder: LadderUse | undefined
  standing: NoticeStanding
  /** Lines that are not to go out, though others are. */
  ignored: ReadonlyArray<InstalmentRef>
  claimedBy: string | undefined
  /** The latest day of a fact about it. */
  lastOn: LocalDate
}

/** A notice of one item: which, at which level, and whether it still counts. @category model @since 0.1.0 */
export interface LevelNote {
  readonly noticeId: string
  readonly instalmentNo: number
  readonly level: number
  readonly on: LocalDate
  counts: boolean
}

/** A ladder put in place by hand. @category model @since 0.1.0 */
export interface LadderChange {
  readonly ladderId: string
  readonly on: LocalDate
  readonly level: number | undefined
}

/** What was done about one item. @category model @since 0.1.0 */
export interface ItemDunning {
  readonly notes: Array<LevelNote>
  readonly ladders: Array<LadderChange>
  /** The placement that it is in. */
  placementId: string | undefined
  /** The final demand that it is in. */
  demandId: string | undefined
}

/** A hold that was not lifted. @category model @since 0.1.0 */
export interface HoldRecord {
  readonly holdId: string
  readonly reason: HoldReason
  readonly items: ReadonlyArray<string>
  readonly from: LocalDate
  readonly until: LocalDate | undefined
  lifted: boolean
}

/** A final demand. @category model @since 0.1.0 */
export interface DemandRecord {
  readonly on: LocalDate
  readonly deadlineOn: LocalDate
  carriedOut: boolean
}

/** A placement, and what of it is still with the agency. @category model @since 0.1.0 */
export interface PlacementRecord {
  readonly on: LocalDate
  readonly currency: CurrencyCode
  placed: ReadonlyArray<AskedItem>
  lastOn: LocalDate
}

/** A bill of interest or of a notice's fee, and what it asked for on each item. @category model @since 0.1.0 */
export interface ChargeRecord {
  readonly billId: string
  readonly on: LocalDate
  readonly items: ReadonlyArray<{
    readonly itemId: string
    readonly interestMinor: number
    readonly fixedSumMinor: number
  }>
  /** Of a fee: the notice. */
  readonly noticeId: string | undefined
}

/** The state of this room. @category model @since 0.1.0 */
export interface DunningState {
  /** Contacts by id, each with its day. */
  readonly touches: Keyed<LocalDate>
  /** Excuses, reviews, signs, orders and remittances that are on record, by kind and id. */
  readonly recorded: Keyed<LocalDate>
  readonly notices: Keyed<NoticeRecord>
  readonly items: Keyed<ItemDunning>
  /** By ladder: the latest run day that gave a notice. */
  readonly ranThrough: Keyed<LocalDate>
  readonly holds: Keyed<HoldRecord>
  /** Of the whole account. */
  readonly ladders: Array<LadderChange>
  readonly demands: Keyed<DemandRecord>
  readonly placements: Keyed<PlacementRecord>
  /** Bills by their number. */
  readonly charges: Keyed<ChargeRecord>
}

/** An account that nobody has done anything about. @category model @since 0.1.0 */
export const initialDunning = (): DunningState => ({
  touches: emptyKeyed(),
  recorded: emptyKeyed(),
  notices: emptyKeyed(),
  items: emptyKeyed(),
  ranThrough: emptyKeyed(),
  holds: emptyKeyed(),
  ladders: [],
  demands: emptyKeyed(),
  placements: emptyKeyed(),
  charges: emptyKeyed(),
})

/** What is only remembered so that it is not recorded twice. @internal */
export const recordedKey = (kind: string, id: string): string => `${kind} ${id}`

/** What was done about an item, begun where nothing was; writes to the state that it is given. @internal */
export const itemDunningOf = (draft: DunningState, itemId: string): ItemDunning => {
  const known = keyedGet(draft.items, itemId)
  if (known !== undefined) return known
  keyedSet(draft.items, itemId, { notes: [], ladders: [], placementId: undefined, demandId: undefined })
  return keyedGet(draft.items, itemId) as ItemDunning
}

/** Whether an instalment is in a list. @internal */
export const isAmong = (all: ReadonlyArray<InstalmentRef>, { itemId, instalmentNo }: InstalmentRef): boolean =>
  all.some((one) => one.itemId === itemId && one.instalmentNo === instalmentNo)
