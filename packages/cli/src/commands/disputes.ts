/** `quittance disputes`: every dispute with its owner, its clock and its cause. */
import { type Command, Option } from 'commander'
import { daysBetween } from '@quittance/kernel'
import {
  cycleTimes,
  type DisputeGrouping,
  disputeCases,
  disputeRemainders,
  disputeTimes,
  type PointInTime,
  type RegisteredCase,
  type RegisteredDispute,
  unsubstantiatedDisputes,
} from '@quittance/projections'
import { giveUpRemainders } from '../disputes/give-up-remainders.js'
import { remainderPolicyIn } from '../disputes/remainder-policy.js'
import { CliFailure } from '../failure.js'
import { atDesk } from '../matching/desk.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { disputeRemaindersText } from '../output/dispute-remainders-text.js'
import { disputeTimesText } from '../output/dispute-times-text.js'
import { moment } from '../output/moment.js'
import { figure, table } from '../output/table.js'
import { unsubstantiatedText } from '../output/unsubstantiated-text.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface DisputesOptions extends ReportOptions {
  readonly customer?: string
  readonly all?: boolean
  readonly by?: DisputeGrouping
  readonly unsubstantiated?: boolean
  readonly waitDays?: string
  readonly remainders?: boolean
  readonly policy?: string
  readonly post?: boolean
  readonly actor: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addDisputes = (program: Command, output: Output): void => {
  withReportOptions(
    program.command('disputes').description('what is in dispute: whose it is, how old, and for which cause'),
  )
    .option('--customer <id>', 'of one customer')
    .option('--all', 'those that have ended as well')
    .addOption(
      new Option('--by <what>', 'cycle times instead, from the dispute and from the invoice').choices([
        'department',
        'person',
        'cause',
        'customer',
      ]),
    )
    .option('--unsubstantiated', 'those without a code or papers instead: how long they wait, and the next step')
    .option('--wait-days <days>', 'of --unsubstantiated: how long the customer has to say more (default: 14)')
    .option('--remainders', 'what is left of each instead, and whether it is small enough to give up')
    .option('--policy <file>', 'of --remainders: how small; without one nothing is given up')
    .option('--post', 'of --remainders: give them up, each account in one append')
    .option('--actor <name>', 'in whose name', 'clerk')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance disputes --as-of 2013-03-31\n  quittance disputes --customer 0379-NEVHP --all --json\n  quittance disputes --unsubstantiated --wait-days 10\n  quittance disputes --remainders --policy rests.json --post',
    )
    .action(async (options: DisputesOptions) => {
      const strange = misplaced(options)
      if (strange !== undefined) throw new CliFailure(strange, 2)
      if (options.remainders === true) return remainders(options, output)
      const store = await openStore(options.store, resolveFile, true)
      try {
        const { view } = await loadView(store, options.entity)
        const at = pointOf(view, options)
        const filter = options.customer === undefined ? {} : { customer: options.customer }
        const register = disputeCases(view, at, filter).map(ended)
        if (options.unsubstantiated === true) {
          const queue = unsubstantiatedDisputes(view, at, { waitDays: waitDaysOf(options) }, filter)
          const json = JSON.stringify({ ...at, disputes: queue })
          await output.out(`${options.json === true ? json : unsubstantiatedText(queue, at)}\n`)
          return
        }
        if (options.by !== undefined) {
          const times = disputeTimes(view, register, at.asOf, options.by)
          const json = JSON.stringify({ ...at, by: options.by, times })
          await output.out(`${options.json === true ? json : disputeTimesText(times, at, options.by)}\n`)
          return
        }
        const listed = register.filter(({ endedOn }) => options.all === true || endedOn === undefined)
        await output.out(
          options.json === true ? `${asJson(register, listed, at)}\n` : `${asText(register, listed, at)}\n`,
        )
      } finally {
        await store.close()
      }
    })
}

/** An option that belongs to another, or two that ask for different things. */
const misplaced = (options: DisputesOptions): string | undefined => {
  const { by, unsubstantiated, waitDays, remainders: rests, policy, post, knownAt } = options
  const asked = [
    ...(by === undefined ? [] : ['--by']),
    ...(unsubstantiated === true ? ['--unsubstantiated'] : []),
    ...(rests === true ? ['--remainders'] : []),
  ]
  if (asked.length > 1) return `${asked.join(' ')}: one of them at a time`
  if (waitDays !== undefined && unsubstantiated !== true) return '--wait-days belongs to --unsubstantiated'
  if (policy !== undefined && rests !== true) return '--policy belongs to --remainders'
  if (post === true && rests !== true) return '--post belongs to --remainders'
  if (post === true && knownAt !== undefined) return '--post --known-at: what is posted is decided on what is known now'
  return undefined
}

