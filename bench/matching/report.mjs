// The matching bench for people: plain tables, as they stand in docs/matching.md.
import { table } from '@quittance/cli'
import { obstacles } from './obstacles.mjs'

const whole = (count) => count.toLocaleString('en-US')
const percent = (part, all, places = 2) => (all === 0 ? '-' : `${((part / all) * 100).toFixed(places)} %`)
/** Rounded down, so that only all of it reads 100 %. */
const sharePercent = (share) => (share === null ? '-' : `${(Math.floor(share * 100_000) / 1_000).toFixed(3)} %`)
const ms = (value) => value.toFixed(value < 1 ? 3 : value < 100 ? 1 : 0)

const columns = (...headings) =>
  headings.map((heading) => (heading.startsWith('>') ? { heading: heading.slice(1), figures: true } : { heading }))

const about = ({ dataset, date, node, machine, busy, coreShare, ruleSet, rows, mostOpen, posting }) =>
  [
    `matching, ${dataset}: ${date.slice(0, 10)}, Node ${node}, ${machine.cores} x ${machine.cpu}, ${machine.memoryGb} GB, ${machine.platform}; others used ${busy.map((share) => Math.round(share * 100)).join(' to ')} % of the machine before and after, and left this process ${Math.round(coreShare * 100)} % of a core`,
    `Rule set ${ruleSet}; ${whole(rows[0].payments)} payments, up to ${whole(mostOpen)} open items. Milliseconds are of the decision alone: reading the text, preparing the open items, deciding.`,
    'money: of the money applied, what went to invoices that it truly paid; strict: what stands in payments that are right as a whole; of several currencies, the worse. alike: right but for the choice among invoices of equal amount and dates.',
    `Posting, apart: ${whole(posting.commands)} commands of the account, ${(posting.milliseconds / Math.max(posting.commands, 1)).toFixed(3)} ms each.`,
  ].join('\n')

const scoreHeadings = ['>applied', '>right', '>of all', '>of applied', '>money', '>strict']
const timeHeadings = ['>median ms', '>p99', '>max']
const otherHeadings = ['>alike', '>ambiguous', '>undecided', '>suspect', '>none']

/** Figures that the library's decisions and the baselines share. */
const scoreCells = (row) => [
  whole(row.autoApplied),
  whole(row.exactlyRight),
  percent(row.exactlyRight, row.payments),
  sharePercent(row.autoApplied === 0 ? null : row.exactlyRight / row.autoApplied),
  sharePercent(row.moneyPrecision),
  sharePercent(row.moneyInRightPayments),
]
const timeCells = (row) => [row.msMedian, row.msP99, row.msMax].map(ms)
const otherCells = (row) =>
  ['interchangeable', 'ambiguous', 'undecided', 'suspect', 'none'].map((key) => whole(row[key]))

const variantsTable = ({ rows }) =>
  table(
    columns('amount', 'text', ...scoreHeadings, ...otherHeadings, ...timeHeadings),
    rows.map((row) => [row.amount, row.text, ...scoreCells(row), ...otherCells(row), ...timeCells(row)]),
  )

const baselinesTable = ({ baselines }, known) => {
  const reading = new Set(known.filter(({ readsText }) => readsText).map(({ name }) => name))
  return table(
    columns('baseline', 'amount', 'text', ...scoreHeadings, ...timeHeadings),
    baselines
      .filter(({ name, text }) => reading.has(name) || text === 'none')
      .map((row) => [
        row.name,
        row.amount,
        reading.has(row.name) ? row.text : 'any',
        ...scoreCells(row),
        ...timeCells(row),
      ]),
  )
}

const obstaclesTable = ({ rows, reasons }) =>
  table(columns('not applied, because', ...rows.map(({ amount, text }) => `>${amount} ${text}`)), [
    ...obstacles
      .filter((name) => reasons.some((counted) => counted.has(name)))
      .map((name) => [name, ...reasons.map((counted) => (counted.has(name) ? whole(counted.get(name)) : '-'))]),
    ['all', ...rows.map(({ payments, autoApplied }) => whole(payments - autoApplied))],
  ])

const growthTable = ({ growth }) =>
  table(
    columns('open items', '>decisions', '>median ms', '>p99', '>max'),
    growth.map(({ items, decisions, msMedian, msP99, msMax }) => [
      items,
      whole(decisions),
      ...(decisions === 0 ? ['-', '-', '-'] : [msMedian, msP99, msMax].map(ms)),
    ]),
  )

const oneAccountTable = ({ oneAccount }) =>
  table(
    columns('>items in one account', '>no text, median ms', '>max', '>numbers named, median ms', '>max', '>first text'),
    oneAccount.map(({ items, none, clean, first }) => [
      whole(items),
      ...[none.msMedian, none.msMax, clean.msMedian, clean.msMax, first].map(ms),
    ]),
  )

const shown = 20

const wrongText = ({ wrong }) =>
  wrong.length === 0
    ? 'Applied wrongly: none, in no variant.'
    : [
        `Applied wrongly: ${whole(wrong.length)}${wrong.length > shown ? `, the first ${shown}` : ''}`,
        ...wrong
          .slice(0, shown)
          .map(({ amount, text, payment, rules }) => `  ${amount} ${text}: ${payment}, by ${rules.join(' and ')}`),
      ].join('\n')

const slowestText = ({ slowest }) =>
  slowest === undefined || slowest.ms < 0
    ? ''
    : `Slowest: ${ms(slowest.ms)} ms, ${slowest.payment} (${slowest.amount} ${slowest.text}) open items: ${whole(slowest.items)}.`

/** The whole report. */
export const matchingText = (report, known) =>
  [
    about(report),
    variantsTable(report),
    `${wrongText(report)}\n${slowestText(report)}`,
    obstaclesTable(report),
    growthTable(report),
    ...(report.oneAccount.length === 0 ? [] : [oneAccountTable(report)]),
    baselinesTable(report, known),
  ].join('\n\n')
