/**
 * Whether our papers show the contrary of what was claimed. Only papers that are there can do that: where no order is on file, a claim
 * about the price stands.
 */
import type { DiscrepancyKind } from '@quittance/invoicing'
import { daysBetween } from '@quittance/kernel'
import { duplicatesOf } from './duplicates-of.js'
import { arrivedOf, goodsLines } from './goods-lines.js'
import type { ItemDossier } from './item-dossier.js'
import { notesOf } from './notes-of.js'

/** An invoice that was there within a week was received. */
const receivedWithinDays = 7

/** Money applied within so many days was applied at once. */
const postedWithinDays = 5

/**
 * Whether the papers answer the claim and show nothing of the kind.
 *
 * @internal
 */
export const isContradicted = (dossier: ItemDossier, cause: string): boolean => {
  switch (cause) {
    case 'pricing_error':
      return (
        everyLine(dossier, ({ unitPrice, netMinor }) => unitPrice !== undefined || netMinor !== undefined) &&
        shows(dossier, 'price')
      )
    case 'wrong_tax':
      return everyLine(dossier, ({ tax }) => tax !== undefined) && shows(dossier, 'tax')
    case 'discount_terms_mismatch':
      return dossier.order?.fact.terms !== undefined && shows(dossier, 'terms')
    case 'wrong_po':
      return dossier.order?.fact.purchaseOrder !== undefined && shows(dossier, 'purchase-order')
    case 'quantity':
    case 'shortage':
    case 'damaged_goods':
    case 'wrong_product':
      return arrivedAsBilled(dossier)
    case 'late_delivery':
      return arrivedInTime(dossier)
    case 'duplicate_billing':
      return duplicatesOf(dossier).length === 0 && dossier.issued.fact.references?.order !== undefined
    case 'invoice_not_received':
      return wasReceived(dossier)
    case 'payment_application_error':
      return noMoneyAstray(dossier)
    default:
      return false
  }
}

/** None of that kind. */
const shows = ({ discrepancies }: ItemDossier, kind: DiscrepancyKind): boolean =>
  !discrepancies.some((one) => one.kind === kind)

type OrderLineOnFile = NonNullable<ItemDossier['order']>['fact']['lines'][number]

/** Whether every line of the invoice names a line of the order of which that is known. */
const everyLine = ({ order, issued }: ItemDossier, isKnown: (line: OrderLineOnFile) => boolean): boolean =>
  order !== undefined &&
  issued.fact.lines.every(({ orderLineNo }) =>
    order.fact.lines.some((line) => line.lineNo === orderLineNo && isKnown(line)),
  )

/** Every line with a quantity is in the deliveries, whole and as ordered. */
const arrivedAsBilled = (dossier: ItemDossier): boolean =>
  shows(dossier, 'quantity') &&
  shows(dossier, 'product') &&
  goodsLines(dossier).every(({ arrived }) => arrived.damaged === undefined && arrived.substituteFor === undefined) &&
  dossier.issued.fact.lines.every((line) => line.quantity !== undefined && arrivedOf(dossier, line).length > 0)

const arrivedInTime = ({ order, goods }: ItemDossier): boolean => {
  const promised = order?.fact.lines.flatMap(({ promisedOn }) => promisedOn ?? []) ?? []
  const [first] = promised.toSorted()
  return first !== undefined && goods.length > 0 && goods.every(({ fact }) => fact.on <= first)
}

const wasReceived = ({ sending, issued, standing }: ItemDossier): boolean => {
  const [first] = notesOf(sending, 'InvoiceDelivered', 'InvoiceViewed')
  return (
    first !== undefined &&
    notesOf(sending, 'InvoiceBounced').length === 0 &&
    first.fact.on <= standing.dueOn &&
    daysBetween(issued.fact.on, first.fact.on) <= receivedWithinDays
  )
}

/** Our own books of money are whole: nothing of the customer's lies unapplied, and what was applied here came here at once. */
const noMoneyAstray = ({ heldMoney, applications }: ItemDossier): boolean =>
  heldMoney.every(({ unappliedMinor }) => unappliedMinor === 0) &&
  applications.every(
    ({ applied, receipt, takenBack, moves }) =>
      !takenBack &&
      receipt !== undefined &&
      daysBetween(receipt.fact.on, applied.fact.on) <= postedWithinDays &&
      moves.every(({ fact }) => fact._tag === 'CashApplied'),
  )
