/** `quittance interest` and `quittance fees`: what lateness costs. Off unless somebody names a policy. */
import { decodeFeePolicy, decodeInterestPolicy } from '@quittance/dunning'
import type { Command } from 'commander'
import { type ActOptions, actsOf, dayOf, done } from '../acting.js'
import {
  type AskedCharges,
  feeCharges,
  interestCharges,
  makeCharges,
  type ProposedCharge,
  waitingForMoney,
} from '../dunning/late-charges.js'
import { CliFailure } from '../failure.js'
import { atDesk, type Desk } from '../matching/desk.js'
import { chargesText } from '../output/charges-text.js'
import type { Output } from '../output/write.js'
import { policyOf } from '../read-policy.js'

interface ChargeOptions extends ActOptions {
  readonly policy: string
  readonly customer?: string
}

type Find = (desk: Desk, options: ChargeOptions) => Promise<ReadonlyArray<ProposedCharge>>

/** Add the commands. @category commands @since 0.1.0 */
export const addCharges = (program: Command, output: Output): void => {
  const interest = program.command('interest').description('interest on what is late; off without a policy')
  addPair(interest, output, {
    words: ['propose', 'bill'],
    about: [
      'what would be billed, and on what; records nothing',
      'a debit note in each currency for what accrued and was not billed',
    ],
    policy: 'a policy of interest, JSON (docs/interest-and-fees.md)',
    find: (desk, options) => {
      const asked = { option: '--policy', what: 'a policy of interest', file: options.policy }
      return interestCharges(desk, askedOf(desk, options), needed(policyOf(asked, undefined, decodeInterestPolicy)))
    },
  })
  const fees = program.command('fees').description('fees of notices that were sent; off without a policy')
  addPair(fees, output, {
    words: ['propose', 'charge'],
    about: ['what would be charged; records nothing', 'a debit note for each notice that was sent and had no fee'],
    policy: 'a policy of fees, JSON (docs/interest-and-fees.md)',
    find: (desk, options) => {
      const asked = { option: '--policy', what: 'a policy of fees', file: options.policy }
      return feeCharges(desk, askedOf(desk, options), needed(policyOf(asked, undefined, decodeFeePolicy)))
    },
  })
}

interface Pair {
  readonly words: readonly [string, string]
  readonly about: readonly [string, string]
  readonly policy: string
  readonly find: Find
}

const addPair = (parent: Command, output: Output, { words, about, policy, find }: Pair): void => {
  const act = actsOf(parent)
  const withPolicy = (name: string, description: string): Command =>
    act(name, description).requiredOption('--policy <file>', policy).option('--customer <id>', 'only this account')
  withPolicy(words[0], about[0]).action(async (options: ChargeOptions) => {
    const { charges, waiting } = await atDesk(options, async (desk) => ({
      charges: await find(desk, options),
      waiting: words[1] === 'bill' ? await waitingForMoney(desk, askedOf(desk, options)) : [],
    }))
    const shown = charges.map(({ customer, fact }) => ({ customer, fact }))
    return output.out(
      options.json === true ? `${JSON.stringify({ charges: shown, waiting })}\n` : `${chargesText(charges, waiting)}\n`,
    )
  })
  withPolicy(words[1], about[1]).action((options: ChargeOptions) =>
    done(output, options, async (desk) => makeCharges(desk, await find(desk, options), options.actor)),
  )
}

const askedOf = (desk: Desk, options: ChargeOptions): AskedCharges => ({
  on: dayOf(desk, options),
  ...(options.customer === undefined ? {} : { customer: options.customer }),
})

const needed = <Policy>(policy: Policy | undefined): Policy => {
  if (policy === undefined) throw new CliFailure('--policy: name a file', 2)
  return policy
}
