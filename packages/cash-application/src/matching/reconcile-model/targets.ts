/** An item as a payment meets it: what is open, the discount that it still has, and what a person gave up of it. */
import type { LocalDate } from '@quittance/kernel'
import { discountAvailable } from '../../policies/discount-available.js'
import type { MatcherItem, MatchQuestion } from '../registry/model.js'
import type { ItemOrder } from './model.js'

/** @internal */
export interface Target {
  readonly itemId: string
  /** Above zero; below it for a credit. */
  readonly openMinor: number
  readonly on: LocalDate
  /** Earned on the day of the payment; less than what is open. */
  readonly discountMinor: number
  /** Offered, but too late for it. */
  readonly unearnedMinor: number
  readonly decidedMinor: number
}

/** What is left of the question while payments are settled one after another. @internal */
export interface OpenBook {
  /** In the order of the rule set. */
  readonly items: ReadonlyArray<MatcherItem>
  readonly openMinor: Map<string, number>
  /** What a person decided to give up, and is not given up yet. */
  readonly decidedMinor: Map<string, number>
  /** Discounts that payments of this question have taken. */
  readonly grantedMinor: Map<string, number>
}

/** @internal */
export const openBook = ({ items, writeOffs = [] }: MatchQuestion, order: ItemOrder, limitMinor?: number): OpenBook => {
  const decidedMinor = new Map<string, number>()
  for (const { itemId, amountMinor } of writeOffs) {
    const soMinor = (decidedMinor.get(itemId) ?? 0) + amountMinor
    if (amountMinor > 0) decidedMinor.set(itemId, soMinor)
  }
  // More than the limit is not for this rule set to grant.
  for (const [itemId, minor] of decidedMinor)
    if (limitMinor !== undefined && minor > limitMinor) decidedMinor.delete(itemId)
  return {
    items: order === 'as-listed' ? items : [...items].sort(order === 'due-date' ? byDue : byInterest),
    openMinor: new Map(items.map(({ itemId, openMinor }) => [itemId, openMinor])),
    decidedMinor,
    grantedMinor: new Map(),
  }
}

/** What is open, in order, as a payment of that day meets it. @internal */
export const targetsOn = (book: OpenBook, day: LocalDate): ReadonlyArray<Target> =>
  book.items.flatMap((item): ReadonlyArray<Target> => {
    const openMinor = book.openMinor.get(item.itemId) ?? 0
    if (openMinor === 0) return []
    const [earnedMinor, lateMinor] = [leftOf(book, item, day, 'earned'), leftOf(book, item, day, 'earned-and-unearned')]
    return [
      {
        itemId: item.itemId,
        openMinor,
        on: item.on,
        discountMinor: earnedMinor < openMinor ? earnedMinor : 0,
        unearnedMinor: earnedMinor === 0 && lateMinor < openMinor ? lateMinor : 0,
        decidedMinor: Math.min(book.decidedMinor.get(item.itemId) ?? 0, Math.max(openMinor, 0)),
      },
    ]
  })

/** The discount that an item still has; a credit has none. */
const leftOf = (
  { grantedMinor }: OpenBook,
  { itemId, openMinor, discount, discountTakenMinor = 0 }: MatcherItem,
  day: LocalDate,
  discounts: 'earned' | 'earned-and-unearned',
): number =>
  discount === undefined || openMinor < 0
    ? 0
    : (discountAvailable(
        { discount, grossMinor: openMinor, creditedMinor: 0 },
        discountTakenMinor + (grantedMinor.get(itemId) ?? 0),
        day,
        { discounts },
      )?.leftMinor ?? 0)

const byDue = (a: MatcherItem, b: MatcherItem): number =>
  compare(a.dueOn, b.dueOn) || compare(a.on, b.on) || compare(a.itemId, b.itemId)

const byInterest = (a: MatcherItem, b: MatcherItem): number =>
  Number(b.kind === 'interest-note') - Number(a.kind === 'interest-note') || byDue(a, b)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
