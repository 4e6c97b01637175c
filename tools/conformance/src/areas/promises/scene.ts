/** One account on which promises are made and money comes in, day by day. */
import { addDays, type CurrencyCode, earlierOf, laterOf, type LocalDate, money, sumMinor } from '@quittance/kernel'
import type { PromiseTerms } from '@quittance/promises-to-pay'
import { openOf } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import type { Days } from '../../books/days.js'
import { applyInOrder, creditItem, freshId } from '../../books/movements.js'
import type { Outcome } from '../../run/play.js'
import * as E from 'fp-ts/lib/Either.js'

/** A part of a promise as the case words it. */
export interface PromisedPart {
  /** Absent: the balance. */
  readonly invoice: string | undefined
  readonly amountMinor: number
  readonly due: LocalDate | undefined
}

/** A promise as the case words it. */
export interface PromiseWords {
  readonly id: string | undefined
  readonly currency: CurrencyCode
  readonly made: LocalDate | undefined
  readonly parts: ReadonlyArray<PromisedPart>
}

/** A promise that was made: the ids of its parts on the account, and what each is for. */
export interface MadePromise {
  readonly id: string
  /** One for each part, in the order of the case; several may be one promise over several items. */
  readonly parts: ReadonlyArray<{ readonly promiseId: string; readonly itemId: string | undefined }>
  readonly lastDay: LocalDate
}

/** Something that happens on its day, whatever else is told. */
export interface Dated {
  readonly on: LocalDate
  /** What comes first on one day. */
  readonly rank: number
  readonly happen: () => void
}

/** Ranks within a day: credit, cash, application, return, promise, assessment. */
export const ranks = { credit: 0, cash: 1, apply: 2, back: 3, promise: 4, assess: 5 } as const

/** The state of a case. */
export interface Scene {
  readonly books: Books
  readonly currency: CurrencyCode
  readonly days: Days
  readonly terms: PromiseTerms
  readonly made: Array<MadePromise>
  readonly waiting: Array<Dated>
  today: LocalDate
}

/** Let everything happen that comes before a place in a day. */
export const waitUntil = (scene: Scene, on: LocalDate, rank: number): void => {
  for (;;) {
    scene.waiting.sort((a, b) => (a.on === b.on ? a.rank - b.rank : a.on < b.on ? -1 : 1))
    const [next] = scene.waiting
    if (next === undefined || next.on > on || (next.on === on && next.rank >= rank)) break
    scene.waiting.shift()
    scene.today = laterOf(scene.today, next.on)
    next.happen()
  }
  scene.today = laterOf(scene.today, on)
}

/** Every verdict that is new or has changed is recorded. */
export const assess = ({ books, today }: Scene): void => {
  books.attempt([{ _tag: 'AssessPromises', on: today }], today)
}

/** Make a promise: one over its items where all parts are due on one day, else a plan. */
export const makePromise = (scene: Scene, words: PromiseWords): Outcome => {
  const { books, terms, made } = scene
  const on = words.made ?? (made.length === 0 ? scene.days.before : scene.today)
  waitUntil(scene, on, ranks.promise)
  const id = words.id ?? `promise-${made.length + 1}`
  const dueDays = new Set(words.parts.map(({ due }) => due ?? on))
  const invoices = words.parts.flatMap(({ invoice }) => invoice ?? [])
  const isOne =
    words.parts.length === 1 ||
    (dueDays.size === 1 && new Set(invoices).size === words.parts.length && invoices.length === words.parts.length)
  const making = { on, currency: words.currency, terms }
  const lastDue = [...dueDays].reduce<LocalDate>((so, due) => laterOf(so, due), on)
  const lastDay = addDays(lastDue, terms.graceDays)
  if (isOne) {
    const attempt = books.attempt(
      [
        {
          _tag: 'MakePromise',
          ...making,
          promiseId: id,
          amountMinor: sumMinor(words.parts.map(({ amountMinor }) => amountMinor)),
          dueOn: words.parts[0]?.due ?? on,
          items: words.parts.flatMap(({ invoice, amountMinor }) =>
            invoice === undefined ? [] : [{ itemId: invoice, amountMinor }],
          ),
        },
      ],
      scene.today,
    )
    if (E.isLeft(attempt)) return 'refused'
    made.push({ id, parts: words.parts.map(({ invoice }) => ({ promiseId: id, itemId: invoice })), lastDay })
    return 'accepted'
  }
  const parts = words.parts.map(({ invoice, amountMinor, due }, index) => ({
    promiseId: `${id}-${index + 1}`,
    amountMinor,
    dueOn: due ?? on,
    ...(invoice === undefined ? {} : { items: [{ itemId: invoice, amountMinor }] }),
  }))
  const plan = { _tag: 'MakePromisePlan', ...making, planId: id, parts, accelerates: false } as const
  if (E.isLeft(books.attempt([plan], scene.today))) return 'refused'
  made.push({ id, parts: parts.map(({ promiseId }) => ({ promiseId, itemId: undefined })), lastDay })
  return 'accepted'
}

/** A payment of the case, which comes in on one day and is applied on the same or a later one. */
export interface PaymentWords {
  readonly id: string
  readonly amountMinor: number
  readonly on: LocalDate
  readonly appliedOn: LocalDate
  /** Absent: it stays unapplied. */
  readonly invoice: string | undefined
}

/** Money comes in, and goes to its invoice as far as that is open. */
export const paymentEvents = (
  scene: Scene,
  { id, amountMinor, on, appliedOn, invoice }: PaymentWords,
): ReadonlyArray<Dated> => {
  const { books, currency } = scene
  const receive = (): void => {
    const amount = money(currency, amountMinor)
    books.must({ _tag: 'RecordReceipt', on, receiptId: id, amount, method: 'wire' }, on)
  }
  const apply = (): void => {
    const command =
      invoice === undefined ? undefined : applyInOrder(books, id, amountMinor, [invoice], currency, appliedOn)
    if (command !== undefined) books.must(command, appliedOn)
  }
  return [
    { on, rank: ranks.cash, happen: receive },
    { on: laterOf(on, appliedOn), rank: ranks.apply, happen: apply },
  ]
}

/** What is still missing of a promise comes in on its day, at the latest. */
export const keep = (scene: Scene, promise: MadePromise, shortMinor: (promiseId: string) => number): void => {
  const { books } = scene
  const on = earlierOf(scene.today, promise.lastDay)
  waitUntil(scene, on, ranks.assess)
  for (const { promiseId, itemId } of promise.parts) {
    const amountMinor = shortMinor(promiseId)
    if (amountMinor <= 0) continue
    const receiptId = freshId(books, 'receipt')
    const item = itemId !== undefined && openOf(books, itemId) > 0 ? itemId : undefined
    for (const one of paymentEvents(scene, { id: receiptId, amountMinor, on, appliedOn: on, invoice: item }))
      one.happen()
  }
  assess(scene)
}

/** A promise is left to lapse: the day after its window comes. */
export const lapse = (scene: Scene, promise: MadePromise): void => {
  waitUntil(scene, addDays(promise.lastDay, 1), ranks.assess)
  assess(scene)
}

/** An invoice is credited, as far as it is open. */
export const credit = (scene: Scene, invoice: string | undefined, amountMinor: number, on: LocalDate): void => {
  creditItem(scene.books, invoice, amountMinor, scene.currency, on)
}
