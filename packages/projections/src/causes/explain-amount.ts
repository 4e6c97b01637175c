/** What an amount that is missing of an invoice could be: its tax, its freight, its discount, one of its lines. */
import type { Adjustment, DebitNoteIssued, InvoiceIssued, Line } from '@quittance/invoicing'
import { addDays, type LocalDate, percentOf } from '@quittance/kernel'

/** One explanation of an amount. @category model @since 0.1.0 */
export interface AmountExplanation {
  readonly kind: 'tax' | 'freight' | 'charge' | 'discount' | 'late-discount' | 'line'
  readonly cause: string
  /** Which of several: the rate, the charge, the number of the line. */
  readonly of?: string
}

/** The words by which a charge or a line is known to be freight. @internal */
export interface FreightWords {
  readonly freightWords: ReadonlyArray<string>
}

/**
 * Every explanation of an amount, to the cent, each cause and part once. A discount that was still to be had when it was taken is our
 * refusal of what was agreed; later it is the customer's.
 *
 * @param amountMinor - above 0, in the currency of the document
 * @param takenOn - the day on which it was not paid
 * @internal
 */
export const explainAmount = (
  document: InvoiceIssued | DebitNoteIssued,
  amountMinor: number,
  takenOn: LocalDate,
  { freightWords }: FreightWords,
): ReadonlyArray<AmountExplanation> => [
  ...taxes(document, amountMinor),
  ...charges(document, amountMinor, freightWords),
  ...discounts(document, amountMinor, takenOn),
  ...lines(document, amountMinor, freightWords),
]

const taxes = ({ totals, taxGroups }: InvoiceIssued | DebitNoteIssued, minor: number): Array<AmountExplanation> => {
  if (totals.taxMinor === minor) return [{ kind: 'tax', cause: 'wrong_tax' }]
  return taxGroups
    .filter(({ taxMinor }) => taxMinor === minor)
    .map(({ tax }) => ({ kind: 'tax', cause: 'wrong_tax', of: tax.category }))
}

const charges = (
  { charges: asked = [], taxGroups }: InvoiceIssued | DebitNoteIssued,
  minor: number,
  words: ReadonlyArray<string>,
): Array<AmountExplanation> => {
  const withTax = (charge: Adjustment): number =>
    charge.amountMinor + (taxGroups.length === 1 ? percentOf(charge.amountMinor, charge.tax.ratePercent) : 0)
  return asked
    .filter((charge) => charge.amountMinor > 0 && (charge.amountMinor === minor || withTax(charge) === minor))
    .map(({ code = '', reason = '' }) =>
      speaksOf(words, code, reason)
        ? { kind: 'freight', cause: 'freight', of: code === '' ? reason : code }
        : { kind: 'charge', cause: 'special_charge', of: code === '' ? reason : code },
    )
}

const discounts = (
  document: InvoiceIssued | DebitNoteIssued,
  minor: number,
  takenOn: LocalDate,
): Array<AmountExplanation> => {
  const offer = document._tag === 'InvoiceIssued' ? document.discount : undefined
  if (offer === undefined) return []
  const worth = offer.tiers.filter(
    ({ percent, amountMinor }) =>
      amountMinor === minor ||
      (percent !== undefined &&
        [offer.baseMinor, document.totals.grossMinor].some((of) => percentOf(of, percent) === minor)),
  )
  if (worth.length === 0) return []
  const inTime = worth.some(({ lastDay }) => takenOn <= addDays(lastDay, offer.graceDays))
  return inTime
    ? [{ kind: 'discount', cause: 'discount_terms_mismatch' }]
    : [{ kind: 'late-discount', cause: 'unearned_discount' }]
}

/** A line with or without its tax. A single line is the whole invoice, and explains nothing. */
const lines = (
  { lines: all }: InvoiceIssued | DebitNoteIssued,
  minor: number,
  words: ReadonlyArray<string>,
): Array<AmountExplanation> =>
  all.length < 2
    ? []
    : all
        .filter(
          ({ netMinor, tax }) =>
            netMinor > 0 && (netMinor === minor || netMinor + percentOf(netMinor, tax.ratePercent) === minor),
        )
        .map((line) =>
          isFreight(line, words)
            ? { kind: 'freight', cause: 'freight', of: String(line.lineNo) }
            : { kind: 'line', cause: 'shortage', of: String(line.lineNo) },
        )

const isFreight = ({ productId = '', description = '' }: Line, words: ReadonlyArray<string>): boolean =>
  speaksOf(words, productId, description)

const speaksOf = (words: ReadonlyArray<string>, ...texts: ReadonlyArray<string>): boolean =>
  texts.some((text) => words.some((word) => text.toLowerCase().includes(word)))
