import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk, type Ran } from './run-cli.js'

const shared = (path: string): string => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url))
const extract = shared('events/sap-o2c')
const expectedFile = shared('expected/other.json')
const present = existsSync(extract) && existsSync(expectedFile)
if (!present) console.log('sap-o2c: the shared extract is not here; skipped')

let at: Desk
let store: string
beforeEach(() => {
  at = desk()
  store = `sqlite:${at.folder}/ledger.sqlite`
})
afterEach(() => at.clear())

type Row = Readonly<Record<string, unknown>>
type Tables = Readonly<Record<string, ReadonlyArray<Row>>>

const order = (salesOrder: string, parts: Row = {}): Row => ({
  salesOrder,
  soldToParty: 'C-1',
  transactionCurrency: 'EUR',
  creationDate: '2026-01-02T00:00:00.000Z',
  ...parts,
})
const orderItem = (salesOrder: string, netAmount: string, parts: Row = {}): Row => ({
  salesOrder,
  salesOrderItem: '10',
  material: 'V-50',
  requestedQuantity: '2',
  netAmount,
  transactionCurrency: 'EUR',
  salesDocumentRjcnReason: '',
  ...parts,
})
const billing = (billingDocument: string, totalNetAmount: string, parts: Row = {}): Row => ({
  billingDocument,
  billingDocumentType: 'F2',
  billingDocumentDate: '2026-01-05T00:00:00.000Z',
  creationDate: '2026-01-05T00:00:00.000Z',
  creationTime: { hours: 9, minutes: 5, seconds: 1 },
  billingDocumentIsCancelled: false,
  cancelledBillingDocument: '',
  totalNetAmount,
  transactionCurrency: 'EUR',
  companyCode: 'DE01',
  fiscalYear: '2026',
  accountingDocument: `A${billingDocument}`,
  soldToParty: 'C-1',
  ...parts,
})
const receivable = (accountingDocument: string, amount: string, parts: Row = {}): Row => ({
  companyCode: 'DE01',
  fiscalYear: '2026',
  accountingDocument,
  accountingDocumentItem: '1',
  accountingDocumentType: 'RV',
  referenceDocument: '',
  transactionCurrency: 'EUR',
  amountInTransactionCurrency: amount,
  documentDate: '2026-01-05T00:00:00.000Z',
  customer: 'C-1',
  clearingAccountingDocument: '',
  clearingDate: null,
  ...parts,
})
const cleared = (clearingAccountingDocument: string): Row => ({
  clearingAccountingDocument,
  clearingDocFiscalYear: '2026',
  clearingDate: '2026-02-01T00:00:00.000Z',
})

const written = (rows: ReadonlyArray<Row>): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const folderOf = (tables: Tables): string => {
  const folder = join(at.folder, 'extract')
  mkdirSync(folder, { recursive: true })
  for (const [table, rows] of Object.entries(tables)) writeFileSync(join(folder, `${table}.jsonl`), written(rows))
  return folder
}
const ask = (folder: string, ...more: ReadonlyArray<string>): Promise<Ran> =>
  at.run('import-sap-o2c', folder, '--store', store, ...more)

interface Result {
  readonly figures: Readonly<Record<string, unknown>>
  readonly imported: Readonly<Record<string, number>>
  readonly factsRecorded: number
  readonly unposted: ReadonlyArray<Row>
  readonly reported: ReadonlyArray<Row>
}
const imported = async (tables: Tables | string, ...more: ReadonlyArray<string>): Promise<Result> => {
  const folder = typeof tables === 'string' ? tables : folderOf(tables)
  const { code, out, err } = await ask(folder, '--json', ...more)
  expect([code, code === 0 ? '' : err]).toEqual([0, ''])
  return JSON.parse(out) as Result
}
const balance = async (): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> => {
  const { out } = await at.run('aging', '--store', store, '--json', '--as-of', '2026-12-31')
  return (JSON.parse(out) as { currencies: Readonly<Record<string, Readonly<Record<string, number>>>> }).currencies
}
const factsOf = async (): Promise<ReadonlyArray<{ readonly type: string; readonly data: Row }>> => {
  const { out } = await at.run('log', 'export', '--store', store)
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly data: Row })
}

