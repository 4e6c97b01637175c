/** Which open documents a filter lists. Listing never changes a balance. */
import type { CurrencyCode, Instant, LocalDate } from '@quittance/kernel'
import {
  addFacts,
  emptyLedgerView,
  heldCredits,
  type OpenItemFilter,
  openItems,
  type PointInTime,
} from '@quittance/projections'
import type { Books } from '../../books/books.js'
import { minorAt } from '../../books/currency.js'
import { dayOf, type Days } from '../../books/days.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { list, type Value, whole } from '../../run/value.js'

/** `counts` of `filters`: open invoices and payments with money left, within inclusive bounds. */
export const filterCounts = (given: Reader, books: Books, currency: CurrencyCode, days: Days): (() => Value) => {
  const filters = given.maps('filters').map((filter) => {
    const between = daysBetweenOf(filter)
    return {
      invoice: filterOf(rangeOf(filter, 'invoice', currency), between),
      payment: filterOf(rangeOf(filter, 'payment', currency), between),
    }
  })
  return () => list(filters.map((filter) => list(countsOf(filter, books, days).map(whole))))
}

interface Filter {
  readonly invoice: OpenItemFilter
  readonly payment: OpenItemFilter
}

type Range<Bound> = { readonly from: Bound; readonly to: Bound } | undefined

const filterOf = (openMinor: Range<number>, issuedOn: Range<LocalDate>): OpenItemFilter => ({
  ...(openMinor === undefined ? {} : { openMinor }),
  ...(issuedOn === undefined ? {} : { issuedOn }),
})

const rangeOf = (filter: Reader, key: string, currency: CurrencyCode): Range<number> => {
  const node = filter.node(key)
  if (node === undefined) return undefined
  const path = `${filter.path}.${key}`
  const [low, high, ...more] = node.kind === 'list' ? node.items : []
  if (low === undefined || high === undefined || more.length > 0) return unsupported(`${path} that is no [min, max]`)
  return { from: minorAt(low, path, currency), to: minorAt(high, path, currency) }
}

const daysBetweenOf = (filter: Reader): Range<LocalDate> => {
  const [from, to] = [dayOf(filter, 'from', 'from_day'), dayOf(filter, 'to', 'to_day')]
  if (from === undefined && to === undefined) return undefined
  return { from: from ?? ('0001-01-01' as LocalDate), to: to ?? ('9999-12-31' as LocalDate) }
}

const countsOf = ({ invoice, payment }: Filter, books: Books, days: Days): ReadonlyArray<number> => {
  const recorded = books.recorded()
  const view = addFacts(emptyLedgerView(), recorded)
  const at: PointInTime = { asOf: days.today, knownAt: recorded.at(-1)?.recordedAt ?? ('' as Instant) }
  const invoices = new Set(openItems(view, at, invoice).map(({ itemId }) => itemId))
  const payments = heldCredits(view, at).filter(
    ({ kind, heldMinor, on }) =>
      kind === 'receipt' && within(heldMinor, payment.openMinor) && within(on, payment.issuedOn),
  )
  return [invoices.size, payments.length]
}

const within = <Bound extends number | string>(value: Bound, range: Range<Bound>): boolean =>
  range === undefined || (value >= range.from && value <= range.to)
