/** `quittance match`: payments to the invoices that they settle; a dry run unless it is told to post. */
import type { Command } from 'commander'
import { sha256Hex } from '@quittance/kernel'
import { basename } from 'node:path'
import { CliFailure } from '../failure.js'
import { describeProblem } from '../import/problems.js'
import { loadPaymentsProfile, shippedPaymentsProfiles } from '../import/payments-profile.js'
import { type IncomingPayment, readPayments } from '../import/read-payments.js'
import { readSource } from '../import/read-source.js'
import { atDesk, type Desk } from '../matching/desk.js'
import { postingPoliciesIn } from '../matching/posting-policies.js'
import { type MatchReport, totalsOf } from '../matching/report.js'
import { ruleSetNamed, usualRuleSet } from '../matching/rule-set.js'
import { matchIncoming, type MatchSettings, matchWaiting } from '../matching/run-match.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { matchJson } from '../output/match-json.js'
import { matchText } from '../output/match-text.js'
import { progressBar } from '../output/progress.js'
import type { Output } from '../output/write.js'
import { dayOption, pointOf } from '../points.js'

interface MatchOptions extends ReportOptions {
  readonly profile: string
  readonly ruleSet: string
  readonly policies?: string
  readonly post?: boolean
}

/** Add the command. @category commands @since 0.1.0 */
export const addMatch = (program: Command, output: Output): void => {
  withReportOptions(
    program
      .command('match')
      .description('match payments to open items: proposals with reasons, recorded with --post')
      .argument('[file]', 'a CSV file of payments, plain or gzipped; without one, the free money in the ledger'),
  )
    .option(
      '--profile <name>',
      `how to read the file: ${shippedPaymentsProfiles.join(', ')}, or a JSON file`,
      'payments',
    )
    .option('--rule-set <name>', 'evidence, autocash-exact, or a JSON file of your own', usualRuleSet)
    .option('--policies <file>', 'which differences may be posted; without it only discounts that the terms grant')
    .option('--post', 'record it: apply what is sure, keep all other money as unapplied receipts')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance match payments.csv\n  quittance match payments.csv --post\n  quittance match --json | jq .totals',
    )
    .action(async (file: string | undefined, options: MatchOptions) => {
      const report = await runMatch(file, options, output)
      await output.out(options.json === true ? `${matchJson(report)}\n` : `${matchText(report)}\n`)
      const failed = report.rows.filter(({ failure }) => failure !== undefined).length
      if (failed > 0) throw new CliFailure(`${failed} of ${report.rows.length} payments could not be recorded`)
    })
}

const runMatch = async (file: string | undefined, options: MatchOptions, output: Output): Promise<MatchReport> => {
  const isPosted = options.post === true
  if (isPosted && options.knownAt !== undefined)
    throw new CliFailure('--post --known-at: what is posted is decided on what is known now', 2)
  const matcher = ruleSetNamed(options.ruleSet)
  const policies = postingPoliciesIn(options.policies)
  const source = file === undefined ? undefined : paymentsIn(file, options.profile)
  return atDesk(options, async (desk) => {
    const bar = progressBar(`Matching ${file === undefined ? 'what waits' : basename(file)}`, output.err)
    const settings: MatchSettings = {
      matcher,
      policies,
      ...whenOf(desk, source?.payments, options),
      ...(isPosted ? { post: { correlationId: source?.id ?? 'match:waiting' } } : {}),
      onProgress: bar.at,
    }
    try {
      const rows =
        source === undefined ? await matchWaiting(desk, settings) : await matchIncoming(desk, source.payments, settings)
      return { matcher: matcher.name, point: settings.point, isPosted, rows, totals: totalsOf(rows) }
    } finally {
      bar.drop()
    }
  })
}

const paymentsIn = (
  file: string,
  profileName: string,
): { readonly id: string; readonly payments: ReadonlyArray<IncomingPayment> } => {
  const profile = loadPaymentsProfile(profileName, resolveFile)
  const text = readSource(file, resolveFile(file))
  const { payments, problems } = readPayments(file, text, profile)
  if (problems.length > 0)
    throw new CliFailure(
      `${problems.map((problem) => describeProblem(file, problem)).join('\n')}\nNothing was recorded.`,
    )
  return { id: `match:${sha256Hex(text).slice(0, 16)}`, payments }
}

/**
 * The day of the match: that of each payment, or `--as-of`; of money that waits, the day of the latest fact. A dry run for
 * another point looks at the accounts as they stood there.
 */
const whenOf = (
  desk: Desk,
  payments: ReadonlyArray<IncomingPayment> | undefined,
  options: MatchOptions,
): Pick<MatchSettings, 'on' | 'point'> => {
  const isAsked = options.asOf !== undefined || options.knownAt !== undefined
  const latest = payments === undefined ? desk.view.latestOn : undefined
  const on = options.asOf === undefined ? latest : dayOption('--as-of', options.asOf)
  const late = on === undefined ? undefined : payments?.find(({ record }) => record.on > on)
  if (late !== undefined)
    throw new CliFailure(`payment ${late.record.receiptId} of ${late.record.on} lies after --as-of ${on ?? ''}`)
  return {
    ...(on === undefined ? {} : { on }),
    ...(isAsked && options.post !== true ? { point: pointOf(desk.view, options) } : {}),
  }
}
