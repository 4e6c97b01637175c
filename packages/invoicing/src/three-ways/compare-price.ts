/** What a line charges beside what was ordered at, and what was agreed. */
import { currencyExponent, type Decimal, formatMinor } from '@quittance/kernel'
import type { PriceAgreed } from '../events/upstream.js'
import type { Line } from '../model.js'
import type { Discrepancy, ExpectedBy, ThreeWays } from '../policies/compare-three-ways.js'
import type { BilledLine } from './compare-lines.js'
import { exact, inWords, minus, sign, times, toMinor } from './exact.js'

/** @internal */
export const comparePrice = (
  line: Line,
  { wanted, lines }: BilledLine,
  ways: ThreeWays,
): ReadonlyArray<Discrepancy> => {
  const { invoice, order } = ways
  const { currency } = invoice
  const productId = wanted.productId ?? line.productId
  const agreed = productId === undefined ? undefined : priceInForce(ways, productId)
  const ordered = order?.currency === currency ? wanted : undefined
  const byOrder =
    ordered?.unitPrice !== undefined
      ? ofUnit(line, ordered.unitPrice, 'order', currency)
      : ordered?.netMinor !== undefined && lines.length === 1 && sameQuantity(line, ordered.quantity)
        ? ofNet(line, ordered.netMinor, 'order', currency)
        : undefined
  const byAgreement = agreed === undefined ? undefined : ofUnit(line, agreed.unitPrice, 'agreement', currency)
  // Where order and agreement say the same, it is said once.
  const isSaid = byOrder !== undefined && byOrder.expected === byAgreement?.expected
  return [byOrder, isSaid ? undefined : byAgreement].filter((one) => one !== undefined)
}

/** The latest agreement that holds on the day of the order, or without one of the invoice. */
const priceInForce = ({ invoice, order, prices = [] }: ThreeWays, productId: string): PriceAgreed | undefined => {
  const day = order?.on ?? invoice.on
  const holds = ({ on, until }: PriceAgreed): boolean => on <= day && (until === undefined || day <= until)
  return prices
    .filter((price) => price.productId === productId && price.currency === invoice.currency && holds(price))
    .reduce<PriceAgreed | undefined>((so, price) => (so !== undefined && so.on > price.on ? so : price), undefined)
}

const sameQuantity = ({ quantity }: Line, ordered: Decimal | undefined): boolean =>
  quantity === undefined || ordered === undefined || sign(minus(exact(quantity), exact(ordered))) === 0

/** By unit where the line has one; else by what its quantity comes to. */
const ofUnit = (line: Line, unitPrice: Decimal, against: ExpectedBy, currency: string): Discrepancy | undefined => {
  const { lineNo, quantity, unitPrice: charged } = line
  if (quantity === undefined) return undefined
  if (charged === undefined) {
    const netMinor = toMinor(times(exact(quantity), exact(unitPrice)), currencyExponent(currency) ?? 2)
    return netMinor === undefined ? undefined : ofNet(line, netMinor, against, currency)
  }
  const difference = minus(exact(charged), exact(unitPrice))
  if (sign(difference) === 0) return undefined
  const differenceMinor = toMinor(times(exact(quantity), difference), currencyExponent(currency) ?? 2)
  return {
    kind: 'price',
    against,
    lineNo,
    expected: inWords(exact(unitPrice)),
    invoiced: inWords(exact(charged)),
    ...(differenceMinor === undefined ? {} : { differenceMinor }),
  }
}

const ofNet = (line: Line, netMinor: number, against: ExpectedBy, currency: string): Discrepancy | undefined =>
  line.netMinor === netMinor
    ? undefined
    : {
        kind: 'price',
        against,
        lineNo: line.lineNo,
        expected: formatMinor(netMinor, currency),
        invoiced: formatMinor(line.netMinor, currency),
        differenceMinor: line.netMinor - netMinor,
      }
