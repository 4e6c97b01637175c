import { netDays, type PaymentTerms } from '@quittance/invoicing'
import { foldOwned } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type AccountState,
  decideAccount,
  evolveAccount,
  initialAccount,
  localDate,
  unpaidItems,
} from '../../src/index.js'

const on = localDate('2026-01-05')

const after = (...commands: ReadonlyArray<AccountCommand>): AccountState =>
  commands.reduce((state, command) => {
    const decided = decideAccount(command, state)
    if (E.isLeft(decided)) throw new Error(decided.left._tag)
    return foldOwned(evolveAccount, state, decided.right)
  }, initialAccount())

const invoice = (documentId: string, minor: number, terms: PaymentTerms = netDays(30)): AccountCommand => ({
  _tag: 'IssueInvoice',
  on,
  documentId,
  currency: 'EUR',
  lines: [{ netMinor: minor }],
  terms,
})

const credited = (precedingId: string, minor: number): AccountCommand => ({
  _tag: 'IssueCreditNote',
  on,
  documentId: `credit for ${precedingId}`,
  currency: 'EUR',
  lines: [{ netMinor: minor }],
  reason: 'returned',
  precedingId,
})

const halves: PaymentTerms = {
  id: 'halves',
  version: 1,
  parts: [10, 40].map((days) => ({ share: { _tag: 'EqualPart', of: 2 }, due: { days } })),
}

describe('unpaidItems', () => {
  it('lists what has something open, with its date and due day', () => {
    expect(unpaidItems(after(invoice('I1', 100_00), invoice('I2', 50_00), credited('I2', 50_00)))).toEqual([
      { currency: 'EUR', openMinor: 100_00, issuedOn: '2026-01-05', dueOn: '2026-02-04' },
    ])
  })

  it('takes the due day of the earliest instalment that is not paid', () => {
    const dueAfter = (creditedMinor: number): ReadonlyArray<string> =>
      unpaidItems(after(invoice('I1', 100_00, halves), credited('I1', creditedMinor))).map(({ dueOn }) => dueOn)
    expect([dueAfter(49_99), dueAfter(50_00)]).toEqual([['2026-01-15'], ['2026-02-14']])
  })
})
