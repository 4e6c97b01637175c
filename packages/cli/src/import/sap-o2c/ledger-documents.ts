/**
 * Billing documents and items of accounts receivable as documents of the ledger. What is owed is what accounts receivable says; a
 * billing document without an item there is worth what the one is that it cancels, or is cancelled by, and else its net total.
 */
import { type Instant, instantOn, type LocalDate } from '@quittance/kernel'
import type { BillingDocument, Extract, ReceivableItem } from './model.js'
import type { FieldProblem } from './read-fields.js'
import { itemsBy } from './trade-commands.js'

/** A document of the ledger. @category model @since 0.1.0 */
export interface LedgerDocument {
  readonly id: string
  readonly kind: 'invoice' | 'credit-note' | 'receipt'
  readonly customer: string
  readonly currency: string
  /** Above zero whatever the kind. */
  readonly minor: number
  readonly on: LocalDate
  readonly knownAt: Instant
  readonly place: number
  readonly billing: BillingDocument | undefined
  readonly item: ReceivableItem | undefined
}

/** Documents by id, and which of them an item of accounts receivable belongs to. @category model @since 0.1.0 */
export interface LedgerDocuments {
  readonly documents: ReadonlyMap<string, LedgerDocument>
  readonly ofItem: ReadonlyMap<string, LedgerDocument>
}

/** All documents of an extract. @category model @since 0.1.0 */
export const ledgerDocuments = (extract: Extract, problems: Array<FieldProblem>): LedgerDocuments => {
  const billingOf = billingFinder(extract)
  const items = itemsBy(extract.receivables, (item) => billingOf(item)?.document)
  const documents = new Map<string, LedgerDocument>()
  const ofItem = new Map<string, LedgerDocument>()
  const cancelledBy = new Map<string, BillingDocument>()
  for (const one of extract.billing.values()) if (one.cancels !== undefined) cancelledBy.set(one.cancels, one)
  for (const billing of extract.billing.values()) {
    const own = items.get(billing.document) ?? []
    const foreign = own.find(({ currency, customer }) => currency !== billing.currency || customer !== own[0]?.customer)
    if (foreign !== undefined) {
      const problem = `${billing.document} is in ${billing.currency} of one customer, and this item is not`
      problems.push({ place: foreign.place, field: 'transactionCurrency', problem })
      continue
    }
    const other =
      billing.cancels === undefined ? cancelledBy.get(billing.document) : extract.billing.get(billing.cancels)
    const document = billed(billing, own, other === undefined ? [] : (items.get(other.document) ?? []))
    documents.set(document.id, document)
    for (const { key } of own) ofItem.set(key, document)
  }
  for (const item of extract.receivables) {
    if (billingOf(item) !== undefined) continue
    const document = unbilled(item, documents)
    documents.set(document.id, document)
    ofItem.set(item.key, document)
  }
  return { documents, ofItem }
}

const billingFinder = ({ billing }: Extract): ((item: ReceivableItem) => BillingDocument | undefined) => {
  const keyOf = ({ companyCode, fiscalYear, accountingDocument }: BillingDocument | ReceivableItem): string =>
    [companyCode, fiscalYear, accountingDocument].join(' ')
  const byAccounting = new Map(
    [...billing.values()].flatMap((one) => (one.accountingDocument === undefined ? [] : [[keyOf(one), one] as const])),
  )
  return (item) =>
    byAccounting.get(keyOf(item)) ??
    (item.referenceDocument === undefined ? undefined : billing.get(item.referenceDocument))
}

const sumOf = (items: ReadonlyArray<ReceivableItem>): number => items.reduce((so, { minor }) => so + minor, 0)

const billed = (
  billing: BillingDocument,
  own: ReadonlyArray<ReceivableItem>,
  others: ReadonlyArray<ReceivableItem>,
): LedgerDocument => {
  const signedMinor =
    own.length > 0
      ? sumOf(own)
      : others.length > 0 && others.every(({ currency }) => currency === billing.currency)
        ? 0 - sumOf(others)
        : isCredit(billing)
          ? 0 - billing.netMinor
          : billing.netMinor
  return {
    id: billing.document,
    kind: signedMinor < 0 ? 'credit-note' : 'invoice',
    customer: (own[0] ?? others[0])?.customer ?? billing.customer,
    currency: billing.currency,
    minor: Math.abs(signedMinor),
    on: billing.on,
    knownAt: billing.knownAt,
    place: billing.place,
    billing,
    item: own[0],
  }
}

/** Cancellations of invoices, and credit memos; the cancellation of a credit memo (S2) is owed again. */
const isCredit = ({ type, cancels }: BillingDocument): boolean =>
  type === 'S2' ? false : cancels !== undefined || type === 'S1' || type === 'G2' || type === 'RE' || type === 'CR'

const payments = new Set(['DZ', 'ZP', 'ZR', 'ZV', 'ZE'])

const unbilled = (item: ReceivableItem, documents: ReadonlyMap<string, LedgerDocument>): LedgerDocument => {
  const number = item.accountingDocument
  const id = documents.has(number) ? item.key.replaceAll(' ', '-') : number
  return {
    id,
    kind: item.minor >= 0 ? 'invoice' : payments.has(item.type) ? 'receipt' : 'credit-note',
    customer: item.customer,
    currency: item.currency,
    minor: Math.abs(item.minor),
    on: item.on,
    knownAt: instantOn(item.on, '23:59:59.000'),
    place: item.place,
    billing: undefined,
    item,
  }
}
