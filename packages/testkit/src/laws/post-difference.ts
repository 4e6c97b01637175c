/** How the facts that name differences move the plain books. */
import type { DifferenceFact } from '@quittance/cash-application'
import type { Books, ItemBook } from './books.js'
import { useBase } from './post-exchange.js'
import { onItem, receivable } from './posting.js'

/** What a debit item of its own takes over leaves the receivable with this fact, and comes back with that item's. @internal */
export const postDifference = (books: Books, fact: DifferenceFact): void => {
  switch (fact._tag) {
    case 'DeductionRecorded':
      return deduct(books, fact.itemId, fact.amountMinor)
    case 'DeductionAccepted':
    case 'DeductionRejected':
      return deduct(books, fact.itemId, -fact.releasedMinor)
    case 'ChargebackItemRaised':
      return takeOff(books, fact.itemId, 'transferredMinor', fact.amountMinor, fact.exchange?.clearedBaseMinor)
    case 'ChargebackItemCancelled':
      return takeOff(books, fact.itemId, 'transferredMinor', -fact.amountMinor, -(fact.exchange?.clearedBaseMinor ?? 0))
    case 'Netted':
    case 'NettingReversed':
      for (const { itemId, amountMinor, exchange } of fact.lines) {
        const sign = fact._tag === 'Netted' ? 1 : -1
        takeOff(books, itemId, 'nettedMinor', sign * amountMinor, sign * (exchange?.clearedBaseMinor ?? 0))
      }
      return
  }
}

/** @internal */
export const deduct = (books: Books, itemId: string, minor: number): void =>
  onItem(books, itemId, (item) => {
    item.deductedMinor += minor
  })

/** @internal */
export const takeOff = (
  books: Books,
  itemId: string,
  as: 'transferredMinor' | 'nettedMinor' | 'writtenOffMinor',
  minor: number,
  baseMinor: number = 0,
): void =>
  onItem(books, itemId, (item: ItemBook) => {
    item.openMinor -= minor
    useBase(item.base, baseMinor)
    item[as] += minor
    receivable(books, item.currency, -minor)
  })
