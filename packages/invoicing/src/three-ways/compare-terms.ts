/** Whether an invoice is due as agreed: the same days, amounts and discount, whatever the terms are called. */
import { canonicalJson, type LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { DebitNoteIssued, InvoiceIssued } from '../events.js'
import type { GoodsDelivered, OrderAccepted } from '../events/upstream.js'
import type { DiscountOffer, Instalment, PaymentTerms } from '../model.js'
import { discountOffer } from '../policies/discount-offer.js'
import { instalmentsOf } from '../policies/instalments.js'

/** The two in words, where they differ. @internal */
export const termsDiffer = (
  invoice: InvoiceIssued | DebitNoteIssued,
  { terms }: OrderAccepted,
  deliveries: ReadonlyArray<GoodsDelivered>,
): { readonly expected: string; readonly invoiced: string } | undefined => {
  if (terms === undefined) return undefined
  const invoicedOffer = invoice._tag === 'InvoiceIssued' ? invoice.discount : undefined
  const invoiced = inWords(invoice.terms, invoice.instalments, invoicedOffer)
  const agreed = instalmentsOf(terms, invoice.totals, datesOf(invoice, deliveries))
  if (E.isLeft(agreed)) return sameTerms(terms, invoice.terms) ? undefined : { expected: terms.id, invoiced }
  const agreedOffer = invoice._tag === 'InvoiceIssued' ? discountOffer(terms, invoice.totals, invoice.on) : undefined
  const sameOffer = isSame(agreedOffer ?? null, invoicedOffer ?? null)
  // A calendar may have moved a day; the same terms are the same all the same.
  if (sameOffer && (isSame(agreed.right, invoice.instalments) || sameTerms(terms, invoice.terms))) return undefined
  return { expected: inWords(terms, agreed.right, agreedOffer), invoiced }
}

const datesOf = (
  { on: issuedOn }: { readonly on: LocalDate },
  deliveries: ReadonlyArray<GoodsDelivered>,
): { readonly issuedOn: LocalDate; readonly deliveredOn?: LocalDate } => {
  const deliveredOn = deliveries
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  return deliveredOn === undefined ? { issuedOn } : { issuedOn, deliveredOn }
}

/** What is written alike is the same; only what is not has to be put in order first. */
const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b) || canonicalJson(a) === canonicalJson(b)

/** What the terms say, without what they are called. */
const sameTerms = (a: PaymentTerms, b: PaymentTerms): boolean => canonicalJson(said(a)) === canonicalJson(said(b))

const said = ({ parts, sequential = false, shift = 'none', discount }: PaymentTerms): object => ({
  parts,
  sequential,
  shift,
  discount,
})

const inWords = (
  { id }: PaymentTerms,
  instalments: ReadonlyArray<Instalment>,
  offer: DiscountOffer | undefined,
): string => {
  const days = instalments.map(({ dueOn }) => dueOn).join(', ')
  const until = offer === undefined ? '' : `, discount until ${offer.tiers.map(({ lastDay }) => lastDay).join(', ')}`
  return `${id}, due ${days}${until}`
}
