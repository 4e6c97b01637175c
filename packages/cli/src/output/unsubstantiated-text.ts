/** Claims without ground as a person reads them: how long they wait, and who does what next. */
import type { PointInTime, SubstantiationStep, UnsubstantiatedDispute } from '@quittance/projections'
import { moment } from './moment.js'
import { figure, table } from './table.js'

/** The queue of a day. @category commands @since 0.1.0 */
export const unsubstantiatedText = (
  queue: ReadonlyArray<UnsubstantiatedDispute>,
  { asOf, knownAt }: PointInTime,
): string => {
  const head = `Disputes without a code or papers as of ${asOf}, as known at ${moment(knownAt)}`
  if (queue.length === 0) return `${head}\n\nNone is waiting.`
  const columns = [
    { heading: 'Dispute' },
    { heading: 'Document' },
    { heading: 'Customer' },
    { heading: 'Raised' },
    { heading: 'Days', figures: true },
    { heading: 'Left', figures: true },
    { heading: 'Currency' },
    { heading: 'With' },
    { heading: 'Until' },
    { heading: 'Next' },
  ]
  const rows = queue.map((one) => [
    one.disputeId,
    one.itemId,
    one.customer,
    one.raisedOn,
    String(one.waitingDays),
    figure(one.remainingMinor, one.currency),
    one.currency,
    [one.department ?? 'nobody', ...(one.person === undefined ? [] : [one.person])].join(', '),
    one.waitUntil,
    steps[one.nextStep],
  ])
  return `${head}\n\n${table(columns, rows)}`
}

const steps: Readonly<Record<SubstantiationStep, string>> = {
  assign: 'give it to somebody',
  ask: 'ask for the code and the papers',
  decide: 'decide on what is there',
}
