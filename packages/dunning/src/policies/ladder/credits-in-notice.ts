/** Credits that stand beside what is asked. */
import type { DunnableItem, NoticeCredit, NoticeLine, UnappliedCredit } from '../../run-question.js'

/**
 * The credits of a notice: one that belongs to an item takes that item's level, of this run or reached before; one
 * that belongs to none takes the highest level asked for in its currency. A currency in which nothing is asked has
 * no notice for a credit to stand in.
 *
 * @law a credit stands in a notice of its own currency, at a level asked for or reached there
 * @category policies
 * @since 0.1.0
 */
export const creditsInNotice = (
  lines: ReadonlyArray<NoticeLine>,
  credits: ReadonlyArray<UnappliedCredit>,
  items: ReadonlyArray<DunnableItem>,
): ReadonlyArray<NoticeCredit> =>
  credits.flatMap((credit) => {
    const { creditId, currency, amountMinor, relatesTo } = credit
    const asked = lines.filter((line) => line.currency === currency)
    if (asked.length === 0 || amountMinor <= 0) return []
    const own = asked.filter(({ itemId }) => itemId === relatesTo).map(({ level }) => level)
    const reached = items.filter(({ itemId }) => itemId === relatesTo).map(({ lastNotice }) => lastNotice?.level ?? 0)
    const ofItem = Math.max(0, ...(own.length > 0 ? own : reached))
    const level = ofItem > 0 ? ofItem : Math.max(...asked.map((line) => line.level))
    return [{ creditId, currency, level, amountMinor }]
  })
