/** `quittance hold`: where nothing is to be asked for a while. */
import type { HoldReason } from '@quittance/dunning'
import { keyedSize } from '@quittance/kernel'
import type { AccountCommand, AccountFact } from '@quittance/receivables'
import type { Command } from 'commander'
import { type ActOptions, actsOf, dayOf, done, run } from '../acting.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, type Desk } from '../matching/desk.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'

const reasons: ReadonlyArray<HoldReason> = ['manual', 'court', 'insolvency', 'plan', 'dispute', 'promise', 'placement']

interface HoldOptions extends ActOptions {
  readonly reason: string
  readonly item?: ReadonlyArray<string>
  readonly until?: string
  readonly words?: string
  readonly id?: string
}

/** Add the commands. @category commands @since 0.1.0 */
export const addHold = (program: Command, output: Output): void => {
  const act = actsOf(program.command('hold').description('where nothing is to be asked for a while'))
  act('place', 'nothing is asked for from the day on')
    .argument('<customer>', "the customer's id")
    .option('--reason <reason>', reasons.join(', '), 'manual')
    .option('--item <item...>', 'only of these items; without it, of the account')
    .option('--until <day>', 'the last day, inclusive; without it, until it is lifted')
    .option('--words <words>', 'why, in words')
    .option('--id <id>', 'the id of the hold (default: hold-1, hold-2, …)')
    .action((customer: string, options: HoldOptions) => done(output, options, (desk) => place(desk, customer, options)))
  act('lift', 'a hold ends')
    .argument('<customer>', "the customer's id")
    .argument('<hold>', "the hold's id")
    .option('--words <words>', 'why, in words')
    .action((customer: string, holdId: string, options: ActOptions & { readonly words?: string }) =>
      done(output, options, (desk) => {
        const { actor, words } = options
        const on = dayOf(desk, options)
        const command = { _tag: 'LiftHold', on, holdId, by: actor, ...(words === undefined ? {} : { words }) } as const
        return run(desk, customer, command, { commandId: `hold:lift:${holdId}`, actor })
      }),
    )
}

const place = async (desk: Desk, customer: string, options: HoldOptions): Promise<ReadonlyArray<AccountFact>> => {
  const { state } = await accountAtPoint(desk, customer)
  const holdId = options.id ?? `hold-${keyedSize(state.dunning.holds) + 1}`
  const { item, until, words, actor } = options
  const command: AccountCommand = {
    _tag: 'PlaceHold',
    on: dayOf(desk, options),
    holdId,
    reason: wordOf('--reason', options.reason, reasons),
    by: actor,
    ...(item === undefined ? {} : { items: item }),
    ...(until === undefined ? {} : { until: dayOption('--until', until) }),
    ...(words === undefined ? {} : { words }),
  }
  return run(desk, customer, command, { commandId: `hold:place:${holdId}`, actor })
}

const wordOf = <Word extends string>(option: string, text: string, words: ReadonlyArray<Word>): Word => {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new CliFailure(`${option} ${text}: ${words.join(', ')}`, 2)
  return found
}
