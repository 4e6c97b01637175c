/** How the items of a dunning case look on a day. */
import { type CurrencyCode, daysBetween, type LocalDate } from '@quittance/kernel'
import type { DunnableItem, ReachedLevel, UnappliedCredit } from '@quittance/dunning'
import { heldCredits, type LedgerView, openItems } from '@quittance/projections'
import { asOfLatest, viewOf } from '../../books/views.js'
import type { Account, ItemWords } from './account.js'

const viewNow = (account: Account): LedgerView => {
  const facts = account.books.recorded().length
  if (account.seen?.facts !== facts) account.seen = { facts, view: viewOf([account.books]) }
  return account.seen.view
}

/** What an item has reached, where the runs of the case say something of it. */
export type Reached = (itemId: string, instalmentNo: number) => ReachedLevel | undefined

/** Everything open on a day, as dunning sees it; in the order of the case. */
export const itemsOn = (
  account: Account,
  on: LocalDate,
  reached: Reached = () => undefined,
): ReadonlyArray<DunnableItem> => {
  const { items } = account
  const view = viewNow(account)
  const order = [...items.keys()]
  return openItems(view, asOfLatest(view, on))
    .flatMap((open): ReadonlyArray<DunnableItem> => {
      const words = items.get(open.itemId)
      if (words === undefined) return []
      const lastNotice = reached(open.itemId, open.instalmentNo) ?? givenLevel(words, account)
      return [
        {
          itemId: open.itemId,
          instalmentNo: open.instalmentNo,
          currency: open.currency,
          openMinor: open.openMinor,
          dueOn: open.dueOn,
          issuedOn: open.issuedOn,
          disputedMinor: open.disputedMinor,
          holds: words.holds,
          ...(words.promiseUntil === undefined
            ? {}
            : { promised: { amountMinor: open.openMinor, until: words.promiseUntil } }),
          ...(lastNotice === undefined ? {} : { lastNotice }),
        },
      ]
    })
    .toSorted((a, b) => order.indexOf(a.itemId) - order.indexOf(b.itemId))
}

/** A level that the case gives counts from the day of the last notice where it names one, else from before its days. */
const givenLevel = (words: ItemWords, { days, lastNoticeOn }: Account): ReachedLevel | undefined => {
  const on = words.lastNoticeOn ?? lastNoticeOn
  return words.level === undefined && on === undefined ? undefined : { level: words.level ?? 0, on: on ?? days.before }
}

/** Credit notes that stand alone on a day. */
export const creditsOn = (account: Account, on: LocalDate): ReadonlyArray<UnappliedCredit> => {
  const view = viewNow(account)
  return heldCredits(view, asOfLatest(view, on)).map(({ id, currency, heldMinor, on: since }) => {
    const relatesTo = account.items.get(id)?.relatesTo
    return {
      creditId: id,
      currency,
      amountMinor: heldMinor,
      since,
      ...(relatesTo === undefined ? {} : { relatesTo }),
    }
  })
}

/** What is past due on a day, by currency in the order of the case; days of grace are not past due. */
export const overdueOn = (
  account: Account,
  on: LocalDate,
  graceDays = 0,
): ReadonlyArray<{ readonly currency: CurrencyCode; readonly minor: number }> => {
  const byCurrency = new Map<CurrencyCode, number>()
  for (const { currency, dueOn, openMinor } of itemsOn(account, on))
    if (daysBetween(dueOn, on) > graceDays) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + openMinor)
  return [...byCurrency].map(([currency, minor]) => ({ currency, minor }))
}
