import { keyedGet } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFacts, emptyLedgerView, type OpenItem, openItems } from '../src/index.js'
import { openMinorOf } from './account/book.js'
import { accountsAt } from './account/balances.js'
import { histories, pointsInTime } from './account/histories.js'

const total = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, one) => so + one, 0)

describe('instalments', () => {
  it('the rows of an item add up to what its account says is open', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const rows = openItems(addFacts(emptyLedgerView(), facts), at)
        for (const [customer, account] of accountsAt(facts, at)) {
          const own = rows.filter((row) => row.customer === customer)
          for (const itemId of new Set(own.map((row) => row.itemId)))
            expect(total(own.filter((row) => row.itemId === itemId).map(({ openMinor }) => openMinor))).toBe(
              openMinorOf(account, itemId),
            )
          expect(total(own.map(({ openMinor }) => openMinor))).toBe(
            total([...itemsOf(facts)].map((itemId) => openMinorOf(account, itemId))),
          )
        }
      }),
    )
  })

  it('no row is taken below nothing or above its amount', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        for (const row of openItems(addFacts(emptyLedgerView(), facts), at)) {
          const { paidMinor, discountedMinor, creditedMinor, writtenOffMinor } = row
          for (const minor of [paidMinor, discountedMinor, creditedMinor, writtenOffMinor])
            expect(minor >= 0 && minor <= row.amountMinor).toBe(true)
          expect(row.openMinor).toBeLessThanOrEqual(row.amountMinor)
        }
      }),
    )
  })

  it('while nothing is given back, no later instalment is touched before an earlier one is settled', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const forward = facts.filter(({ fact }) => !givesBack.has(fact._tag))
        const byItem = new Map<string, Array<OpenItem>>()
        for (const row of openItems(addFacts(emptyLedgerView(), forward), at))
          byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row])
        for (const rows of byItem.values())
          for (const { openMinor, amountMinor } of rows.sort((a, b) => a.instalmentNo - b.instalmentNo).slice(1))
            expect(openMinor).toBe(amountMinor)
      }),
    )
  })

  it('due days are those that the account knows', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const accounts = accountsAt(facts, at)
        for (const { customer, itemId, instalmentNo, dueOn } of openItems(addFacts(emptyLedgerView(), facts), at)) {
          const account = accounts.get(customer)
          const document = account === undefined ? undefined : keyedGet(account.invoicing.documents, itemId)
          expect(document?.instalments.find(({ no }) => no === instalmentNo)?.dueOn).toBe(dueOn)
        }
      }),
    )
  })
})

const givesBack: ReadonlySet<string> = new Set([
  'CashUnapplied',
  'CreditUnapplied',
  'WriteOffReversed',
  'ReceiptReturned',
  'CardPaymentReversed',
  'CashTransferRecalled',
  'ReturnCancelled',
  'CashApplied',
])

const itemsOf = (facts: Parameters<typeof accountsAt>[0]): ReadonlySet<string> =>
  new Set(
    facts.flatMap(({ fact }) =>
      fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued' ? [fact.documentId] : [],
    ),
  )
