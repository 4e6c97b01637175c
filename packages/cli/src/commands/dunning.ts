/** `quittance dunning`: what a run of a ladder would ask for, and the run itself. */
import type { LocalDate } from '@quittance/kernel'
import type { Command } from 'commander'
import { type Act, type ActOptions, actsOf, dayOf } from '../acting.js'
import { statesOn } from '../dunning/customer-states.js'
import { ladderOf, runPolicyOf, statesPolicyOf } from '../dunning/ladder-of.js'
import { type AskedRun, proposeRun } from '../dunning/propose-run.js'
import { runNight } from '../dunning/run-night.js'
import { atDesk, type Desk } from '../matching/desk.js'
import { proposalText, statesText } from '../output/dunning-text.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'

interface RunOptions extends ActOptions {
  readonly policy: string
  readonly since?: string
  readonly customer?: string
}

/** Add the commands. @category commands @since 0.1.0 */
export const addDunning = (program: Command, output: Output): void => {
  const dunning = program.command('dunning').description('what is due to be asked for, by a ladder')
  const act = actsOf(dunning)
  withRun(act, 'propose', 'what a run would ask for, and what it would not, and why; records nothing').action(
    (options: RunOptions) => propose(output, options),
  )
  withRun(act, 'run', 'every missed run day is worked through with what was known then; notices are recorded as due')
    .addHelpText('after', '\nExample, every night:\n  quittance dunning run --on 2026-05-19 --policy ladder.json')
    .action((options: RunOptions) => runNight(output, options, runPolicyOf(options.policy)))
  addStates(act, output)
}

const addStates = (act: Act, output: Output): void => {
  act('states', 'the state of each customer on a day, by a policy of states; derived, and recorded nowhere')
    .requiredOption('--policy <file>', 'the states, as JSON (docs/dunning.md)')
    .option('--customer <id>', 'only this account')
    .action(async (options: RunOptions) => {
      const policy = statesPolicyOf(options.policy)
      const { on, states } = await atDesk(options, async (desk) => {
        const day = dayOf(desk, options)
        return { on: day, states: await statesOn(desk, policy, day, options) }
      })
      await output.out(options.json === true ? `${JSON.stringify({ on, states })}\n` : `${statesText(states)}\n`)
    })
}

const withRun = (act: Act, name: string, description: string): Command =>
  act(name, description)
    .requiredOption('--policy <file>', 'the ladder or campaign, as JSON (docs/dunning.md)')
    .option('--since <day>', 'the day on which the ladder comes into force, at its first run (default: --on)')
    .option('--customer <id>', 'only this account')

const askedOf = (desk: Desk, options: RunOptions): AskedRun => {
  const since: LocalDate | undefined = options.since === undefined ? undefined : dayOption('--since', options.since)
  return {
    ladder: ladderOf(options.policy),
    on: dayOf(desk, options),
    ...(since === undefined ? {} : { since }),
    ...(options.customer === undefined ? {} : { customer: options.customer }),
  }
}

const propose = async (output: Output, options: RunOptions): Promise<void> => {
  const { on, proposals } = await atDesk(options, async (desk) => {
    const asked = askedOf(desk, options)
    return { on: asked.on, proposals: await proposeRun(desk, asked) }
  })
  return output.out(options.json === true ? `${JSON.stringify({ on, proposals })}\n` : `${proposalText(proposals)}\n`)
}
