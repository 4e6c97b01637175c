/** What the account shows of discounts offered, asked for and taken. */
import { type CashApplied, type ItemRecord, takenOffMinor, unappliedMinor } from '@quittance/cash-application'
import { type CurrencyCode, daysBetween, itemBaseOf, keyedGet, type LinkExchange, sumMinor } from '@quittance/kernel'
import { realisedExchange } from '@quittance/projections'
import { amounts } from '../../books/amounts.js'
import { documentOf, openOf } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import { dayZero } from '../../books/days.js'
import { receiptsOf } from '../../books/in-order.js'
import { asOfLatest, everyDay, viewOf } from '../../books/views.js'
import type { Answers } from '../../run/ask.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, list, map, nothing, text, type Value, whole, yesNo } from '../../run/value.js'
import { closingApplication } from './asked-on.js'
import type { Discounted } from './issue-invoices.js'

/** The account at three moments of the case. */
export interface DiscountScene {
  readonly currency: CurrencyCode
  readonly baseCurrency: CurrencyCode
  readonly invoices: ReadonlyArray<Discounted>
  readonly issued: Books
  readonly credited: Books
  readonly paid: Books
  /** What was asked for on the day of the first payment, by invoice. */
  readonly askedThen: ReadonlyArray<readonly [string, number]>
  readonly hasPayments: boolean
  readonly namesDates: boolean
}

/** Answers of the area. */
export const discountAnswers = (scene: DiscountScene): Answers => {
  const { currency, invoices, issued, credited, paid } = scene
  const early = (books: Books): ReadonlyArray<CashApplied> =>
    invoices.flatMap(({ documentId, issuedOn }) => closingApplication(books, documentId, issuedOn) ?? [])
  const late = (): ReadonlyArray<CashApplied> =>
    invoices.flatMap(({ documentId, lateOn }) => closingApplication(issued, documentId, lateOn) ?? [])
  const cash = (applications: ReadonlyArray<CashApplied>): Value =>
    amount(sumMinor(applications.map(({ amountMinor }) => amountMinor)), currency)
  const open = (books: Books): ReadonlyArray<readonly [string, number]> =>
    invoices.map(({ documentId }) => [documentId, openOf(books, documentId)])
  return {
    pay_early: () => cash(early(issued)),
    pay_late: () => cash(late()),
    pay_before_credit: () => cash(early(issued)),
    pay_after_credit: () => cash(early(credited)),
    open_after_credit: (ask) => amounts(ask, open(credited), currency),
    pay: (ask) => amounts(ask, scene.askedThen, currency),
    total: () => amount(sumMinor(scene.askedThen.map(([, minor]) => minor)), currency),
    tax: () => amount(sumMinor(invoices.flatMap(({ documentId }) => taxesOf(issued, documentId))), currency),
    last_discount_day: () => lastDiscountDay(scene),
    open: (ask) => amounts(ask, open(paid), currency),
    ...takenAnswers(scene, scene.hasPayments ? applicationsIn(paid) : early(credited)),
  }
}

const takenAnswers = (scene: DiscountScene, applications: ReadonlyArray<CashApplied>): Answers => {
  const { currency, invoices, paid } = scene
  const taken = applications.flatMap(({ discount }) => discount ?? [])
  const recordOf = (documentId: string): ItemRecord | undefined => keyedGet(paid.state().cash.items, documentId)
  const sumOf = (of: (record: ItemRecord) => number): Value =>
    amount(sumMinor(invoices.flatMap(({ documentId }) => recordOf(documentId) ?? []).map(of)), currency)
  const receipts = receiptsOf(paid)
  return {
    discount: () => amount(sumMinor(taken.map(({ discountMinor }) => discountMinor)), currency),
    discount_income: () => amount(sumMinor(taken.map(({ netMinor }) => netMinor)), currency),
    discount_tax: () =>
      amount(sumMinor(taken.flatMap(({ taxReductions }) => taxReductions.map(({ taxMinor }) => taxMinor))), currency),
    tax_reductions: () => list(reductionsByGroup(scene, applications).map((minor) => amount(minor, currency))),
    cash: () => sumOf(({ cashMinor }) => cashMinor),
    cleared: () => sumOf(takenOffMinor),
    unapplied: () => amount(sumMinor(receipts.map(unappliedMinor)), currency),
    penny_difference: () => amount(sumMinor(receipts.map(({ pennyMinor }) => pennyMinor)), currency),
    ...baseAnswers(scene, applications),
    residue_cause: () => {
      const cause = applications.find(({ shortfall }) => shortfall !== undefined)?.shortfall?.cause
      return cause === undefined ? nothing : text(cause.replaceAll('-', '_'))
    },
    items: () =>
      map(invoices.map(({ documentId }): [string, Value] => [documentId, itemOf(paid, documentId, currency)])),
    discount_taken_in_full: () =>
      yesNo(
        invoices.every(({ documentId, issuedOn }) => {
          const offered = closingApplication(scene.credited, documentId, issuedOn)?.discount?.discountMinor ?? 0
          return offered > 0 && (recordOf(documentId)?.discountMinor ?? 0) >= offered
        }),
      ),
  }
}

