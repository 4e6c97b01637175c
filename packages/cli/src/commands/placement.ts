/** `quittance placement`: whether to give an account to an agency, with which papers, and what came of it. */
import {
  decodeEscalationPolicy,
  decodePlacementPolicy,
  type HeldDocument,
  type PlacementDocument,
  shippedPlacementNeeds,
  shippedPlacementPolicy,
} from '@quittance/dunning'
import { keyedGet, keyedSize } from '@quittance/kernel'
import { type AccountCommand, type AccountFact, accountOnDay } from '@quittance/receivables'
import type { PointInTime } from '@quittance/projections'
import type { Command } from 'commander'
import { type ActOptions, actsOf, dayOf, done, minorOf, run } from '../acting.js'
import { adviceOn, fileOf } from '../dunning/placement-dossier.js'
import { customersOf } from '../dunning/propose-run.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, atDesk, type Desk } from '../matching/desk.js'
import { adviceText, fileText } from '../output/placement-text.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { policyOf } from '../read-policy.js'

interface LookOptions extends ActOptions {
  readonly knownAt?: string
  readonly policy?: string
  readonly item?: ReadonlyArray<string>
  readonly have?: ReadonlyArray<string>
}

interface PlaceOptions extends LookOptions {
  readonly agency: string
  readonly approvedBy: string
  readonly currency?: string
  readonly demand?: string
  readonly id?: string
}

interface RecallOptions extends ActOptions {
  readonly reason: string
  readonly item?: ReadonlyArray<string>
}

interface RemitOptions extends ActOptions {
  readonly commission: string
  readonly receipt?: string
  readonly id?: string
}

const have = [
  '--have <paper...>',
  'papers that lie elsewhere: KIND=WHERE, or KIND:ITEM=WHERE, such as contract=cabinet-4',
] as const

/** Add the commands. @category commands @since 0.1.0 */
export const addPlacement = (program: Command, output: Output): void => {
  const act = actsOf(program.command('placement').description('what goes to a collection agency, and what came of it'))
  act('advise', 'the signs that speak for placement, each with the facts that show it; records nothing')
    .argument('[customer]', 'only this account')
    .option('--known-at <when>', 'by what was recorded by then: a day (its end) or an instant (default: all)')
    .option('--policy <file>', 'a policy of placement, JSON')
    .action((customer: string | undefined, options: LookOptions) => advise(output, customer, options))
  act('file', 'the papers of a placement, there and missing; records nothing')
    .argument('<customer>', "the customer's id")
    .option('--known-at <when>', 'by what was recorded by then: a day (its end) or an instant (default: all)')
    .option('--item <item...>', 'these items (default: all past due with something undisputed open)')
    .option(...have)
    .action((customer: string, options: LookOptions) => file(output, customer, options))
  act('place', 'items go to an agency, with all that is open on them')
    .argument('<customer>', "the customer's id")
    .requiredOption('--agency <name>', 'the agency')
    .requiredOption('--approved-by <name>', 'who said yes')
    .requiredOption('--item <item...>', 'the items')
    .option('--currency <code>', 'the currency of the items (default: that of the first)')
    .option('--demand <id>', 'the final demand that said so')
    .option('--policy <file>', 'a policy of escalation, JSON: days, least amounts, papers')
    .option(...have)
    .option('--id <id>', "the placement's id (default: placement-1, placement-2, …)")
    .action((customer: string, options: PlaceOptions) =>
      done(output, options, (desk) => place(desk, customer, options)),
    )
  act('recall', 'items come back from the agency; our own dunning goes on')
    .argument('<customer>', "the customer's id")
    .argument('<placement>', "the placement's id")
    .requiredOption('--reason <words>', 'why')
    .option('--item <item...>', 'these items (default: all that are still placed)')
    .action((customer: string, placementId: string, options: RecallOptions) =>
      done(output, options, (desk) => {
        const { actor, reason, item } = options
        const items = item === undefined ? {} : { items: item }
        const on = dayOf(desk, options)
        const command = { _tag: 'RecallFromAgency', on, placementId, reason, ...items } as const
        return run(desk, customer, command, { commandId: `placement:recall:${placementId}:${on}`, actor })
      }),
    )
  act('remitted', 'what the agency says it collected and kept; its money is recorded as a receipt of its own')
    .argument('<customer>', "the customer's id")
    .argument('<placement>', "the placement's id")
    .argument('<collected>', 'how much it collected, such as 500.00')
    .option('--commission <amount>', 'how much of it the agency kept', '0')
    .option('--receipt <id>', 'the receipt of its money')
    .option('--id <id>', "the remittance's id (default: the placement's id and the day)")
    .action((customer: string, placementId: string, collected: string, options: RemitOptions) =>
      done(output, options, (desk) => remitted(desk, customer, { placementId, collected }, options)),
    )
}

