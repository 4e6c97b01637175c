/** Findings about debtors as a person reads them. */
import type {
  DebtorChange,
  DebtorFinding,
  DebtorPolicy,
  DistressSign,
  PayerProfile,
  PayerRecord,
  PointInTime,
} from '@quittance/projections'
import { table } from './table.js'

/** The list: who, since what evidence. @category commands @since 0.1.0 */
export const debtorsText = (
  findings: ReadonlyArray<DebtorFinding>,
  customers: number,
  { asOf, knownAt }: PointInTime,
  { id, version }: DebtorPolicy,
): string => {
  const head = `Debtors as of ${asOf}, as known at ${knownAt}, by ${id}@${version}`
  const flagged = findings.filter(({ level }) => level !== 'none').length
  const foot = `${flagged} of ${customers} customers. quittance debtors --explain CUSTOMER tells more of each.`
  if (findings.length === 0) return `${head}\n\nNobody. ${customers} customers looked at.`
  const rows = findings.map((finding) => [
    finding.customer,
    finding.level,
    finding.signals.map(signalText).join('; '),
    finding.setAside.length === 0 ? '' : String(finding.setAside.length),
  ])
  const columns = [
    { heading: 'Customer' },
    { heading: 'Level' },
    { heading: 'Signals', foldAt: 60 },
    { heading: 'Set aside', figures: true },
  ]
  return `${head}\n\n${table(columns, rows)}\n\n${foot}`
}

const words: Readonly<Record<string, string>> = {
  settled: 'settled',
  broken: 'broken',
  partlyKept: 'partly kept',
  paidItems: 'items paid',
  items: 'items',
  matured: 'matured',
  late: 'late',
  inARow: 'in a row',
  provedFalse: 'proved false',
  returned: 'returned',
}

const signalText = ({ signal, fired, measured }: DebtorFinding['signals'][number]): string => {
  const numbers = Object.entries(measured).map(([name, count]) => `${count} ${words[name] ?? name}`)
  return `${fired ? '' : 'no '}${signal} (${numbers.join(', ')})`
}

/** What is told of one customer. @category model @since 0.1.0 */
export interface ExplainedDebtor {
  readonly finding: DebtorFinding
  readonly changes: ReadonlyArray<Pick<DebtorChange, 'on' | 'from' | 'to'>>
  readonly profile: PayerProfile
  readonly signs: ReadonlyArray<DistressSign>
  readonly record: PayerRecord
}

/** One customer, with everything that the finding rests on. @category commands @since 0.1.0 */
export const explainedText = ({ finding, changes, profile, signs, record }: ExplainedDebtor): string =>
  [
    `${finding.customer} as of ${finding.asOf}: ${finding.level}, by ${finding.policy.id}@${finding.policy.version}`,
    ...finding.signals.map(
      (signal) =>
        `  ${signalText(signal)}${signal.fired && signal.evidence.length > 0 ? `: ${signal.evidence.join(', ')}` : ''}`,
    ),
    '',
    `Pays: ${habitText(profile)}`,
    ...profile.changes.map(
      ({ on, daysBefore, daysAfter, items }) =>
        `  changed on ${on}: from ${average(daysBefore, items)} to ${average(daysAfter, items)} days after the due day`,
    ),
    '',
    'Promises',
    ...(record.promises.length === 0 ? ['  none settled'] : promiseLines(record)),
    ...(finding.setAside.length === 0
      ? []
      : ['', 'Set aside', ...finding.setAside.map(({ kind, id, because }) => `  ${kind} ${id}: ${because}`)]),
    '',
    'Signs of distress in the last 90 days',
    ...(signs.length === 0
      ? ['  none']
      : signs.map(({ on, kind, shownBy }) => `  ${on}: ${kind} (${shownBy.join(', ')})`)),
    '',
    'Changes',
    ...(changes.length === 0 ? ['  none'] : changes.map(({ on, from, to }) => `  ${on}: ${from} to ${to}`)),
  ].join('\n')

const habitText = ({ habit, items, late, signedDays, spreadHundredths }: PayerProfile): string =>
  items === 0
    ? 'nothing was paid yet'
    : `${habit}; ${late} of ${items} late, on average ${average(signedDays, items)} days after the due day, spread ${average(spreadHundredths, 100)} days`

/** To one place, rounded half up. */
const average = (sum: number, count: number): string => (Math.round((sum / count) * 10) / 10).toFixed(1)

const promiseLines = ({ promises }: PayerRecord): ReadonlyArray<string> =>
  promises
    .toSorted((a, b) => (a.settledOn < b.settledOn ? -1 : 1))
    .map(
      ({ promiseId, settledOn, state, cause, factIds }) =>
        `  ${settledOn}  ${promiseId}  ${state}${cause === undefined ? '' : ` (${cause})`}  ${factIds.join(', ')}`,
    )
