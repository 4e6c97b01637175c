/** `quittance promise`: make, confirm, withdraw and assess promises to pay. */
import { keyedGet, keyedValues } from '@quittance/kernel'
import { defaultPromiseTerms, type PromisedItem } from '@quittance/promises-to-pay'
import {
  type AccountCommand,
  accountBalances,
  type AccountFact,
  type AccountState,
  openMinorOf,
} from '@quittance/receivables'
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { type Act, type ActOptions, actsOf, dayOf, done, minorOf, run } from '../acting.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, type Desk } from '../matching/desk.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'

interface MakeOptions extends ActOptions {
  readonly by: string
  readonly id?: string
  readonly item?: ReadonlyArray<string>
  readonly currency?: string
  readonly grace: string
  readonly supersedes?: ReadonlyArray<string>
  readonly asked?: string
  readonly channel?: string
  readonly takenBy?: string
  readonly madeBy?: string
}

/** Add the commands. @category commands @since 0.1.0 */
export const addPromise = (program: Command, output: Output): void => {
  const promise = program.command('promise').description('make, confirm, withdraw and assess promises to pay')
  const act = actsOf(promise)
  addMake(act, output)
  addConfirm(act, output)
  addWithdraw(act, output)
  act('assess', 'a day has come: record every verdict that is new or has changed')
    .option('--customer <id>', 'only on this account')
    .addHelpText('after', '\nExample, every night:\n  quittance promise assess --on 2026-05-19')
    .action((options: ActOptions & { readonly customer?: string }) =>
      done(output, options, (desk) => assess(desk, options)),
    )
}

const addMake = (act: Act, output: Output): void => {
  act('make', 'a customer promises an amount by a day')
    .argument('<customer>', "the customer's id")
    .argument('<amount>', 'how much, such as 500.00')
    .requiredOption('--by <day>', 'the promised day')
    .option('--item <item...>', 'what it is for: ITEM, or ITEM=AMOUNT; without it, the balance of the account')
    .option('--id <id>', "the promise's id (default: promise-1, promise-2, …)")
    .option('--currency <code>', 'needed for a balance in several currencies')
    .option('--grace <days>', 'calendar days after the promised one that are still in time', '3')
    .option('--supersedes <id...>', 'promises in whose place it stands')
    .option('--asked <amount>', 'what had been asked for')
    .option('--channel <channel>', 'how the promise was taken')
    .option('--taken-by <name>', 'the collector')
    .option('--made-by <name>', 'who promised')
    .addHelpText(
      'after',
      '\nExample:\n  quittance promise make globex 500.00 --by 2026-05-15 --item INV-1 --taken-by carla',
    )
    .action((customer: string, amount: string, options: MakeOptions) =>
      done(output, options, (desk) => make(desk, customer, amount, options)),
    )
}

const addConfirm = (act: Act, output: Output): void => {
  act('confirm', 'amount and day of a promise were confirmed')
    .argument('<customer>', "the customer's id")
    .argument('<promise>', "the promise's id")
    .option('--channel <channel>', 'how', 'e-mail')
    .action((customer: string, promiseId: string, options: ActOptions & { readonly channel: string }) =>
      done(output, options, (desk) => {
        const { channel, actor } = options
        const command = { _tag: 'ConfirmPromise', on: dayOf(desk, options), promiseId, channel } as const
        return run(desk, customer, command, { commandId: `promise:confirm:${promiseId}`, actor })
      }),
    )
}

const addWithdraw = (act: Act, output: Output): void => {
  act('withdraw', 'a promise is taken back, on its day at the latest')
    .argument('<customer>', "the customer's id")
    .argument('<promise>', "the promise's id")
    .requiredOption('--reason <words>', 'why')
    .option('--us', 'we let it go, not the customer')
    .action(
      (customer: string, promiseId: string, options: ActOptions & { readonly reason: string; readonly us?: true }) =>
        done(output, options, (desk) => {
          const { reason, us, actor } = options
          const by = us === true ? 'us' : 'customer'
          const command = { _tag: 'WithdrawPromise', on: dayOf(desk, options), promiseId, by, reason } as const
          return run(desk, customer, command, { commandId: `promise:withdraw:${promiseId}`, actor })
        }),
    )
}

