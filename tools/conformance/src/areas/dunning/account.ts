/** The items of a dunning case on one real account, and how they look to dunning on a day. */
import { addDays, type CurrencyCode, daysBetween, type LocalDate, money } from '@quittance/kernel'
import type { DunningHold } from '@quittance/dunning'
import type { PaymentTerms } from '@quittance/invoicing'
import type { LedgerView } from '@quittance/projections'
import type { Books } from '../../books/books.js'
import { minorAt, minorOf } from '../../books/currency.js'
import { dayOf, type Days } from '../../books/days.js'
import { applyInOrder, freshId } from '../../books/movements.js'
import { termsOf } from '../../books/terms.js'
import { booksOf } from '../../books/views.js'
import { type Reader, scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { itemsOn } from './items-on.js'

/** What a case says of an item beside its amounts and days. */
export interface ItemWords {
  readonly id: string
  readonly currency: CurrencyCode
  /** The level it has reached, or of a credit that it is given. */
  readonly level: number | undefined
  readonly lastNoticeOn: LocalDate | undefined
  readonly promiseUntil: LocalDate | undefined
  readonly holds: ReadonlyArray<DunningHold>
  readonly policy: string | undefined
  /** Of a credit: the item it belongs to. */
  readonly relatesTo: string | undefined
  readonly isCredit: boolean
}

/** The account of a case. */
export interface Account {
  readonly books: Books
  readonly currency: CurrencyCode
  readonly days: Days
  /** By id, in the order of the case. */
  readonly items: Map<string, ItemWords>
  /** Of every item that names none. */
  readonly lastNoticeOn: LocalDate | undefined
  seen: { readonly facts: number; readonly view: LedgerView } | undefined
}

/** An empty account. */
export const newAccount = (currency: CurrencyCode, days: Days, lastNoticeOn?: LocalDate): Account => ({
  books: booksOf('customer'),
  currency,
  days,
  items: new Map(),
  lastNoticeOn,
  seen: undefined,
})

/** Ids of what is owed, in the order of the case. */
export const owedIds = ({ items }: Account): ReadonlyArray<string> =>
  [...items.values()].filter(({ isCredit }) => !isCredit).map(({ id }) => id)

/** Put the items of a list on the account; entries of one id are instalments of one item. */
export const openAll = (readers: ReadonlyArray<Reader>, account: Account): void => {
  const byId = new Map<string, Array<Reader>>()
  for (const [index, reader] of readers.entries()) {
    const id = reader.text('id') ?? `item-${index + 1}`
    byId.set(id, [...(byId.get(id) ?? []), reader])
  }
  const isCredit = ([first]: ReadonlyArray<Reader>): boolean => first?.has('for') === true
  for (const [id, entries] of byId) if (!isCredit(entries)) openOne(id, entries, account)
  for (const [id, entries] of byId) if (isCredit(entries)) openOne(id, entries, account)
  for (const [id, entries] of byId) for (const entry of entries) payLater(id, entry, account)
}

const openOne = (id: string, entries: ReadonlyArray<Reader>, account: Account): void => {
  const [first] = entries
  const [words] = entries.map((entry) => wordsOf(id, entry, account))
  if (first === undefined || words === undefined) return
  const parts = entries.map((entry) => partOf(entry, words.currency, account.days))
  const terms = first.map('term')
  issue(account, words, parts, terms === undefined ? undefined : termsOf(terms, words.currency))
  const on = firstDay(parts)
  for (const entry of entries) dispute(entry, account, words, on)
}

/** Put one plain item on the account. */
export const openPlain = (account: Account, id: string, part: ItemPart, terms: PaymentTerms | undefined): void =>
  issue(account, { ...plainWords, id, currency: account.currency }, [part], terms)

const plainWords: Omit<ItemWords, 'id' | 'currency'> = {
  level: undefined,
  lastNoticeOn: undefined,
  promiseUntil: undefined,
  holds: [],
  policy: undefined,
  relatesTo: undefined,
  isCredit: false,
}

const firstDay = (parts: ReadonlyArray<ItemPart>): LocalDate =>
  parts.map(({ issuedOn }) => issuedOn).reduce((so, day) => (day < so ? day : so))

const issue = (
  account: Account,
  words: ItemWords,
  parts: ReadonlyArray<ItemPart>,
  terms: PaymentTerms | undefined,
): void => {
  const { books, items } = account
  const { id, currency } = words
  items.set(id, words)
  const on = firstDay(parts)
  const amountMinor = parts.reduce((so, part) => so + part.amountMinor, 0)
  if (words.isCredit) {
    const related = words.relatesTo === undefined ? {} : { precedingId: words.relatesTo, offset: false }
    const lines = [{ netMinor: 0 - amountMinor }]
    books.must({ _tag: 'IssueCreditNote', on, documentId: id, currency, lines, reason: 'case', ...related })
    return
  }
  const inParts = terms ?? termsInParts(parts, on)
  books.must({
    _tag: 'IssueInvoice',
    on,
    documentId: id,
    currency,
    lines: [{ netMinor: amountMinor }],
    dueBeforeIssue: 'accept',
    ...(inParts === undefined ? {} : { terms: inParts }),
    ...(inParts === undefined && parts[0]?.dueOn !== undefined ? { dueOn: parts[0].dueOn } : {}),
  })
  const paidMinor = parts.reduce((so, part) => so + part.paidMinor, 0)
  if (paidMinor > 0) pay(account, [id], paidMinor, on)
}

const wordsOf = (id: string, reader: Reader, { currency }: Account): ItemWords => {
  const held = reader.map('held')
  const own = reader.text('ccy') ?? currency
  return {
    id,
    currency: own,
    level: reader.whole('level'),
    lastNoticeOn: dayOf(reader, 'last_notice', 'last_notice_day'),
    promiseUntil: dayOf(reader, 'promise_until', 'promise_until_day'),
    holds: held === undefined ? [] : [holdOf(held)],
    policy: reader.text('policy'),
    relatesTo: reader.text('for'),
    isCredit: (minorOf(reader, 'open', own) ?? minorOf(reader, 'amount', own) ?? 0) < 0,
  }
}

/** `held {from, to}`: both days included. */
export const holdOf = (held: Reader): DunningHold => {
  const [from, until] = [dayOf(held, 'from', 'from_day'), dayOf(held, 'to', 'to_day')]
  if (from === undefined) return unsupported(`${held.path} without from`)
  return { reason: 'manual', from, ...(until === undefined ? {} : { until }) }
}

/** An item or an instalment of one. */
export interface ItemPart {
  readonly amountMinor: number
  readonly paidMinor: number
  readonly issuedOn: LocalDate
  readonly dueOn: LocalDate | undefined
}

/** `overdue_from` is the first day past due. */
const partOf = (reader: Reader, currency: CurrencyCode, days: Days): ItemPart => {
  const openMinor = minorOf(reader, 'open', currency)
  const givenMinor = minorOf(reader, 'amount', currency)
  const paidMinor = minorOf(reader, 'paid', currency)
  const amountMinor = givenMinor ?? (openMinor ?? 0) + (paidMinor ?? 0)
  const overdueFrom = dayOf(reader, 'overdue_from', 'overdue_from_day')
  const dueOn = dayOf(reader, 'due', 'due_day') ?? (overdueFrom === undefined ? undefined : addDays(overdueFrom, -1))
  return {
    amountMinor,
    paidMinor: paidMinor ?? amountMinor - (openMinor ?? amountMinor),
    issuedOn: dayOf(reader, 'date', 'day') ?? days.before,
    dueOn,
  }
}

const termsInParts = (parts: ReadonlyArray<ItemPart>, on: LocalDate): PaymentTerms | undefined =>
  parts.length === 1
    ? undefined
    : {
        id: 'case',
        version: 1,
        parts: parts.map(({ amountMinor, dueOn }) => ({
          share: { _tag: 'Fixed', amountMinor },
          due: { days: daysBetween(on, dueOn ?? on) },
        })),
      }

const dispute = (reader: Reader, { books }: Account, { id, currency }: ItemWords, on: LocalDate): void => {
  const disputed = reader.node('disputed')
  const word = disputed === undefined ? 'false' : scalarText(disputed, `${reader.path}.disputed`)
  if (disputed === undefined || word === 'false') return
  const amountMinor = word === 'true' ? undefined : minorAt(disputed, `${reader.path}.disputed`, currency)
  if (amountMinor === 0) return
  books.must({
    _tag: 'RaiseDispute',
    on,
    disputeId: freshId(books, 'dispute'),
    documentId: id,
    ...(amountMinor === undefined ? {} : { amountMinor }),
  })
}

/** `paid_on`: all that is open is paid on that day. */
const payLater = (id: string, reader: Reader, account: Account): void => {
  const on = dayOf(reader, 'paid_on', 'paid_on_day')
  if (on === undefined) return
  const openMinor = itemsOn(account, on).reduce((so, item) => (item.itemId === id ? so + item.openMinor : so), 0)
  if (openMinor > 0) pay(account, [id], openMinor, on)
}

/** Money comes in and goes to items in order; the rest stays unapplied. The receipt's id. */
export const pay = (account: Account, ids: ReadonlyArray<string>, minor: number, on: LocalDate): string => {
  const { books, items } = account
  const currency = items.get(ids[0] ?? '')?.currency ?? account.currency
  const receiptId = freshId(books, 'receipt')
  books.must({ _tag: 'RecordReceipt', on, receiptId, amount: money(currency, minor), method: 'wire' })
  const apply = applyInOrder(books, receiptId, minor, ids, currency, on)
  if (apply !== undefined) books.must(apply)
  return receiptId
}
