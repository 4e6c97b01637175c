/** Runs by hand: notices are made, looked through, blocked; and money and credits come and go. */
import { keyedGet, type LocalDate, money } from '@quittance/kernel'
import { applicationsOf } from '../../books/in-order.js'
import { outcomeOf } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf } from '../../books/days.js'
import { takeBackCommands } from '../../books/applying.js'
import { creditItem, freshId, targetOf } from '../../books/movements.js'
import type { Acts, Outcome } from '../../run/play.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { owedIds, pay } from './account.js'
import { itemsOn } from './items-on.js'
import { dayAt, keyOf, type KnownNotice, runOn, sendAll } from './runs.js'
import { runUntil, type World } from './world.js'

/** What steps leave behind beside the account and its notices. */
export interface Desk {
  readonly world: World
  /** Items that are passed by. */
  readonly blocked: Set<string>
  /** Items and instalments whose ladder has ended. */
  readonly finished: Set<string>
  /** Receipts of the steps, the latest last. */
  readonly receipts: Array<string>
  /** What is paid after the items: fees and interest. */
  readonly charges: () => ReadonlyArray<string>
  /** After each step. */
  readonly looked: () => void
}

/** The acts of the area. */
export const dunningActs = (desk: Desk): Acts => {
  const { world } = desk
  const acting =
    (act: (step: Reader, on: LocalDate) => Outcome) =>
    (step: Reader): Outcome => {
      const outcome = act(step, stepOn(step, world))
      desk.looked()
      return outcome
    }
  return {
    generate: acting((step) => {
      generate(desk, dayNamed(step, 'generate'))
      return 'accepted'
    }),
    process: acting((step) => {
      step.node('process')
      sendAll(world.letters)
      return 'accepted'
    }),
    block: acting((step) => {
      for (const id of idsOf(step, 'block', world)) desk.blocked.add(id)
      return 'accepted'
    }),
    unblock: acting((step) => {
      for (const id of idsOf(step, 'unblock', world)) desk.blocked.delete(id)
      return 'accepted'
    }),
    check: acting((step) => {
      world.today = dayNamed(step, 'check')
      return 'accepted'
    }),
    pay: acting((step, on) => payStep(step, on, desk)),
    cancel_payment: acting((step, on) => cancelPayment(step, on, desk)),
    credit_note: acting((step, on) => creditStep(step, on, world)),
    refund: acting((step, on) => refundStep(step, on, desk)),
  }
}

/**
 * The day of a step: its own, else the one that steps have reached, else the last of the case. A run has taken place
 * before a step of a later day, and before one without a day; what happens on a run day is known to the run.
 */
const stepOn = (step: Reader, world: World): LocalDate => {
  const named = dayOf(step, 'date', 'day')
  const on = named ?? world.today ?? world.days.today
  runUntil(world, (day) => (named === undefined ? day <= on : day < on))
  world.today = on
  return on
}

const dayNamed = (step: Reader, key: string): LocalDate => {
  const path = `${step.path}.${key}`
  return dayAt(step.node(key) ?? unsupported(path), path)
}

const idsOf = (step: Reader, key: string, world: World): ReadonlyArray<string> => {
  const word = step.text(key)
  const item = step.text('item')
  if (item !== undefined) return [item]
  return word === undefined || word === 'true' ? owedIds(world.account) : [word]
}

/** A run: what waits to be looked through, what is blocked and what has ended is passed by. */
const generate = (desk: Desk, on: LocalDate): void => {
  const { world, blocked, finished } = desk
  const { account, letters, ladder, holds } = world
  world.today = on
  const latestOf = (key: string): KnownNotice | undefined =>
    letters.notices.get(key)?.findLast(({ state }) => state !== 'ignored')
  const isBlocked = (key: string): boolean => blocked.has(key.slice(0, key.lastIndexOf('/')))
  const waiting = new Map(
    itemsOn(account, on).map(({ itemId, instalmentNo }) => {
      const key = keyOf(itemId, instalmentNo)
      return [key, latestOf(key)] as const
    }),
  )
  runOn(on, account, letters, {
    ladderFor: () => ladder,
    holds,
    passesBy: (key) => isBlocked(key) || finished.has(key) || latestOf(key)?.state === 'due',
  })
  const last = Math.max(0, ...ladder.steps.map(({ level }) => level))
  for (const [key, notice] of waiting)
    if (notice?.state === 'sent' && notice.level >= last && !isBlocked(key)) finished.add(key)
}

const payStep = (step: Reader, on: LocalDate, { world, receipts, charges }: Desk): Outcome => {
  const { account, currency } = world
  const item = step.text('item')
  const own = account.items.get(item ?? '')?.currency ?? currency
  const ids = item === undefined ? owedIds(account) : [item]
  receipts.push(pay(account, [...ids, ...charges()], requiredMinor(step, 'pay', own), on))
  return 'accepted'
}

/** The payment named, else the latest that stands. */
const cancelPayment = (step: Reader, on: LocalDate, { world, receipts }: Desk): Outcome => {
  step.node('cancel_payment')
  const receiptId = receipts.pop()
  return receiptId === undefined
    ? 'refused'
    : outcomeOf(world.account.books.attempt([{ _tag: 'VoidReceipt', on, receiptId, reason: 'case' }]))
}

const creditStep = (step: Reader, on: LocalDate, { account, currency }: World): Outcome => {
  const linked = step.yes('linked') !== false
  const named = step.text('item')
  const item = linked ? (named ?? targetOf(step, owedIds(account))) : undefined
  const own = account.items.get(named ?? '')?.currency ?? currency
  return outcomeOf(creditItem(account.books, item, requiredMinor(step, 'credit_note', own), own, on))
}

/** Money goes back: first off its item, which stays charged unless the refund is one of the item itself. */
const refundStep = (step: Reader, on: LocalDate, { world }: Desk): Outcome => {
  const { account } = world
  const { books } = account
  const item = targetOf(step, owedIds(account))
  const currency = account.items.get(item)?.currency ?? world.currency
  const minor = minorOf(step, 'refund', currency) ?? 0
  const adjusts = step.oneOf('adjust', { none: false, item: true, full: true, true: true, false: false }) ?? false
  const sources = applicationsOf(books).filter((link) => link.itemId === item && link.amountMinor > 0)
  const sourceId = sources.at(-1)?.sourceId
  if (sourceId === undefined) return 'refused'
  const isReceipt = keyedGet(books.state().cash.receipts, sourceId) !== undefined
  const attempt = books.attempt([
    ...takeBackCommands(books, sourceId, item, minor, on),
    {
      _tag: 'Refund',
      on,
      refundId: freshId(books, 'refund'),
      source: isReceipt ? 'receipt' : 'credit-note',
      sourceId,
      amount: money(currency, minor),
    },
  ])
  if (attempt._tag === 'Left' || !adjusts) return outcomeOf(attempt)
  return outcomeOf(creditItem(books, item, minor, currency, on))
}
