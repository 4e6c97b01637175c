import { foldOwned } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type AccountState,
  decideAccount,
  evolveAccount,
  initialAccount,
  itemStatus,
  localDate,
  money,
} from '../../src/index.js'

const on = localDate('2026-01-05')

const after = (...commands: ReadonlyArray<AccountCommand>): AccountState =>
  commands.reduce((state, command) => {
    const decided = decideAccount(command, state)
    if (E.isLeft(decided)) throw new Error(decided.left._tag)
    return foldOwned(evolveAccount, state, decided.right)
  }, initialAccount())

const invoice = (netMinor: number): AccountCommand => ({
  _tag: 'IssueInvoice',
  on,
  documentId: 'I',
  currency: 'EUR',
  lines: [{ netMinor }],
})
const receipt: AccountCommand = {
  _tag: 'RecordReceipt',
  on,
  receiptId: 'R',
  amount: money('EUR', 100),
  method: 'wire',
}
const applied = (minor: number): AccountCommand => ({
  _tag: 'ApplyCash',
  on,
  receiptId: 'R',
  lines: [{ applicationId: 'A', itemId: 'I', amount: money('EUR', minor) }],
})
const credit = (netMinor: number): AccountCommand => ({
  _tag: 'IssueCreditNote',
  on,
  documentId: 'C',
  currency: 'EUR',
  lines: [{ netMinor }],
  reason: 'return',
  precedingId: 'I',
})
const writtenOff: AccountCommand = {
  _tag: 'WriteOff',
  on,
  writeOffId: 'W',
  itemId: 'I',
  amount: money('EUR', 1),
  reason: 'small-balance',
  requestedBy: 'ann',
  policy: { id: 'p', version: 1, smallBalanceMaxMinor: 1, limits: [] },
}

describe('itemStatus', () => {
  it('is open until something comes off, then partly paid down to the last cent, then paid', () => {
    expect(itemStatus(after(invoice(100)), 'I')).toBe('open')
    expect(itemStatus(after(invoice(100), receipt, applied(1)), 'I')).toBe('partly-paid')
    expect(itemStatus(after(invoice(100), receipt, applied(99)), 'I')).toBe('partly-paid')
    expect(itemStatus(after(invoice(100), receipt, applied(100)), 'I')).toBe('paid')
  })

  it('tells what closed an item: credits alone, or a write-off that had a part in it', () => {
    expect(itemStatus(after(invoice(100), credit(100)), 'I')).toBe('credited')
    expect(itemStatus(after(invoice(100), receipt, applied(60), credit(40)), 'I')).toBe('paid')
    expect(itemStatus(after(invoice(100), receipt, applied(99), writtenOff), 'I')).toBe('written-off')
  })

  it('is voided after a void, paid when there never was anything to pay, and nothing for what is no item', () => {
    const voided: AccountCommand = {
      _tag: 'VoidInvoice',
      on,
      documentId: 'I',
      reason: 'twice',
      policy: { voidAllowed: true },
    }
    expect(itemStatus(after(invoice(100), voided), 'I')).toBe('voided')
    expect(itemStatus(after(invoice(0)), 'I')).toBe('paid')
    expect(itemStatus(after(invoice(100), credit(10)), 'C')).toBeUndefined()
    expect(itemStatus(initialAccount(), 'I')).toBeUndefined()
  })
})
