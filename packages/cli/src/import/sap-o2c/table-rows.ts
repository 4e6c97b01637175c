/** Each table's row, field by field. */
import type { Instant, LocalDate } from '@quittance/kernel'
import type {
  BillingDocument,
  BillingItem,
  Delivery,
  DeliveryItem,
  ReceivableItem,
  SalesOrder,
  SalesOrderItem,
  ScheduleLine,
} from './model.js'
import type { FieldReader } from './read-fields.js'

const nowhere = '1970-01-01' as LocalDate
const never = '1970-01-01T00:00:00.000Z' as Instant

const dayOf = (row: FieldReader, ...fields: readonly [string, ...ReadonlyArray<string>]): LocalDate => {
  for (const field of fields) {
    const day = row.day(field)
    if (day !== undefined) return day
  }
  row.text(fields[0])
  return nowhere
}

/** @internal */
export const salesOrder = (row: FieldReader): SalesOrder => ({
  place: row.place,
  salesOrder: row.text('salesOrder'),
  customer: row.text('soldToParty'),
  currency: row.currency('transactionCurrency'),
  on: dayOf(row, 'creationDate'),
  knownAt: row.moment('creationDate', 'creationTime') ?? never,
  purchaseOrder: row.optional('purchaseOrderByCustomer'),
  salesGroup: row.optional('salesGroup'),
  terms: row.optional('customerPaymentTerms'),
})

/** @internal */
export const salesOrderItem = (row: FieldReader): SalesOrderItem => ({
  place: row.place,
  salesOrder: row.text('salesOrder'),
  item: row.number('salesOrderItem'),
  material: row.optional('material'),
  quantity: row.quantity('requestedQuantity'),
  netMinor: row.minor('netAmount', row.currency('transactionCurrency')),
  isRejected: row.optional('salesDocumentRjcnReason') !== undefined,
})

/** @internal */
export const scheduleLine = (row: FieldReader): ScheduleLine => ({
  place: row.place,
  salesOrder: row.text('salesOrder'),
  item: row.number('salesOrderItem'),
  confirmedOn: row.day('confirmedDeliveryDate'),
})

/** @internal */
export const deliveryOf = (row: FieldReader): Delivery => ({
  place: row.place,
  delivery: row.text('deliveryDocument'),
  on: dayOf(row, 'actualGoodsMovementDate', 'creationDate'),
  movedOn: row.day('actualGoodsMovementDate'),
  knownAt: row.moment('creationDate', 'creationTime') ?? never,
})

/** @internal */
export const deliveryItem = (row: FieldReader): DeliveryItem => ({
  place: row.place,
  delivery: row.text('deliveryDocument'),
  item: row.number('deliveryDocumentItem'),
  quantity: row.quantity('actualDeliveryQuantity'),
  order: row.optional('referenceSdDocument'),
  orderItem: row.optional('referenceSdDocumentItem') === undefined ? undefined : row.number('referenceSdDocumentItem'),
})

/** @internal */
export const billingDocument = (row: FieldReader): BillingDocument => {
  const currency = row.currency('transactionCurrency')
  return {
    place: row.place,
    document: row.text('billingDocument'),
    type: row.optional('billingDocumentType') ?? '',
    on: dayOf(row, 'billingDocumentDate'),
    knownAt: row.moment('creationDate', 'creationTime') ?? row.moment('billingDocumentDate', '') ?? never,
    isCancelled: row.flag('billingDocumentIsCancelled'),
    cancels: row.optional('cancelledBillingDocument'),
    netMinor: row.minor('totalNetAmount', currency),
    currency,
    companyCode: row.optional('companyCode') ?? '',
    fiscalYear: row.optional('fiscalYear') ?? '',
    accountingDocument: row.optional('accountingDocument'),
    customer: row.text('soldToParty'),
  }
}

/** @internal */
export const billingItem = (row: FieldReader): BillingItem => ({
  place: row.place,
  document: row.text('billingDocument'),
  item: row.number('billingDocumentItem'),
  material: row.optional('material'),
  quantity: row.quantity('billingQuantity'),
  netMinor: row.minor('netAmount', row.currency('transactionCurrency')),
  reference: row.optional('referenceSdDocument'),
  referenceItem:
    row.optional('referenceSdDocumentItem') === undefined ? undefined : row.number('referenceSdDocumentItem'),
})

/** @internal */
export const receivableItem = (row: FieldReader): ReceivableItem => {
  const currency = row.currency('transactionCurrency')
  const [companyCode, fiscalYear] = [row.optional('companyCode') ?? '', row.optional('fiscalYear') ?? '']
  const [accountingDocument, item] = [row.text('accountingDocument'), row.optional('accountingDocumentItem') ?? '1']
  const clearing = row.optional('clearingAccountingDocument')
  const on = dayOf(row, 'documentDate', 'postingDate')
  return {
    place: row.place,
    key: [companyCode, fiscalYear, accountingDocument, Number(item)].join(' '),
    companyCode,
    fiscalYear,
    accountingDocument,
    item,
    type: row.optional('accountingDocumentType') ?? '',
    referenceDocument: row.optional('referenceDocument'),
    currency,
    minor: row.minor('amountInTransactionCurrency', currency),
    customer: row.text('customer'),
    on,
    clearing:
      clearing === undefined
        ? undefined
        : {
            key: [companyCode, row.optional('clearingDocFiscalYear') ?? fiscalYear, clearing].join(' '),
            document: clearing,
            on: dayOf(row, 'clearingDate'),
          },
  }
}
