/** Final demands as a credit manager reads them. */
import type { DemandProposal, NotDemanded } from '../dunning/propose-demands.js'
import { figure, table } from './table.js'

const waits: Readonly<Record<NonNullable<DemandProposal['waitsFor']>, string>> = {
  'earlier-levels': 'the steps before it',
  'money-in-hand': 'money in hand to be matched',
}

const reasons: Readonly<Record<NotDemanded['reason'], string>> = {
  dispute: 'disputed',
  promise: 'promised',
  hold: 'on hold',
  agency: 'with an agency',
  demanded: 'demanded already',
}

/** What could be demanded of whom, and what is left out. @category commands @since 0.1.0 */
export const demandsText = (proposals: ReadonlyArray<DemandProposal>): string => {
  if (proposals.length === 0) return 'Nothing to demand.'
  const left = proposals.flatMap((one) => one.left.map(({ itemId, reason }) => [one.customer, itemId, reasons[reason]]))
  return [
    table(
      [
        { heading: 'Customer' },
        { heading: 'Demand', figures: true },
        { heading: 'Currency' },
        { heading: 'Items', foldAt: 40 },
        { heading: 'Oldest due' },
        { heading: 'Level', figures: true },
        { heading: 'Last notice' },
        { heading: 'Waits for' },
      ],
      proposals.map((one) => [
        one.customer,
        figure(one.amountMinor, one.currency),
        one.currency,
        one.items.join(', '),
        one.oldestDueOn,
        String(one.level),
        one.lastNoticeOn ?? 'none',
        one.waitsFor === undefined ? (one.from ?? 'nothing') : waits[one.waitsFor],
      ]),
    ),
    ...(left.length === 0
      ? []
      : [`Left out\n\n${table([{ heading: 'Customer' }, { heading: 'Item' }, { heading: 'Why' }], left)}`]),
  ].join('\n\n')
}