/** An invoice of two lines, delivered, cancelled and cleared; another that is open. */
const trade: Tables = {
  sales_order_headers: [order('SO-1', { customerPaymentTerms: 'Z001' }), order('SO-2')],
  sales_order_items: [
    orderItem('SO-1', '100.00'),
    orderItem('SO-1', '20', { salesOrderItem: '20', salesDocumentRjcnReason: '61' }),
    orderItem('SO-2', '5'),
  ],
  sales_order_schedule_lines: [{ salesOrder: 'SO-1', salesOrderItem: '10', confirmedDeliveryDate: '2026-01-04' }],
  outbound_delivery_headers: [
    { deliveryDocument: 'DL-1', creationDate: '2026-01-03T00:00:00.000Z', actualGoodsMovementDate: null },
  ],
  outbound_delivery_items: [
    {
      deliveryDocument: 'DL-1',
      deliveryDocumentItem: '000010',
      actualDeliveryQuantity: '2',
      referenceSdDocument: 'SO-1',
      referenceSdDocumentItem: '000010',
    },
  ],
  billing_document_headers: [
    billing('B-1', '100.00', { billingDocumentIsCancelled: true }),
    billing('B-2', '100.00', { billingDocumentType: 'S1', cancelledBillingDocument: 'B-1' }),
    billing('B-3', '50'),
  ],
  billing_document_items: [
    {
      billingDocument: 'B-1',
      billingDocumentItem: '10',
      material: 'V-50',
      billingQuantity: '2',
      netAmount: '100',
      transactionCurrency: 'EUR',
      referenceSdDocument: 'DL-1',
      referenceSdDocumentItem: '10',
    },
  ],
  journal_entry_items_accounts_receivable: [
    receivable('AB-1', '119.00', cleared('X-1')),
    receivable('AB-2', '-119.00', cleared('X-1')),
    receivable('AB-3', '59.5'),
  ],
  business_partners: [{ customer: 'C-1', businessPartnerFullName: 'Globex GmbH' }],
}

describe.skipIf(!present)(`the SAP order-to-cash extract (needs ../shared/data/events/sap-o2c)`, () => {
  it('has the row counts and sums of the reference answers, and reports every clearing that does not balance', async () => {
    const { note: _, ...expected } = (JSON.parse(readFileSync(expectedFile, 'utf8')) as Readonly<Record<string, Row>>)[
      'events/sap-o2c'
    ] as Row
    const { figures, imported: counts, unposted } = await imported(extract)
    expect(figures).toEqual(expected)
    expect(counts).toMatchObject({ orders: 100, deliveries: 86, invoices: 83, creditNotes: 80 })
    const clearings = Number(expected['clearingDocuments'])
    expect(counts['clearings']).toBe(expected['clearingDocumentsSumZero'])
    expect(unposted).toHaveLength(clearings - Number(expected['clearingDocumentsSumZero']))
    expect((await imported(extract)).factsRecorded).toBe(0)
  })
})

