/** Steps that move money: allocate, undo, receive, identify, place on account, refund, cancel. */
import { keyedGet, type LocalDate, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { allocateOver } from '../../books/allocate-over.js'
import { applyAll, freeMinor, takeBackCommands } from '../../books/applying.js'
import { outcomeOf } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { creditItem, freshId, payItem, stepDay, targetOf } from '../../books/movements.js'
import type { Acts, Outcome } from '../../run/play.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { cleanUpOn } from './clean-up.js'
import { netAll } from './netting.js'
import type { World } from './world.js'

/** The acts of the area. */
export const allocationActs = (world: World): Acts => {
  const { customer, currency, days, invoices } = world
  const dated =
    (run: (details: Reader, on: LocalDate, step: Reader) => Outcome, key: string) =>
    (step: Reader): Outcome =>
      run(step.map(key) ?? unsupported(`${step.path}.${key}`), stepDay(step, days), step)
  const toItem =
    (run: typeof payItem, key: string) =>
    (step: Reader): Outcome => {
      const item = targetOf(step, invoices)
      return outcomeOf(run(customer, item, requiredMinor(step, key, currency), currency, stepDay(step, days)))
    }
  return {
    allocate_all: (step) => {
      step.yes('allocate_all')
      world.rows = applyAll(customer, world.payments, invoices, currency, stepDay(step, days))
      return 'accepted'
    },
    allocate: dated((details, on) => allocate(world, details, on), 'allocate'),
    undo: dated((details, on) => {
      const [from, to] = [details.text('from'), details.text('to')]
      return outcomeOf(customer.attempt(takeBackCommands(customer, from, to, minorOf(details, 'amount', currency), on)))
    }, 'undo'),
    cancel: (step) => {
      const receiptId = step.text('cancel') ?? unsupported(`${step.path}.cancel`)
      if (!world.payments.includes(receiptId)) return unsupported('cancel of something that is no payment')
      return outcomeOf(customer.attempt([{ _tag: 'VoidReceipt', on: stepDay(step, days), receiptId, reason: 'case' }]))
    },
    receive: dated((details, on) => receive(world, details, on), 'receive'),
    identify: dated((details, on) => identify(world, details, on), 'identify'),
    place_on_account: dated((details, on) => {
      const amount = money(currency, requiredMinor(details, 'amount', currency))
      return outcomeOf(customer.attempt([{ _tag: 'PlaceOnAccount', on, receiptId: sourceOf(details), amount }]))
    }, 'place_on_account'),
    refund: dated((details, on) => refund(world, details, on), 'refund'),
    pay: toItem(payItem, 'pay'),
    credit_note: (step) =>
      step.yes('linked') === false
        ? outcomeOf(
            creditItem(
              customer,
              undefined,
              requiredMinor(step, 'credit_note', currency),
              currency,
              stepDay(step, days),
            ),
          )
        : toItem(creditItem, 'credit_note')(step),
    net: (step) => {
      step.yes('net')
      return netAll(customer, invoices, world.payables, currency, stepDay(step, days))
    },
    clean_up: (step) => {
      step.yes('clean_up')
      world.cleanUp = cleanUpOn(customer, world.cleanUpPolicy, currency, stepDay(step, days))
      return 'accepted'
    },
  }
}

const sourceOf = (details: Reader): string => details.text('from') ?? unsupported(`${details.path} without from`)

const allocate = (world: World, details: Reader, on: LocalDate): Outcome => {
  const { customer, currency, payments, invoices } = world
  const [from, to] = [details.text('from'), details.text('to')]
  const shares = allocateOver(
    customer,
    { from: from === undefined ? payments : [from], to: to === undefined ? invoices : [to] },
    minorOf(details, 'amount', currency),
    currency,
    on,
  )
  if (shares === undefined) return 'refused'
  world.rows = shares
  return 'accepted'
}

const receive = (world: World, details: Reader, on: LocalDate): Outcome => {
  const { currency, customer, suspense } = world
  const payer = details.text('payer')
  const isUnknown = payer === 'unknown' || (payer === undefined && details.has('payer'))
  const books = isUnknown ? suspense : customer
  const receiptId = details.text('id') ?? freshId(books, 'receipt')
  const amount = money(currency, requiredMinor(details, 'amount', currency))
  const attempt = books.attempt([{ _tag: 'RecordReceipt', on, receiptId, amount, method: 'wire' }])
  if (!isUnknown && E.isRight(attempt)) world.payments.push(receiptId)
  return outcomeOf(attempt)
}

/** Identified money leaves the suspense account for the customer's, under one transfer id. */
const identify = (world: World, details: Reader, on: LocalDate): Outcome => {
  const { suspense, customer, currency } = world
  const receiptId = details.text('payment') ?? unsupported(`${details.path} without payment`)
  const toCustomer = details.text('customer') ?? unsupported(`${details.path} without customer`)
  if (world.identifiedAs !== undefined && world.identifiedAs !== toCustomer) return unsupported('several customers')
  const asked = minorOf(details, 'amount', currency)
  const waiting = keyedGet(suspense.state().cash.receipts, receiptId)
  if (waiting === undefined && asked === undefined) return 'refused'
  const amount = money(currency, asked ?? freeMinor(suspense, receiptId))
  const transferId = freshId(suspense, 'transfer')
  const out = suspense.attempt([{ _tag: 'TransferCashOut', on, transferId, receiptId, amount, toCustomer }])
  if (E.isLeft(out)) return 'refused'
  world.identifiedAs = toCustomer
  const arrivedAs = keyedGet(customer.state().cash.receipts, receiptId) === undefined ? receiptId : transferId
  customer.must({
    _tag: 'TransferCashIn',
    on,
    transferId,
    receiptId: arrivedAs,
    amount,
    fromCustomer: 'suspense',
    method: 'wire',
  })
  world.payments.push(arrivedAs)
  return 'accepted'
}

const refund = ({ customer, currency, credits }: World, details: Reader, on: LocalDate): Outcome => {
  const sourceId = sourceOf(details)
  return outcomeOf(
    customer.attempt([
      {
        _tag: 'Refund',
        on,
        refundId: freshId(customer, 'refund'),
        source: credits.includes(sourceId) ? 'credit-note' : 'receipt',
        sourceId,
        amount: money(currency, requiredMinor(details, 'amount', currency)),
      },
    ]),
  )
}
