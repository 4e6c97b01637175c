/** `quittance demand`: the last demand, and what it said would follow. */
import { decodeEscalationPolicy, type DemandConsequence, itemsToDemand, overdueItems } from '@quittance/dunning'
import { addDays, keyedSize } from '@quittance/kernel'
import { type AccountCommand, type AccountFact, accountOnDay } from '@quittance/receivables'
import { type Command, Option } from 'commander'
import { type ActOptions, actsOf, dayOf, done, run } from '../acting.js'
import { type AskedDemands, proposeDemands } from '../dunning/propose-demands.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, atDesk, type Desk } from '../matching/desk.js'
import { demandsText } from '../output/demand-text.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'
import { policyOf } from '../read-policy.js'

const consequences: ReadonlyArray<DemandConsequence> = ['agency', 'legal-action', 'delivery-stop']

interface ProposeOptions extends ActOptions {
  readonly customer?: string
  readonly policy?: string
  readonly afterLevel: string
}

interface SendOptions extends ActOptions {
  readonly to: string
  readonly address: string
  readonly approvedBy: string
  readonly deadline?: string
  readonly consequence: DemandConsequence
  readonly channel: 'letter' | 'e-mail' | 'visit'
  readonly currency?: string
  readonly item?: ReadonlyArray<string>
  readonly afterLevel: string
  readonly id?: string
}

/** Add the commands. @category commands @since 0.1.0 */
export const addDemand = (program: Command, output: Output): void => {
  const act = actsOf(program.command('demand').description('the last demand, and what it said would follow'))
  act('propose', 'who could be sent a final demand, over what, and what it waits for; records nothing')
    .option('--customer <id>', 'only this account')
    .option('--policy <file>', 'a policy of escalation, JSON: so many days after the last notice (docs/escalation.md)')
    .option('--after-level <level>', 'the level that every item must have reached', '1')
    .action((options: ProposeOptions) => propose(output, options))
  act('send', 'a final demand goes out: all that is past due and free of disputes and promises')
    .argument('<customer>', "the customer's id")
    .requiredOption('--to <name>', 'the person whom it names')
    .requiredOption('--address <address>', 'where it goes')
    .requiredOption('--approved-by <name>', 'who said yes')
    .option('--deadline <day>', 'the last day to pay, ten days off at least (default: ten days off)')
    .addOption(new Option('--consequence <what>', 'what follows').choices(consequences).default('agency'))
    .addOption(
      new Option('--channel <channel>', 'how it goes').choices(['letter', 'e-mail', 'visit']).default('letter'),
    )
    .option('--currency <code>', 'needed where several are past due')
    .option('--item <item...>', 'these items (default: all that may be demanded)')
    .option('--after-level <level>', 'the level that every item must have reached', '1')
    .option('--id <id>', "the demand's id (default: demand-1, demand-2, …)")
    .addHelpText(
      'after',
      '\nExample:\n  quittance demand send globex --to "Ms Lind" --address "1 Road, Town" --approved-by dan',
    )
    .action((customer: string, options: SendOptions) => done(output, options, (desk) => send(desk, customer, options)))
  act('carry-out', 'the deadline has passed, and what the demand said is done')
    .argument('<customer>', "the customer's id")
    .argument('<demand>', "the demand's id")
    .option('--words <words>', 'what was done, in words')
    .action((customer: string, demandId: string, options: ActOptions & { readonly words?: string }) =>
      done(output, options, (desk) => {
        const { actor, words } = options
        const said = words === undefined ? {} : { words }
        const command = { _tag: 'CarryOutConsequence', on: dayOf(desk, options), demandId, by: actor, ...said } as const
        return run(desk, customer, command, { commandId: `demand:carry-out:${demandId}`, actor })
      }),
    )
}

const levelOf = (text: string): number => {
  if (!/^\d{1,3}$/.test(text)) throw new CliFailure(`--after-level ${text}: not a whole number`, 2)
  return Number(text)
}

const propose = async (output: Output, options: ProposeOptions): Promise<void> => {
  const afterLevel = levelOf(options.afterLevel)
  const asked = { option: '--policy', what: 'a policy of escalation', file: options.policy }
  const policy = policyOf(asked, undefined, decodeEscalationPolicy)
  const { on, proposals } = await atDesk(options, async (desk) => {
    const question: AskedDemands = {
      on: dayOf(desk, options),
      afterLevel,
      ...(policy === undefined ? {} : { policy }),
      ...(options.customer === undefined ? {} : { customer: options.customer }),
    }
    return { on: question.on, proposals: await proposeDemands(desk, question) }
  })
  return output.out(options.json === true ? `${JSON.stringify({ on, proposals })}\n` : `${demandsText(proposals)}\n`)
}

const send = async (desk: Desk, customer: string, options: SendOptions): Promise<ReadonlyArray<AccountFact>> => {
  const { state } = await accountAtPoint(desk, customer)
  const on = dayOf(desk, options)
  const overdue = overdueItems(accountOnDay(state, on), on)
  const currencies = [...new Set(overdue.map((item) => item.currency))]
  const currency = options.currency ?? (currencies.length === 1 ? currencies[0] : undefined)
  if (currency === undefined)
    throw new CliFailure(
      currencies.length === 0
        ? `customer ${customer}: nothing is past due on ${on}`
        : `--currency: one of ${currencies.sort().join(', ')}`,
      currencies.length === 0 ? 1 : 2,
    )
  const demandId = options.id ?? `demand-${keyedSize(state.dunning.demands) + 1}`
  const { to, address, approvedBy, deadline, consequence, channel, item, actor } = options
  const command: AccountCommand = {
    _tag: 'SendFinalDemand',
    on,
    demandId,
    currency,
    items: item ?? itemsToDemand(overdue, currency).map(({ itemId }) => itemId),
    channel,
    addressee: to,
    address,
    deadlineOn: deadline === undefined ? addDays(on, 10) : dayOption('--deadline', deadline),
    consequence,
    approvedBy,
    afterLevel: levelOf(options.afterLevel),
  }
  return run(desk, customer, command, { commandId: `demand:send:${demandId}`, actor })
}
