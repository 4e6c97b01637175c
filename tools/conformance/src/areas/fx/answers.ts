/** What the account and its views show of base values: cleared, realised, still open, and at other rates. */
import { type ApplicationRecord, type ReceiptRecord, unappliedMinor } from '@quittance/cash-application'
import { type CurrencyCode, itemBaseOf, type LocalDate, sumMinor, utcDayOf } from '@quittance/kernel'
import { type ExchangeRates, type RealisedLink, realisedExchange, revalue } from '@quittance/projections'
import { openBaseOf } from '@quittance/receivables'
import { openOf } from '../../books/balances.js'
import { applicationsOf, receiptsOf } from '../../books/in-order.js'
import { asOfLatest, everyDay, viewOf } from '../../books/views.js'
import type { Answers, Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list, map, text, type Value } from '../../run/value.js'
import type { FxWorld } from './world.js'

/** The rates to revalue at: one for every currency of the case, or a map by currency. */
export const revalueRates = (given: Reader, world: FxWorld): ExchangeRates | undefined => {
  const { baseCurrency, invoices } = world
  const node = given.node('revalue_fx_rate')
  if (node === undefined) return undefined
  const codes = [...new Set(invoices.map(({ currency }) => currency))]
  const byCode = node.kind === 'map' ? given.map('revalue_fx_rate') : undefined
  const rateOf = (code: CurrencyCode): ExchangeRates['rates'] => {
    const rate = byCode === undefined ? given.decimal('revalue_fx_rate') : byCode.decimal(code)
    return rate === undefined ? {} : { [code]: rate }
  }
  return { baseCurrency, rates: Object.assign({}, ...codes.map(rateOf)) as ExchangeRates['rates'] }
}

/** An amount of a document, a payment or a link. */
interface Row {
  readonly id: string
  readonly minor: number
  readonly currency: CurrencyCode
}

