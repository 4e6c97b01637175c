/**
 * What was gained and lost by exchange, link by link: each result on the effective day of its application, and taken
 * back on the day on which the application is.
 */
import type { SourceKind } from '@quittance/cash-application'
import { type CurrencyCode, type Instant, instantMillis, type LocalDate } from '@quittance/kernel'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { StatementPeriod } from '../statement/balance-forward.js'

/** One fact's part in a link's result. @category projections @since 0.1.0 */
export interface RealisedMovement {
  readonly position: number
  /** The day on which it counts. */
  readonly on: LocalDate
  /** When the ledger learned of it. */
  readonly knownFrom: Instant
  readonly realisedBaseMinor: number
}

/** What an application gained (positive) or lost within a period: the sum of its movements. @category projections @since 0.1.0 */
export interface RealisedLink {
  /** The application; where a credit note reduced its invoice at once, the number of the note. */
  readonly linkId: string
  readonly itemId: string
  readonly source: SourceKind
  readonly sourceId: string
  readonly customer: string
  /** The item's. */
  readonly currency: CurrencyCode
  readonly baseCurrency: CurrencyCode
  readonly realisedBaseMinor: number
  readonly movements: ReadonlyArray<RealisedMovement>
}

/** The result of a period: realised = gain - loss, each the sum over the links that had one. @category projections @since 0.1.0 */
export interface RealisedExchange {
  readonly links: ReadonlyArray<RealisedLink>
  readonly totals: ReadonlyArray<{
    readonly baseCurrency: CurrencyCode
    readonly gainBaseMinor: number
    readonly lossBaseMinor: number
    readonly realisedBaseMinor: number
  }>
}

/**
 * The links whose movements fall in a period (both days inclusive), as known at an instant, in the order in which
 * they were first recorded; also those that came to nothing.
 *
 * @law the results of a period and of the next are those of both
 * @category projections
 * @since 0.1.0
 */
export const realisedExchange = (view: LedgerView, { from, to, knownAt }: StatementPeriod): RealisedExchange => {
  const millis = instantMillis(knownAt)
  const links = new Map<string, RealisedLink & { realisedBaseMinor: number; movements: Array<RealisedMovement> }>()
  for (const moved of view.linksMoved) {
    const { subject, on, recordedAt, position, realisedBaseMinor, source } = moved
    if (source === undefined || realisedBaseMinor === undefined) continue
    if (on < from || on > to || instantMillis(recordedAt) > millis) continue
    const { linkId, itemId, sourceId, baseCurrency } = moved
    const { customer, currency } = view.subjects[subject] as LedgerView['subjects'][number]
    const key = JSON.stringify([customer, source, linkId])
    const link = links.get(key) ?? {
      linkId,
      itemId,
      source,
      sourceId,
      customer,
      currency,
      baseCurrency,
      realisedBaseMinor: 0,
      movements: [],
    }
    link.realisedBaseMinor += realisedBaseMinor
    link.movements.push({ position, on, knownFrom: recordedAt, realisedBaseMinor })
    links.set(key, link)
  }
  const all = [...links.values()]
  return { links: all, totals: totalsOf(all) }
}

const totalsOf = (links: ReadonlyArray<RealisedLink>): RealisedExchange['totals'] => {
  const codes = [...new Set(links.map(({ baseCurrency }) => baseCurrency))].sort()
  return codes.map((baseCurrency) => {
    const own = links.filter((link) => link.baseCurrency === baseCurrency).map((link) => link.realisedBaseMinor)
    const gainBaseMinor = own.reduce((so, minor) => so + Math.max(minor, 0), 0)
    const lossBaseMinor = own.reduce((so, minor) => so + Math.max(-minor, 0), 0)
    return { baseCurrency, gainBaseMinor, lossBaseMinor, realisedBaseMinor: gainBaseMinor - lossBaseMinor }
  })
}
