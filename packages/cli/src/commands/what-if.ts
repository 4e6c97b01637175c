/** `quittance what-if`: the past again under another policy, beside what was. */
import { decodeFeePolicy, type FeePolicy, type ItemLadder } from '@quittance/dunning'
import { compareNotices, type NoticesByCustomer } from '@quittance/projections'
import type { Command } from 'commander'
import { ladderOf } from '../dunning/ladder-of.js'
import { CliFailure } from '../failure.js'
import { type LedgerOptions, withLedgerOptions } from '../options.js'
import { chargeDifferenceText } from '../output/what-if-charges-text.js'
import { whatIfText } from '../output/what-if-text.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'
import { policyOf } from '../read-policy.js'
import { loadHistories, type LoadedHistories } from '../what-if/account-histories.js'
import { chargeDifference } from '../what-if/charge-difference.js'
import { type DaySpan, recordedNotices, replayedNotices, withFees } from '../what-if/notices-of-histories.js'

interface WhatIfOptions extends LedgerOptions {
  readonly policy: string
  readonly against: string
  readonly from?: string
  readonly to?: string
  readonly customer?: string
  readonly fees?: string
  readonly runs: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addWhatIf = (program: Command, output: Output): void => {
  const whatIf = program.command('what-if').description('the past again under another policy, beside what was')
  withLedgerOptions(
    whatIf.command('dunning').description('what a ladder would have asked for, and what would have been different'),
  )
    .requiredOption('--policy <file>', 'the ladder to try: a JSON file, or one that comes with the tool by its name')
    .option(
      '--against <what>',
      '"recorded" notices, "charges:REASON" for debit notes, or the file of a ladder',
      'recorded',
    )
    .option('--from <day>', 'the first day on which it is in force (default: the day of the first fact)')
    .option('--to <day>', 'the last (default: the day of the latest fact)')
    .option('--customer <id>', 'only this account')
    .option('--runs <when>', 'whether a run sees what its own day brought: "evening", or not: "morning"', 'evening')
    .option('--fees <file>', 'what notices cost, as JSON (docs/interest-and-fees.md)')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance what-if dunning --policy stricter.json\n  quittance what-if dunning --policy stricter.json --against usual.json --fees fees.json' +
        '\n  quittance what-if dunning --policy traffic-fines-penalty --against charges:penalty',
    )
    .action(async (options: WhatIfOptions) => output.out(`${await answer(options)}\n`))
}

const charges = 'charges:'

const answer = async (options: WhatIfOptions): Promise<string> => {
  const ladder = ladderOf(options.policy)
  const fees = feesOf(options)
  const other = isWord(options.against) ? undefined : ladderOf(options.against, '--against')
  const histories = await loadHistories(options, options.customer)
  const span = spanOf(histories, options)
  return options.against.startsWith(charges)
    ? chargesAnswer(histories, ladder, span, options)
    : noticesAnswer(histories, { ladder, other, fees }, span, options.json === true)
}

const isWord = (against: string): boolean => against === 'recorded' || against.startsWith(charges)

const feesOf = ({ fees, against }: WhatIfOptions): FeePolicy | undefined => {
  if (fees === undefined) return undefined
  if (against.startsWith(charges)) throw new CliFailure(`--fees ${fees}: charges are compared by their days`, 2)
  return policyOf<FeePolicy | undefined>(
    { option: '--fees', what: 'a policy of fees', file: fees },
    undefined,
    decodeFeePolicy,
  )
}

const spanOf = ({ firstOn, latestOn }: LoadedHistories, options: WhatIfOptions): DaySpan => {
  const from = options.from === undefined ? firstOn : dayOption('--from', options.from)
  const to = options.to === undefined ? latestOn : dayOption('--to', options.to)
  if (to < from) throw new CliFailure(`--to ${to}: before ${from}`, 2)
  const { runs } = options
  if (runs !== 'evening' && runs !== 'morning') throw new CliFailure(`--runs ${runs}: evening or morning`, 2)
  return { from, to, runsAt: runs }
}

const nameOf = ({ id, version }: ItemLadder): string => `${id}@${version}`

const chargesAnswer = (
  histories: LoadedHistories,
  ladder: ItemLadder,
  span: DaySpan,
  { against, json }: WhatIfOptions,
): string => {
  const reason = against.slice(charges.length)
  if (reason === '') throw new CliFailure('--against charges: names no reason, as charges:penalty does', 2)
  const found = chargeDifference(histories, ladder, reason, span)
  return json === true
    ? JSON.stringify({ ...span, policy: nameOf(ladder), against, ...found })
    : chargeDifferenceText(found, nameOf(ladder), reason, span)
}

interface Sides {
  readonly ladder: ItemLadder
  /** Absent: the notices on record. */
  readonly other: ItemLadder | undefined
  readonly fees: FeePolicy | undefined
}

const noticesAnswer = (
  histories: LoadedHistories,
  { ladder, other, fees }: Sides,
  span: DaySpan,
  json: boolean,
): string => {
  const theirs: NoticesByCustomer =
    other === undefined ? recordedNotices(histories, span) : replayedNotices(histories, other, span)
  const found = compareNotices(withFees(replayedNotices(histories, ladder, span), fees), withFees(theirs, fees))
  const policy = nameOf(ladder)
  const against = other === undefined ? 'recorded' : nameOf(other)
  if (json) return JSON.stringify({ ...span, policy, against, ...found })
  return whatIfText(
    found,
    { policy, against: against === policy ? `${against} (against)` : against },
    span,
    fees !== undefined,
  )
}
