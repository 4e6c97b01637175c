/** `quittance identify` and `quittance apply`: what a clerk decides by hand. */
import type { Command } from 'commander'
import { unappliedMinor } from '@quittance/cash-application'
import { formatMinor, keyedGet, laterOf, type LocalDate, money, type Money, parseMoney } from '@quittance/kernel'
import { type CashTransfer, isSuspense, openMinorOf } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, atDesk, type Desk } from '../matching/desk.js'
import { type LedgerOptions, withLedgerOptions } from '../options.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'

interface HandOptions extends LedgerOptions {
  readonly on?: string
  readonly actor: string
}

const withHandOptions = (command: Command): Command =>
  withLedgerOptions(command)
    .option('--on <day>', 'the business day (default: the day of the latest fact)')
    .option('--actor <name>', 'who decides', 'clerk')

/** Add both commands. @category commands @since 0.1.0 */
export const addByHand = (program: Command, output: Output): void => {
  withHandOptions(
    program
      .command('identify')
      .description('say whose a payment in suspense is: its free money moves to that account, with what was written')
      .argument('<payment>', "the payment's id")
      .argument('<customer>', "the customer's id"),
  )
    .addHelpText('after', '\nExample:\n  quittance identify P-17 globex && quittance match --post')
    .action(async (paymentId: string, customer: string, options: HandOptions) => {
      const done = await atDesk(options, (desk) => identify(desk, paymentId, customer, options))
      await output.out(
        options.json === true
          ? `${JSON.stringify(done)}\n`
          : `${amountText(done.amount)} of ${paymentId} moved from ${done.from} to ${customer}, as ${done.receiptId}\n`,
      )
    })
  withHandOptions(
    program
      .command('apply')
      .description('apply a payment by hand, to items in the order given')
      .argument('<payment>', "the payment's id")
      .argument('<items...>', 'items, each as ITEM (all that is open, as far as the money goes) or ITEM=AMOUNT'),
  )
    .addHelpText('after', '\nExample:\n  quittance apply P-17 INV-4711 INV-4712=100.00')
    .action(async (paymentId: string, items: ReadonlyArray<string>, options: HandOptions) => {
      const done = await atDesk(options, (desk) => applyByHand(desk, paymentId, items, options))
      await output.out(
        options.json === true
          ? `${JSON.stringify(done)}\n`
          : `${done.lines.map((line) => `${amountText(line.amount)} of ${paymentId} applied to ${line.itemId}`).join('\n')}\n`,
      )
    })
}

const amountText = ({ minor, currency }: Money): string => `${formatMinor(minor, currency)} ${currency}`

const dayOf = (desk: Desk, { on }: HandOptions, notBefore: LocalDate): LocalDate =>
  on === undefined ? laterOf(desk.view.latestOn ?? notBefore, notBefore) : dayOption('--on', on)

const holderOf = async (desk: Desk, paymentId: string): Promise<string> => {
  const customer = await desk.ledger.customerOfReceipt(paymentId)
  if (customer === undefined) throw new CliFailure(`no payment ${paymentId} in the ledger of ${desk.entity}`)
  return customer
}

interface Moved {
  readonly payment: string
  readonly from: string
  readonly to: string
  readonly receiptId: string
  readonly amount: Money
}

const identify = async (desk: Desk, paymentId: string, customer: string, options: HandOptions): Promise<Moved> => {
  const from = await holderOf(desk, paymentId)
  if (!isSuspense(from))
    throw new CliFailure(`payment ${paymentId} is no longer unknown: it is in the account of ${from}`)
  if (!desk.directory.customers.has(customer)) throw new CliFailure(`no customer ${customer} in the ledger`)
  const receipt = keyedGet((await accountAtPoint(desk, from)).state.cash.receipts, paymentId)
  const minor = receipt === undefined ? 0 : unappliedMinor(receipt)
  if (receipt === undefined || minor <= 0) throw new CliFailure(`payment ${paymentId}: nothing of it is free`)
  const transfer: CashTransfer = {
    transferId: `identify:${paymentId}`,
    on: dayOf(desk, options, receipt.receivedOn),
    amount: money(receipt.currency, minor),
    fromCustomer: from,
    fromReceiptId: paymentId,
    toCustomer: customer,
    toReceiptId: `${paymentId}/${customer}`,
  }
  const moved = await desk.ledger.moveCash(transfer, { commandId: `identify:${paymentId}`, actor: options.actor })
  if (E.isLeft(moved)) throw new CliFailure(`payment ${paymentId}: ${describeLedgerFailure(moved.left.failure)}`)
  return { payment: paymentId, from, to: customer, receiptId: transfer.toReceiptId, amount: transfer.amount }
}

interface AppliedByHand {
  readonly payment: string
  readonly account: string
  readonly lines: ReadonlyArray<{ readonly applicationId: string; readonly itemId: string; readonly amount: Money }>
}

const applyByHand = async (
  desk: Desk,
  paymentId: string,
  items: ReadonlyArray<string>,
  options: HandOptions,
): Promise<AppliedByHand> => {
  const account = await holderOf(desk, paymentId)
  const { state } = await accountAtPoint(desk, account)
  const receipt = keyedGet(state.cash.receipts, paymentId)
  if (receipt === undefined) throw new CliFailure(`account ${account}: receipt ${paymentId} is not there`)
  let left = unappliedMinor(receipt)
  const lines = items.map((text, at) => {
    const [itemId = '', asked] = text.split('=')
    const openMinor = openMinorOf(state, itemId)
    const minor = asked === undefined ? Math.min(openMinor, left) : minorOf(text, asked, receipt.currency)
    if (keyedGet(state.invoicing.documents, itemId) === undefined)
      throw new CliFailure(`no item ${itemId} in the account of ${account}`)
    if (openMinor <= 0) throw new CliFailure(`${itemId}: nothing is open on it`)
    if (left <= 0) throw new CliFailure(`${itemId}: no money is left for it`)
    left -= minor
    const applicationId = `${paymentId}/${receipt.applicationIds.length + at + 1}`
    return { applicationId, itemId, amount: money(receipt.currency, minor) }
  })
  const on = dayOf(desk, options, receipt.receivedOn)
  const done = await desk.ledger.run(
    account,
    { _tag: 'ApplyCash', on, receiptId: paymentId, lines },
    { commandId: `apply:${paymentId}/${receipt.applicationIds.length + 1}`, actor: options.actor },
  )
  if (E.isLeft(done)) throw new CliFailure(`payment ${paymentId}: ${describeLedgerFailure(done.left)}`)
  return { payment: paymentId, account, lines }
}

const minorOf = (text: string, amount: string, currency: string): number => {
  const parsed = parseMoney(amount, currency)
  if (E.isLeft(parsed)) throw new CliFailure(`${text}: "${amount}" is not an amount of ${currency}`, 2)
  if (parsed.right.minor <= 0) throw new CliFailure(`${text}: "${amount}" is not more than nothing`, 2)
  return parsed.right.minor
}
