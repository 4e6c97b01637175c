import { money } from '@quittance/kernel'
import { scenario } from '@quittance/testkit'
import { describe, expect, it } from 'vitest'
import { accountDecider, type AccountFact } from '../../src/index.js'
import { applied, by, day, invoice, ledgerOn, ok, received } from './stand.js'

const account = scenario(accountDecider, undefined)
const opened: AccountFact = { _tag: 'AccountOpened', on: day('2026-01-01'), name: 'Globex' }
const closed: AccountFact = { _tag: 'AccountClosed', on: day('2026-02-01'), reason: 'moved away' }
const close = { _tag: 'CloseAccount', on: day('2026-02-01'), reason: 'moved away' } as const
const reopen = { _tag: 'ReopenAccount', on: day('2026-03-01'), reason: 'new order' } as const

describe('the life of an account', () => {
  it('begins by opening it, once, with the name and attributes of the customer', () => {
    const open = {
      _tag: 'OpenAccount',
      on: day('2026-01-01'),
      name: 'Globex',
      attributes: { region: 'north' },
    } as const
    account
      .given()
      .when(open)
      .then([{ ...open, _tag: 'AccountOpened' }])
    account
      .given()
      .when({ _tag: 'OpenAccount', on: day('2026-01-01') })
      .then([{ _tag: 'AccountOpened', on: day('2026-01-01') }])
    account.given(opened).when(open).then({ _tag: 'AccountAlreadyOpen' })
  })

  it('ends with nothing owed in either direction', () => {
    account.given(opened).when(close).then([closed])
    account.given().when(close).then([closed])
  })

  it('takes nothing while it is closed, and says since when', () => {
    for (const command of [
      invoice('INV-1'),
      received('R'),
      close,
      { _tag: 'OpenAccount', on: day('2026-03-01') } as const,
    ])
      account
        .given(opened, closed)
        .when(command)
        .then({ _tag: 'AccountIsClosed', closedOn: day('2026-02-01') })
  })

  it('goes on when it is reopened, not before the day of closing', () => {
    account
      .given(closed)
      .when({ ...reopen, on: day('2026-01-31') })
      .then({ _tag: 'TooEarly', notBefore: day('2026-02-01') })
    account
      .given(closed)
      .when(reopen)
      .then([{ ...reopen, _tag: 'AccountReopened' }])
    account.given(opened).when(reopen).then({ _tag: 'AccountAlreadyOpen' })
  })

  it('cannot end while something is open, unapplied, on account or credited', async () => {
    const ledger = ledgerOn()
    const refused = async (openMinor: number, heldMinor: number): Promise<void> => {
      expect(await ledger.run('C-17', close, by('close'))).toMatchObject({
        left: { _tag: 'AccountNotSettled', currency: 'EUR', openMinor, heldMinor },
      })
    }
    ok(await ledger.run('C-17', invoice('INV-1'), by('c1')))
    await refused(100_00, 0)
    ok(await ledger.run('C-17', received('R', 150_00), by('c2')))
    await refused(100_00, 150_00)
    ok(await ledger.run('C-17', applied('A', 'R', 'INV-1', 100_00), by('c3')))
    await refused(0, 50_00)
    const aside = {
      _tag: 'PlaceOnAccount',
      on: day('2026-01-08'),
      receiptId: 'R',
      amount: money('EUR', 50_00),
    } as const
    ok(await ledger.run('C-17', aside, by('c4')))
    await refused(0, 50_00)
    const back = {
      _tag: 'Refund',
      on: day('2026-01-09'),
      refundId: 'RF',
      source: 'receipt',
      sourceId: 'R',
      amount: money('EUR', 50_00),
    } as const
    ok(await ledger.run('C-17', back, by('c5')))
    expect(ok(await ledger.run('C-17', close, by('close'))).facts).toHaveLength(1)
  })

  it('ends not before its latest fact', () => {
    account
      .given(opened)
      .when({ ...close, on: day('2025-12-31') })
      .then({ _tag: 'TooEarly', notBefore: day('2026-01-01') })
  })
})

describe('what one room asks of another', () => {
  it('is decided on the state that results, and refused as a whole', () => {
    const fee = { amountMinor: 15_00, chargeTo: 'customer', documentId: 'INV-1' } as const
    const back = { _tag: 'ReturnReceipt', on: day('2026-01-20'), receiptId: 'R', kind: 'nsf', fee } as const
    const facts: ReadonlyArray<AccountFact> = [
      {
        _tag: 'ReceiptRecorded',
        on: day('2026-01-06'),
        currency: 'EUR',
        receiptId: 'R',
        amountMinor: 100_00,
        method: 'wire',
      },
    ]
    const { answer } = account.given(...facts).when(back)
    expect(answer).toMatchObject({
      right: { facts: [{ _tag: 'ReceiptReturned' }, { _tag: 'DebitNoteIssued', documentId: 'INV-1' }] },
    })
    const invoiced = account.given().when(invoice('INV-1')).answer
    const known = invoiced._tag === 'Right' ? invoiced.right.facts : []
    account
      .given(...facts, ...known)
      .when(back)
      .then({ _tag: 'DocumentAlreadyIssued', documentId: 'INV-1' })
  })
})
