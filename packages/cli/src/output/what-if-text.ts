/** The difference between two ladders over one past, as tables for people. */
import { scaleMinor } from '@quittance/kernel'
import type { AskPair, LevelDifference, NoticeComparison, NoticeSums, OneSidedItem } from '@quittance/projections'
import type { DaySpan } from '../what-if/notices-of-histories.js'
import { type Column, figure, table } from './table.js'

/** How the two sides are called. @category model @since 0.1.0 */
export interface SideNames {
  readonly policy: string
  readonly against: string
}

/** Rows shown of a list; the rest is counted. @category model @since 0.1.0 */
export const longestList = 40

/** What would have been different. @category model @since 0.1.0 */
export const whatIfText = (
  found: NoticeComparison,
  names: SideNames,
  { from, to }: DaySpan,
  withFees: boolean,
): string => {
  const parts = [
    `Notices of ${names.policy} from ${from} to ${to}, beside ${names.against === 'recorded' ? 'those on record' : names.against}`,
    sumsTable(found, names, withFees),
  ]
  if (found.different.length === 0)
    parts.push('Every item is asked for on the same days and levels: there is no difference.')
  else parts.push('Items at each level:', levelsTable(found.levels, names), ...differences(found.different, names))
  parts.push(...oneSided(found.onlyItems, `Asked for by ${names.policy} only`))
  parts.push(...oneSided(found.onlyAgainstItems, `Asked for by ${names.against} only`))
  return parts.join('\n\n')
}

/** A number of things, grouped by thousands; none as a dash. @category model @since 0.1.0 */
export const count = (number: number): string => (number === 0 ? '-' : String(number).replace(/\B(?=(\d{3})+$)/g, ','))
const signed = (number: number, text: string): string => (number > 0 ? `+${text}` : text)

const sumsTable = ({ sums, againstSums: against }: NoticeComparison, names: SideNames, withFees: boolean): string => {
  const row = (heading: string, of: (side: NoticeSums) => number): ReadonlyArray<string> => {
    const [mine, theirs] = [of(sums), of(against)]
    return [heading, count(mine), count(theirs), signed(mine - theirs, count(mine - theirs))]
  }
  const levels = distinct([...sums.levels, ...against.levels].map(({ level }) => level)).sort((a, b) => a - b)
  const currencies = distinct([...sums.currencies, ...against.currencies].map(({ currency }) => currency)).sort()
  const minor = (currency: string, of: 'askedMinor' | 'feesMinor', heading: string): ReadonlyArray<string> => {
    const amountOf = (side: NoticeSums): number => side.currencies.find((one) => one.currency === currency)?.[of] ?? 0
    const [mine, theirs] = [amountOf(sums), amountOf(against)]
    const shown = [mine, theirs, mine - theirs].map((amount) => figure(amount, currency)) as [string, string, string]
    return [`${heading}, ${currency}`, shown[0], shown[1], signed(mine - theirs, shown[2])]
  }
  const columns: ReadonlyArray<Column> = [
    { heading: '' },
    ...[names.policy, names.against, 'Difference'].map((heading) => ({ heading, figures: true })),
  ]
  return table(columns, [
    row('Notices', ({ notices }) => notices),
    ...levels.map((level) =>
      row(`  level ${level}`, (side) => side.levels.find((one) => one.level === level)?.notices ?? 0),
    ),
    row('Customers asked', ({ customers }) => customers),
    row('Items asked for', ({ items }) => items),
    ...currencies.map((currency) => minor(currency, 'askedMinor', 'Asked')),
    ...(withFees ? currencies.map((currency) => minor(currency, 'feesMinor', 'Fees')) : []),
  ])
}

const distinct = <Value>(all: ReadonlyArray<Value>): Array<Value> => [...new Set(all)]

const levelsTable = (levels: ReadonlyArray<LevelDifference>, names: SideNames): string =>
  table(
    ['Level', 'Same day', 'Earlier', 'Days', 'Later', 'Days', `Only ${names.policy}`, `Only ${names.against}`].map(
      (heading) => ({ heading, figures: true }),
    ),
    levels.map(({ level, sameDay, earlier, earlierDays, later, laterDays, only, onlyAgainst }) => [
      String(level),
      count(sameDay),
      count(earlier),
      average(earlierDays, earlier),
      count(later),
      average(laterDays, later),
      count(only),
      count(onlyAgainst),
    ]),
  )

/** Days on average, to one place. */
const average = (days: number, of: number): string => {
  if (of === 0) return ''
  const tenths = scaleMinor(days, 10, of)
  return `${Math.trunc(tenths / 10)}.${tenths % 10}`
}

const differences = (pairs: ReadonlyArray<AskPair>, names: SideNames): ReadonlyArray<string> => [
  'What is different:',
  table(
    [
      { heading: 'Customer' },
      { heading: 'Item' },
      { heading: 'Level', figures: true },
      { heading: names.policy },
      { heading: names.against },
      { heading: 'Days', figures: true },
    ],
    pairs
      .slice(0, longestList)
      .map(({ customer, itemId, instalmentNo = 1, level = 0, on, againstOn, days }) => [
        customer,
        instalmentNo === 1 ? itemId : `${itemId}/${instalmentNo}`,
        String(level),
        on ?? '-',
        againstOn ?? '-',
        days === undefined ? '' : signed(days, String(days)),
      ]),
  ) + theRest(pairs.length),
]

/** How many rows a list has beyond those shown. @category model @since 0.1.0 */
export const theRest = (rows: number): string =>
  rows > longestList ? `\nand ${count(rows - longestList)} more; --customer shows one account, --json all` : ''

const oneSided = (items: ReadonlyArray<OneSidedItem>, title: string): ReadonlyArray<string> =>
  items.length === 0
    ? []
    : [
        `${title}, ${items.length === 1 ? '1 item' : `${count(items.length)} items`}:`,
        table(
          [
            { heading: 'Customer' },
            { heading: 'Item' },
            { heading: 'First asked' },
            { heading: 'Highest level', figures: true },
          ],
          items
            .slice(0, longestList)
            .map(({ customer, itemId, firstOn, level }) => [customer, itemId, firstOn, String(level)]),
        ) + theRest(items.length),
      ]
