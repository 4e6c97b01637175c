import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { histories } from './histories.js'

const everyFact = [
  ['InvoiceIssued', 'DebitNoteIssued', 'CreditNoteIssued', 'InvoiceVoided', 'DueDateChanged', 'InvoiceDelivered'],
  ['InvoiceBounced', 'InvoiceRejected', 'InvoiceViewed', 'DisputeRaised', 'DisputeResolved', 'ReceiptRecorded'],
  ['DisputeAssigned', 'DisputeCauseTagged'],
  ['CashApplied', 'CashUnapplied', 'CreditApplied', 'CreditUnapplied', 'PlacedOnAccount', 'ReleasedFromAccount'],
  ['ReceiptReturned', 'CardPaymentReversed', 'ReturnCancelled', 'ReceiptVoided', 'Refunded', 'RefundCancelled'],
  ['WrittenOff', 'WriteOffReversed', 'CashTransferredOut', 'CashTransferredIn', 'CashTransferReturned'],
  ['CashTransferRecalled', 'DeductionRecorded', 'DeductionAccepted', 'DeductionRejected'],
  ['ChargebackItemRaised', 'ChargebackItemCancelled', 'Netted', 'NettingReversed'],
].flat()

it('random histories reach every kind of fact that moves a balance or a day', () => {
  const seen = new Map<string, number>()
  for (const { facts } of fc.sample(histories, { numRuns: 300, seed: 7 }))
    for (const { fact } of facts) seen.set(fact._tag, (seen.get(fact._tag) ?? 0) + 1)
  expect([...everyFact].filter((tag) => !seen.has(tag))).toEqual([])
})

it('random histories record facts late, early and at the same instant', () => {
  const books = fc.sample(histories, { numRuns: 50, seed: 7 })
  const facts = books.flatMap((book) => book.facts)
  expect(facts.some(({ effectiveOn, recordedAt }) => effectiveOn < recordedAt.slice(0, 10))).toBe(true)
  expect(facts.some(({ effectiveOn, recordedAt }) => effectiveOn > recordedAt.slice(0, 10))).toBe(true)
  expect(books.some((book) => book.facts.some((fact, at) => fact.recordedAt === book.facts[at + 1]?.recordedAt))).toBe(
    true,
  )
})
