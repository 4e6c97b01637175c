/** What commands share that record something on one account: the day, the amount, the refusal, what is told of it. */
import { type LocalDate, parseMoney } from '@quittance/kernel'
import { describeFact, type LedgerFact } from '@quittance/projections'
import type { AccountCommand, AccountFact, CommandMeta } from '@quittance/receivables'
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from './describe-failure.js'
import { CliFailure } from './failure.js'
import { atDesk, type Desk } from './matching/desk.js'
import { type LedgerOptions, withLedgerOptions } from './options.js'
import type { Output } from './output/write.js'
import { dayOption } from './points.js'

/** Options of every command that records. @category model @since 0.1.0 */
export interface ActOptions extends LedgerOptions {
  readonly on?: string
  readonly actor: string
}

/** Makes a command below another, with the options that all of them have. @category model @since 0.1.0 */
export type Act = (name: string, description: string) => Command

/** Commands below one word, such as `promise make`. @category model @since 0.1.0 */
export const actsOf =
  (parent: Command): Act =>
  (name, description) =>
    withLedgerOptions(parent.command(name).description(description))
      .option('--on <day>', 'the business day (default: the day of the latest fact)')
      .option('--actor <name>', 'who records it', 'clerk')

/** Do it at a desk and tell what was recorded. @category commands @since 0.1.0 */
export const done = async (
  output: Output,
  options: ActOptions,
  work: (desk: Desk) => Promise<ReadonlyArray<AccountFact>>,
): Promise<void> => {
  const { facts, told } = await atDesk(options, async (desk) => {
    const recorded = await work(desk)
    return { facts: recorded, told: recorded.map((fact) => sentenceOf(desk, fact as LedgerFact)) }
  })
  if (options.json === true) return output.out(`${JSON.stringify({ facts })}\n`)
  return output.out(`${told.length === 0 ? 'Nothing to record.' : told.join('\n')}\n`)
}

/** Facts of disputes name a document and no currency: it is that of the document. */
const sentenceOf = ({ view, entity }: Desk, fact: LedgerFact): string => {
  const index = 'documentId' in fact ? view.indexOf.get(entity)?.documents.get(fact.documentId) : undefined
  return describeFact(fact, index === undefined ? undefined : view.subjects[index]?.currency)
}

/** The day of `--on`, else of the latest fact. @category model @since 0.1.0 */
export const dayOf = ({ view }: Desk, { on }: Pick<ActOptions, 'on'>): LocalDate => {
  if (on !== undefined) return dayOption('--on', on)
  if (view.latestOn === undefined) throw new CliFailure('the ledger holds no fact yet')
  return view.latestOn
}

/** Run a command on an account; a refusal is a failure in one line. @category commands @since 0.1.0 */
export const run = async (
  { ledger }: Desk,
  customer: string,
  command: AccountCommand,
  meta: CommandMeta,
): Promise<ReadonlyArray<AccountFact>> => {
  const answered = await ledger.run(customer, command, meta)
  if (E.isLeft(answered)) throw new CliFailure(`customer ${customer}: ${describeLedgerFailure(answered.left)}`)
  return answered.right.facts.map(({ fact }) => fact)
}

/** An amount as typed, in minor units, or a usage failure that names the option. @category model @since 0.1.0 */
export const minorOf = (name: string, text: string, currency: string): number => {
  const parsed = parseMoney(text, currency)
  if (E.isLeft(parsed)) throw new CliFailure(`${name} ${text}: not an amount of ${currency}`, 2)
  return parsed.right.minor
}