/** Answers of the area. */
export const fxAnswers = (world: FxWorld, rates: ExchangeRates | undefined): Answers => {
  const { books, invoices, baseCurrency } = world
  const links = applicationsOf(books)
  const receipts = receiptsOf(books)
  const view = viewOf([books])
  const { knownAt } = asOfLatest(view, everyDay.to)
  const realised = realisedExchange(view, { ...everyDay, knownAt }).links
  const byInvoice = (of: (id: string, currency: CurrencyCode) => number, currency?: CurrencyCode): ReadonlyArray<Row> =>
    invoices.map((invoice) => ({
      id: invoice.id,
      minor: of(invoice.id, invoice.currency),
      currency: currency ?? invoice.currency,
    }))
  const byReceipt = (of: (receipt: ReceiptRecord) => number, currency?: CurrencyCode): ReadonlyArray<Row> =>
    receipts.map((receipt) => ({ id: receipt.receiptId, minor: of(receipt), currency: currency ?? receipt.currency }))
  /** Of links: in all, by invoice or payment, or link by link. */
  const ofLinks = (ask: Ask, of: (link: ApplicationRecord) => number, currency?: CurrencyCode): Value => {
    const sum = (mine: (link: ApplicationRecord) => boolean): number => sumMinor(links.filter(mine).map(of))
    const one = links.map((link) => ({ id: link.applicationId, minor: of(link), currency: currency ?? link.currency }))
    const items = byInvoice((id) => sum(({ itemId }) => itemId === id), currency)
    const from = byReceipt(({ receiptId }) => sum(({ sourceId }) => sourceId === receiptId), currency)
    return shaped(ask, items, from, one)
  }
  const realisedBy = (link: ApplicationRecord): number =>
    sumMinor(realised.filter((one) => isOf(one, link)).map(({ realisedBaseMinor }) => realisedBaseMinor))
  const revalued = rates === undefined ? undefined : revalue(view, asOfLatest(view, everyDay.to), rates)
  const openBase = (id: string): number =>
    openBaseOf(books.state(), id)?.baseMinor ?? unsupported(`${id} without value`)
  const revaluedOf = (id: string, of: 'revaluedBaseMinor' | 'unrealisedBaseMinor'): number =>
    revalued?.items.find(({ itemId }) => itemId === id)?.[of] ??
    (openOf(books, id) === 0 ? 0 : unsupported(`${id} without rate`))
  return {
    applied: (ask) => ofLinks(ask, ({ amountMinor }) => amountMinor),
    open: (ask) =>
      shaped(
        ask,
        byInvoice((id) => openOf(books, id)),
      ),
    unapplied: (ask) => shaped(ask, byReceipt(unappliedMinor)),
    bank_base: (ask) =>
      shaped(
        ask,
        byReceipt((receipt) => valueOf(receipt), baseCurrency),
      ),
    unapplied_base: (ask) =>
      shaped(
        ask,
        byReceipt((receipt) => valueOf(receipt) - receipt.baseUsedMinor, baseCurrency),
      ),
    cleared_base: (ask) => ofLinks(ask, ({ exchange }) => itemBaseOf(exchange), baseCurrency),
    open_base: (ask) => shaped(ask, byInvoice(openBase, baseCurrency)),
    realised_fx_base: (ask) => ofLinks(ask, realisedBy, baseCurrency),
    realised_fx_total: () => amount(sumMinor(realised.map(({ realisedBaseMinor }) => realisedBaseMinor)), baseCurrency),
    unrealised_base: (ask) =>
      rates === undefined
        ? unsupported('unrealised_base without revalue_fx_rate')
        : shaped(
            ask,
            byInvoice((id) => revaluedOf(id, 'unrealisedBaseMinor'), baseCurrency),
          ),
    carrying_base: (ask) =>
      shaped(
        ask,
        byInvoice((id) => (rates === undefined ? openBase(id) : revaluedOf(id, 'revaluedBaseMinor')), baseCurrency),
      ),
    effective_date: (ask) => dated(ask, world, ({ effectiveOn }) => effectiveOn),
    known_from: (ask) => dated(ask, world, ({ recordedAt }) => utcDayOf(recordedAt)),
  }
}

const isOf = (realised: RealisedLink, link: ApplicationRecord): boolean =>
  realised.linkId === link.applicationId && realised.source === link.source

const valueOf = ({ receiptId, exchange }: ReceiptRecord): number =>
  exchange?.baseMinor ?? unsupported(`${receiptId} without value`)

/** As a total, by id, or by position: of the rows of which there are as many as are asked for. */
const shaped = (ask: Ask, ...kinds: ReadonlyArray<ReadonlyArray<Row>>): Value => {
  const [rows = []] = kinds
  switch (ask.kind) {
    case 'one': {
      const codes = new Set(rows.map(({ currency }) => currency))
      const [code] = codes
      return code === undefined || codes.size > 1
        ? unsupported('one amount of several currencies')
        : amount(sumMinor(rows.map(({ minor }) => minor)), code)
    }
    case 'map':
      return map(kinds.flat().map(({ id, minor, currency }): [string, Value] => [id, amount(minor, currency)]))
    case 'list': {
      const asked = [...kinds].reverse().find(({ length }) => length === ask.items.length) ?? rows
      return list(asked.map(({ minor, currency }) => amount(minor, currency)))
    }
  }
}

/** The day of the latest application, or of each by position. */
const dated = (
  ask: Ask,
  { books }: FxWorld,
  dayOf: (recorded: ReturnType<FxWorld['books']['recorded']>[number]) => LocalDate,
): Value => {
  const days = books
    .recorded()
    .flatMap((recorded) => (recorded.fact._tag === 'CashApplied' ? [text(dayOf(recorded))] : []))
  return ask.kind === 'list' ? list(days) : (days.at(-1) ?? unsupported('a date of no application'))
}
