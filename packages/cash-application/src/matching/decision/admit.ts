/** Which of the open items a payment may settle at all, and whether its figures can be reckoned with. */
import type { MatchAnswer, MatchItem, MatchPayment } from './model.js'
import { netCredits } from './net-credits.js'
import { type PreparedItems, prepareItems } from './prepared.js'

/** @internal */
export type Admitted =
  { readonly _tag: 'Admitted'; readonly prepared: PreparedItems } | Extract<MatchAnswer, { readonly _tag: 'Undecided' }>

/** @internal */
export const admit = (payment: MatchPayment, prepared: PreparedItems): Admitted => {
  if (!Number.isSafeInteger(payment.amountMinor)) return { _tag: 'Undecided', because: 'range' }
  const currencies = new Set(prepared.items.map(({ currency }) => currency ?? payment.currency))
  currencies.delete(undefined)
  if (payment.currency === undefined && currencies.size > 1) return { _tag: 'Undecided', because: 'currency' }
  const own = netted(withoutDiscounts(payment, candidatesOf(payment, prepared)))
  const most = prepared.amounts.reduce((so, minor) => so + Math.abs(minor), 0)
  return own.amounts.every(Number.isSafeInteger) && Number.isSafeInteger(most)
    ? { _tag: 'Admitted', prepared: own }
    : { _tag: 'Undecided', because: 'range' }
}

const candidatesOf = (payment: MatchPayment, prepared: PreparedItems): PreparedItems => {
  const kept = prepared.items.filter((item) => isCandidate(payment, item))
  return kept.length === prepared.items.length ? prepared : prepareItems(kept, prepared.index)
}

const isCandidate = (payment: MatchPayment, { itemId, currency, account, openMinor }: MatchItem): boolean =>
  (payment.currency === undefined || currency === undefined || currency === payment.currency) &&
  (payment.accounts === undefined ||
    account === undefined ||
    payment.accounts.some(({ customer }) => customer === account)) &&
  // Credit that waits on the account is an open item too, but does not pay itself, and a credit note pays no credits.
  (payment.source === undefined || payment.source === 'receipt' || itemId !== payment.paymentId) &&
  (payment.source !== 'credit-note' || openMinor > 0)

const withoutDiscounts = ({ source }: MatchPayment, prepared: PreparedItems): PreparedItems =>
  source !== 'credit-note' || prepared.items.every(({ discount }) => discount === undefined)
    ? prepared
    : prepareItems(
        prepared.items.map(({ discount: _, ...item }) => item),
        prepared.index,
      )

/** With linked credits off their charges; who names such a credit means its charge. */
const netted = (prepared: PreparedItems): PreparedItems => {
  const net = netCredits(prepared.items)
  if (net === undefined) return prepared
  const own = prepareItems(net.netted, prepared.index)
  const placeOf = new Map(own.placeOf)
  for (const [charge, credits] of net.bundles.creditsOf) {
    const place = own.placeOf.get(charge)
    for (const { itemId } of credits) if (place !== undefined && !placeOf.has(itemId)) placeOf.set(itemId, place)
  }
  return { ...own, placeOf, bundles: net.bundles }
}
