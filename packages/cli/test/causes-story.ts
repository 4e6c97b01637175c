/** Two customers who do not pay, for errors of ours and of their own: what the reports over causes are tried on. */
import { decimal, type Instant, localDate, money } from '@quittance/kernel'
import { type AccountCommand, netDays, openLedger } from '@quittance/receivables'
import { openStore } from '../src/index.js'

const on = (day: string) => ({ on: localDate(day) })

const invoice = (
  documentId: string,
  day: string,
  salesRepId: string,
  products: Readonly<Record<string, string>>,
): AccountCommand => ({
  _tag: 'IssueInvoice',
  ...on(day),
  documentId,
  currency: 'EUR',
  salesRepId,
  terms: netDays(30),
  lines: Object.entries(products).map(([productId, unitPrice]) => ({
    productId,
    quantity: decimal('1'),
    unitPrice: decimal(unitPrice),
  })),
})
const paid = (itemId: string, day: string, minor: number): ReadonlyArray<AccountCommand> => [
  { _tag: 'RecordReceipt', ...on(day), receiptId: `R-${itemId}`, amount: money('EUR', minor), method: 'wire' },
  {
    _tag: 'ApplyCash',
    ...on(day),
    receiptId: `R-${itemId}`,
    lines: [{ applicationId: `A-${itemId}`, itemId, amount: money('EUR', minor) }],
  },
]
const dispute = (disputeId: string, documentId: string, day: string, cause: string): AccountCommand => ({
  _tag: 'RaiseDispute',
  ...on(day),
  disputeId,
  documentId,
  cause,
})

const stories: Readonly<Record<string, ReadonlyArray<AccountCommand>>> = {
  globex: [
    invoice('INV-1', '2026-01-05', 'ann', { pump: '600.00', hose: '200.00' }),
    invoice('INV-2', '2026-01-10', 'ann', { pump: '600.00' }),
    invoice('INV-3', '2026-02-01', 'bob', { valve: '150.00' }),
    dispute('D-1', 'INV-1', '2026-01-20', 'pricing_error'),
    {
      _tag: 'AssignDispute',
      ...on('2026-01-21'),
      disputeId: 'D-1',
      department: 'pricing',
      dueOn: localDate('2026-01-28'),
    },
    {
      _tag: 'TagDisputeCause',
      ...on('2026-01-25'),
      disputeId: 'D-1',
      cause: 'pricing_error',
      by: 'k.ito',
      because: 'the price list of December',
    },
    ...paid('INV-2', '2026-02-20', 600_00),
    {
      _tag: 'RecordDelivery',
      ...on('2026-02-02'),
      documentId: 'INV-3',
      outcome: { _tag: 'Rejected', reason: 'no purchase order', code: 'PO-1' },
    },
  ],
  initech: [
    invoice('INV-4', '2026-01-07', 'bob', { hose: '90.00' }),
    invoice('INV-5', '2026-01-08', 'bob', { valve: '400.00' }),
    dispute('D-3', 'INV-5', '2026-01-15', 'shortage'),
    {
      _tag: 'IssueCreditNote',
      ...on('2026-01-30'),
      documentId: 'CN-3',
      currency: 'EUR',
      lines: [{ netMinor: 400_00 }],
      reason: 'shortage',
    },
    { _tag: 'ResolveDispute', ...on('2026-01-30'), disputeId: 'D-3', outcome: 'accepted', creditNoteId: 'CN-3' },
    ...paid('INV-5', '2026-03-10', 400_00),
  ],
}

/** Write the story into a ledger that is not there yet, all of it recorded on the day on which it happened. */
export const writeCausesStory = async (store: string): Promise<void> => {
  const opened = await openStore(store, (file) => file, false)
  for (const [customer, commands] of Object.entries(stories))
    for (const [index, command] of commands.entries()) {
      const clock = (): Instant => `${command.on}T12:00:00.000Z` as Instant
      const ledger = openLedger({ store: opened, entity: 'acme', clock })
      const done = await ledger.run(customer, command, { commandId: `${customer}-${index}`, actor: 'test' })
      if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
    }
  await opened.close()
}
