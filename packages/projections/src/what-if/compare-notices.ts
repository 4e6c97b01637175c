/** Two ways of asking over the same past, and what is different between them. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import { type AskPair, type DatedAsk, pairAsks } from './pair-asks.js'

/** A notice, as far as it is compared; those of a replay and those on record alike. @category model @since 0.1.0 */
export interface ComparedNotice {
  readonly on: LocalDate
  readonly level: number
  readonly currency: CurrencyCode
  readonly amountMinor: number
  /** What it costs the customer, under the policy of fees that was asked about. */
  readonly feeMinor?: number
  readonly lines: ReadonlyArray<{ readonly itemId: string; readonly instalmentNo: number }>
}

/** All notices of a history, by customer. @category model @since 0.1.0 */
export type NoticesByCustomer = ReadonlyMap<string, ReadonlyArray<ComparedNotice>>

/** What one side comes to. @category projections @since 0.1.0 */
export interface NoticeSums {
  readonly notices: number
  /** Asked at least once. */
  readonly customers: number
  /** Asked for at least once. */
  readonly items: number
  readonly levels: ReadonlyArray<{ readonly level: number; readonly notices: number }>
  /** What all notices together ask for, and cost. An amount asked for three times counts three times. */
  readonly currencies: ReadonlyArray<{
    readonly currency: CurrencyCode
    readonly askedMinor: number
    readonly feesMinor: number
  }>
}

/** How the asks of one level lie to each other. @category projections @since 0.1.0 */
export interface LevelDifference {
  readonly level: number
  readonly sameDay: number
  readonly earlier: number
  /** Days by which the earlier ones are, in all. */
  readonly earlierDays: number
  readonly later: number
  readonly laterDays: number
  readonly only: number
  readonly onlyAgainst: number
}

/** An item asked for on one side and never on the other. @category projections @since 0.1.0 */
export interface OneSidedItem {
  readonly customer: string
  readonly itemId: string
  /** When it was first asked for. */
  readonly firstOn: LocalDate
  /** The highest level at which it was. */
  readonly level: number
}

/** The difference between two sides. @category projections @since 0.1.0 */
export interface NoticeComparison {
  readonly sums: NoticeSums
  readonly againstSums: NoticeSums
  readonly levels: ReadonlyArray<LevelDifference>
  /** Asks that are not the same on both sides. */
  readonly different: ReadonlyArray<AskPair>
  readonly onlyItems: ReadonlyArray<OneSidedItem>
  readonly onlyAgainstItems: ReadonlyArray<OneSidedItem>
}

/**
 * The difference between the notices of two histories: how many of which level, to how many customers, over which
 * amounts; which were earlier and which later; what was asked for in one of them only.
 *
 * @law a history differs from itself in nothing
 * @law the sums of both sides are the pairs counted
 * @category projections
 * @since 0.1.0
 */
export const compareNotices = (notices: NoticesByCustomer, against: NoticesByCustomer): NoticeComparison => {
  const [asks, others] = [asksOf(notices), asksOf(against)]
  const pairs = pairAsks(asks, others)
  return {
    sums: sumsOf(notices),
    againstSums: sumsOf(against),
    levels: levelsOf(pairs),
    different: pairs.filter(({ days }) => days !== 0),
    onlyItems: oneSided(asks, others),
    onlyAgainstItems: oneSided(others, asks),
  }
}

const asksOf = (notices: NoticesByCustomer): ReadonlyArray<DatedAsk & { readonly level: number }> =>
  [...notices].flatMap(([customer, given]) =>
    given.flatMap(({ on, level, lines }) =>
      lines.map(({ itemId, instalmentNo }) => ({ customer, itemId, instalmentNo, level, on })),
    ),
  )

const sumsOf = (byCustomer: NoticesByCustomer): NoticeSums => {
  const [levels, currencies] = [new Map<number, number>(), new Map<CurrencyCode, { asked: number; fees: number }>()]
  const items = new Set<string>()
  let [notices, customers] = [0, 0]
  for (const [customer, given] of byCustomer) {
    if (given.length > 0) customers += 1
    for (const { level, currency, amountMinor, feeMinor = 0, lines } of given) {
      notices += 1
      levels.set(level, (levels.get(level) ?? 0) + 1)
      const { asked, fees } = currencies.get(currency) ?? { asked: 0, fees: 0 }
      currencies.set(currency, { asked: asked + amountMinor, fees: fees + feeMinor })
      for (const { itemId } of lines) items.add(JSON.stringify([customer, itemId]))
    }
  }
  return {
    notices,
    customers,
    items: items.size,
    levels: [...levels].sort(([a], [b]) => a - b).map(([level, count]) => ({ level, notices: count })),
    currencies: [...currencies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { asked, fees }]) => ({ currency, askedMinor: asked, feesMinor: fees })),
  }
}

const levelsOf = (pairs: ReadonlyArray<AskPair>): ReadonlyArray<LevelDifference> => {
  const found = new Map<number, { -readonly [Field in keyof LevelDifference]: LevelDifference[Field] }>()
  const none = { sameDay: 0, earlier: 0, earlierDays: 0, later: 0, laterDays: 0, only: 0, onlyAgainst: 0 }
  for (const { level = 0, on, days } of pairs) {
    const so = found.get(level) ?? { level, ...none }
    found.set(level, so)
    if (days === undefined && on !== undefined) so.only += 1
    else if (days === undefined) so.onlyAgainst += 1
    else if (days === 0) so.sameDay += 1
    else if (days < 0) {
      so.earlier += 1
      so.earlierDays -= days
    } else {
      so.later += 1
      so.laterDays += days
    }
  }
  return [...found.values()].sort((a, b) => a.level - b.level)
}

const oneSided = (
  asks: ReadonlyArray<DatedAsk & { readonly level: number }>,
  others: ReadonlyArray<DatedAsk>,
): ReadonlyArray<OneSidedItem> => {
  const keyOf = ({ customer, itemId }: DatedAsk): string => JSON.stringify([customer, itemId])
  const there = new Set(others.map(keyOf))
  const found = new Map<string, OneSidedItem>()
  for (const ask of asks) {
    const key = keyOf(ask)
    if (there.has(key)) continue
    const { customer, itemId, on, level } = ask
    const so = found.get(key) ?? { customer, itemId, firstOn: on, level }
    found.set(key, { ...so, firstOn: on < so.firstOn ? on : so.firstOn, level: Math.max(level, so.level) })
  }
  return [...found.values()].sort((a, b) =>
    a.customer === b.customer ? (a.itemId < b.itemId ? -1 : 1) : a.customer < b.customer ? -1 : 1,
  )
}
