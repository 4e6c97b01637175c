/** The aging report in the words of the cases. */
import type { CurrencyCode } from '@quittance/kernel'
import { sumMinor } from '@quittance/kernel'
import {
  type AgingOptions,
  type AgingReport,
  agingReport,
  type AgingRow,
  type AgingScheme,
  type AgingSums,
  monthEndBounds,
  openItems,
} from '@quittance/projections'
import { amounts } from '../../books/amounts.js'
import { asOfLatest, viewOf } from '../../books/views.js'
import type { Answers, Ask } from '../../run/ask.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, list, map, text, type Value, whole } from '../../run/value.js'
import type { Ledger } from './open-items.js'

/** Answers of the area, from a report of the accounts as they stand now. */
export const agingAnswers = (ledger: Ledger, scheme: AgingScheme, options: AgingOptions): Answers => {
  const { currency, days, owners } = ledger
  const view = viewOf(ledger.accounts.values())
  const at = asOfLatest(view, days.today)
  const report = agingReport(view, at, { ...options, scheme })
  const sums = sumsOf(report, currency)
  const rows = inCaseOrder(report.rows, ledger)
  return {
    buckets: () =>
      map(scheme.buckets.map(({ label }, index) => [label, amount(sums.bucketMinor[index] ?? 0, currency)])),
    unapplied: () => amount(sums.unappliedMinor, currency),
    total: () => amount(sums.totalMinor, currency),
    of_which_disputed: () => amount(sums.disputedMinor, currency),
    collectable: () =>
      amount(sumMinor(rows.map(({ openMinor, disputedMinor }) => openMinor - disputedMinor)), currency),
    rows: () => list(rows.map((row) => rowOf(row, scheme, currency))),
    row_count: () => whole(rows.length),
    group_total: (ask) => groupTotal(ask, report, ledger),
    open: (ask) => {
      const open = openItems(view, at)
      const byId = [...owners.keys()].map((id): readonly [string, number] => [
        id,
        sumMinor(open.filter(({ itemId }) => itemId === id).map(({ openMinor }) => openMinor)),
      ])
      return amounts(ask, byId, currency)
    },
    boundaries: () =>
      scheme.edges === 'month-ends'
        ? list(monthEndBounds(scheme, days.today).map((day) => text(day)))
        : unsupported('boundaries of a scheme that is not by month ends'),
    outcome: () => text('accepted'),
  }
}

const sumsOf = ({ currencies, scheme }: AgingReport, currency: CurrencyCode): AgingSums =>
  currencies.find((sums) => sums.currency === currency) ?? {
    currency,
    bucketMinor: scheme.buckets.map(() => 0),
    bucketCount: scheme.buckets.map(() => 0),
    disputedMinor: 0,
    deductedMinor: 0,
    unappliedMinor: 0,
    totalMinor: 0,
  }

/** Items and credits in the order in which the case lists them, instalments in theirs. */
const inCaseOrder = (rows: ReadonlyArray<AgingRow>, { rankOf }: Ledger): ReadonlyArray<AgingRow> => {
  const rank = ({ id }: AgingRow): number => rankOf.get(id) ?? rankOf.size
  return [...rows].sort((a, b) => rank(a) - rank(b) || (a.item?.instalmentNo ?? 0) - (b.item?.instalmentNo ?? 0))
}

const rowOf = (row: AgingRow, { buckets }: AgingScheme, currency: CurrencyCode): Value => {
  const { item, openMinor } = row
  return fields({
    amount: amount(item?.amountMinor ?? openMinor, currency),
    paid: amount(item?.paidMinor ?? 0, currency),
    credited: amount(item?.creditedMinor ?? 0, currency),
    open: amount(openMinor, currency),
    future: amount(item?.futureMinor ?? 0, currency),
    remaining: amount(item?.remainingMinor ?? openMinor, currency),
    days_past_due: whole(item?.daysPastDue ?? row.ageDays),
    bucket: text(buckets[row.bucket]?.label ?? ''),
  })
}

/** The total of each group: its customers', with the one that the group is named after. */
const groupTotal = (ask: Ask, { customers }: AgingReport, { groups, currency }: Ledger): Value => {
  const byGroup = [...new Set(groups.values())].map((group): readonly [string, number] => [
    group,
    sumMinor(
      customers
        .filter(({ customer }) => (groups.get(customer) ?? customer) === group)
        .flatMap(({ currencies }) => currencies.map(({ totalMinor }) => totalMinor)),
    ),
  ])
  if (ask.kind === 'one' && byGroup.length !== 1) return unsupported('group_total of several groups')
  return amounts(ask, byGroup, currency)
}