const make = async (
  desk: Desk,
  customer: string,
  amount: string,
  options: MakeOptions,
): Promise<ReadonlyArray<AccountFact>> => {
  const { state } = await accountAtPoint(desk, customer)
  const currency = currencyOf(state, customer, options)
  const amountMinor = minorOf('amount', amount, currency)
  const graceDays = Number(options.grace)
  if (!Number.isSafeInteger(graceDays) || graceDays < 0)
    throw new CliFailure(`--grace ${options.grace}: whole days from 0`, 2)
  const promiseId = options.id ?? `promise-${state.promises.made + 1}`
  const items = itemsOf(state, options.item ?? [], amountMinor, currency)
  const { channel, takenBy, madeBy, supersedes } = options
  const making = {
    on: dayOf(desk, options),
    promiseId,
    currency,
    amountMinor,
    dueOn: dayOption('--by', options.by),
    terms: { ...defaultPromiseTerms, id: 'command-line', graceDays },
    ...(items.length === 0 ? {} : { items }),
    ...(options.asked === undefined ? {} : { askedMinor: minorOf('--asked', options.asked, currency) }),
    ...(channel === undefined ? {} : { channel }),
    ...(takenBy === undefined ? {} : { takenBy }),
    ...(madeBy === undefined ? {} : { madeBy }),
  }
  const command: AccountCommand =
    supersedes === undefined ? { _tag: 'MakePromise', ...making } : { _tag: 'SupersedePromise', ...making, supersedes }
  return run(desk, customer, command, { commandId: `promise:make:${promiseId}`, actor: options.actor })
}

const currencyOf = (state: AccountState, customer: string, { currency, item }: MakeOptions): string => {
  const [named] = item ?? []
  const document = named === undefined ? undefined : keyedGet(state.invoicing.documents, named.split('=')[0] ?? '')
  if (currency !== undefined || document !== undefined) return currency ?? document?.currency ?? ''
  const [only, ...others] = accountBalances(state)
  if (only === undefined) throw new CliFailure(`customer ${customer} has no account in the ledger`)
  if (others.length > 0)
    throw new CliFailure(`customer ${customer} owes in several currencies; name one with --currency`, 2)
  return only.currency
}

/** Items without an amount take what is left of the promise, as far as each is open; the last one takes the rest. */
const itemsOf = (
  state: AccountState,
  items: ReadonlyArray<string>,
  amountMinor: number,
  currency: string,
): ReadonlyArray<PromisedItem> => {
  const asked = items.map((text) => text.split('='))
  let leftMinor = amountMinor
  for (const [, amount] of asked) if (amount !== undefined) leftMinor -= minorOf('--item', amount, currency)
  const open = asked.flatMap(([itemId = '', amount], index) => (amount === undefined ? [{ itemId, index }] : []))
  return asked.map(([itemId = '', amount], index) => {
    if (amount !== undefined) return { itemId, amountMinor: minorOf('--item', amount, currency) }
    const isLast = open.at(-1)?.index === index
    const minor = isLast ? leftMinor : Math.min(leftMinor, openMinorOf(state, itemId))
    leftMinor -= minor
    return { itemId, amountMinor: minor }
  })
}

const assess = async (
  desk: Desk,
  options: ActOptions & { readonly customer?: string },
): Promise<ReadonlyArray<AccountFact>> => {
  const on = dayOf(desk, options)
  const facts: Array<AccountFact> = []
  const customers = [...desk.view.accounts.values()]
    .filter(({ entity }) => entity === desk.entity)
    .map(({ customer }) => customer)
    .filter((customer) => options.customer === undefined || customer === options.customer)
  for (const customer of customers.sort()) {
    const { state, revision } = await accountAtPoint(desk, customer)
    if (keyedValues(state.promises.promises).length === 0) continue
    // What is assessed is the account as it stands, so the same day may bring something new.
    const meta = { commandId: `promise:assess:${on}:${revision}`, actor: options.actor }
    const answered = await desk.ledger.run(customer, { _tag: 'AssessPromises', on }, meta)
    if (E.isRight(answered)) facts.push(...answered.right.facts.map(({ fact }) => fact))
    else if (answered.left._tag !== 'NothingToAssess')
      throw new CliFailure(`customer ${customer}: ${describeLedgerFailure(answered.left)}`)
  }
  return facts
}
