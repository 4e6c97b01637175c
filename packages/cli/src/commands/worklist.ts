/** `quittance worklist` and `quittance call`: a collector's day. */
import { decodeDeskPolicy, type DeskPolicy, deskPolicy } from '@quittance/dunning'
import { callPack, workList } from '@quittance/projections'
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { parseJson } from '../import/read-json.js'
import { resolveFile, withLedgerOptions } from '../options.js'
import { callText } from '../output/call-text.js'
import { fractionsAsNumbers } from '../output/desk-words.js'
import { workListText } from '../output/work-list-text.js'
import type { Output } from '../output/write.js'
import { type DeskOptions, loadDesk } from '../store/load-desk.js'
import { ladderOf } from '../dunning/ladder-of.js'

interface PolicyOptions extends DeskOptions {
  readonly policy?: string
  readonly ladder?: string
}

interface WorklistOptions extends PolicyOptions {
  readonly capacity?: string
}

const withDeskOptions = (command: Command): Command =>
  withLedgerOptions(command)
    .option('--on <day>', 'the morning of this day (default: the day of the latest fact)')
    .option('--known-at <when>', 'by what was recorded by then: a day (its end) or an instant (default: all)')
    .option('--policy <file>', 'a desk policy of your own, JSON')
    .option(
      '--ladder <file>',
      'the ladder in force, JSON: its next steps stand beside what was promised, said and noted',
    )

/** Add both commands. @category commands @since 0.1.0 */
export const addWorklist = (program: Command, output: Output): void => {
  withDeskOptions(program.command('worklist').description('whom to call today, in which order, and why'))
    .option('--capacity <n>', 'how many customers the day has room for (default: all)')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance worklist --on 2026-06-30 --capacity 20\n  quittance worklist --on 2026-06-30 --policy desk.json --json',
    )
    .action(async (options: WorklistOptions) => {
      const policy = policyOf(options.policy)
      const ladder = options.ladder === undefined ? {} : { ladder: ladderOf(options.ladder) }
      const capacity = capacityOf(options.capacity)
      const { books, at } = await loadDesk(options)
      const list = workList(books, at, { policy, ...ladder, ...(capacity === undefined ? {} : { capacity }) })
      return output.out(
        `${options.json === true ? JSON.stringify({ ...at, ...list }, fractionsAsNumbers) : workListText(list, options.ladder !== undefined)}\n`,
      )
    })
  withDeskOptions(
    program.command('call').description('the page before a call: what is said, and all that stands behind it'),
  )
    .argument('<customer>', 'whom to call')
    .addHelpText('after', '\nExamples:\n  quittance call globex --on 2026-06-30\n  quittance call globex --json')
    .action(async (customer: string, options: PolicyOptions) => {
      const policy = policyOf(options.policy)
      const ladder = options.ladder === undefined ? {} : { ladder: ladderOf(options.ladder) }
      const { books, at } = await loadDesk(options)
      if (![...books.ledger.accounts.values()].some((account) => account.customer === customer))
        throw new CliFailure(`no customer ${customer} in the ledger`)
      const pack = callPack(books, at, customer, { policy, ...ladder })
      return output.out(
        `${options.json === true ? JSON.stringify({ ...at, ...pack }, fractionsAsNumbers) : callText(pack)}\n`,
      )
    })
}

const policyOf = (name: string | undefined): DeskPolicy => {
  if (name === undefined) return deskPolicy
  const file = resolveFile(name)
  if (!existsSync(file)) throw new CliFailure(`--policy ${name}: no such file`, 2)
  const read = decodeDeskPolicy(parseJson(name, readFileSync(file, 'utf8')))
  if (E.isRight(read)) return read.right
  throw new CliFailure(`${name}: not a desk policy\n  ${read.left.join('\n  ')}`)
}

const capacityOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new CliFailure(`--capacity ${text}: not a whole number`, 2)
  return Number(text)
}