/** In the base currency; of the item's value cash and discount each clear their part. */
const baseAnswers = (
  { baseCurrency, invoices, paid }: DiscountScene,
  applications: ReadonlyArray<CashApplied>,
): Answers => {
  const view = viewOf([paid])
  const { knownAt } = asOfLatest(view, everyDay.to)
  const base = (of: (exchange: LinkExchange | undefined) => number): Value =>
    amount(sumMinor(applications.map(({ exchange }) => of(exchange))), baseCurrency)
  return {
    cleared_base: () => base(itemBaseOf),
    discount_base: () => base((exchange) => exchange?.discountBaseMinor ?? 0),
    realised_fx_base: (ask) => {
      const { links } = realisedExchange(view, { ...everyDay, knownAt })
      const rows = links.map(({ itemId, realisedBaseMinor }): readonly [string, number] => [itemId, realisedBaseMinor])
      const byInvoice = invoices.map(({ documentId }): readonly [string, number] => [
        documentId,
        sumMinor(rows.filter(([id]) => id === documentId).map(([, minor]) => minor)),
      ])
      return amounts(ask, ask.kind === 'list' ? rows : byInvoice, baseCurrency)
    },
  }
}

const none: Pick<ItemRecord, 'cashMinor' | 'discountMinor'> = { cashMinor: 0, discountMinor: 0 }

const applicationsIn = (books: Books): ReadonlyArray<CashApplied> =>
  books.recorded().flatMap(({ fact }) => (fact._tag === 'CashApplied' ? [fact] : []))

const taxesOf = (books: Books, documentId: string): ReadonlyArray<number> =>
  documentOf(books, documentId).taxGroups.map(({ taxMinor }) => taxMinor)

const itemOf = (books: Books, documentId: string, currency: CurrencyCode): Value => {
  const record = keyedGet(books.state().cash.items, documentId) ?? none
  return fields({
    cash: amount(record.cashMinor, currency),
    discount: amount(record.discountMinor, currency),
    open: amount(openOf(books, documentId), currency),
  })
}

/** The reductions in the order of the taxes on the invoices, nothing where a tax was not touched. */
const reductionsByGroup = (
  { invoices, issued }: DiscountScene,
  applications: ReadonlyArray<CashApplied>,
): ReadonlyArray<number> =>
  invoices.flatMap(({ documentId }) =>
    documentOf(issued, documentId)
      .taxGroups.filter(({ taxMinor }) => taxMinor !== 0)
      .map(({ tax }) =>
        sumMinor(
          applications
            .filter(({ itemId }) => itemId === documentId)
            .flatMap(({ discount }) => discount?.taxReductions ?? [])
            .filter(({ category, ratePercent }) => category === tax.category && ratePercent === tax.ratePercent)
            .map(({ taxMinor }) => taxMinor),
        ),
      ),
  )

const lastDiscountDay = ({ invoices, issued, namesDates }: DiscountScene): Value => {
  const [first] = invoices
  const tiers = first === undefined ? [] : (documentOf(issued, first.documentId).discount?.tiers ?? [])
  const last =
    tiers
      .map(({ lastDay }) => lastDay)
      .sort()
      .at(-1) ?? unsupported('last_discount_day without discount')
  return namesDates ? text(last) : whole(daysBetween(dayZero, last))
}
