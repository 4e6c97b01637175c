/** The tables of a SAP order-to-cash extract as typed rows: each document once, its fields checked. */
import type { Extract, Placed, ReceivableItem } from './model.js'
import { type FieldProblem, type FieldReader, fieldReader } from './read-fields.js'
import type { ExtractRow, ExtractTables } from './read-rows.js'
import {
  billingDocument,
  billingItem,
  deliveryItem,
  deliveryOf,
  receivableItem,
  salesOrder,
  salesOrderItem,
  scheduleLine,
} from './table-rows.js'

/** Read the tables; one that is missing is empty. A row that stands twice counts once; two that differ under one key are a problem. @category model @since 0.1.0 */
export const readExtract = ({ tables }: Pick<ExtractTables, 'tables'>): Extract => {
  const problems: Array<FieldProblem> = []
  const read = <A extends Placed>(
    table: string,
    of: (row: FieldReader) => A,
    keyOf: (one: A) => string,
  ): Map<string, A> => {
    const found = new Map<string, A>()
    for (const row of tables.get(table) ?? []) {
      const before = problems.length
      const one = of(fieldReader(row, problems))
      if (problems.length === before) keepOnce(found, keyOf(one), one, table, problems)
    }
    return found
  }
  const itemKey = ({ item }: { readonly item: number }, document: string): string => `${document} ${item}`
  const billing = read('billing_document_headers', billingDocument, ({ document }) => document)
  // A cancelled document stands in both tables; the header is the one that is kept.
  for (const [key, one] of read('billing_document_cancellations', billingDocument, ({ document }) => document)) {
    const header = billing.get(key)
    if (header === undefined) billing.set(key, one)
    else if (header.netMinor !== one.netMinor || header.currency !== one.currency || header.customer !== one.customer)
      problems.push({
        place: one.place,
        field: 'billingDocument',
        problem: `${key} stands otherwise in billing_document_headers`,
      })
  }
  return {
    orders: read('sales_order_headers', salesOrder, (one) => one.salesOrder),
    orderItems: [...read('sales_order_items', salesOrderItem, (one) => itemKey(one, one.salesOrder)).values()],
    scheduleLines: (tables.get('sales_order_schedule_lines') ?? []).map((row) =>
      scheduleLine(fieldReader(row, problems)),
    ),
    deliveries: read('outbound_delivery_headers', deliveryOf, ({ delivery }) => delivery),
    deliveryItems: [...read('outbound_delivery_items', deliveryItem, (one) => itemKey(one, one.delivery)).values()],
    billing,
    billingItems: [...read('billing_document_items', billingItem, (one) => itemKey(one, one.document)).values()],
    receivables: receivablesOf(
      read('journal_entry_items_accounts_receivable', receivableItem, ({ key }) => key),
      read('payments_accounts_receivable', receivableItem, ({ key }) => key),
      problems,
    ),
    customerNames: namesOf(tables.get('business_partners') ?? []),
    problems,
  }
}

const keepOnce = <A extends Placed>(
  found: Map<string, A>,
  key: string,
  one: A,
  table: string,
  problems: Array<FieldProblem>,
): void => {
  const earlier = found.get(key)
  if (earlier === undefined) found.set(key, one)
  else if (JSON.stringify({ ...earlier, place: 0 }) !== JSON.stringify({ ...one, place: 0 }))
    problems.push({
      place: one.place,
      field: 'key',
      problem: `${key} stands in ${table} already, and says something else`,
    })
}

/** What was cleared stands in both tables; an item that only the payments have counts too. */
const receivablesOf = (
  items: ReadonlyMap<string, ReceivableItem>,
  payments: ReadonlyMap<string, ReceivableItem>,
  problems: Array<FieldProblem>,
): ReadonlyArray<ReceivableItem> => {
  const all = new Map(items)
  for (const [key, payment] of payments) {
    const item = items.get(key)
    if (item === undefined) all.set(key, payment)
    else if (
      item.minor !== payment.minor ||
      item.currency !== payment.currency ||
      item.clearing?.key !== payment.clearing?.key
    )
      problems.push({
        place: payment.place,
        field: 'accountingDocument',
        problem: `${payment.accountingDocument} item ${payment.item} stands otherwise in journal_entry_items_accounts_receivable`,
      })
  }
  return [...all.values()]
}

const namesOf = (rows: ReadonlyArray<ExtractRow>): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ cells }) => {
      const [customer, name] = [cells['customer'], cells['businessPartnerFullName']]
      return typeof customer === 'string' && typeof name === 'string' && name !== '' ? [[customer, name] as const] : []
    }),
  )
