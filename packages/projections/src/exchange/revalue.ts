/**
 * What open items in foreign currencies would be worth at other rates: a view, never a change to an item.
 */
import { atRate, type CurrencyCode, type Decimal, instantMillis } from '@quittance/kernel'
import { balancesAt, openAt } from '../ledger-view/balances-at.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'

/** Rates into one base currency, by currency code: base units for one unit of the currency. @category policies @since 0.1.0 */
export interface ExchangeRates {
  readonly baseCurrency: CurrencyCode
  readonly rates: Readonly<Record<CurrencyCode, Decimal>>
}

/** Figures of a revaluation, in the base currency but for what is open. unrealised = revalued - carrying, a gain is positive. @category projections @since 0.1.0 */
export interface RevaluedFigures {
  /** In the item's own currency. */
  readonly openMinor: number
  /** What is left of the value as issued. */
  readonly carryingBaseMinor: number
  readonly revaluedBaseMinor: number
  readonly unrealisedBaseMinor: number
}

/** An open item at other rates. @category projections @since 0.1.0 */
export interface RevaluedItem extends RevaluedFigures {
  /** Index in the view, for `because`. */
  readonly subject: number
  readonly itemId: string
  readonly customer: string
  readonly currency: CurrencyCode
}

/** An open item that cannot be revalued, and why: issued without a value, valued in another base currency, or no rate is given. @category projections @since 0.1.0 */
export interface NotRevalued {
  readonly itemId: string
  readonly customer: string
  readonly currency: CurrencyCode
  readonly because: 'not-valued' | 'other-base' | 'no-rate'
}

/** A revaluation; the figures of a currency are the sums of its items. @category projections @since 0.1.0 */
export interface Revaluation {
  readonly baseCurrency: CurrencyCode
  readonly items: ReadonlyArray<RevaluedItem>
  readonly currencies: ReadonlyArray<RevaluedFigures & { readonly currency: CurrencyCode }>
  readonly left: ReadonlyArray<NotRevalued>
}

/**
 * Every open item in a foreign currency at the rates given, by id; items in the base currency have no place in it.
 *
 * @law a revaluation changes no item
 * @category projections
 * @since 0.1.0
 */
export const revalue = (view: LedgerView, at: PointInTime, { baseCurrency, rates }: ExchangeRates): Revaluation => {
  const [balances, takenOf] = [balancesAt(view, at), takenBaseAt(view, at)]
  const items: Array<RevaluedItem> = []
  const left: Array<NotRevalued> = []
  for (const [subject, { kind, id: itemId, customer, currency, exchange }] of view.subjects.entries()) {
    const openMinor = openAt(balances, subject)
    if (kind !== 'item' || openMinor === 0 || currency === baseCurrency) continue
    const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined
    if (exchange === undefined || exchange.baseCurrency !== baseCurrency || rate === undefined) {
      const because =
        exchange === undefined ? 'not-valued' : exchange.baseCurrency !== baseCurrency ? 'other-base' : 'no-rate'
      left.push({ itemId, customer, currency, because })
      continue
    }
    const carryingBaseMinor = exchange.baseMinor - (takenOf.get(subject) ?? 0)
    const revaluedBaseMinor = atRate({ currency, minor: openMinor }, baseCurrency, rate)
    const unrealisedBaseMinor = revaluedBaseMinor - carryingBaseMinor
    const figures = { openMinor, carryingBaseMinor, revaluedBaseMinor, unrealisedBaseMinor }
    items.push({ subject, itemId, customer, currency, ...figures })
  }
  items.sort((a, b) => (a.itemId < b.itemId ? -1 : 1))
  return { baseCurrency, items, currencies: byCurrency(items), left }
}

/** What was taken of each item's base value by a point in time. */
const takenBaseAt = (view: LedgerView, { asOf, knownAt }: PointInTime): ReadonlyMap<number, number> => {
  const taken = new Map<number, number>()
  const millis = instantMillis(knownAt)
  for (const { subject, on, recordedAt, takenBaseMinor } of view.linksMoved)
    if (on <= asOf && instantMillis(recordedAt) <= millis)
      taken.set(subject, (taken.get(subject) ?? 0) + takenBaseMinor)
  return taken
}

const byCurrency = (items: ReadonlyArray<RevaluedItem>): Revaluation['currencies'] => {
  const codes = [...new Set(items.map(({ currency }) => currency))].sort()
  return codes.map((currency) => {
    const own = items.filter((item) => item.currency === currency)
    const sum = (of: (item: RevaluedItem) => number): number => own.reduce((so, item) => so + of(item), 0)
    return {
      currency,
      openMinor: sum(({ openMinor }) => openMinor),
      carryingBaseMinor: sum(({ carryingBaseMinor }) => carryingBaseMinor),
      revaluedBaseMinor: sum(({ revaluedBaseMinor }) => revaluedBaseMinor),
      unrealisedBaseMinor: sum(({ unrealisedBaseMinor }) => unrealisedBaseMinor),
    }
  })
}
