/** What is left to ask of a notice when it is about to go out. */
import type { LocalDate } from '@quittance/kernel'
import type { AccountOnDay } from '../../context.js'
import type { ClaimedLine } from '../../model.js'
import { isAmong, type NoticeRecord } from '../../state.js'
import { askedOfItem } from './asked-of-item.js'
import { coverWithCredits } from './cover-with-credits.js'
import { questionOn } from './question-on.js'

/**
 * For each line that is for sending, what may still be asked on the day: never more than the notice asks, and
 * without what was paid, disputed, promised or held since, or is in hand. 0: the line has nothing left to ask.
 *
 * @law a payment between the run and the sending is not asked for
 * @category policies
 * @since 0.1.0
 */
export const stillAsked = (
  notice: Pick<NoticeRecord, 'lines' | 'ignored' | 'ladder'>,
  account: AccountOnDay,
  on: LocalDate,
): ReadonlyArray<ClaimedLine> => {
  const { items, credits, holds } = questionOn(account, on)
  const lines = notice.lines.filter((line) => line.supersededBy === undefined && !isAmong(notice.ignored, line))
  // What is in hand goes to everything that is due, not to this notice alone.
  const asks = items
    .filter((item) => item.dueOn <= on || isAmong(lines, item))
    .map((item) => ({ item, amountMinor: Math.max(0, askedOfItem(item, holds, on).amountMinor) }))
  const isMatchedFirst = notice.ladder === undefined || notice.ladder.credits === 'matched-first'
  const covered = isMatchedFirst ? coverWithCredits(asks, credits, on, notice.ladder?.postingWindowDays) : []
  return lines.map(({ itemId, instalmentNo, amountMinor }) => {
    const place = asks.findIndex(({ item }) => item.itemId === itemId && item.instalmentNo === instalmentNo)
    const leftMinor = (asks[place]?.amountMinor ?? 0) - (covered[place] ?? 0)
    return { itemId, instalmentNo, amountMinor: Math.min(amountMinor, leftMinor) }
  })
}
