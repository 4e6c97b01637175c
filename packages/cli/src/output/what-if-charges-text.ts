/** A ladder beside recorded charges, as tables for people. */
import type { AskPair } from '@quittance/projections'
import type { ChargeDifference, UnaskedCharge, WhyNotAsked } from '../what-if/charge-difference.js'
import type { DaySpan } from '../what-if/notices-of-histories.js'
import { type Column, table } from './table.js'
import { count, longestList, theRest } from './what-if-text.js'

const words: Readonly<Record<WhyNotAsked, string>> = {
  'nothing-claimed': 'nothing had been claimed',
  'nothing-open': 'nothing was open any more',
  'other-ladder': 'it was on another ladder',
  'asked-before': 'the ladder had asked before',
  'step-to-come': 'the step had not come',
  'within-tolerance': 'within the tolerance',
  'below-minimum': 'below the minimum',
  dispute: 'disputed',
  promise: 'promised for later',
  'money-in-hand': 'money in hand',
  insolvency: 'held: insolvency',
  court: 'held: court',
  placement: 'with an agency',
  plan: 'held: payment plan',
  manual: 'held by hand',
}

/** What the ladder would have done, and what was done. @category model @since 0.1.0 */
export const chargeDifferenceText = (
  found: ChargeDifference,
  ladder: string,
  reason: string,
  { from, to }: DaySpan,
): string => {
  const { proposed, recorded, equal, otherDay, onlyProposed, onlyRecorded } = found
  const reasons = [...new Set(onlyRecorded.map(({ because }) => because))]
    .map((because) => [`  ${words[because]}`, count(onlyRecorded.filter((one) => one.because === because).length)])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const sums = table(
    [{ heading: 'Cases' }, { heading: '', figures: true }],
    [
      [`Proposed by ${ladder}`, count(proposed)],
      [`Recorded as ${reason}`, count(recorded)],
      ['Equal to the day', count(equal)],
      ['On another day', count(otherDay.length)],
      ['Proposed, not recorded', count(onlyProposed.length)],
      ['Recorded, not proposed', count(onlyRecorded.length)],
      ...reasons,
    ],
  )
  return [
    `Notices of ${ladder} from ${from} to ${to}, beside the recorded charges "${reason}"`,
    sums,
    ...list(
      'On another day:',
      [...place, proposedOn, recordedOn, { heading: 'Days', figures: true }],
      otherDay,
      pairRow,
    ),
    ...list('Proposed, not recorded:', [...place, proposedOn], onlyProposed, pairRow),
    ...list('Recorded, not proposed:', [...place, recordedOn, { heading: 'Why' }], onlyRecorded, unaskedRow),
  ].join('\n\n')
}

const place: ReadonlyArray<Column> = [{ heading: 'Customer' }, { heading: 'Item' }]
const [proposedOn, recordedOn]: [Column, Column] = [{ heading: 'Proposed' }, { heading: 'Recorded' }]

const pairRow = ({ customer, itemId, on, againstOn, days }: AskPair): ReadonlyArray<string> => [
  customer,
  itemId,
  ...(on === undefined ? [] : [on]),
  ...(againstOn === undefined ? [] : [againstOn]),
  ...(days === undefined ? [] : [days > 0 ? `+${days}` : String(days)]),
]

const unaskedRow = ({ customer, itemId, againstOn, because }: UnaskedCharge): ReadonlyArray<string> => [
  customer,
  itemId,
  againstOn,
  words[because],
]

const list = <Row>(
  title: string,
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<Row>,
  cellsOf: (row: Row) => ReadonlyArray<string>,
): ReadonlyArray<string> =>
  rows.length === 0 ? [] : [title, table(columns, rows.slice(0, longestList).map(cellsOf)) + theRest(rows.length)]
