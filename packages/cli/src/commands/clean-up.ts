/** `quittance clean-up`: old credits and small rests, cleared up where nobody has to be asked. */
import type { Command } from 'commander'
import { CliFailure } from '../failure.js'
import { cleanUpPolicyIn } from '../matching/clean-up-policy.js'
import { atDesk } from '../matching/desk.js'
import { type AccountCleanUp, runCleanUp } from '../matching/run-clean-up.js'
import { type ReportOptions, withReportOptions } from '../options.js'
import { becauseText, cleanUpText, reasons } from '../output/clean-up-text.js'
import { progressBar } from '../output/progress.js'
import type { Output } from '../output/write.js'
import { dayOption, pointOf } from '../points.js'

interface CleanUpOptions extends ReportOptions {
  readonly post?: boolean
  readonly customer?: string
  readonly policy?: string
  readonly actor: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addCleanUp = (program: Command, output: Output): void => {
  withReportOptions(
    program
      .command('clean-up')
      .description('free money and credits to what they are for, small rests given up: proposals, done with --post'),
  )
    .option('--customer <id>', 'the account of one customer only')
    .option('--policy <file>', 'how far it may go; without one nothing is written off or paid back')
    .option('--actor <name>', 'in whose name', 'clerk')
    .option('--post', 'do it, each account in one append')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance clean-up --customer globex\n  quittance clean-up --policy tidy.json --post',
    )
    .action(async (options: CleanUpOptions) => {
      const accounts = await run(options, output)
      const isPosted = options.post === true
      await output.out(
        options.json === true ? `${cleanUpJson(accounts, isPosted)}\n` : `${cleanUpText(accounts, isPosted)}\n`,
      )
      const failed = accounts.filter(({ failure }) => failure !== undefined).length
      if (failed > 0) throw new CliFailure(`${failed} of ${accounts.length} accounts could not be cleared up`)
    })
}

const run = (options: CleanUpOptions, output: Output): Promise<ReadonlyArray<AccountCleanUp>> => {
  const { customer, actor } = options
  const isPosted = options.post === true
  if (isPosted && options.knownAt !== undefined)
    throw new CliFailure('--post --known-at: what is posted is decided on what is known now', 2)
  const policy = cleanUpPolicyIn(options.policy)
  return atDesk(options, async (desk) => {
    if (customer !== undefined && !desk.directory.customers.has(customer))
      throw new CliFailure(`no customer ${customer} in the ledger`)
    const on = options.asOf === undefined ? desk.view.latestOn : dayOption('--as-of', options.asOf)
    if (on === undefined) throw new CliFailure('the ledger holds no fact yet')
    const isAsked = options.asOf !== undefined || options.knownAt !== undefined
    const bar = progressBar('Clearing up', output.err)
    try {
      return await runCleanUp(desk, {
        policy,
        on,
        actor,
        isPosted,
        ...(customer === undefined ? {} : { customer }),
        ...(isAsked && !isPosted ? { point: pointOf(desk.view, options) } : {}),
        onProgress: bar.at,
      })
    } finally {
      bar.drop()
    }
  })
}

const cleanUpJson = (accounts: ReadonlyArray<AccountCleanUp>, isPosted: boolean): string =>
  JSON.stringify({
    posted: isPosted,
    accounts: accounts.map(({ account, currency, cleanUp, failure }) => ({
      account,
      currency,
      proposals: cleanUp.proposals.map((one) => ({ ...one, why: reasons[one.rule] })),
      left: cleanUp.left.map((one) => ({ ...one, why: becauseText(one.because) })),
      failure: failure?._tag ?? null,
    })),
  })
