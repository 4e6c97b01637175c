/** Payments that belong together: those that name the same items, or carry the same memo, are one payment in parts. */
import type { MatchPayment } from '../decision/model.js'
import { addIdentifiers, emptyIdentifierIndex } from '../remittance/identifier-index.js'
import { namedInFull } from '../remittance/named-in-full.js'
import type { MatcherItem } from '../registry/model.js'
import { byDayThenId } from '../decision/payment-order.js'
import type { PaymentOrder } from './model.js'

/** One payment, or several that are one in parts. @internal */
export interface Unit {
  readonly payments: ReadonlyArray<MatchPayment>
  /** Items that the text names in full. */
  readonly named: ReadonlySet<string>
}

/** @internal */
export const inPaymentOrder = (
  payments: ReadonlyArray<MatchPayment>,
  order: PaymentOrder,
): ReadonlyArray<MatchPayment> => {
  switch (order) {
    case 'as-listed':
      return payments
    case 'oldest':
      return [...payments].sort(byDayThenId)
    case 'newest':
      return [...payments].sort((a, b) =>
        a.receivedOn < b.receivedOn ? 1 : a.receivedOn > b.receivedOn ? -1 : byDayThenId(a, b),
      )
  }
}

/**
 * Units in the order of their first payments. A memo counts by its letters and digits; payments without any stand alone.
 *
 * @internal
 */
export const unitsOf = (
  payments: ReadonlyArray<MatchPayment>,
  items: ReadonlyArray<MatcherItem>,
): ReadonlyArray<Unit> => {
  const index = emptyIdentifierIndex()
  for (const { itemId, identifiers } of items) addIdentifiers(index, itemId, identifiers)
  const units = new Map<string, { readonly payments: Array<MatchPayment>; readonly named: ReadonlySet<string> }>()
  for (const payment of payments) {
    const named = new Set(namedInFull(payment.text, index).flat())
    const memo = payment.text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
    const key =
      named.size > 0 ? `named ${[...named].sort().join(' ')}` : memo === '' ? `id ${payment.paymentId}` : `memo ${memo}`
    const known = units.get(key)
    if (known === undefined) units.set(key, { payments: [payment], named })
    else known.payments.push(payment)
  }
  return [...units.values()]
}

/** @internal */
export const amountOf = ({ payments }: Unit): number => payments.reduce((so, { amountMinor }) => so + amountMinor, 0)

/** The day by which a unit has come in. @internal */
export const dayOf = ({ payments }: Unit): MatchPayment['receivedOn'] =>
  payments
    .map(({ receivedOn }) => receivedOn)
    .sort()
    .at(-1) as MatchPayment['receivedOn']
