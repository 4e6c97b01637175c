/** `quittance causes`: what is behind past due, whose doing it was, and what it cost. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Decimal, parseDecimal } from '@quittance/kernel'
import {
  addCauseFact,
  type CauseBooks,
  type CauseRules,
  type CauseScope,
  counterfactualAging,
  emptyCauseView,
  type ParetoGrouping,
  paretoOf,
  type ParetoWeight,
  pastDueMinorDays,
  type PointInTime,
  rootCauses,
  upstreamTrend,
} from '@quittance/projections'
import * as E from 'fp-ts/lib/Either.js'
import { causeRulesOf } from '../causes/cause-rules-of.js'
import { explainedCause, explainedCauseJson } from '../causes/explained-cause.js'
import { invoiceQuality } from '../causes/invoice-quality.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { causesText } from '../output/causes-text.js'
import { counterfactualText, trendText } from '../output/cause-times-text.js'
import { explainedCauseText } from '../output/explained-cause-text.js'
import { invoiceQualityText } from '../output/invoice-quality-text.js'
import type { Output } from '../output/write.js'
import { dayOption, pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface CausesOptions extends ReportOptions {
  readonly by: ParetoGrouping
  readonly weight: ParetoWeight
  readonly scope: Exclude<CauseScope, 'all'>
  readonly upstream?: boolean
  readonly capital: Decimal
  readonly explain?: string
  readonly trend?: string
  readonly without?: true
  readonly accuracy?: number
  readonly top?: number
  readonly rules?: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addCauses = (program: Command, output: Output): void => {
  withReportOptions(
    program
      .command('causes')
      .description('what is behind past due: whose doing it was, what it cost, and by which facts'),
  )
    .addOption(
      new Option('--by <what>', 'groups')
        .choices(['stage', 'cause', 'department', 'customer', 'rep', 'product'])
        .default('stage'),
    )
    .addOption(new Option('--weight <what>', 'what comes first').choices(['value', 'count', 'days']).default('value'))
    .addOption(
      new Option('--scope <which>', 'what is past due now, or all that is or was late')
        .choices(['past-due', 'late'])
        .default('past-due'),
    )
    .option('--upstream', 'only what errors of ours caused')
    .option('--capital <percent>', 'yearly cost of capital, for the interest', percentOption, { unscaled: 8, scale: 0 })
    .option('--top <n>', 'only so many groups, the heaviest', wholeNumber)
    .option('--explain <invoice>', 'one invoice: every piece of evidence with its facts, and why it won or lost')
    .option('--trend <day>', 'the share that we caused, at every month end from this day on')
    .option('--without', 'the aging as it would be without errors of ours')
    .option('--accuracy <days>', 'how many invoices were right, of those at least so many days old', wholeNumber)
    .option('--rules <file>', 'a rule set of your own: rules, settings, taxonomy and tables as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance causes --by department --as-of 2026-06-30\n  quittance causes --by customer --scope late --weight days\n  quittance causes --explain INV-17\n  quittance causes --trend 2026-01-31 --json',
    )
    .action(async (options: CausesOptions) => output.out(`${await answered(options)}\n`))
}

const percentOption = (text: string): Decimal => {
  const read = parseDecimal(text)
  if (E.isLeft(read) || read.right.unscaled < 0) throw new InvalidArgumentError('Not a percent such as 8 or 7.25.')
  return read.right
}

const wholeNumber = (text: string): number => {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('A whole number from 0.')
  return number
}

/** Folded once, into both views. */
const answered = async (options: CausesOptions): Promise<string> => {
  const store = await openStore(options.store, resolveFile, true)
  try {
    const causes = emptyCauseView()
    const { view, entity } = await loadView(store, options.entity, (recorded) => addCauseFact(causes, recorded))
    const books = { ledger: view, causes }
    const at = pointOf(view, options)
    const rules = causeRulesOf(options.rules)
    if (options.explain === undefined) return answer(books, at, rules, options)
    const explained = await explainedCause({ store, entity, books, at, rules }, options.explain)
    return options.json === true ? explainedCauseJson(explained) : explainedCauseText(explained)
  } finally {
    await store.close()
  }
}

const answer = (books: CauseBooks, at: PointInTime, rules: CauseRules, options: CausesOptions): string => {
  const named = `${rules.id}@${rules.version}`
  const json = options.json === true
  if (options.trend !== undefined) {
    const points = upstreamTrend(books, at, rules, { from: dayOption('--trend', options.trend) })
    return json ? JSON.stringify({ ...at, rules: named, trend: points }) : trendText(points, at, named)
  }
  if (options.accuracy !== undefined) {
    const quality = invoiceQuality(books, at, rules, options.accuracy)
    return json ? JSON.stringify({ ...at, rules: named, ...quality }) : invoiceQualityText(quality, at, named)
  }
  const { rows, currencies } = rootCauses(books, at, rules, { scope: options.scope })
  if (options.without === true) {
    const aging = counterfactualAging(books.ledger, at, rows).map(({ subjects: _, ...one }) => one)
    return json ? JSON.stringify({ ...at, rules: named, aging }) : counterfactualText(aging, at, named)
  }
  const { by, weight, scope, upstream, capital } = options
  const groups = paretoOf(rows, {
    by,
    weight,
    upstreamOnly: upstream === true,
    percentPerYear: capital,
    minorDaysOf: ({ subject }) => pastDueMinorDays(books.ledger, subject, at),
  }).map(({ subjects, ...group }) => ({
    ...group,
    itemIds: subjects.flatMap((subject) => books.ledger.subjects[subject]?.id ?? []),
  }))
  return json
    ? JSON.stringify({ ...at, rules: named, scope, by, weight, currencies, groups: groups.slice(0, options.top) })
    : causesText({ currencies, groups: groups.slice(0, options.top) }, at, { rules: named, by, scope, weight, capital })
}
