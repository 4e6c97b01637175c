/** What happened in spring, before the morning begins: invoices, calls, promises, a dispute, and money nobody applied. */
import { openStore } from '@quittance/cli'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import { type AccountCommand, type Instant, localDate, money, openLedger } from '@quittance/receivables'

type Told = readonly [customer: string, ...commands: ReadonlyArray<AccountCommand>]

const on = (day: string) => ({ on: localDate(`2026-${day}`) })

const invoice = (documentId: string, minor: number, due: string): AccountCommand => ({
  _tag: 'IssueInvoice',
  ...on('03-02'),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor: minor }],
  dueOn: localDate(`2026-${due}`),
})

const promise = (day: string, dueOn: string, amountMinor: number): AccountCommand => ({
  _tag: 'MakePromise',
  ...on(day),
  promiseId: `PTP-${day}`,
  currency: 'EUR',
  amountMinor,
  dueOn: localDate(`2026-${dueOn}`),
  takenBy: 'carla',
  terms: defaultPromiseTerms,
})

const call = (day: string, outcome: 'reached' | 'voicemail' | 'promised', more: object = {}): AccountCommand => ({
  _tag: 'RecordTouch',
  ...on(day),
  touchId: `T-${day}`,
  channel: 'call',
  role: 'collector',
  actor: 'carla',
  outcome,
  ...more,
})

const spring: ReadonlyArray<Told> = [
  // One large invoice, and small ones beside it.
  [
    'globex',
    invoice('INV-101', 12_400_00, '04-30'),
    invoice('INV-102', 310_00, '05-15'),
    invoice('INV-103', 95_50, '06-20'),
    call('05-12', 'reached', { spokeWith: 'Ms Lind', words: 'never saw the invoice' }),
    {
      _tag: 'RecordExcuse',
      ...on('05-12'),
      excuseId: 'E-1',
      touchId: 'T-05-12',
      code: 'no-invoice',
      words: 'never saw the invoice',
    },
  ],
  // A promise whose last day in time was yesterday.
  [
    'initech',
    invoice('INV-110', 2_000_00, '05-31'),
    call('06-19', 'promised', { spokeWith: 'Mr Lumbergh' }),
    promise('06-19', '06-26', 2_000_00),
  ],
  // Many small invoices, none of them large.
  [
    'soylent',
    invoice('INV-120', 210_00, '05-01'),
    invoice('INV-121', 190_00, '05-05'),
    invoice('INV-122', 230_00, '05-10'),
    invoice('INV-123', 205_00, '05-20'),
  ],
  // A promise that is still in time.
  ['umbrella', invoice('INV-130', 900_00, '06-01'), promise('06-22', '07-01', 900_00)],
  // All of it is disputed.
  [
    'hooli',
    invoice('INV-140', 700_00, '05-15'),
    { _tag: 'RaiseDispute', ...on('05-20'), disputeId: 'D-1', documentId: 'INV-140', cause: 'pricing_error' },
  ],
  // The money is here, and nobody has applied it.
  [
    'stark',
    invoice('INV-150', 450_00, '06-10'),
    { _tag: 'RecordReceipt', ...on('06-29'), receiptId: 'R-1', amount: money('EUR', 450_00), method: 'wire' },
  ],
  // Small, old, and never called.
  ['wayne', invoice('INV-160', 80_00, '03-20')],
  // Called yesterday; nobody answered.
  ['tyrell', invoice('INV-170', 600_00, '06-05'), call('06-29', 'voicemail')],
]

/** Record the spring in a ledger, each thing on its own day. */
export const recordSpring = async (store: string): Promise<void> => {
  const opened = await openStore(store, (file) => file, false)
  for (const [customer, ...commands] of spring)
    for (const [index, command] of commands.entries()) {
      const clock = (): Instant => `${command.on}T12:00:00.000Z` as Instant
      const ledger = openLedger({ store: opened, entity: 'acme', clock })
      const done = await ledger.run(customer, command, { commandId: `${customer}-${index}`, actor: 'carla' })
      if (done._tag === 'Left') throw new Error(`${customer}: ${JSON.stringify(done.left)}`)
    }
  await opened.close()
}