const waitDaysOf = ({ waitDays = '14' }: DisputesOptions): number => {
  const days = Number(waitDays)
  if (waitDays.trim() === '' || !Number.isSafeInteger(days) || days < 0)
    throw new CliFailure(`--wait-days ${waitDays}: not a number of days`, 2)
  return days
}

const remainders = (options: DisputesOptions, output: Output): Promise<void> => {
  const { customer, actor, post, json } = options
  const policy = remainderPolicyIn(options.policy)
  return atDesk(options, async (desk) => {
    const at = pointOf(desk.view, options)
    if (post === true && desk.view.latestOn !== undefined && at.asOf < desk.view.latestOn)
      throw new CliFailure(`--post --as-of ${at.asOf}: facts are known until ${desk.view.latestOn}`, 2)
    const rests = disputeRemainders(desk.view, at, policy, customer === undefined ? {} : { customer })
    const givable = rests.filter(({ giveUpMinor }) => giveUpMinor > 0).map((one) => one.customer)
    const left = post === true ? await giveUpRemainders(desk, givable, { on: at.asOf, policy, actor }) : []
    const named = `${policy.id}@${policy.version}`
    const failures = left.map((one) => ({ customer: one.customer, failure: one.failure?._tag ?? 'Changed' }))
    await output.out(
      json === true
        ? `${JSON.stringify({ ...at, policy: named, posted: post === true, disputes: rests, left: failures })}\n`
        : `${disputeRemaindersText(rests, at, named, post === true ? { left } : undefined)}\n`,
    )
    if (left.length > 0)
      throw new CliFailure(
        left.length === 1 ? '1 account was left as it is' : `${left.length} accounts were left as they are`,
      )
  })
}

/** A dispute with what is left of it. */
type ListedDispute = RegisteredDispute & { readonly remainingMinor: number }

const outcomes = { paid: 'paid', credited: 'accepted', 'written-off': 'written-off' } as const

/** What the ledger brought to nothing has ended by that, where nobody had ended it. */
const ended = ({ movements: _, case: own, closedBy, ...dispute }: RegisteredCase): ListedDispute => ({
  ...dispute,
  remainingMinor: own.remainingMinor,
  ...(closedBy === undefined ? {} : { endedOn: closedBy.on, outcome: outcomes[closedBy.kind] }),
})

const asJson = (
  register: ReadonlyArray<ListedDispute>,
  listed: ReadonlyArray<ListedDispute>,
  { asOf, knownAt }: PointInTime,
): string =>
  JSON.stringify({
    asOf,
    knownAt,
    cycleTimes: cycleTimes(register, asOf),
    disputes: listed.map(({ subject: _, ...dispute }) => dispute),
  })

const asText = (
  register: ReadonlyArray<ListedDispute>,
  listed: ReadonlyArray<ListedDispute>,
  { asOf, knownAt }: PointInTime,
): string => {
  const { open, oldestOpenDays, ended, endedDays } = cycleTimes(register, asOf)
  const oldest = oldestOpenDays === undefined ? '' : `, the oldest ${oldestOpenDays} days old`
  // Days to one place, rounded half up.
  const average = ended === 0 ? '' : `, after ${(Math.round((endedDays / ended) * 10) / 10).toFixed(1)} days on average`
  const head = `Disputes as of ${asOf}, as known at ${moment(knownAt)}\n${open} open${oldest}; ${ended} ended${average}.`
  if (listed.length === 0) return `${head}\n\nNothing is in dispute.`
  const columns = [
    { heading: 'Dispute' },
    { heading: 'Document' },
    { heading: 'Customer' },
    { heading: 'Raised' },
    { heading: 'Days', figures: true },
    { heading: 'Amount', figures: true },
    { heading: 'Currency' },
    { heading: 'Cause' },
    { heading: 'With' },
    { heading: 'Answer by' },
    { heading: 'Ended' },
  ]
  const rows = listed.map((one) => [
    one.disputeId,
    one.itemId,
    one.customer,
    one.raisedOn,
    String(daysBetween(one.raisedOn, one.endedOn ?? asOf)),
    figure(one.originalMinor, one.currency),
    one.currency,
    one.cause,
    [one.department ?? 'nobody', ...(one.person === undefined ? [] : [one.person])].join(', '),
    one.dueOn ?? '-',
    one.outcome === undefined ? '-' : `${one.endedOn} ${one.outcome}`,
  ])
  return `${head}\n\n${table(columns, rows)}`
}
