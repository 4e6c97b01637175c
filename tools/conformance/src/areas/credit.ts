/** Area `credit`: what a customer could cost us, and whether an order goes ahead. */
import {
  type CreditExposure,
  creditExposure,
  type CreditLimits,
  exceededLimits,
  type ExposurePolicy,
  orderAdvice,
  orderMinor,
  type OrderToCheck,
} from '@quittance/dunning'
import { addDays, type CurrencyCode, earlierOf, type LocalDate, money } from '@quittance/kernel'
import { openItems } from '@quittance/projections'
import { heldMinor } from '../books/balances.js'
import { type Books, outcomeOf } from '../books/books.js'
import { currencyOf, minorOf, requiredMinor } from '../books/currency.js'
import { dayOf, daysOf } from '../books/days.js'
import { linesOfAmounts } from '../books/documents.js'
import { applyInOrder, creditItem, freshId, targetOf } from '../books/movements.js'
import { asOfLatest, booksOf, viewOf } from '../books/views.js'
import type { Adapter } from '../run/adapter.js'
import type { Answers } from '../run/ask.js'
import { type Acts, type Outcome, play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { amount, map, nothing, set, text, yesNo } from '../run/value.js'

/** A customer's account, his orders and limits. */
interface Desk {
  readonly books: Books
  readonly currency: CurrencyCode
  readonly today: LocalDate
  readonly limits: CreditLimits
  readonly policy: ExposurePolicy
  readonly itemIds: ReadonlyArray<string>
  ordersMinor: number
  lastOrder: 'accepted' | 'blocked' | undefined
}

/** The adapter of credit control. */
export const credit: Adapter = (given, asked) => {
  const currency = currencyOf(given)
  const books = booksOf('case')
  const today = daysOf(given).today
  const limits = given.map('limits')
  const [totalMinor, overdueMinor] = (['total', 'overdue'] as const).map((key) =>
    limits === undefined ? undefined : minorOf(limits, key, currency),
  )
  const desk: Desk = {
    books,
    currency,
    today,
    limits: {
      ...(totalMinor === undefined ? {} : { totalMinor }),
      ...(overdueMinor === undefined ? {} : { overdueMinor }),
    },
    policy: { id: 'case', version: 1, marginDays: given.whole('margin_days') ?? 0 },
    itemIds: given.maps('items').map((item, index) => issue(item, index, books, currency, today)),
    ordersMinor: 0,
    lastOrder: undefined,
  }
  return play(given, asked, { acts: actsOf(desk), answers: () => answersOf(desk) })
}

const issue = (item: Reader, index: number, books: Books, currency: CurrencyCode, today: LocalDate): string => {
  const documentId = item.text('id') ?? `I${index + 1}`
  const daysPastDue = item.whole('days_past_due')
  const dueOn = daysPastDue === undefined ? (dayOf(item, 'due', 'due_day') ?? today) : addDays(today, -daysPastDue)
  const netMinor = minorOf(item, 'net', currency)
  const grossMinor = minorOf(item, 'open', currency) ?? minorOf(item, 'amount', currency)
  books.must({
    _tag: 'IssueInvoice',
    on: dayOf(item, 'date', 'day') ?? addDays(earlierOf(dueOn, today), -1),
    documentId,
    currency,
    dueOn,
    dueBeforeIssue: 'accept',
    lines: linesOfAmounts({ netMinor, grossMinor }, item.decimal('rate'), currency),
  })
  return documentId
}

const exposureOf = ({ books, currency, today, policy, ordersMinor }: Desk): CreditExposure => {
  const view = viewOf([books])
  return creditExposure(
    openItems(view, asOfLatest(view, today)),
    { ordersMinor, depositsMinor: heldMinor(books, currency) },
    policy,
  )
}

const actsOf = (desk: Desk): Acts => {
  const { books, currency, today } = desk
  return {
    pay: (step) => {
      const named = step.text('item')
      return receive(desk, requiredMinor(step, 'pay', currency), named === undefined ? undefined : [named])
    },
    credit_note: (step) => {
      const item = step.yes('linked') === false ? undefined : targetOf(step, desk.itemIds)
      return outcomeOf(creditItem(books, item, requiredMinor(step, 'credit_note', currency), currency, today))
    },
    return: (step) => takeBack(desk, requiredMinor(step, 'return', currency)),
    order: (step) => {
      const order = orderOf(step, currency)
      const advice = orderAdvice(order, exposureOf(desk), desk.limits)
      desk.lastOrder = advice._tag === 'GoAhead' ? 'accepted' : 'blocked'
      if (advice._tag === 'GoAhead') desk.ordersMinor += orderMinor(order, 'gross')
      return advice._tag === 'GoAhead' ? 'accepted' : 'refused'
    },
  }
}

/** An amount, or net and rate. */
const orderOf = (step: Reader, currency: CurrencyCode): OrderToCheck => {
  const details = step.node('order')?.kind === 'map' ? step.map('order') : undefined
  const taxPercent = (details ?? step).decimal('rate')
  const netMinor =
    details === undefined
      ? requiredMinor(step, 'order', currency)
      : (minorOf(details, 'net', currency) ?? requiredMinor(details, 'amount', currency))
  return taxPercent === undefined ? { netMinor } : { netMinor, taxPercent }
}

/** Money goes to what is due first, and what is too much stays with the customer. */
const receive = ({ books, currency, today }: Desk, amountMinor: number, named?: ReadonlyArray<string>): Outcome => {
  const receiptId = freshId(books, 'receipt')
  const view = viewOf([books])
  const itemIds = named ?? openItems(view, asOfLatest(view, today)).map(({ itemId }) => itemId)
  const apply = applyInOrder(books, receiptId, amountMinor, itemIds, currency, today)
  const amountOf = money(currency, amountMinor)
  return outcomeOf(
    books.attempt([
      { _tag: 'RecordReceipt', on: today, receiptId, amount: amountOf, method: 'wire' },
      ...(apply === undefined ? [] : [apply]),
    ]),
  )
}

/** The bank takes a payment of that amount back, else the latest ones; what it leaves of them came again. */
const takeBack = (desk: Desk, amountMinor: number): Outcome => {
  const { books, today } = desk
  const standing = receiptsOf(books)
  const exact = standing.findLast((one) => one.amountMinor === amountMinor)
  let leftMinor = amountMinor
  for (const { receiptId, amountMinor: ofMinor } of exact === undefined ? standing.toReversed() : [exact]) {
    if (leftMinor <= 0) break
    books.must({ _tag: 'ReturnReceipt', on: today, receiptId, kind: 'other', refundClaimId: `claim-${receiptId}` })
    leftMinor -= ofMinor
  }
  if (leftMinor > 0) return unsupported('the return of more than was paid')
  return leftMinor < 0 ? receive(desk, -leftMinor) : 'accepted'
}

const receiptsOf = (books: Books): ReadonlyArray<{ readonly receiptId: string; readonly amountMinor: number }> => {
  const returned = new Set(
    books.recorded().flatMap(({ fact }) => (fact._tag === 'ReceiptReturned' ? fact.receiptId : [])),
  )
  return books
    .recorded()
    .flatMap(({ fact }) => (fact._tag === 'ReceiptRecorded' && !returned.has(fact.receiptId) ? [fact] : []))
}

const answersOf = (desk: Desk): Answers => {
  const { currency, limits, lastOrder } = desk
  const exposure = exposureOf(desk)
  const exceeded = exceededLimits(exposure, limits).map(({ limit }) => limit)
  return {
    exposure: () => amount(exposure.totalMinor, currency),
    open_risk: () => amount(exposure.openMinor, currency),
    unpaid_risk: () => amount(exposure.unpaidMinor, currency),
    exceeded: (ask) => {
      if (ask.kind === 'list') return set(exceeded.map(text))
      if (ask.kind === 'map')
        return map((['total', 'overdue'] as const).map((limit) => [limit, yesNo(exceeded.includes(limit))] as const))
      return yesNo(exceeded.length > 0)
    },
    order: () => (lastOrder === undefined ? nothing : text(lastOrder)),
  }
}
