/** Where late money comes from, as a person reads it. */
import { type Decimal, formatDecimal, formatMinor } from '@quittance/kernel'
import type {
  CauseScope,
  ParetoGrouping,
  ParetoRow,
  ParetoWeight,
  PointInTime,
  RootCauses,
} from '@quittance/projections'
import { moment } from './moment.js'
import { share } from './share.js'
import { figure, table } from './table.js'

const headings: Readonly<Record<ParetoGrouping, { readonly heading: string; readonly nobody: string }>> = {
  stage: { heading: 'Stage', nobody: '-' },
  cause: { heading: 'Cause', nobody: '-' },
  department: { heading: 'Department', nobody: '(nobody)' },
  customer: { heading: 'Customer', nobody: '-' },
  rep: { heading: 'Sales rep', nobody: '(none named)' },
  product: { heading: 'Product', nobody: '(none named)' },
}

const weighed = {
  value: { field: 'valueMinor', words: 'the late money' },
  count: { field: 'items', words: 'the number of items' },
  days: { field: 'daysLost', words: 'the days lost' },
} as const

/** How the report was asked for. @category model @since 0.1.0 */
export interface CausesAsked {
  readonly rules: string
  readonly by: ParetoGrouping
  readonly scope: CauseScope
  readonly weight: ParetoWeight
  readonly capital: Decimal
}

/** The groups, the heaviest first, and above them the share of each currency that we caused ourselves. @category commands @since 0.1.0 */
export const causesText = (
  {
    currencies,
    groups,
  }: Pick<RootCauses, 'currencies'> & { readonly groups: ReadonlyArray<Omit<ParetoRow, 'subjects'>> },
  { asOf, knownAt }: PointInTime,
  { rules, by, scope, weight, capital }: CausesAsked,
): string => {
  const head = [
    `Root causes as of ${asOf}, as known at ${moment(knownAt)}, by ${rules}`,
    ...(currencies.length === 0 ? ['Nothing is past due.'] : currencies.map(shareText)),
  ].join('\n')
  if (groups.length === 0) return head
  const { heading, nobody } = headings[by]
  const columns = [
    { heading, foldAt: 28 },
    { heading: 'Currency' },
    { heading: 'Items', figures: true },
    { heading: scope === 'late' ? 'Late' : 'Past due', figures: true },
    { heading: 'Share', figures: true },
    { heading: 'Cumulative', figures: true },
    { heading: 'Of it ours', figures: true },
    { heading: 'Days lost', figures: true },
    { heading: 'Interest', figures: true },
  ]
  const rows = groups.map((one) => [
    one.group ?? nobody,
    one.currency,
    String(one.items),
    figure(one.valueMinor, one.currency),
    share(one[weighed[weight].field], one.total),
    share(one.cumulative, one.total),
    figure(one.upstreamMinor, one.currency),
    String(one.daysLost),
    figure(one.interestMinor ?? 0, one.currency),
  ])
  const foot = [
    `Shares are of ${weighed[weight].words}. Interest is what the late money cost at ${formatDecimal(capital)} % a year.`,
    ...(by === 'product'
      ? ['An item with several products counts, with its days, in each of them; its money is split.']
      : []),
    'quittance causes --explain INVOICE shows the facts behind one.',
  ].join('\n')
  return `${head}\n\n${table(columns, rows)}\n\n${foot}`
}

const shareText = ({ currency, share: parts }: RootCauses['currencies'][number]): string => {
  const part = (minor: number, words: string): string =>
    `${minor === 0 ? formatMinor(0, currency) : figure(minor, currency)} (${share(minor, parts.totalMinor)}) ${words}`
  return [
    `Past due ${figure(parts.totalMinor, currency)} ${currency}:`,
    `${part(parts.upstreamMinor, 'by errors of ours')},`,
    `${part(parts.notUpstreamMinor, 'not ours')},`,
    part(parts.unexplainedMinor, 'not explained.'),
  ].join(' ')
}
