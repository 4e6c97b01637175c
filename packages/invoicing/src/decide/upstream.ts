/** What happened before an invoice was owed is recorded as it is told, each thing once; and what a person says of it. */
import { accept, type Decimal, isCurrencyCode, keyedGet, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AcceptOrder, AgreePrice, ConfirmRootCause, RecordGoodsDelivered } from '../commands/upstream.js'
import type { InvoicingDecided } from '../decided.js'
import type { DeliveryLine, OrderLine } from '../model.js'
import { unusableTerms } from '../policies/usable-terms.js'
import type { InvoicingState } from '../state.js'
import { owedDocument } from './find-document.js'

/** @internal */
export const acceptOrder = ({ _tag, ...order }: AcceptOrder, state: InvoicingState): InvoicingDecided => {
  const { orderId, currency, terms, lines } = order
  const fault =
    noId('orderId', orderId) ??
    (isCurrencyCode(currency)
      ? undefined
      : { field: 'currency', problem: `"${currency}" is not an ISO 4217 currency` }) ??
    faultOfTerms(terms === undefined ? undefined : unusableTerms(terms)) ??
    faultOfLines(lines, faultOfOrderLine)
  if (fault !== undefined) return refuse({ _tag: 'InvalidUpstream', kind: 'order', id: orderId, ...fault })
  if (keyedGet(state.orders, orderId) !== undefined) return refuse({ _tag: 'OrderAlreadyAccepted', orderId })
  return accept({ _tag: 'OrderAccepted', ...order })
}

/** @internal */
export const recordGoodsDelivered = (
  { _tag, ...delivery }: RecordGoodsDelivered,
  state: InvoicingState,
): InvoicingDecided => {
  const { deliveryId, orderId, on, shippedOn, lines } = delivery
  const fault =
    noId('deliveryId', deliveryId) ??
    noId('orderId', orderId) ??
    (shippedOn !== undefined && shippedOn > on
      ? { field: 'shippedOn', problem: `it lies after the arrival on ${on}` }
      : undefined) ??
    faultOfLines(lines, faultOfDeliveryLine)
  if (fault !== undefined) return refuse({ _tag: 'InvalidUpstream', kind: 'delivery', id: deliveryId, ...fault })
  if (keyedGet(state.deliveries, deliveryId) !== undefined)
    return refuse({ _tag: 'DeliveryAlreadyRecorded', deliveryId })
  return accept({ _tag: 'GoodsDelivered', ...delivery })
}

/** @internal */
export const agreePrice = ({ _tag, ...price }: AgreePrice, state: InvoicingState): InvoicingDecided => {
  const { agreementId, productId, currency, unitPrice, on, until } = price
  const fault =
    noId('agreementId', agreementId) ??
    noId('productId', productId) ??
    (isCurrencyCode(currency)
      ? undefined
      : { field: 'currency', problem: `"${currency}" is not an ISO 4217 currency` }) ??
    negative('unitPrice', unitPrice) ??
    (until !== undefined && until < on ? { field: 'until', problem: `it lies before ${on}` } : undefined)
  if (fault !== undefined) return refuse({ _tag: 'InvalidUpstream', kind: 'price', id: agreementId, ...fault })
  if (keyedGet(state.prices, agreementId) !== undefined) return refuse({ _tag: 'PriceAlreadyAgreed', agreementId })
  return accept({ _tag: 'PriceAgreed', ...price })
}

/** @internal */
export const confirmRootCause = ({ _tag, ...said }: ConfirmRootCause, state: InvoicingState): InvoicingDecided => {
  const { documentId, cause, by, because, on } = said
  const field = cause === '' ? 'cause' : by === '' ? 'by' : because === '' ? 'because' : undefined
  if (field !== undefined) return refuse({ _tag: 'InvalidDocument', documentId, field, problem: 'it is empty' })
  const found = owedDocument(state, documentId)
  if (E.isLeft(found)) return found
  if (on < found.right.issuedOn) return refuse({ _tag: 'TooEarly', on, notBefore: found.right.issuedOn })
  return accept({ _tag: 'RootCauseConfirmed', ...said })
}

interface Fault {
  readonly field: string
  readonly problem: string
}

const noId = (field: string, id: string | undefined): Fault | undefined =>
  id === '' ? { field, problem: 'it is empty' } : undefined

const negative = (field: string, value: Decimal | undefined): Fault | undefined =>
  value !== undefined && value.unscaled < 0 ? { field, problem: 'it is negative' } : undefined

const faultOfTerms = (problem: string | undefined): Fault | undefined =>
  problem === undefined ? undefined : { field: 'terms', problem }

const faultOfLines = <
  Line extends { readonly lineNo: number; readonly productId?: string; readonly quantity: Decimal },
>(
  lines: ReadonlyArray<Line>,
  faultOf: (line: Line) => Fault | undefined,
): Fault | undefined => {
  if (lines.length === 0) return { field: 'lines', problem: 'there is at least one line' }
  const numbers = new Set<number>()
  for (const [index, line] of lines.entries()) {
    const fault =
      (Number.isSafeInteger(line.lineNo) && !numbers.has(line.lineNo)
        ? undefined
        : { field: 'lineNo', problem: 'it is a whole number, and no other line has it' }) ??
      noId('productId', line.productId) ??
      negative('quantity', line.quantity) ??
      faultOf(line)
    if (fault !== undefined) return { field: `lines[${index}].${fault.field}`, problem: fault.problem }
    numbers.add(line.lineNo)
  }
  return undefined
}

const faultOfOrderLine = ({ unitPrice, netMinor, tax }: OrderLine): Fault | undefined =>
  negative('unitPrice', unitPrice) ??
  (netMinor === undefined || Number.isSafeInteger(netMinor)
    ? undefined
    : { field: 'netMinor', problem: 'it is not a whole number of minor units in the safe range' }) ??
  (tax === undefined ? undefined : (noId('tax.category', tax.category) ?? negative('tax.ratePercent', tax.ratePercent)))

const faultOfDeliveryLine = ({ damaged, substituteFor }: DeliveryLine): Fault | undefined =>
  negative('damaged', damaged) ?? noId('substituteFor', substituteFor)
