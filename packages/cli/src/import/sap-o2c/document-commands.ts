/** Documents of the ledger as commands: invoices, credit notes for what they cancel, receipts. */
import type { DraftLine, References } from '@quittance/invoicing'
import { type Instant, laterOf, money } from '@quittance/kernel'
import type { RowCommand } from '../invoice-commands.js'
import type { LedgerDocument, LedgerDocuments } from './ledger-documents.js'
import type { BillingItem, Extract } from './model.js'
import type { FieldProblem } from './read-fields.js'
import { itemsBy } from './trade-commands.js'

/** @category commands @since 0.1.0 */
export const documentCommands = (
  extract: Extract,
  { documents }: LedgerDocuments,
  reported: Array<FieldProblem>,
): ReadonlyArray<RowCommand> => {
  const items = itemsBy(extract.billingItems, ({ document }) => document)
  const orders = new Map(extract.deliveryItems.map((one) => [`${one.delivery} ${one.item}`, one]))
  return [...documents.values()].flatMap((document): ReadonlyArray<RowCommand> => {
    const own = (items.get(document.id) ?? []).toSorted((a, b) => a.item - b.item)
    const netMinor = own.reduce((so, item) => so + item.netMinor, 0)
    if (document.billing !== undefined && own.length > 0 && netMinor !== document.billing.netMinor)
      reported.push({
        place: document.place,
        field: 'totalNetAmount',
        problem: `billing document ${document.id} has lines over ${netMinor} minor units, and a total of ${document.billing.netMinor}`,
      })
    if (document.kind === 'receipt') return [receipt(document)]
    if (document.minor === 0 && document.kind === 'credit-note') return []
    const draft = draftOf(document, document.billing === undefined ? [] : own, orders, extract)
    return [document.kind === 'invoice' ? invoice(document, draft) : creditNote(document, draft, documents)]
  })
}

const shared = ({ customer, place, billing, knownAt, id }: LedgerDocument): Omit<RowCommand, 'command'> => ({
  customer,
  lines: [place],
  field: billing === undefined ? 'accountingDocument' : 'billingDocument',
  knownAt,
  commandId: `sap-document:${id}`,
})

const receipt = (document: LedgerDocument): RowCommand => ({
  ...shared(document),
  command: {
    _tag: 'RecordReceipt',
    on: document.on,
    receiptId: document.id,
    amount: money(document.currency, document.minor),
    method: 'other',
    ...(document.item === undefined ? {} : { bankReference: document.item.accountingDocument }),
  },
})

interface Draft {
  readonly lines: ReadonlyArray<DraftLine>
  readonly charges?: ReadonlyArray<{ readonly reason: string; readonly amountMinor: number; readonly code: string }>
  readonly allowances?: ReadonlyArray<{ readonly reason: string; readonly amountMinor: number; readonly code: string }>
  readonly references?: References
  readonly attributes?: Readonly<Record<string, string>>
}

/** What accounts receivable has above the lines (tax, mostly) the extract does not itemise: it is a charge of its own. */
const draftOf = (
  { minor, billing, item }: LedgerDocument,
  items: ReadonlyArray<BillingItem>,
  orders: ReadonlyMap<string, { readonly order: string | undefined; readonly orderItem: number | undefined }>,
  extract: Extract,
): Draft => {
  const netMinor =
    items.length > 0 ? items.reduce((so, one) => so + one.netMinor, 0) : Math.min(billing?.netMinor ?? minor, minor)
  const restMinor = minor - netMinor
  const rest = [{ reason: 'tax and what else is not itemised', amountMinor: Math.abs(restMinor), code: 'not-itemised' }]
  const origin = (one: BillingItem) => orders.get(`${one.reference} ${one.referenceItem}`)
  const lines = items.map((one): DraftLine => {
    const orderLineNo = origin(one)?.orderItem ?? (isOrder(extract, one.reference) ? one.referenceItem : undefined)
    return {
      netMinor: one.netMinor,
      quantity: one.quantity,
      ...(one.material === undefined ? {} : { productId: one.material }),
      ...(orderLineNo === undefined ? {} : { orderLineNo }),
    }
  })
  const order = only(
    items.map((one) => origin(one)?.order ?? (isOrder(extract, one.reference) ? one.reference : undefined)),
  )
  const delivery = only(items.map((one) => (isOrder(extract, one.reference) ? undefined : one.reference)))
  const attributes = {
    ...(billing === undefined ? {} : { billingType: billing.type }),
    ...(item === undefined ? {} : { accountingDocument: item.accountingDocument }),
  }
  return {
    lines: lines.length > 0 ? lines : [{ netMinor }],
    ...(restMinor > 0 ? { charges: rest } : restMinor < 0 ? { allowances: rest } : {}),
    ...(order === undefined && delivery === undefined
      ? {}
      : { references: { ...(order === undefined ? {} : { order }), ...(delivery === undefined ? {} : { delivery }) } }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  }
}

const isOrder = ({ orders, deliveries }: Extract, id: string | undefined): boolean =>
  id !== undefined && orders.has(id) && !deliveries.has(id)

/** The one that all say, if they say one. */
const only = (ids: ReadonlyArray<string | undefined>): string | undefined =>
  ids.every((id) => id === ids[0]) ? ids[0] : undefined

const invoice = (document: LedgerDocument, draft: Draft): RowCommand => ({
  ...shared(document),
  command: { _tag: 'IssueInvoice', on: document.on, documentId: document.id, currency: document.currency, ...draft },
})

/** It waits for its clearing: the credit stays with the customer until then, and its invoice stays open. */
const creditNote = (
  document: LedgerDocument,
  draft: Draft,
  documents: ReadonlyMap<string, LedgerDocument>,
): RowCommand => {
  const { id, on, currency, customer, minor, billing } = document
  const cancelled = billing?.cancels === undefined ? undefined : documents.get(billing.cancels)
  const fits =
    cancelled?.kind === 'invoice' &&
    cancelled.customer === customer &&
    cancelled.currency === currency &&
    cancelled.minor >= minor
  return {
    ...shared(document),
    ...(fits ? { knownAt: later(document.knownAt, cancelled.knownAt) } : {}),
    command: {
      _tag: 'IssueCreditNote',
      on: fits ? laterOf(on, cancelled.on) : on,
      documentId: id,
      currency,
      reason: billing?.cancels === undefined ? 'credit memo' : `cancels ${billing.cancels}`,
      ...draft,
      offset: false,
      ...(fits ? { precedingId: cancelled.id } : {}),
    },
  }
}

/** @internal */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
