import { keyedEntries, keyedGet, keyedValues } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemDecreases, moneyTakenOn, takenOffMinor, whereMoneyLies } from '../../src/index.js'

const sumBy = <One extends { readonly amountMinor: number }>(
  all: ReadonlyArray<One>,
  keyOf: (one: One) => string | undefined,
): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const one of all) {
    const key = keyOf(one)
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + one.amountMinor)
  }
  return sums
}

describe('whereMoneyLies', () => {
  it('the pieces of a receipt add up to what of it was neither returned nor sent away', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state: { cash } }) => {
        const ofReceipts = whereMoneyLies(cash).map((piece) => ({ ...piece, amountMinor: piece.ofReceiptMinor }))
        const sums = sumBy(ofReceipts, ({ receiptId }) => receiptId)
        for (const { receiptId, status, amountMinor, returnedMinor, transferredMinor } of keyedValues(cash.receipts))
          expect(sums.get(receiptId) ?? 0).toBe(status === 'live' ? amountMinor - returnedMinor - transferredMinor : 0)
      }),
      { numRuns: 60 },
    )
  })

  it("money on an item is of the item's currency", () => {
    fc.assert(
      fc.property(accountHistories(), ({ state: { cash, invoicing } }) => {
        for (const { receiptId, itemId, currency } of whereMoneyLies(cash))
          expect(currency).toBe(
            itemId === undefined
              ? keyedGet(cash.receipts, receiptId)?.currency
              : keyedGet(invoicing.documents, itemId)?.currency,
          )
      }),
      { numRuns: 60 },
    )
  })

  it('cash and decreases are all that was taken off an item', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state: { cash } }) => {
        const money = sumBy(whereMoneyLies(cash), ({ itemId }) => itemId)
        const decreases = sumBy(itemDecreases(cash), ({ itemId }) => itemId)
        for (const [itemId, item] of keyedEntries(cash.items)) {
          expect(money.get(itemId) ?? 0).toBe(item.cashMinor)
          expect((money.get(itemId) ?? 0) + (decreases.get(itemId) ?? 0)).toBe(takenOffMinor(item))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('nothing is taken from where it lay after that day', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state: { cash }, recorded }) => {
        const day = moneyTakenOn(cash)
        for (const { fact } of recorded) {
          const takes =
            fact._tag === 'CashUnapplied' ||
            fact._tag === 'ReceiptReturned' ||
            fact._tag === 'CardPaymentReversed' ||
            (fact._tag === 'CashTransferRecalled' && fact.side === 'destination')
          if (!takes || keyedGet(cash.receipts, fact.receiptId) === undefined) continue
          expect(day !== undefined && fact.on <= day).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
