/** Matches for people: what is applied, what waits for somebody and why, and the sums. */
import { describeRow, type MatchReport } from '../matching/report.js'
import type { MatchRow } from '../matching/run-match.js'
import { someItems, toDoOf, whyOf, itemsOf } from '../matching/words.js'
import { fittedTable } from './fit-columns.js'
import { figure, table } from './table.js'

/** The report of a run, at most 100 columns wide. @category commands @since 0.1.0 */
export const matchText = (report: MatchReport): string =>
  [headOf(report), appliedPart(report), waitingPart(report), totalsPart(report), endOf(report)]
    .filter((part) => part !== '')
    .join('\n\n')

const headOf = ({ matcher, point, isPosted }: MatchReport): string => {
  const [name] = matcher.split('#')
  const at = point === undefined ? '' : `, as of ${point.asOf}, as known at ${point.knownAt}`
  return isPosted ? `Matched by rule set ${name}` : `Proposals of rule set ${name}${at}; nothing is recorded`
}

const amountOf = ({ amount }: MatchRow): string => `${figure(amount.minor, amount.currency)} ${amount.currency}`

const appliedPart = ({ rows, isPosted }: MatchReport): string => {
  const applied = rows.filter(({ decision, failure }) => decision === 'apply' && failure === undefined)
  if (applied.length === 0) return isPosted ? 'Nothing was applied.' : 'Nothing to apply.'
  return `${isPosted ? 'Applied' : 'To apply'}\n\n${fittedTable(
    [
      { heading: 'Payment', foldAt: 14 },
      { heading: 'Customer', foldAt: 16 },
      { heading: 'Amount', figures: true },
      { heading: 'Items', foldAt: 24 },
      { heading: 'Why' },
    ],
    applied.map((row) => [row.paymentId, row.account, amountOf(row), someItems(itemsOf(row), 6), whyOf(row)]),
    1,
  )}`
}

const waitingPart = ({ rows, isPosted }: MatchReport): string => {
  const waiting = rows.filter(({ decision, failure }) => !isDone(decision) || failure !== undefined)
  if (waiting.length === 0) return ''
  return `${isPosted ? 'Waits for a person' : 'For a person'}\n\n${fittedTable(
    [
      { heading: 'Payment', foldAt: 14 },
      { heading: 'Payer', foldAt: 16 },
      { heading: 'Amount', figures: true },
      { heading: 'Why' },
      { heading: 'What to do' },
    ],
    waiting.map((row) => [row.paymentId, payerOf(row), amountOf(row), whyOf(row), toDoOf(row)]),
    2,
  )}`
}

const isDone = (decision: MatchRow['decision']): boolean => decision === 'apply' || decision === 'already'

const payerOf = (row: MatchRow): string =>
  row.decision === 'unknown-payer' ? (row.payerName ?? row.payerAccount ?? row.customerGiven ?? 'unknown') : row.account

const totalsPart = ({ totals }: MatchReport): string =>
  table(
    [
      { heading: 'Decision' },
      { heading: 'Payments', figures: true },
      { heading: 'Currency' },
      { heading: 'Amount', figures: true },
    ],
    totals.map(({ decision, count, currency, amountMinor }) => [
      describeRow(decision),
      String(count),
      currency,
      figure(amountMinor, currency),
    ]),
  )

const endOf = ({ rows, isPosted }: MatchReport): string => {
  const count = (is: (row: MatchRow) => boolean): number => rows.filter(is).length
  const failed = count(({ failure }) => failure !== undefined)
  const waits = count(({ decision, failure }) => !isDone(decision) && failure === undefined)
  const already = count(({ decision }) => decision === 'already')
  const lines = [
    ...(isPosted ? [] : ['Run it with --post to record this.']),
    ...(isPosted && waits > 0 ? [`${waits} recorded with their money free, so that none is lost.`] : []),
    ...(already === 0 ? [] : ['quittance match, without a file, shows what of the ledger still waits.']),
    ...(failed === 0 ? [] : [`${failed} could not be recorded: run the same file again.`]),
    'quittance explain PAYMENT tells more of each.',
  ]
  return lines.join('\n')
}
