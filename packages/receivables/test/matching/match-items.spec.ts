import { foldOwned, keyedGet, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type AccountState,
  decideAccount,
  evolveAccount,
  freeReceipts,
  initialAccount,
  matchItemsOf,
  matchPaymentOf,
  type PaymentTerms,
} from '../../src/index.js'
import { applied, day, invoice, received } from '../ledger/stand.js'

const accountAfter = (...commands: ReadonlyArray<AccountCommand>): AccountState =>
  commands.reduce((state, command) => {
    const facts = decideAccount(command, state)
    if (E.isLeft(facts)) throw new Error(`refused: ${JSON.stringify(facts.left)}`)
    return foldOwned(evolveAccount, state, facts.right)
  }, initialAccount())

const on = day('2026-01-10')

describe('an account as a rule set sees it', () => {
  it('names an item by all that a payer may call it', () => {
    const references = { purchaseOrder: '4500', order: 'SO-1', delivery: '' }
    const state = accountAfter({ ...invoice('INV-1'), references } as AccountCommand)
    expect(matchItemsOf(state, 'EUR', on)).toEqual([
      {
        itemId: 'INV-1',
        openMinor: 100_00,
        on: '2026-01-05',
        dueOn: '2026-01-05',
        identifiers: ['INV-1', '4500', 'SO-1'],
        currency: 'EUR',
        kind: 'invoice',
      },
    ])
  })

  it('holds what is open in that currency and dated by that day, part payments off, and nothing else', () => {
    const state = accountAfter(
      invoice('INV-1'),
      invoice('INV-2', 40_00),
      { ...invoice('INV-3'), currency: 'USD' } as AccountCommand,
      { ...invoice('INV-4'), on: day('2026-01-11') },
      received('R'),
      applied('A', 'R', 'INV-1', 30_00),
      applied('B', 'R', 'INV-2', 40_00),
    )
    const open = matchItemsOf(state, 'EUR', on).map(({ itemId, openMinor }) => [itemId, openMinor])
    expect(open).toEqual([['INV-1', 70_00]])
    expect(matchItemsOf(state, 'EUR', day('2026-01-11'))).toHaveLength(2)
  })

  it('shows what a credit note left with the customer as an amount below zero', () => {
    const credit: AccountCommand = {
      _tag: 'IssueCreditNote',
      on: day('2026-01-06'),
      documentId: 'CN-1',
      currency: 'EUR',
      lines: [{ netMinor: 25_00 }],
      reason: 'returned goods',
    }
    const line = { applicationId: 'C', itemId: 'INV-1', amount: money('EUR', 5_00) }
    const used: AccountCommand = { _tag: 'ApplyCredit', on, creditId: 'CN-1', lines: [line] }
    const items = matchItemsOf(accountAfter(invoice('INV-1'), credit, used), 'EUR', on)
    expect(items.map(({ itemId, openMinor }) => [itemId, openMinor])).toEqual([
      ['INV-1', 95_00],
      ['CN-1', -20_00],
    ])
  })

  it('takes an item as due when what is left of it begins to be', () => {
    const terms: PaymentTerms = {
      id: 'halves',
      version: 1,
      parts: [
        { share: { _tag: 'EqualPart', of: 2 }, due: { days: 10 } },
        { share: { _tag: 'Balance' }, due: { days: 40 } },
      ],
    }
    const twice = { ...invoice('INV-1'), terms } as AccountCommand
    expect(matchItemsOf(accountAfter(twice), 'EUR', on)[0]?.dueOn).toBe('2026-01-15')
    const paid = accountAfter(twice, received('R'), applied('A', 'R', 'INV-1', 50_00))
    expect(matchItemsOf(paid, 'EUR', on)[0]?.dueOn).toBe('2026-02-14')
  })

  it('says which items are disputed', () => {
    const dispute: AccountCommand = {
      _tag: 'RaiseDispute',
      on,
      disputeId: 'D',
      documentId: 'INV-1',
      amountMinor: 10_00,
      cause: 'price',
    }
    expect(matchItemsOf(accountAfter(invoice('INV-1'), dispute), 'EUR', on)[0]?.disputed).toBe(true)
  })

  it('asks about the free money of a receipt, with all that came written with it', () => {
    const said = { payer: { name: 'GLOBEX', account: 'DE02' }, bankReference: 'B-7' }
    const words = { ...said, remittanceText: 'INV-2', fullSatisfactionClaimed: 'paid in full' }
    const state = accountAfter(
      invoice('INV-1'),
      { ...received('R'), ...words } as AccountCommand,
      received('S', 10_00),
      applied('A', 'R', 'INV-1', 30_00),
      applied('B', 'S', 'INV-1', 10_00),
    )
    expect(freeReceipts(state).map(matchPaymentOf)).toEqual([
      {
        paymentId: 'R',
        amountMinor: 70_00,
        receivedOn: '2026-01-06',
        text: 'INV-2',
        currency: 'EUR',
        payerKey: 'DE02',
        bankReference: 'B-7',
        fullSatisfactionClaimed: 'paid in full',
      },
    ])
    expect(keyedGet(state.cash.receipts, 'S')?.words).toEqual({})
  })
})
