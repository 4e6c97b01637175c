/** What the account and its views show of base values: cleared, realised, still open, and at other rates. */
import { type ApplicationRecord, type ReceiptRecord, unappliedMinor } from '@quittance/cash-application'
import { type CurrencyCode, itemBaseOf, type LocalDate, sumMinor, utcDayOf } from '@quittance/kernel'
import { type ExchangeRates, realisedExchange, revalue } from '@quittance/projections'
import { openBaseOf } from '@quittance/receivables'
import { openOf } from '../../books/balances.js'
import { applicationsOf, receiptsOf } from '../../books/in-order.js'
import { asOfLatest, everyDay, viewOf } from '../../books/views.js'
import type { Answers, Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list, text, type Value } from '../../run/value.js'
import { type Row, shaped } from './rows.js'
import type { FxWorld } from './world.js'

/** The rates to revalue at: one for every currency of the case, or a map by currency. */
export const revalueRates = (given: Reader, { baseCurrency, invoices }: FxWorld): ExchangeRates | undefined => {
  const node = given.node('revalue_fx_rate')
  if (node === undefined) return undefined
  const byCode = node.kind === 'map' ? given.map('revalue_fx_rate') : undefined
  const rates: Record<CurrencyCode, NonNullable<ReturnType<Reader['decimal']>>> = {}
  for (const { currency } of invoices) {
    const rate = byCode === undefined ? given.decimal('revalue_fx_rate') : byCode.decimal(currency)
    if (rate !== undefined) rates[currency] = rate
  }
  return { baseCurrency, rates }
}

/** Answers of the area. */
export const fxAnswers = (world: FxWorld, rates: ExchangeRates | undefined): Answers => {
  const { books, baseCurrency } = world
  const byReceipt = (of: (receipt: ReceiptRecord) => number, currency?: CurrencyCode): ReadonlyArray<Row> =>
    receiptsOf(books).map((receipt) => ({
      id: receipt.receiptId,
      minor: of(receipt),
      currency: currency ?? receipt.currency,
    }))
  const leftBase = (receipt: ReceiptRecord): number => valueOf(receipt) - receipt.baseUsedMinor
  return {
    open: (ask) =>
      shaped(
        ask,
        byInvoice(world, (id) => openOf(books, id)),
      ),
    unapplied: (ask) => shaped(ask, byReceipt(unappliedMinor)),
    bank_base: (ask) => shaped(ask, byReceipt(valueOf, baseCurrency)),
    unapplied_base: (ask) => shaped(ask, byReceipt(leftBase, baseCurrency)),
    ...linkAnswers(world),
    ...openBaseAnswers(world, rates),
    effective_date: (ask) => dated(ask, world, ({ effectiveOn }) => effectiveOn),
    known_from: (ask) => dated(ask, world, ({ recordedAt }) => utcDayOf(recordedAt)),
  }
}

const byInvoice = ({ invoices }: FxWorld, of: (id: string) => number, currency?: CurrencyCode): ReadonlyArray<Row> =>
  invoices.map((invoice) => ({ id: invoice.id, minor: of(invoice.id), currency: currency ?? invoice.currency }))

/** Of applications, with what is left of each: in all, by invoice or payment, or one by one. */
const linkAnswers = (world: FxWorld): Answers => {
  const { books, baseCurrency } = world
  const view = viewOf([books])
  const realised = realisedExchange(view, { ...everyDay, knownAt: asOfLatest(view, everyDay.to).knownAt }).links
  const links = applicationsOf(books)
  const ofLinks = (ask: Ask, of: (link: ApplicationRecord) => number, currency?: CurrencyCode): Value => {
    const sum = (isOf: (link: ApplicationRecord) => boolean): number => sumMinor(links.filter(isOf).map(of))
    const items = byInvoice(world, (id) => sum(({ itemId }) => itemId === id), currency)
    const from = receiptsOf(books).map((receipt) => ({
      id: receipt.receiptId,
      minor: sum(({ sourceId }) => sourceId === receipt.receiptId),
      currency: currency ?? receipt.currency,
    }))
    const each = links.map((link) => ({ id: link.applicationId, minor: of(link), currency: currency ?? link.currency }))
    return shaped(ask, items, from, each)
  }
  const realisedBy = ({ applicationId, source }: ApplicationRecord): number =>
    realised.find((one) => one.linkId === applicationId && one.source === source)?.realisedBaseMinor ?? 0
  return {
    applied: (ask) => ofLinks(ask, ({ amountMinor }) => amountMinor),
    cleared_base: (ask) => ofLinks(ask, ({ exchange }) => itemBaseOf(exchange), baseCurrency),
    realised_fx_base: (ask) => ofLinks(ask, realisedBy, baseCurrency),
    realised_fx_total: () => amount(sumMinor(realised.map(({ realisedBaseMinor }) => realisedBaseMinor)), baseCurrency),
  }
}

/** What is open, at the value as issued and at other rates. */
const openBaseAnswers = (world: FxWorld, rates: ExchangeRates | undefined): Answers => {
  const { books, baseCurrency } = world
  const openBase = (id: string): number =>
    openBaseOf(books.state(), id)?.baseMinor ?? unsupported(`${id} without value`)
  const view = viewOf([books])
  const { items } = rates === undefined ? { items: [] } : revalue(view, asOfLatest(view, everyDay.to), rates)
  const revalued = (id: string, of: 'revaluedBaseMinor' | 'unrealisedBaseMinor'): number => {
    const item = items.find(({ itemId }) => itemId === id)
    if (item !== undefined) return item[of]
    return openOf(books, id) === 0 ? 0 : unsupported(`${id} without value or revalue_fx_rate`)
  }
  const carried = (id: string): number => (rates === undefined ? openBase(id) : revalued(id, 'revaluedBaseMinor'))
  return {
    open_base: (ask) => shaped(ask, byInvoice(world, openBase, baseCurrency)),
    carrying_base: (ask) => shaped(ask, byInvoice(world, carried, baseCurrency)),
    unrealised_base: (ask) =>
      shaped(
        ask,
        byInvoice(world, (id) => revalued(id, 'unrealisedBaseMinor'), baseCurrency),
      ),
  }
}

const valueOf = ({ receiptId, exchange }: ReceiptRecord): number =>
  exchange?.baseMinor ?? unsupported(`${receiptId} without value`)

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
