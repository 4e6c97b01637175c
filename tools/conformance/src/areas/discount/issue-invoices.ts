/** The invoices of a discount case, issued on the account with the discount that their terms offer. */
import type { DiscountTaxMode, DiscountTerm, DraftLine, PaymentTerms } from '@quittance/invoicing'
import { addDays, type CurrencyCode, type LocalDate, type StatedValue } from '@quittance/kernel'
import { valueStated } from '../../books/base-values.js'
import { documentOf } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { daysOf, dayZero, namesDates } from '../../books/days.js'
import { linesOfAmounts, linesOfTaxes } from '../../books/documents.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** An invoice of the case. */
export interface Discounted {
  readonly documentId: string
  readonly issuedOn: LocalDate
  /** The first day on which no tier counts any more, grace over. */
  readonly lateOn: LocalDate
}

/** Issue the invoices listed, or the one that `given` describes itself. */
export const issueInvoices = (
  given: Reader,
  books: Books,
  currency: CurrencyCode,
  baseCurrency: CurrencyCode,
): ReadonlyArray<Discounted> => {
  const terms = discountTermsOf(given, currency)
  const opening = given.date('date') ?? (namesDates(given) ? daysOf(given).before : dayZero)
  if (!given.has('invoices')) {
    const lines = linesOf(given, currency)
    return [
      issue(books, {
        documentId: 'I1',
        currency,
        lines,
        terms,
        on: opening,
        dueOn: given.date('due'),
        ...valueStated(given, 'base', baseCurrency),
      }),
    ]
  }
  return given.maps('invoices').map((invoice, index) => {
    const tiers = invoice.maps('tiers').map((tier) => tierOf(tier, currency))
    return issue(books, {
      documentId: invoice.text('id') ?? `I${index + 1}`,
      currency,
      lines: linesOf(invoice, currency),
      terms: tiers.length === 0 ? terms : { ...terms, tiers },
      on: invoice.date('date') ?? opening,
      dueOn: invoice.date('due'),
      ...valueStated(invoice, 'base', baseCurrency),
    })
  })
}

type Discount = NonNullable<PaymentTerms['discount']>

interface Draft {
  readonly documentId: string
  readonly currency: CurrencyCode
  readonly lines: ReadonlyArray<DraftLine>
  readonly terms: Discount
  readonly on: LocalDate
  readonly dueOn: LocalDate | undefined
  readonly exchange?: StatedValue
}

const issue = (books: Books, { documentId, currency, lines, terms, on, dueOn, exchange }: Draft): Discounted => {
  books.must({
    _tag: 'IssueInvoice',
    on,
    documentId,
    currency,
    lines,
    terms: { id: 'case', version: 1, parts: [{ share: { _tag: 'Balance' }, due: {} }], discount: terms },
    dueBeforeIssue: 'accept',
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(exchange === undefined ? {} : { exchange }),
  })
  const offer = documentOf(books, documentId).discount
  const lastDay = (offer?.tiers ?? []).reduce((so, tier) => (tier.lastDay > so ? tier.lastDay : so), on)
  return { documentId, issuedOn: on, lateOn: addDays(lastDay, (offer?.graceDays ?? 0) + 1) }
}

const linesOf = (reader: Reader, currency: CurrencyCode): ReadonlyArray<DraftLine> => {
  const netMinor = minorOf(reader, 'net', currency)
  const taxes = reader.maps('taxes').map((tax) => ({
    rate: tax.decimal('rate') ?? unsupported(`${tax.path} without rate`),
    amountMinor: requiredMinor(tax, 'amount', currency),
  }))
  if (taxes.length > 0) return linesOfTaxes(netMinor ?? unsupported('taxes without net'), taxes)
  return linesOfAmounts({ netMinor, grossMinor: minorOf(reader, 'gross', currency) }, reader.decimal('rate'), currency)
}

const taxModes: Readonly<Record<string, DiscountTaxMode>> = {
  reduce_on_payment: 'reduce-on-payment',
  always_reduced: 'always-reduced',
  never_reduced: 'never-reduced',
}

/** Days of a window that the case only says to be open or over. */
const someDays = 10

const discountTermsOf = (given: Reader, currency: CurrencyCode): Discount => {
  const percent = given.decimal('discount_percent')
  const amountMinor = minorOf(given, 'discount_amount', currency)
  const days = given.whole('discount_days')
  const until = given.date('discount_until')
  const window = until === undefined ? { days: days ?? someDays } : { until }
  const tiers: ReadonlyArray<DiscountTerm> =
    percent === undefined && amountMinor === undefined
      ? []
      : [
          {
            ...window,
            ...(percent === undefined ? {} : { percent }),
            ...(amountMinor === undefined ? {} : { amountMinor }),
          },
        ]
  const base = given.oneOf('discount_base', { total: 'total', untaxed: 'untaxed' } as const) ?? 'total'
  // A discount on the untaxed amount alone leaves the tax as it is, unless the case says otherwise.
  const usualMode = base === 'untaxed' ? 'never-reduced' : 'reduce-on-payment'
  return {
    taxMode: given.oneOf('tax_mode', taxModes) ?? usualMode,
    base,
    graceDays: given.whole('grace_days') ?? 0,
    tiers,
  }
}

const tierOf = (tier: Reader, currency: CurrencyCode): DiscountTerm => {
  const percent = tier.decimal('percent')
  const amountMinor = minorOf(tier, 'amount', currency)
  const until = tier.date('until')
  const days = tier.whole('days')
  return {
    ...(percent === undefined ? {} : { percent }),
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(until === undefined ? {} : { until }),
    ...(days === undefined ? {} : { days }),
  }
}
