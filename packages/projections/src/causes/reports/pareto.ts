/** Where most of the late money comes from: by stage, cause, department, customer, sales representative or product. */
import { allocate, type Decimal } from '@quittance/kernel'
import { compareTexts } from './compare-texts.js'
import { interestMinor } from './interest-cost.js'
import { lateMinorOf, type ReportRow } from './report-row.js'

/** What late items are grouped by. @category model @since 0.1.0 */
export type ParetoGrouping = 'stage' | 'cause' | 'department' | 'customer' | 'rep' | 'product'

/** What makes a group weigh. @category model @since 0.1.0 */
export type ParetoWeight = 'value' | 'count' | 'days'

/** A group of late items in one currency. @category projections @since 0.1.0 */
export interface ParetoRow {
  readonly currency: string
  /** Absent where the items name none: nobody owns the cause, no representative, no product. */
  readonly group?: string
  readonly items: number
  readonly valueMinor: number
  /** Of which by errors of ours before the item was due. */
  readonly upstreamMinor: number
  /** Days from the due day to the day of payment, or to the day asked for; over all its items. */
  readonly daysLost: number
  /** What the late money cost; absent where no cost of capital was given. */
  readonly interestMinor?: number
  /** The weights of this row and those before it, and of all rows of the currency: their quotient is the cumulative share. */
  readonly cumulative: number
  readonly total: number
  /** The items, as indices in the ledger view, for `because`. */
  readonly subjects: ReadonlyArray<number>
  /** The facts that their first causes rest on, by position in the store, ascending. */
  readonly positions: ReadonlyArray<number>
}

/** How to group and weigh. @category policies @since 0.1.0 */
export interface ParetoQuestion {
  readonly by: ParetoGrouping
  /** `value` where nothing is said. */
  readonly weight?: ParetoWeight
  /** Only what errors of ours caused. */
  readonly upstreamOnly?: boolean
  /** Yearly cost of capital in percent, over 365 days. */
  readonly percentPerYear?: Decimal
  /** Open minor units times days past due of an item; without it days late times what came late. */
  readonly minorDaysOf?: (row: ReportRow) => number
}

/** An item's part in a group. */
interface Part {
  readonly row: ReportRow
  readonly group: string | undefined
  readonly valueMinor: number
  readonly minorDays: number
}

interface Group {
  readonly currency: string
  readonly group: string | undefined
  readonly parts: Array<Part>
}

/**
 * The groups of each currency, the heaviest first; ties by name, those without a name last. Items in time are in none. By product the
 * value of an item is split over its products in proportion to their net amounts; the item and its days count with each of them.
 *
 * @law the groups of a currency are all its late value
 * @law cumulative weights never fall and end at the total
 * @category projections
 * @since 0.1.0
 */
export const paretoOf = (rows: ReadonlyArray<ReportRow>, question: ParetoQuestion): ReadonlyArray<ParetoRow> => {
  const { upstreamOnly = false } = question
  const groups = new Map<string, Group>()
  for (const row of rows) {
    if (row.state === 'in-time' || (upstreamOnly && !row.upstream)) continue
    for (const part of partsOf(row, question)) {
      const key = JSON.stringify([row.currency, part.group ?? null])
      const known = groups.get(key)
      if (known === undefined) groups.set(key, { currency: row.currency, group: part.group, parts: [part] })
      else known.parts.push(part)
    }
  }
  const made = [...groups.values()].map((group) => rowOf(group, question))
  return cumulated(made, question.weight ?? 'value')
}

const partsOf = (row: ReportRow, question: ParetoQuestion): ReadonlyArray<Part> => {
  const valueMinor = lateMinorOf(row)
  const minorDays = (question.minorDaysOf ?? plainMinorDays)(row)
  if (question.by !== 'product') return [{ row, group: nameIn(row, question.by), valueMinor, minorDays }]
  const netMinors = new Map<string, number>()
  for (const { productId, netMinor } of row.products)
    netMinors.set(productId, (netMinors.get(productId) ?? 0) + Math.max(netMinor, 0))
  const names = [...netMinors.keys()]
  if (names.length === 0) return [{ row, group: undefined, valueMinor, minorDays }]
  // Lines of nothing share what there is evenly.
  const weights = [...netMinors.values()].some((minor) => minor > 0) ? [...netMinors.values()] : names.map(() => 1)
  const [values, days] = [
    allocate(valueMinor, weights, 'largest-remainder'),
    allocate(minorDays, weights, 'largest-remainder'),
  ]
  return names.map((group, at) => ({ row, group, valueMinor: values[at] ?? 0, minorDays: days[at] ?? 0 }))
}

const plainMinorDays = (row: ReportRow): number => lateMinorOf(row) * row.daysLate

const nameIn = (row: ReportRow, by: Exclude<ParetoGrouping, 'product'>): string | undefined => {
  switch (by) {
    case 'stage':
      return row.stage
    case 'cause':
      return row.cause
    case 'department':
      return row.department
    case 'customer':
      return row.customer
    case 'rep':
      return row.salesRepId
  }
}

type Weighed = Omit<ParetoRow, 'cumulative' | 'total'>

const rowOf = ({ currency, group, parts }: Group, { percentPerYear }: ParetoQuestion): Weighed => {
  const sum = (of: (part: Part) => number): number => parts.reduce((so, part) => so + of(part), 0)
  return {
    currency,
    ...(group === undefined ? {} : { group }),
    items: parts.length,
    valueMinor: sum((part) => part.valueMinor),
    upstreamMinor: sum((part) => (part.row.upstream ? part.valueMinor : 0)),
    daysLost: sum((part) => part.row.daysLate),
    ...(percentPerYear === undefined
      ? {}
      : {
          interestMinor: interestMinor(
            parts.map((part) => part.minorDays),
            percentPerYear,
          ),
        }),
    subjects: parts.map((part) => part.row.subject),
    positions: [...new Set(parts.flatMap((part) => part.row.tags[0]?.positions ?? []))].sort((a, b) => a - b),
  }
}

const cumulated = (rows: ReadonlyArray<Weighed>, weight: ParetoWeight): ReadonlyArray<ParetoRow> => {
  const weightOf = (row: Weighed): number =>
    weight === 'value' ? row.valueMinor : weight === 'count' ? row.items : row.daysLost
  const [totals, reached] = [new Map<string, number>(), new Map<string, number>()]
  for (const row of rows) totals.set(row.currency, (totals.get(row.currency) ?? 0) + weightOf(row))
  return rows
    .toSorted(
      (a, b) => compareTexts(a.currency, b.currency) || weightOf(b) - weightOf(a) || compareNames(a.group, b.group),
    )
    .map((row) => {
      const cumulative = (reached.get(row.currency) ?? 0) + weightOf(row)
      reached.set(row.currency, cumulative)
      return { ...row, cumulative, total: totals.get(row.currency) ?? 0 }
    })
}

const compareNames = (a: string | undefined, b: string | undefined): number =>
  a === undefined ? (b === undefined ? 0 : 1) : b === undefined ? -1 : compareTexts(a, b)
