/** Exposure and coverage as people read them. */
import type { CreditLimits } from '@quittance/dunning'
import type { LocalDate } from '@quittance/kernel'
import type { ConcentrationRow, CreditStanding, DeskCoverage } from '@quittance/projections'
import { money, places } from './desk-words.js'
import { figure, table } from './table.js'

interface CreditTold {
  readonly standing: ReadonlyArray<CreditStanding>
  readonly since: LocalDate
  readonly alerts: ReadonlyArray<ConcentrationRow>
  readonly limitsOf: (row: CreditStanding) => CreditLimits
}

/** Exposure by kind, the limit and the advice; then who of the largest fell behind. @category commands @since 0.1.0 */
export const creditText = ({ standing, since, alerts, limitsOf }: CreditTold): string => {
  const figures = ['Open', 'Unpaid', 'Orders', 'In hand', 'Exposure', 'Limit'].map((heading) => ({
    heading,
    figures: true,
  }))
  const rows = standing.map((row) => {
    const { totalMinor } = limitsOf(row)
    const minors = [row.openMinor, row.unpaidMinor, row.ordersMinor, row.depositsMinor, row.totalMinor]
    return [
      row.customer,
      row.currency,
      ...minors.map((minor) => figure(minor, row.currency)),
      totalMinor === undefined ? 'none' : figure(totalMinor, row.currency),
      adviceText(row),
    ]
  })
  return [
    standing.length === 0
      ? 'Nothing at risk.'
      : table([{ heading: 'Customer' }, { heading: 'Currency' }, ...figures, { heading: 'Advice', foldAt: 60 }], rows),
    ...alerts.map(
      ({ customer, currency, rank, pastDueMinor, shareOfOpen }) =>
        `Alert: ${customer}, number ${rank} in ${currency} with ${percent(shareOfOpen)} of what is open, fell behind after ${since}: ${money(pastDueMinor, currency)} past due.`,
    ),
  ].join('\n\n')
}

const percent = (share: ConcentrationRow['shareOfOpen']): string =>
  share === null ? 'a share' : `${places({ ...share, numerator: share.numerator * 100n }, 1)} %`

const adviceText = ({ exceeded, currency }: CreditStanding): string =>
  exceeded.length === 0
    ? '-'
    : `hold orders: ${exceeded.map(({ limit, reachedMinor, limitMinor }) => `${limit === 'total' ? 'exposure' : 'unpaid'} ${money(reachedMinor - limitMinor, currency)} above its limit`).join(', ')}`

/** Who is under the floor, small and silent, or nobody's; and what collectors have to look after. @category commands @since 0.1.0 */
export const coverageText = ({ small, underTheFloor, unassigned, collectors }: DeskCoverage): string =>
  [
    underTheFloor.length === 0
      ? 'Nobody is under the floor.'
      : `Under the floor\n\n${table(
          [
            { heading: 'Customer' },
            { heading: 'Contacts', figures: true },
            { heading: 'Asked for', figures: true },
            { heading: 'Days past due', figures: true },
            { heading: 'Last contact' },
          ],
          underTheFloor.map((row) => [
            row.customer,
            String(row.touches),
            String(row.floor),
            String(row.pastDueDays),
            row.lastTouchOn ?? 'never',
          ]),
        )}`,
    `Small accounts: ${small.covered} of ${small.small} had a contact in time${small.uncovered.length === 0 ? '.' : `; not: ${small.uncovered.map(({ customer }) => customer).join(', ')}.`}`,
    ...(collectors.length === 0
      ? []
      : [
          table(
            [
              { heading: 'Collector' },
              { heading: 'Accounts', figures: true },
              { heading: 'Minutes a day', figures: true },
              { heading: 'Per account', figures: true },
            ],
            collectors.map(({ collector, accounts, capacityMinutes }) => [
              collector,
              String(accounts),
              capacityMinutes === undefined ? '-' : String(capacityMinutes),
              capacityMinutes === undefined
                ? '-'
                : places({ numerator: BigInt(capacityMinutes), denominator: BigInt(accounts) }, 1),
            ]),
          ),
        ]),
    unassigned.length === 0
      ? 'Every account past due has a collector.'
      : `Without a collector: ${unassigned.join(', ')}.`,
  ].join('\n\n')
