import { describe, expect, it } from 'vitest'
import {
  type AccountFact,
  emptyPayerDirectory,
  findPayer,
  isSuspense,
  nameTheUnnamed,
  noteCustomer,
  type PayerDirectory,
  suspenseCustomer,
} from '../../src/index.js'
import { day } from '../ledger/stand.js'

const on = day('2026-01-10')
const opened = (name: string): AccountFact => ({ _tag: 'AccountOpened', on, name })
const received = (account: string, name = 'SOMEBODY'): AccountFact => ({
  _tag: 'ReceiptRecorded',
  on,
  currency: 'EUR',
  receiptId: `R-${account}`,
  amountMinor: 1,
  method: 'wire',
  payer: { name, account },
})
const issued = (documentId: string): AccountFact =>
  ({
    _tag: 'InvoiceIssued',
    on,
    documentId,
    references: { purchaseOrder: `PO-${documentId}` },
  }) as unknown as AccountFact

const directoryOf = (...known: ReadonlyArray<readonly [string, AccountFact]>): PayerDirectory => {
  const directory = emptyPayerDirectory()
  for (const [customer, fact] of known) noteCustomer(directory, customer, fact)
  nameTheUnnamed(directory)
  return directory
}

const directory = directoryOf(
  ['c-1', opened('Westin Foods Inc')],
  ['c-2', opened('Eastern Steel GmbH')],
  ['hooli', received('DE02 1203', 'HOOLI')],
  ['c-1', received('DE99')],
  ['c-2', received('DE99')],
  ['c-2', issued('INV-2026-0815')],
  ['suspense-bank-2026-01', received('DE77', 'Nobody Known')],
)

describe('who paid', () => {
  it.each([
    ['the customer that is given', {}, 'c-1', { _tag: 'Known', customer: 'c-1', by: 'customer' }],
    ['a customer that nobody knows', { payer: { account: 'DE021203' } }, 'c-9', { _tag: 'Unknown' }],
    [
      'an account that paid before',
      { payer: { account: 'de02-1203' } },
      undefined,
      { customer: 'hooli', by: 'account' },
    ],
    ['an account of two', { payer: { account: 'DE99' } }, undefined, { _tag: 'Several', customers: ['c-1', 'c-2'] }],
    ['a name on record', { payer: { name: 'FOODS WESTIN' } }, undefined, { customer: 'c-1', by: 'name' }],
    ['an id, where no name is on record', { payer: { name: 'Hooli' } }, undefined, { customer: 'hooli', by: 'name' }],
    ['a document', { remittanceText: 'INV-2026-0815' }, undefined, { customer: 'c-2', by: 'reference' }],
    ['an account of suspense', { payer: { account: 'DE77', name: 'Nobody Known' } }, undefined, { _tag: 'Unknown' }],
    ['nothing', {}, undefined, { _tag: 'Unknown' }],
  ] as const)('is told by %s', (_, words, customer, found) => {
    expect(findPayer(directory, words, customer)).toMatchObject(found)
  })

  it('is for a person to say where name and document mean two', () => {
    const found = findPayer(directory, { payer: { name: 'WESTIN FOODS' }, remittanceText: 'INV-2026-0815' })
    expect(found).toMatchObject({ _tag: 'Several', customers: ['c-1', 'c-2'] })
  })

  it('learns of documents that are issued later', () => {
    const own = directoryOf(['c-1', issued('INV-1001')])
    expect(findPayer(own, { remittanceText: 'INV-2002' })).toEqual({ _tag: 'Unknown' })
    noteCustomer(own, 'c-2', issued('INV-2002'))
    expect(findPayer(own, { remittanceText: 'INV-2002' })).toMatchObject({ customer: 'c-2' })
  })
})

describe('suspense accounts', () => {
  it('are one for each bank account and month, and told from customers by their names', () => {
    expect(suspenseCustomer('DE02', day('2026-12-31'))).toBe('suspense-DE02-2026-12')
    expect(suspenseCustomer(undefined, on)).toBe('suspense-bank-2026-01')
    expect([isSuspense('suspense-bank-2026-01'), isSuspense('globex')]).toEqual([true, false])
  })
})
