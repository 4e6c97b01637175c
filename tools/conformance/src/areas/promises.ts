/** Area `promises`: promises on a real account, and how they stand at each evaluation, as of and known at its day. */
import { type CurrencyCode, keyedGet, type LocalDate } from '@quittance/kernel'
import { accountPromises } from '@quittance/projections'
import { defaultPromiseTerms, type PromiseTerms } from '@quittance/promises-to-pay'
import { currencyNamed, minorOf, requiredMinor, standInFor } from '../books/currency.js'
import { dayOf, daysOf } from '../books/days.js'
import { booksOf, endOf } from '../books/views.js'
import type { Adapter } from '../run/adapter.js'
import { type Acts, play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { GivenRefused, unsupported } from '../run/unsupported.js'
import { promisesAnswers } from './promises/answers.js'
import {
  assess,
  credit,
  keep,
  lapse,
  makePromise,
  paymentEvents,
  type PromisedPart,
  type PromiseWords,
  ranks,
  type Scene,
  waitUntil,
} from './promises/scene.js'

/** The adapter of promises to pay. */
export const promises: Adapter = (given, asked) => {
  const currency = ownCurrency(given)
  const days = daysOf(given)
  const books = booksOf('customer')
  const scene: Scene = {
    books,
    currency,
    days,
    terms: termsOf(given, currency),
    made: [],
    waiting: [],
    today: days.before,
  }
  const only = given.map('invoice')?.text('id') ?? (given.has('invoice') ? 'I1' : undefined)
  const worded = promisesIn(given, currency, only)
  issueInvoices(given, worded, scene, only)
  const promised = worded.find((words) => words.parts.some(({ invoice }) => invoice !== undefined))
  const target = promised?.parts.find(({ invoice }) => invoice !== undefined)?.invoice ?? only
  planPayments(given, scene, target)
  planReversal(given, scene)
  const evaluations = evaluationsOf(given)
  for (const on of evaluations) scene.waiting.push({ on, rank: ranks.assess, happen: () => assess(scene) })
  const first = given.map('promise')
  if (first !== undefined && makePromise(scene, wordsOf(first, currency, only)) === 'refused')
    throw new GivenRefused('the promise is refused')
  planCredit(given, scene, target)
  return play(given, asked, {
    acts: actsOf(scene, only),
    answers: () => promisesAnswers(scene, evaluations),
  })
}

/** The invoice's currency, else the one promised in. */
const ownCurrency = (given: Reader): CurrencyCode => {
  const named =
    given.map('invoice')?.text('ccy') ??
    given.text('currency') ??
    given.text('ccy') ??
    given.map('promise')?.text('ccy')
  return named === undefined ? standInFor(given) : currencyNamed(named, 'ccy')
}

const bases = { receipt_date: 'receipt-date', application_date: 'application-date' } as const

/** No tolerance unless the case names one; more than is open may not be promised (SEMANTICS 3.8). */
const termsOf = (given: Reader, currency: CurrencyCode): PromiseTerms => {
  const policy = given.map('policy')
  const toleranceMinor = minorOf(given, 'amount_tolerance', currency)
  policy?.oneOf('late_days_from', { promise_date: true })
  const lateMoney = policy?.oneOf('use_payments', { earliest_unpaid_part_first: 'earliest-unpaid-first' } as const)
  return {
    ...defaultPromiseTerms,
    graceDays: given.whole('tolerance_days') ?? 0,
    ...(toleranceMinor === undefined ? {} : { toleranceMinor }),
    basis: policy?.oneOf('counting_basis', bases) ?? 'receipt-date',
    lateMoney: lateMoney ?? 'active-first',
    beyondOpen: 'refuse',
  }
}

const wordsOf = (promise: Reader, currency: CurrencyCode, only: string | undefined): PromiseWords => {
  const named = promise.text('ccy')
  const invoice = promise.text('invoice') ?? only
  const due = dayOf(promise, 'due', 'due_day')
  const parts = promise.maps('parts').map((part): PromisedPart => ({
    invoice: part.text('invoice') ?? invoice,
    amountMinor: requiredMinor(part, 'amount', currency),
    due: dayOf(part, 'due', 'due_day') ?? due,
  }))
  const amountMinor = minorOf(promise, 'amount', currency)
  if (parts.length === 0 && amountMinor === undefined) return unsupported(`${promise.path} without amount`)
  return {
    id: promise.text('id'),
    currency: named === undefined ? currency : currencyNamed(named, `${promise.path}.ccy`),
    made: dayOf(promise, 'made', 'made_day'),
    parts: parts.length > 0 ? parts : [{ invoice, amountMinor: amountMinor ?? 0, due }],
  }
}

/** All promises of the case, before any is made: what they are for must be there. */
const promisesIn = (given: Reader, currency: CurrencyCode, only: string | undefined): ReadonlyArray<PromiseWords> => {
  const command = given.map('command')
  const attempts = [given, ...given.maps('steps'), ...(command === undefined ? [] : [command])]
  return attempts.flatMap((attempt) => {
    const promise =
      attempt.has('promise') && attempt.node('promise')?.kind === 'map' ? attempt.map('promise') : undefined
    return promise === undefined ? [] : [wordsOf(promise, currency, only)]
  })
}

/** What the account owes where a promise names no invoice. */
const balance = 'balance'

/** An invoice of the amount that the case names; else as high as the highest promise for it. */
const issueInvoices = (
  given: Reader,
  worded: ReadonlyArray<PromiseWords>,
  { books, currency, days }: Scene,
  only: string | undefined,
): void => {
  const amounts = new Map<string, number>()
  for (const { parts } of worded) {
    const sums = new Map<string, number>()
    for (const { invoice = balance, amountMinor } of parts) sums.set(invoice, (sums.get(invoice) ?? 0) + amountMinor)
    for (const [invoice, minor] of sums) amounts.set(invoice, Math.max(amounts.get(invoice) ?? 0, minor))
  }
  for (const payment of given.maps('payments')) {
    const invoice = payment.text('invoice')
    if (invoice !== undefined && !amounts.has(invoice)) amounts.set(invoice, requiredMinor(payment, 'amount', currency))
  }
  const named = given.map('invoice')
  const namedMinor = named === undefined ? undefined : minorOf(named, 'amount', currency)
  if (only !== undefined && (namedMinor !== undefined || !amounts.has(only)))
    amounts.set(only, namedMinor ?? unsupported('an invoice without amount'))
  for (const [documentId, netMinor] of amounts)
    books.must({ _tag: 'IssueInvoice', on: days.before, documentId, currency, lines: [{ netMinor }] })
}

const planPayments = (given: Reader, scene: Scene, target: string | undefined): void => {
  for (const [index, payment] of given.maps('payments').entries()) {
    const on = dayOf(payment, 'date', 'day') ?? scene.days.before
    scene.waiting.push(
      ...paymentEvents(scene, {
        id: payment.text('id') ?? `P${index + 1}`,
        amountMinor: requiredMinor(payment, 'amount', scene.currency),
        on,
        appliedOn: dayOf(payment, 'applied_on', 'applied_on_day') ?? on,
        invoice: payment.text('invoice') ?? target,
      }),
    )
  }
}

const planReversal = (given: Reader, scene: Scene): void => {
  const reversal = given.map('reversal')
  if (reversal === undefined) return
  const receiptId = reversal.text('payment') ?? given.maps('payments')[0]?.text('id') ?? 'P1'
  const on = dayOf(reversal, 'date', 'day') ?? scene.days.today
  const happen = (): void => {
    if (keyedGet(scene.books.state().cash.receipts, receiptId) === undefined) unsupported(`reversal of ${receiptId}`)
    scene.books.must({ _tag: 'ReturnReceipt', on, receiptId, kind: 'nsf' }, on)
  }
  scene.waiting.push({ on, rank: ranks.back, happen })
}

/** Without a date the credit comes as soon as the promise is made. */
const planCredit = (given: Reader, scene: Scene, target: string | undefined): void => {
  const { currency, waiting } = scene
  if (!given.has('credit_note')) return
  const details = given.node('credit_note')?.kind === 'map' ? given.map('credit_note') : undefined
  const amountMinor =
    details === undefined ? minorOf(given, 'credit_note', currency) : requiredMinor(details, 'amount', currency)
  const on = details === undefined ? undefined : dayOf(details, 'date', 'day')
  const invoice = details?.yes('linked') === false ? undefined : (details?.text('invoice') ?? target)
  if (amountMinor === undefined) return
  if (on === undefined) credit(scene, invoice, amountMinor, scene.today)
  else waiting.push({ on, rank: ranks.credit, happen: () => credit(scene, invoice, amountMinor, on) })
}

const evaluationsOf = (given: Reader): ReadonlyArray<LocalDate> => {
  if (given.node('evaluate')?.kind === 'list') return given.dates('evaluate')
  const on = dayOf(given, 'evaluate', 'evaluate_day')
  return on === undefined ? [] : [on]
}

const actsOf = (scene: Scene, only: string | undefined): Acts => {
  const dated = (step: Reader): void => {
    const on = dayOf(step, 'date', 'day')
    if (on !== undefined) waitUntil(scene, on, ranks.promise)
  }
  const latest = () => scene.made.at(-1) ?? unsupported('a step on no promise')
  return {
    promise: (step) => {
      dated(step)
      return makePromise(scene, wordsOf(step.map('promise') ?? unsupported(step.path), scene.currency, only))
    },
    withdraw: (step) => {
      step.text('withdraw')
      dated(step)
      for (const promiseId of new Set(latest().parts.map((part) => part.promiseId)))
        scene.books.must(
          { _tag: 'WithdrawPromise', on: scene.today, promiseId, by: 'customer', reason: 'case' },
          scene.today,
        )
      return 'accepted'
    },
    keep: (step) => {
      step.text('keep')
      dated(step)
      const at = { asOf: scene.today, knownAt: endOf(scene.today) }
      const all = accountPromises(scene.books.recorded(), at)
      keep(scene, latest(), (promiseId) => all.find((one) => one.promiseId === promiseId)?.shortMinor ?? 0)
      return 'accepted'
    },
    break: (step) => {
      step.text('break')
      dated(step)
      lapse(scene, latest())
      return 'accepted'
    },
  }
}
