/** What of the ask is already in hand. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { DunnableItem, UnappliedCredit } from '../../run-question.js'

/** An ask that credit may cover. @category policies @since 0.1.0 */
export interface CoverableAsk {
  readonly item: Pick<DunnableItem, 'itemId' | 'currency' | 'dueOn'>
  readonly amountMinor: number
}

/**
 * How much of each ask is covered by credit in hand: first by the credits that name the item, then by the
 * others, the oldest due day first, each in its own currency. Credit held for longer than the posting window
 * covers nothing any more.
 *
 * @returns minor units covered, one for each ask
 * @law no minor unit of a credit covers twice, and none another currency
 * @category policies
 * @since 0.1.0
 */
export const coverWithCredits = (
  asks: ReadonlyArray<CoverableAsk>,
  credits: ReadonlyArray<UnappliedCredit>,
  on: LocalDate,
  postingWindowDays: number | undefined,
): ReadonlyArray<number> => {
  const left = credits
    .filter(({ since }) => since <= on && (postingWindowDays === undefined || addDays(since, postingWindowDays) >= on))
    .map((credit) => ({ credit, minor: credit.amountMinor }))
  const covered = asks.map(() => 0)
  const oldestFirst = asks.map((ask, index) => ({ ask, index })).sort((a, b) => inOrder(a.ask.item, b.ask.item))
  for (const named of [true, false])
    for (const { ask, index } of oldestFirst)
      for (const one of left) {
        const { currency, relatesTo } = one.credit
        const fits = named ? relatesTo === ask.item.itemId : relatesTo === undefined
        if (!fits || currency !== ask.item.currency) continue
        const taken = Math.min(one.minor, ask.amountMinor - (covered[index] ?? 0))
        one.minor -= taken
        covered[index] = (covered[index] ?? 0) + taken
      }
  return covered
}

const inOrder = (a: CoverableAsk['item'], b: CoverableAsk['item']): number =>
  a.dueOn === b.dueOn ? (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0) : a.dueOn < b.dueOn ? -1 : 1
