/** A ledger in memory: issue an invoice, record a receipt, apply it, read the balance. */
import {
  type AccountBalance,
  accountBalances,
  inMemoryEventStore,
  instant,
  type LedgerFailure,
  localDate,
  money,
  netDays,
  openLedger,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'

const [billed, paid] = [localDate('2026-01-05'), localDate('2026-01-20')]

/** An invoice of 1,200.00 EUR and a receipt that is applied to it, in one append, all or nothing; then what the customer owes. */
export const firstLedger = async (
  paidMinor: number,
): Promise<E.Either<LedgerFailure, ReadonlyArray<AccountBalance>>> => {
  const clock = (): ReturnType<typeof instant> => instant(new Date().toISOString())
  const ledger = openLedger({ store: inMemoryEventStore(), entity: 'acme', clock })
  const amount = money('EUR', paidMinor)
  const lines = [{ netMinor: 1200_00 }]
  const done = await ledger.runAll(
    'globex',
    [
      { _tag: 'IssueInvoice', on: billed, documentId: 'INV-1', currency: 'EUR', lines, terms: netDays(30) },
      { _tag: 'RecordReceipt', on: paid, receiptId: 'R-1', amount, method: 'wire' },
      { _tag: 'ApplyCash', on: paid, receiptId: 'R-1', lines: [{ applicationId: 'A-1', itemId: 'INV-1', amount }] },
    ],
    { commandId: 'first-steps', actor: 'ada' },
  )
  return E.isLeft(done) ? done : E.right(accountBalances(done.right.account.state))
}
