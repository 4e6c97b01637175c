/** A stream of facts written out in a case: the account replays it, and must come to the same twice. */
import {
  canonicalJson,
  type CurrencyCode,
  foldOwned,
  foldShared,
  isInstant,
  isLocalDate,
  type Json,
  type LocalDate,
  money,
} from '@quittance/kernel'
import { evolveAccount, initialAccount } from '@quittance/receivables'
import { amounts } from '../../books/amounts.js'
import { openOfAll } from '../../books/applying.js'
import type { Books } from '../../books/books.js'
import { requiredMinor } from '../../books/currency.js'
import { applicationsOf, owedIds } from '../../books/in-order.js'
import { applyInOrder, creditItem, freshId } from '../../books/movements.js'
import { booksOf } from '../../books/views.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { yesNo } from '../../run/value.js'

/** `open` after the stream, and whether a second replay equals the first. */
export const streamAnswers = (given: Reader, currency: CurrencyCode): Answers => {
  const books = booksOf('customer')
  const entries = given
    .maps('stream')
    .map((entry) => ({ entry, seq: entry.whole('seq') ?? 0 }))
    .sort((a, b) => a.seq - b.seq)
  for (const { entry } of entries) post(entry, books, currency)
  return {
    open: (ask) => amounts(ask, openOfAll(books, owedIds(books)), currency),
    replay_twice_equal: () => yesNo(replayed(books, 'owned') === replayed(books, 'shared')),
  }
}

/** The account's state from its recorded facts, once in place and once on drafts, in canonical form. */
const replayed = (books: Books, mode: 'owned' | 'shared'): string => {
  const facts = [...books.recorded()].sort((a, b) => a.position - b.position).map(({ fact }) => fact)
  const state =
    mode === 'owned'
      ? foldOwned(evolveAccount, initialAccount(), facts)
      : foldShared(evolveAccount, initialAccount(), facts)
  return canonicalJson(JSON.parse(JSON.stringify(state)) as Json)
}

const post = (entry: Reader, books: Books, currency: CurrencyCode): void => {
  const on = dayOfInstant(entry)
  const minor = requiredMinor(entry, 'amount', currency)
  const amount = money(currency, minor)
  const receiptId = freshId(books, 'receipt')
  const tag = entry.text('t') ?? unsupported(`${entry.path} without t`)
  switch (tag) {
    case 'InvoiceIssued':
      books.must({
        _tag: 'IssueInvoice',
        on,
        documentId: entry.text('id') ?? freshId(books, 'invoice'),
        currency,
        lines: [{ netMinor: minor }],
      })
      return
    case 'ReceiptRecorded':
      books.must({ _tag: 'RecordReceipt', on, receiptId, amount, method: 'wire' })
      return
    case 'CashApplied': {
      books.must({ _tag: 'RecordReceipt', on, receiptId, amount, method: 'wire' })
      const apply = applyInOrder(books, receiptId, minor, owedIds(books), currency, on)
      if (apply !== undefined) books.must(apply)
      return
    }
    case 'CashUnapplied': {
      const applicationId = applicationsOf(books).at(-1)?.applicationId ?? unsupported(`${entry.path} of nothing`)
      books.must({ _tag: 'Unapply', on, applicationId, amountMinor: minor, because: 'reallocation', reason: 'case' })
      return
    }
    case 'CreditNoteIssued':
      creditItem(books, owedIds(books)[0], minor, currency, on)
      return
    default:
      return unsupported(`${entry.path}.t: ${tag}`)
  }
}

const dayOfInstant = (entry: Reader): LocalDate => {
  const at = entry.text('at') ?? unsupported(`${entry.path} without at`)
  if (isLocalDate(at)) return at
  const whole = at.replace(/(:\d\d)Z$/, '$1.000Z')
  return isInstant(whole) ? (whole.slice(0, 10) as LocalDate) : unsupported(`${entry.path}.at: ${at} is not an instant`)
}
