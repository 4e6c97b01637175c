/** `quittance touch record`: what came of a contact, and what the customer said instead of paying. */
import type { Channel, ContactRole, TouchOutcome } from '@quittance/dunning'
import { type Keyed, keyedGet, keyedSize } from '@quittance/kernel'
import { accountBalances, type AccountCommand, type AccountFact, type AccountState } from '@quittance/receivables'
import { type Command, Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { type ActOptions, actsOf, dayOf, done, minorOf } from '../acting.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, type Desk } from '../matching/desk.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'

const channels: ReadonlyArray<Channel> = ['call', 'e-mail', 'text', 'letter', 'statement', 'visit', 'portal']
const roles: ReadonlyArray<ContactRole> = ['collector', 'credit-manager', 'sales', 'executive', 'system']
const outcomes: ReadonlyArray<TouchOutcome> = [
  'sent',
  'reached',
  'voicemail',
  'no-answer',
  'gatekeeper',
  'hostile',
  'refused',
  'wrong-contact',
  'promised',
  'paid',
  'disputed',
]

interface TouchOptions extends ActOptions {
  readonly channel: Channel
  readonly role: ContactRole
  readonly id?: string
  readonly item?: ReadonlyArray<string>
  readonly asked?: string
  readonly currency?: string
  readonly spokeWith?: string
  readonly words?: string
  readonly excuse?: string
  readonly resolveOn?: string
  readonly next?: string
  readonly nextOn?: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addTouch = (program: Command, output: Output): void => {
  const act = actsOf(program.command('touch').description('what came of a contact with a customer'))
  act('record', 'somebody of ours was in touch, or tried to be')
    .argument('<customer>', "the customer's id")
    .argument('<outcome>', outcomes.join(', '))
    .addOption(new Option('--channel <channel>', 'by which way').choices(channels).default('call'))
    .addOption(new Option('--role <role>', 'in which role').choices(roles).default('collector'))
    .option('--item <item...>', 'what it was about (default: the account)')
    .option('--asked <amount>', 'what was asked for')
    .option('--currency <code>', 'of --asked, where the account owes in several')
    .option('--spoke-with <name>', 'whom of theirs we reached')
    .option('--words <words>', 'what was said')
    .option('--excuse <code>', 'why it is not paid, such as no-invoice')
    .option('--resolve-on <day>', 'the day that was named with the excuse')
    .option('--next <kind>', 'what is done next, with --next-on')
    .option('--next-on <day>', 'the day of the next step')
    .option('--id <id>', "the contact's id (default: touch-1, touch-2, …)")
    .addHelpText(
      'after',
      '\nExamples:\n  quittance touch record globex voicemail --on 2026-06-30\n  quittance touch record globex reached --spoke-with "Ms Lind" --excuse no-invoice --resolve-on 2026-07-03',
    )
    .action((customer: string, outcome: string, options: TouchOptions) =>
      done(output, options, (desk) => record(desk, customer, outcome, options)),
    )
}

const record = async (
  desk: Desk,
  customer: string,
  outcome: string,
  options: TouchOptions,
): Promise<ReadonlyArray<AccountFact>> => {
  const known = outcomes.find((one) => one === outcome)
  if (known === undefined) throw new CliFailure(`outcome ${outcome}: ${outcomes.join(', ')}`, 2)
  if ((options.next === undefined) !== (options.nextOn === undefined))
    throw new CliFailure('--next and --next-on: both or neither', 2)
  if (options.resolveOn !== undefined && options.excuse === undefined)
    throw new CliFailure('--resolve-on: only with --excuse', 2)
  const { state } = await accountAtPoint(desk, customer)
  const on = dayOf(desk, options)
  const { channel, role, actor, item: items, spokeWith, words } = options
  const touchId = options.id ?? freeId(state.dunning.touches)
  const about = items === undefined ? {} : { items }
  const touch: AccountCommand = {
    _tag: 'RecordTouch',
    on,
    touchId,
    channel,
    role,
    actor,
    outcome: known,
    ...about,
    ...askOf(state, options),
    ...(spokeWith === undefined ? {} : { spokeWith }),
    ...(words === undefined ? {} : { words }),
    ...(options.next === undefined || options.nextOn === undefined
      ? {}
      : { nextAction: { kind: options.next, on: dayOption('--next-on', options.nextOn) } }),
  }
  const excuse: ReadonlyArray<AccountCommand> =
    options.excuse === undefined
      ? []
      : [
          {
            _tag: 'RecordExcuse',
            on,
            excuseId: `${touchId}-excuse`,
            touchId,
            code: options.excuse,
            ...about,
            ...(words === undefined ? {} : { words }),
            ...(options.resolveOn === undefined ? {} : { resolveOn: dayOption('--resolve-on', options.resolveOn) }),
          },
        ]
  const answered = await desk.ledger.runAll(customer, [touch, ...excuse], { commandId: `touch:${touchId}`, actor })
  if (E.isLeft(answered)) throw new CliFailure(`customer ${customer}: ${describeLedgerFailure(answered.left)}`)
  return answered.right.facts.map(({ fact }) => fact)
}

const freeId = (taken: Keyed<unknown>): string => {
  let count = keyedSize(taken) + 1
  while (keyedGet(taken, `touch-${count}`) !== undefined) count += 1
  return `touch-${count}`
}

/** What was asked for, in the currency that is named, else the only one that the account owes. */
const askOf = (
  state: AccountState,
  { asked, currency }: TouchOptions,
): { readonly askMinor: number; readonly currency: string } | object => {
  if (asked === undefined) return {}
  const [only, ...others] = accountBalances(state)
  const named = currency ?? (others.length === 0 ? only?.currency : undefined)
  if (named === undefined) throw new CliFailure('--asked: name the currency with --currency', 2)
  return { askMinor: minorOf('--asked', asked, named), currency: named }
}