const pointAt = (desk: Desk, { on, knownAt, timeZone }: LookOptions): PointInTime =>
  pointOf(desk.view, {
    timeZone,
    ...(on === undefined ? {} : { asOf: dayOf(desk, { on }) }),
    ...(knownAt === undefined ? {} : { knownAt }),
  })

const advise = async (output: Output, customer: string | undefined, options: LookOptions): Promise<void> => {
  const asked = { option: '--policy', what: 'a policy of placement', file: options.policy }
  const policy = policyOf(asked, shippedPlacementPolicy, decodePlacementPolicy)
  const { at, advice } = await atDesk(options, async (desk) => {
    const point = pointAt(desk, options)
    const customers = customersOf(desk, customer === undefined ? {} : { customer })
    return { at: point, advice: await Promise.all(customers.map((one) => adviceOn(desk, one, point, policy))) }
  })
  return output.out(options.json === true ? `${JSON.stringify({ ...at, advice })}\n` : `${adviceText(advice)}\n`)
}

const file = async (output: Output, customer: string, options: LookOptions): Promise<void> => {
  const held = heldOf(options.have)
  const { at, found } = await atDesk(options, async (desk) => {
    const point = pointAt(desk, options)
    customersOf(desk, { customer })
    const items = options.item === undefined ? {} : { items: options.item }
    return { at: point, found: await fileOf(desk, customer, point, { ...items, held }) }
  })
  return output.out(options.json === true ? `${JSON.stringify({ ...at, ...found })}\n` : `${fileText(found)}\n`)
}

const place = async (desk: Desk, customer: string, options: PlaceOptions): Promise<ReadonlyArray<AccountFact>> => {
  const asked = { option: '--policy', what: 'a policy of escalation', file: options.policy }
  const policy = policyOf(asked, undefined, decodeEscalationPolicy)
  const { agency, approvedBy, demand, item: items = [], actor } = options
  const { state } = await accountAtPoint(desk, customer)
  const on = dayOf(desk, options)
  const first = accountOnDay(state, on).items.find(({ itemId }) => itemId === items[0])
  const currency = options.currency ?? first?.currency
  if (currency === undefined) throw new CliFailure(`customer ${customer}: nothing is open on ${items[0] ?? 'no item'}`)
  const placementId = options.id ?? `placement-${keyedSize(state.dunning.placements) + 1}`
  const { complete } = await fileOf(desk, customer, pointAt(desk, options), { items, held: heldOf(options.have) })
  const command: AccountCommand = {
    _tag: 'PlaceWithAgency',
    on,
    placementId,
    agency,
    currency,
    items,
    approvedBy,
    ...(demand === undefined ? {} : { demandId: demand }),
    ...(policy === undefined ? {} : { policy, completeItems: complete }),
  }
  return run(desk, customer, command, { commandId: `placement:place:${placementId}`, actor })
}

const remitted = async (
  desk: Desk,
  customer: string,
  { placementId, collected }: { readonly placementId: string; readonly collected: string },
  options: RemitOptions,
): Promise<ReadonlyArray<AccountFact>> => {
  const { state } = await accountAtPoint(desk, customer)
  const placement = keyedGet(state.dunning.placements, placementId)
  if (placement === undefined) throw new CliFailure(`customer ${customer}: no placement ${placementId} in the account`)
  const { currency } = placement
  const on = dayOf(desk, options)
  const remittanceId = options.id ?? `${placementId}:${on}`
  const command: AccountCommand = {
    _tag: 'RecordAgencyRemittance',
    on,
    remittanceId,
    placementId,
    currency,
    collectedMinor: minorOf('collected', collected, currency),
    commissionMinor: minorOf('--commission', options.commission, currency),
    ...(options.receipt === undefined ? {} : { receiptId: options.receipt }),
  }
  return run(desk, customer, command, { commandId: `placement:remitted:${remittanceId}`, actor: options.actor })
}

const kinds: ReadonlyArray<PlacementDocument> = [...shippedPlacementNeeds.ofAccount, ...shippedPlacementNeeds.ofItem]

const heldOf = (said: ReadonlyArray<string> = []): ReadonlyArray<HeldDocument> =>
  said.map((text) => {
    const [, word, itemId, reference = ''] = /^([a-z-]+)(?::([^=]+))?=(.+)$/.exec(text) ?? []
    const kind = kinds.find((one) => one === word)
    if (kind === undefined)
      throw new CliFailure(`--have ${text}: KIND=WHERE or KIND:ITEM=WHERE, of ${kinds.join(', ')}`, 2)
    return { kind, reference, ...(itemId === undefined ? {} : { itemId }) }
  })
