/** Where the money is: applied, unapplied, on account, unidentified, refunded; and how the invoices stand. */
import { unappliedMinor } from '@quittance/cash-application'
import { keyedGet, sumMinor } from '@quittance/kernel'
import { itemStatus } from '@quittance/receivables'
import { amounts, words } from '../../books/amounts.js'
import { freeMinor, openOfAll } from '../../books/applying.js'
import type { Books } from '../../books/books.js'
import { receiptsOf } from '../../books/in-order.js'
import type { Answers } from '../../run/ask.js'
import { amount, list } from '../../run/value.js'
import { cleanUpAnswers } from './clean-up.js'
import { nettedOf } from './netting.js'
import type { World } from './world.js'

type Receipt = Parameters<typeof unappliedMinor>[0]

/** Answers of the area. */
export const allocationAnswers = (world: World): Answers => {
  const { customer, suspense, currency, invoices, credits } = world
  const { cash } = customer.state()
  const receipts = receiptsOf(customer)
  const byReceipt = (of: (receipt: Receipt) => number): ReadonlyArray<readonly [string, number]> =>
    receipts.map((receipt) => [receipt.receiptId, of(receipt)])
  const byCredit = (of: (id: string) => number): ReadonlyArray<readonly [string, number]> =>
    credits.map((id) => [id, of(id)])
  const total = (rows: ReadonlyArray<readonly [string, number]>): number => sumMinor(rows.map(([, minor]) => minor))
  const appliedTo = invoices.map((id): readonly [string, number] => [id, appliedToItem(customer, id)])
  return {
    open: (ask) => {
      const own = openOfAll(customer, invoices)
      const owing = world.payables.map(({ id, openMinor }): readonly [string, number] => [id, openMinor])
      return amounts(ask, ask.kind === 'map' ? [...own, ...owing] : own, currency)
    },
    netted: (ask) => {
      const own = nettedOf(customer, invoices)
      const theirs = world.payables.map(({ id, nettedMinor }): readonly [string, number] => [id, nettedMinor])
      return amounts(ask, ask.kind === 'map' ? [...own, ...theirs] : own, currency)
    },
    applied: (ask) => {
      const from = byReceipt(({ appliedMinor }) => appliedMinor)
      const credited = byCredit((id) => keyedGet(cash.credits, id)?.appliedMinor ?? 0)
      return ask.kind === 'list'
        ? amounts(ask, from, currency)
        : amounts(ask, [...appliedTo, ...from, ...credited], currency, total(appliedTo))
    },
    unapplied: (ask) => {
      const own = byReceipt(unappliedMinor)
      const left = byCredit((id) => freeMinor(customer, id))
      return amounts(ask, ask.kind === 'map' ? [...own, ...left] : own, currency, total(own))
    },
    on_account: (ask) =>
      amounts(
        ask,
        byReceipt(({ onAccountMinor }) => onAccountMinor),
        currency,
      ),
    refunded: (ask) => {
      const credited = byCredit((id) => keyedGet(cash.credits, id)?.refundedMinor ?? 0)
      const own = byReceipt(({ refundedMinor }) => refundedMinor)
      return amounts(ask, [...own, ...credited], currency)
    },
    unidentified: (ask) =>
      amounts(
        ask,
        receiptsOf(suspense).map((receipt) => [receipt.receiptId, unappliedMinor(receipt)]),
        currency,
      ),
    status: (ask) => words(ask, statuses(customer, invoices)),
    ...cleanUpAnswers(world.cleanUp, currency),
    rows: () => list(world.rows.map((minor) => amount(minor, currency))),
  }
}

/** How items stand, in the words of the cases. */
export const statuses = (books: Books, ids: ReadonlyArray<string>): ReadonlyArray<readonly [string, string]> =>
  ids.map((id) => [id, (itemStatus(books.state(), id) ?? 'unknown').replaceAll('-', '_')])

const appliedToItem = (books: Books, id: string): number => {
  const record = keyedGet(books.state().cash.items, id)
  return record === undefined ? 0 : record.cashMinor + record.creditMinor
}
