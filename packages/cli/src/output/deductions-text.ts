/** Deductions and their rates as a person reads them. */
import type { InvalidRate, PointInTime, RegisteredDeduction } from '@quittance/projections'
import { moment } from './moment.js'
import { share } from './share.js'
import { figure, table } from './table.js'

/** The register. @param register - all of it, for the counts @category commands @since 0.1.0 */
export const deductionsText = (
  register: ReadonlyArray<RegisteredDeduction>,
  listed: ReadonlyArray<RegisteredDeduction>,
  { asOf, knownAt }: PointInTime,
  policy: string,
): string => {
  const pending = register.filter(({ state }) => state === 'pending')
  const late = pending.filter(({ deadlines }) => deadlines.answer?.missed === true)
  const owed = register.filter(({ state, openMinor }) => state === 'rejected' && openMinor > 0)
  const head = [
    `Deductions as of ${asOf}, as known at ${moment(knownAt)}, by ${policy}`,
    `${pending.length} pending, of which ${late.length} wait for our answer past its day; ${owed.length} refused and not paid yet.`,
  ].join('\n')
  if (listed.length === 0) return `${head}\n\nNothing to list.`
  const columns = [
    { heading: 'Deduction' },
    { heading: 'Item' },
    { heading: 'Customer' },
    { heading: 'Taken' },
    { heading: 'Reason', foldAt: 24 },
    { heading: 'Amount', figures: true },
    { heading: 'Open', figures: true },
    { heading: 'Currency' },
    { heading: 'State' },
    { heading: 'Claim' },
    { heading: 'Next' },
  ]
  const rows = listed.map((one) => [
    one.deductionId,
    one.itemId,
    one.customer,
    one.takenOn,
    one.reasonCode,
    figure(one.originalMinor, one.currency),
    figure(one.openMinor, one.currency),
    one.currency,
    one.endedOn === undefined ? one.state : `${one.state} ${one.endedOn}`,
    one.deadlines.claim?.missed === true ? 'too late' : 'in time',
    nextStep(one),
  ])
  return `${head}\n\n${table(columns, rows)}`
}

/** Whose turn it is, and by when. */
const nextStep = ({ state, openMinor, deadlines: { answer, repay } }: RegisteredDeduction): string => {
  const by = (who: string, one: { readonly by: string; readonly missed: boolean } | undefined): string =>
    one === undefined ? '-' : `${who} by ${one.by}${one.missed ? ', late' : ''}`
  if (state === 'pending') return by('we answer', answer)
  return state === 'rejected' && openMinor > 0 ? by('they pay', repay) : '-'
}

/** What is invalid, for each customer. @category commands @since 0.1.0 */
export const invalidRatesText = (
  rates: ReadonlyArray<InvalidRate>,
  { asOf, knownAt }: PointInTime,
  policy: string,
): string => {
  const head = `Invalid deductions as of ${asOf}, as known at ${moment(knownAt)}, by ${policy}`
  if (rates.length === 0) return `${head}\n\nNothing was deducted.`
  const columns = [
    { heading: 'Customer' },
    { heading: 'Taken', figures: true },
    { heading: 'Amount', figures: true },
    { heading: 'Valid', figures: true },
    { heading: 'Invalid', figures: true },
    { heading: 'Undecided', figures: true },
    { heading: 'Invalid by number', figures: true },
    { heading: 'by value', figures: true },
    { heading: 'No reason', figures: true },
    { heading: 'Currency' },
  ]
  const rows = rates.map((one) => [
    one.customer,
    String(one.taken),
    figure(one.takenMinor, one.currency),
    figure(one.validMinor, one.currency),
    figure(one.invalidMinor, one.currency),
    figure(one.undecidedMinor, one.currency),
    share(one.invalid, one.valid + one.invalid),
    share(one.invalidMinor, one.validMinor + one.invalidMinor),
    figure(one.unexplainedMinor, one.currency),
    one.currency,
  ])
  return `${head}\n\n${table(columns, rows)}\n\nRates are of what was found valid or invalid; what is undecided is in neither.`
}
