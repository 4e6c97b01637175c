/** An account as the last steps look at it: what is past due, what speaks against asking for it, and how far it has climbed. */
import { type CurrencyCode, keyedGet, laterOf, type LocalDate } from '@quittance/kernel'
import type { AccountOnDay } from '../../context.js'
import type { DunnableItem, DunningHold } from '../../run-question.js'
import { levelReached, questionOn } from '../ladder/question-on.js'

/** An item that is past due, as a whole, and what stands in the way of the last steps. @category model @since 0.1.0 */
export interface OverdueItem {
  readonly itemId: string
  readonly currency: CurrencyCode
  /** Of its earliest instalment that is open. */
  readonly dueOn: LocalDate
  /** All that is open on it, due or not. */
  readonly openMinor: number
  /** Of which disputed. */
  readonly disputedMinor: number
  /** Of which promised and in time. */
  readonly promisedMinor: number
  /** The last day on which a promise of it is in time. */
  readonly promisedUntil?: LocalDate
  /** A hold on it or on the account is in force. */
  readonly onHold: boolean
  /** The agency has it. */
  readonly placementId?: string
  /** The final demand that it is in, and whose consequence is still to come. */
  readonly demandId?: string
  /** The lowest level that an instalment of it past due has reached; 0: none. */
  readonly level: number
  /** The latest day of a notice that counts. */
  readonly lastNoticeOn?: LocalDate
}

/**
 * The items that are past due on a day, in the order of the account. On its due day an item is not past due yet.
 *
 * @category policies
 * @since 0.1.0
 */
export const overdueItems = (account: AccountOnDay, on: LocalDate): ReadonlyArray<OverdueItem> => {
  const { items, holds } = questionOn(account, on)
  const open = items.filter(({ openMinor }) => openMinor > 0)
  const late = new Set(open.filter(({ dueOn }) => dueOn < on).map(({ itemId }) => itemId))
  return [...late].flatMap((itemId) =>
    overdueItem(
      itemId,
      open.filter((item) => item.itemId === itemId),
      holds,
      account,
      on,
    ),
  )
}

const overdueItem = (
  itemId: string,
  parts: ReadonlyArray<DunnableItem>,
  ofAccount: ReadonlyArray<DunningHold>,
  { dunning }: AccountOnDay,
  on: LocalDate,
): ReadonlyArray<OverdueItem> => {
  const [first] = parts
  if (first === undefined) return []
  const promises = parts.flatMap(({ promised }) => (promised !== undefined && promised.until >= on ? [promised] : []))
  const reached = parts.filter(({ dueOn }) => dueOn < on).map((part) => levelReached(dunning, part))
  const { placementId, demandId } = keyedGet(dunning.items, itemId) ?? {}
  const isOpen = demandId !== undefined && keyedGet(dunning.demands, demandId)?.carriedOut === false
  const holds = [...ofAccount, ...first.holds].filter(({ reason }) => reason !== 'placement')
  const until = promises.map((promised) => promised.until).reduce(latest, undefined)
  const noticed = reached.map((one) => one?.on).reduce(latest, undefined)
  return [
    {
      itemId,
      currency: first.currency,
      dueOn: parts.map(({ dueOn }) => dueOn).reduce((so, day) => (day < so ? day : so)),
      openMinor: parts.reduce((so, { openMinor }) => so + openMinor, 0),
      disputedMinor: parts.reduce((so, { disputedMinor }) => so + disputedMinor, 0),
      promisedMinor: promises.reduce((so, { amountMinor }) => so + amountMinor, 0),
      ...(until === undefined ? {} : { promisedUntil: until }),
      onHold: holds.some((hold) => hold.from <= on && (hold.until === undefined || hold.until >= on)),
      ...(placementId === undefined ? {} : { placementId }),
      ...(isOpen ? { demandId } : {}),
      level: Math.min(...reached.map((one) => one?.level ?? 0)),
      ...(noticed === undefined ? {} : { lastNoticeOn: noticed }),
    },
  ]
}

const latest = (so: LocalDate | undefined, day: LocalDate | undefined): LocalDate | undefined =>
  so === undefined || day === undefined ? (so ?? day) : laterOf(so, day)

/**
 * The items of a currency that a final demand asks for: past due, and nothing of them disputed, promised, held back,
 * with an agency or demanded already.
 *
 * @category policies
 * @since 0.1.0
 */
export const itemsToDemand = (late: ReadonlyArray<OverdueItem>, currency: CurrencyCode): ReadonlyArray<OverdueItem> =>
  late.filter(
    (item) =>
      item.currency === currency &&
      item.disputedMinor === 0 &&
      item.promisedMinor === 0 &&
      !item.onHold &&
      item.placementId === undefined &&
      item.demandId === undefined,
  )