describe('an order-to-cash extract', () => {
  it('becomes orders, deliveries, invoices, what cancels them, and clearings', async () => {
    const { imported: counts, unposted, reported } = await imported(trade)
    expect(counts).toEqual({ orders: 2, deliveries: 1, invoices: 2, creditNotes: 1, receipts: 0, clearings: 1 })
    expect([unposted, reported]).toEqual([[], []])
    const facts = await factsOf()
    expect(facts.find(({ type }) => type.endsWith('OrderAccepted'))?.data).toMatchObject({
      orderId: 'SO-1',
      lines: [
        { lineNo: 10, productId: 'V-50', netMinor: 100_00, promisedOn: '2026-01-04' },
        { lineNo: 20, quantity: { unscaled: 0 }, netMinor: 0 },
      ],
      attributes: { terms: 'Z001' },
    })
    expect(facts.find(({ type }) => type.endsWith('GoodsDelivered'))?.data).toMatchObject({
      deliveryId: 'DL-1',
      orderId: 'SO-1',
      lines: [{ lineNo: 10, orderLineNo: 10, productId: 'V-50' }],
    })
    expect(facts.find(({ type }) => type.endsWith('InvoiceIssued'))?.data).toMatchObject({
      documentId: 'B-1',
      lines: [{ netMinor: 100_00, productId: 'V-50', orderLineNo: 10 }],
      charges: [{ amountMinor: 19_00, code: 'not-itemised' }],
      totals: { payableMinor: 119_00 },
      references: { order: 'SO-1', delivery: 'DL-1' },
    })
    expect(facts.find(({ type }) => type.endsWith('CreditNoteIssued'))?.data).toMatchObject({
      documentId: 'B-2',
      precedingId: 'B-1',
      offsetMinor: 0,
    })
    expect(facts.filter(({ type }) => type.endsWith('CreditApplied'))).toHaveLength(1)
    expect(await balance()).toMatchObject({ EUR: { total: 59_50, unapplied: 0 } })
  })

  it('reads CR LF, gzip, parts in a folder and a byte order mark alike, and imported again records nothing', async () => {
    const first = await imported(trade)
    const folder = join(at.folder, 'other')
    mkdirSync(join(folder, 'billing_document_headers'), { recursive: true })
    for (const [table, rows] of Object.entries(trade))
      if (table === 'billing_document_headers')
        for (const [index, row] of rows.entries())
          writeFileSync(join(folder, table, `part-${index}.jsonl.gz`), gzipSync(written([row])))
      else writeFileSync(join(folder, `${table}.jsonl`), `\uFEFF${written(rows).replaceAll('\n', '\r\n')}\r\n`)
    const again = await imported(folder)
    expect([again.figures, again.factsRecorded]).toEqual([first.figures, 0])
  })

  it('does not need every table: billing alone is owed net', async () => {
    const { imported: counts } = await imported({ billing_document_headers: [billing('B-3', '50')] })
    expect(counts).toMatchObject({ invoices: 1 })
    expect(await balance()).toMatchObject({ EUR: { total: 50_00 } })
  })

  it('takes what is not billed from accounts receivable: invoices, credits and payments', async () => {
    const items = [
      receivable('D-1', '100'),
      receivable('D-2', '40', cleared('X-2')),
      receivable('P-1', '40.00-', { accountingDocumentType: 'DZ', ...cleared('X-2') }),
      receivable('G-1', '-7', { accountingDocumentType: 'DG' }),
    ]
    const { imported: counts } = await imported({ journal_entry_items_accounts_receivable: items })
    expect(counts).toMatchObject({ invoices: 2, receipts: 1, creditNotes: 1, clearings: 1 })
    expect(await balance()).toMatchObject({ EUR: { total: 93_00, unapplied: 7_00 } })
  })

  it('keeps currencies apart, with the places of each', async () => {
    const { figures } = await imported({
      billing_document_headers: [
        billing('B-1', '50'),
        billing('B-2', '7000', { transactionCurrency: 'JPY' }),
        billing('B-3', '1.234', { transactionCurrency: 'KWD' }),
      ],
    })
    expect(figures['billingNet']).toEqual({ EUR: '50.00', JPY: '7000', KWD: '1.234' })
    expect(await balance()).toMatchObject({ EUR: { total: 50_00 }, JPY: { total: 7000 }, KWD: { total: 1234 } })
  })

  it('counts a row that stands twice once', async () => {
    const { figures, imported: counts } = await imported({
      billing_document_headers: [billing('B-1', '50'), billing('B-1', '50')],
      billing_document_cancellations: [billing('B-1', '50')],
    })
    expect(counts).toMatchObject({ invoices: 1 })
    expect(figures).toMatchObject({ rows: { billing_document_headers: 2 }, billingNet: '50.00' })
  })

  it('reports clearings that do not balance, or not for each customer, and posts none of them', async () => {
    const items = [
      receivable('D-1', '100', cleared('X-1')),
      receivable('P-1', '-60', { accountingDocumentType: 'DZ', ...cleared('X-1') }),
      receivable('D-2', '40', cleared('X-2')),
      receivable('P-2', '-40', { accountingDocumentType: 'DZ', customer: 'C-2', ...cleared('X-2') }),
      receivable('D-3', '5', cleared('X-3')),
      receivable('P-3', '-5', { transactionCurrency: 'USD', accountingDocumentType: 'DZ', ...cleared('X-3') }),
      receivable('D-4', '8', cleared('X-4')),
      receivable('P-4', '-8', { accountingDocumentType: 'DZ', ...cleared('X-4') }),
      receivable('D-5', '9', { customer: 'C-2', ...cleared('X-4') }),
      receivable('P-5', '-9', { customer: 'C-2', accountingDocumentType: 'DZ', ...cleared('X-4') }),
    ]
    const { imported: counts, unposted } = await imported({ journal_entry_items_accounts_receivable: items })
    expect(counts).toMatchObject({ clearings: 1 })
    expect(unposted).toMatchObject([
      {
        file: 'journal_entry_items_accounts_receivable.jsonl',
        line: 1,
        field: 'clearingAccountingDocument',
        because: 'unbalanced',
        difference: { EUR: '40.00' },
      },
      { line: 3, because: 'across-customers', difference: { EUR: '0.00' }, customers: ['C-1', 'C-2'] },
      { line: 5, because: 'several-currencies', difference: { EUR: '5.00', USD: '-5.00' } },
    ])
    const applied = (await factsOf()).filter(({ type }) => type.endsWith('CashApplied'))
    expect(new Set(applied.map(({ data }) => data['itemId']))).toEqual(new Set(['D-4', 'D-5']))
  })

  it('says what nobody can place, and imports the rest', async () => {
    const { reported } = await imported({
      ...trade,
      sales_order_headers: [...(trade['sales_order_headers'] ?? []), order('SO-9')],
      outbound_delivery_headers: [
        ...(trade['outbound_delivery_headers'] ?? []),
        { deliveryDocument: 'DL-9', creationDate: '2026-01-03T00:00:00.000Z' },
      ],
    })
    expect(reported).toMatchObject([
      { line: 3, problem: 'order SO-9 has no lines' },
      { line: 2, problem: 'delivery DL-9 has no lines' },
    ])
  })
})

