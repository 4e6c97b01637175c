/** `quittance credit`, `order placed`, `coverage` and `collector assign`: what customers could cost us, and who looks after them. */
import {
  creditLimitsOf,
  type CreditPolicy,
  decodeCreditPolicy,
  decodeDeskPolicy,
  deskPolicy,
  shippedCreditPolicy,
} from '@quittance/dunning'
import { addDays } from '@quittance/kernel'
import { concentration, creditStanding, deskCoverage, newlyPastDue, type OrderBook } from '@quittance/projections'
import type { Command } from 'commander'
import { type ActOptions, actsOf, dayOf, done, minorOf, run } from '../acting.js'
import { CliFailure } from '../failure.js'
import { withLedgerOptions } from '../options.js'
import { coverageText, creditText } from '../output/credit-text.js'
import { fractionsAsNumbers } from '../output/desk-words.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'
import { policyOf } from '../read-policy.js'
import { type DeskOptions, loadDesk } from '../store/load-desk.js'

interface LookOptions extends DeskOptions {
  readonly policy?: string
  readonly since?: string
}

interface OrderOptions extends ActOptions {
  readonly currency: string
  readonly deposit?: string
}

const withDay = (command: Command): Command =>
  withLedgerOptions(command)
    .option('--on <day>', 'as of this day (default: the day of the latest fact)')
    .option('--known-at <when>', 'by what was recorded by then: a day (its end) or an instant (default: all)')

/** Add the commands. @category commands @since 0.1.0 */
export const addCredit = (program: Command, output: Output): void => {
  withDay(program.command('credit').description('what each customer could cost us, against the limits'))
    .argument('[customer]', 'only this customer')
    .option('--policy <file>', 'a policy of credit control, JSON: margin, limits, orders (docs/collections.md)')
    .option('--since <day>', 'tell who of the largest fell behind after this day (default: the day before)')
    .action((customer: string | undefined, options: LookOptions) => credit(output, customer, options))
  withDay(
    program.command('coverage').description('who is forgotten: under the floor, small and silent, without a collector'),
  )
    .option('--policy <file>', 'a desk policy of your own, JSON')
    .action(async (options: LookOptions) => {
      const asked = { option: '--policy', what: 'a desk policy', file: options.policy }
      const policy = policyOf(asked, deskPolicy, decodeDeskPolicy)
      const { books, at } = await loadDesk(options)
      const found = deskCoverage(books, at, policy)
      return output.out(
        `${options.json === true ? JSON.stringify({ ...at, ...found }, fractionsAsNumbers) : coverageText(found)}\n`,
      )
    })
  const order = actsOf(program.command('order').description('orders, as far as credit and collecting look at them'))
  order('placed', 'the customer ordered: a part of the exposure until it is billed')
    .argument('<customer>', "the customer's id")
    .argument('<order>', "the order's number, as invoices name it")
    .argument('<amount>', 'with tax, such as 500.00')
    .requiredOption('--currency <code>', 'of the amount')
    .option('--deposit <amount>', 'paid in advance')
    .action((customer: string, orderId: string, amount: string, options: OrderOptions) =>
      done(output, options, (desk) => {
        const { currency, deposit, actor } = options
        const paid = deposit === undefined ? {} : { depositMinor: minorOf('--deposit', deposit, currency) }
        const amountMinor = minorOf('amount', amount, currency)
        const command = {
          _tag: 'RecordOrderPlaced',
          on: dayOf(desk, options),
          orderId,
          currency,
          amountMinor,
          ...paid,
        } as const
        return run(desk, customer, command, { commandId: `order:placed:${orderId}`, actor })
      }),
    )
  const collector = actsOf(program.command('collector').description('who looks after an account'))
  collector('assign', 'from the day on this person looks after the account')
    .argument('<customer>', "the customer's id")
    .argument('<name>', 'the collector')
    .option('--minutes <n>', 'minutes a day for all accounts of theirs')
    .action((customer: string, name: string, options: ActOptions & { readonly minutes?: string }) =>
      done(output, options, (desk) => {
        const { minutes, actor } = options
        if (minutes !== undefined && !/^\d{1,4}$/.test(minutes))
          throw new CliFailure(`--minutes ${minutes}: not a whole number`, 2)
        const on = dayOf(desk, options)
        const capacity = minutes === undefined ? {} : { capacityMinutes: Number(minutes) }
        const command = { _tag: 'AssignCollector', on, collector: name, role: 'collector', ...capacity } as const
        return run(desk, customer, command, { commandId: `collector:assign:${customer}:${name}:${on}`, actor })
      }),
    )
}

const credit = async (output: Output, customer: string | undefined, options: LookOptions): Promise<void> => {
  const asked = { option: '--policy', what: 'a policy of credit control', file: options.policy }
  const policy: CreditPolicy = policyOf(asked, shippedCreditPolicy, decodeCreditPolicy)
  const orders: OrderBook = new Map()
  const { books, at } = await loadDesk(options, orders)
  const all = creditStanding(books.ledger, at, {
    policy,
    orders,
    limitsOf: (one, currency) => creditLimitsOf(policy, one, currency),
    ...(policy.orderDays === undefined ? {} : { orderDays: policy.orderDays }),
  })
  const standing = all.filter((row) => customer === undefined || row.customer === customer)
  if (customer !== undefined && ![...books.ledger.accounts.values()].some((account) => account.customer === customer))
    throw new CliFailure(`no customer ${customer} in the ledger`)
  const since = options.since === undefined ? addDays(at.asOf, -1) : dayOption('--since', options.since)
  const rows = concentration(books.ledger, at)
  const alerts = newlyPastDue(rows, concentration(books.ledger, { ...at, asOf: since }), policy.alertTop).filter(
    (row) => customer === undefined || row.customer === customer,
  )
  const told = { policy: { id: policy.id, version: policy.version }, standing, since, alerts }
  return output.out(
    `${options.json === true ? JSON.stringify({ ...at, ...told }, fractionsAsNumbers) : creditText({ ...told, limitsOf: (row) => creditLimitsOf(policy, row.customer, row.currency) })}\n`,
  )
}
