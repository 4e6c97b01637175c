/** Steps of an fx case: apply, take back, receive, credit. */
import { unappliedMinor } from '@quittance/cash-application'
import { keyedGet } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { takeBackCommands } from '../../books/applying.js'
import { outcomeOf } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { applyInOrder, creditItem, freshId, stepDay, targetOf } from '../../books/movements.js'
import type { Acts, Outcome } from '../../run/play.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { applicationDay, type FxWorld, type Held, receive } from './world.js'

/** Every payment in order to the invoices of its own currency, in order. */
export const applyInGivenOrder = (world: FxWorld, on?: Held['on']): Outcome => {
  const { books, invoices, payments, application } = world
  let outcome: Outcome = 'refused'
  for (const payment of payments)
    for (const invoice of invoices.filter(({ currency }) => currency === payment.currency)) {
      const receipt = keyedGet(books.state().cash.receipts, payment.id)
      const freeMinor = receipt === undefined ? 0 : unappliedMinor(receipt)
      const day = applicationDay(world, payment, invoice)
      const wanted = on !== undefined && on > day ? on : day
      const command = applyInOrder(books, payment.id, freeMinor, [invoice.id], payment.currency, wanted)
      if (command === undefined) continue
      books.must(command, application.recorded)
      outcome = 'accepted'
    }
  return outcome
}

/** The acts of the area. */
export const fxActs = (world: FxWorld): Acts => {
  const { books, days, baseCurrency, invoices, payments } = world
  const invoiceOf = (id: string | undefined): Held | undefined => invoices.find((invoice) => invoice.id === id)
  const target = (step: Reader): Held => {
    const ids = invoices.map(({ id }) => id)
    return invoiceOf(targetOf(step, ids)) ?? unsupported(`${step.path} names no invoice`)
  }
  return {
    allocate_all: (step) => {
      step.yes('allocate_all')
      return applyInGivenOrder(world, step.date('date'))
    },
    undo: (step) => {
      const details = step.map('undo') ?? unsupported(`${step.path}.undo`)
      const [from, to] = [details.text('from'), details.text('to')]
      const currency = (invoiceOf(to) ?? payments.find(({ id }) => id === from) ?? invoices[0])?.currency
      const amountMinor = currency === undefined ? undefined : minorOf(details, 'amount', currency)
      const on = step.date('date') ?? lastDayOf(world)
      const attempts = takeBackCommands(books, from, to, amountMinor, on)
      return outcomeOf(books.attempt(attempts, recordedAtLeast(world, on)))
    },
    pay: (step) => {
      const invoice = target(step)
      const payment = { id: freshId(books, 'receipt'), currency: invoice.currency, on: stepDay(step, days) }
      receive(books, payment, step, 'pay', baseCurrency)
      payments.push(payment)
      return applyInGivenOrder({ ...world, invoices: [invoice], payments: [payment] })
    },
    credit_note: (step) => {
      const linked = step.yes('linked') !== false
      const { id, currency } = target(step)
      const minor = requiredMinor(step, 'credit_note', currency)
      const attempt = creditItem(books, linked ? id : undefined, minor, currency, stepDay(step, days))
      return E.isRight(attempt) ? 'accepted' : 'refused'
    },
  }
}

/** A step without a day happens on the last day of the case, and after what it takes back. */
const lastDayOf = ({ books, days }: FxWorld): Held['on'] =>
  books.recorded().reduce((so, { effectiveOn }) => (effectiveOn > so ? effectiveOn : so), days.today)

const recordedAtLeast = ({ application }: FxWorld, on: Held['on']): Held['on'] =>
  application.recorded !== undefined && application.recorded > on ? application.recorded : on