describe('an extract that is wrong', () => {
  const refused = async (tables: Tables): Promise<string> => {
    const { code, out, err } = await ask(folderOf(tables))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('Nothing was recorded.')
    return err
  }

  it.each<readonly [string, Row]>([
    ['billing_document_headers.jsonl:2: totalNetAmount: "12,50" is not an amount of EUR', { totalNetAmount: '12,50' }],
    ['totalNetAmount: "1.005" is not an amount of EUR', { totalNetAmount: '1.005' }],
    ['transactionCurrency: "EUX" is not an ISO 4217 currency', { transactionCurrency: 'EUX' }],
    ['billingDocumentDate: "2026-02-30" is not a day', { billingDocumentDate: '2026-02-30' }],
    ['billingDocumentDate: is empty', { billingDocumentDate: null }],
    ['soldToParty: is empty', { soldToParty: '' }],
    ['billingDocument: is neither text nor a number', { billingDocument: {} }],
  ])('is refused with file, line and field: %s', async (problem, wrong) => {
    const rows = [billing('B-1', '50'), { ...billing('B-2', '50'), ...wrong }]
    expect(await refused({ billing_document_headers: rows })).toContain(problem)
    expect((await at.run('log', 'export', '--store', store)).out).toBe('')
  })

  it('says two things of one document', async () => {
    const rows = [billing('B-1', '50'), billing('B-1', '51')]
    expect(await refused({ billing_document_headers: rows })).toContain(
      'billing_document_headers.jsonl:2: key: B-1 stands in billing_document_headers already, and says something else',
    )
    const both = {
      billing_document_headers: [billing('B-1', '50')],
      billing_document_cancellations: [billing('B-1', '51')],
    }
    expect(await refused(both)).toContain('B-1 stands otherwise in billing_document_headers')
  })

  it('holds a line that is no row', async () => {
    const folder = folderOf({ billing_document_headers: [billing('B-1', '50')] })
    const file = join(folder, 'billing_document_headers.jsonl')
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"billingDocument": \n[1]\n`)
    const { code, err } = await ask(folder)
    expect(code).toBe(1)
    expect(err).toContain('billing_document_headers.jsonl:2: line: is not JSON')
    expect(err).toContain('billing_document_headers.jsonl:3: line: is not a JSON object')
    const skipped = JSON.parse((await ask(folder, '--on-error', 'skip', '--json')).out) as Result
    expect(skipped.imported).toMatchObject({ invoices: 1 })
  })

  it('is no extract, or a damaged one', async () => {
    const said = async (folder: string): Promise<string> => (await ask(folder)).err
    expect(await said(join(at.folder, 'nowhere'))).toContain('no such folder')
    expect(await said(folderOf({}))).toContain('holds no table')
    expect(await said(folderOf({ products: [{ product: 'V-50' }] }))).toContain('none of its tables is known')
    writeFileSync(
      join(at.folder, 'extract', 'billing_document_headers.jsonl.gz'),
      gzipSync(written([billing('B-1', '1')])).subarray(0, 40),
    )
    expect(await said(join(at.folder, 'extract'))).toContain('billing_document_headers.jsonl.gz: cannot be read')
    writeFileSync(join(at.folder, 'extract', 'billing_document_headers.jsonl'), written([billing('B-1', '1')]))
    expect(await said(join(at.folder, 'extract'))).toContain('both hold billing_document_headers')
  })
})
