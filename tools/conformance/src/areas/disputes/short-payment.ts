/** A payment that is short of its invoice and says why by a code: the rest is open, and in dispute for that cause. */
import type { CurrencyCode } from '@quittance/kernel'
import { disputeRegister, mapCode, x12Reasons } from '@quittance/projections'
import { openOf } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf, daysOf } from '../../books/days.js'
import { payItem } from '../../books/movements.js'
import { asOfLatest, booksOf, viewOf } from '../../books/views.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, nothing, text } from '../../run/value.js'
import { departmentValue, mappingAt } from './codes.js'

/** What was applied, what is open, and the dispute over the rest. */
export const shortPaymentOf = (given: Reader, currency: CurrencyCode): Answers => {
  if (!given.has('invoice')) return {}
  const cause = statedCause(given)
  const books = booksOf('customer')
  const days = daysOf(given)
  const owed = sideOf(given, 'invoice', currency)
  const paid = sideOf(given, 'payment', currency)
  const itemId = owed.reader?.text('id') ?? 'invoice'
  const issuedOn = (owed.reader === undefined ? undefined : dayOf(owed.reader, 'date', 'day')) ?? days.before
  const dueOn = owed.reader === undefined ? undefined : dayOf(owed.reader, 'due', 'due_day')
  const paidOn = (paid.reader === undefined ? undefined : dayOf(paid.reader, 'date', 'day')) ?? days.today
  paid.reader?.text('id')
  books.must({
    _tag: 'IssueInvoice',
    on: issuedOn,
    documentId: itemId,
    currency,
    lines: [{ netMinor: owed.minor }],
    dueBeforeIssue: 'accept',
    ...(dueOn === undefined ? {} : { dueOn }),
  })
  payItem(books, itemId, paid.minor, currency, paidOn)
  const openMinor = openOf(books, itemId)
  if (cause !== undefined && openMinor > 0)
    books.must({ _tag: 'RaiseDispute', on: paidOn, disputeId: 'dispute', documentId: itemId, cause })
  return answersOf(books, owed.minor, openMinor, currency)
}

const answersOf = (books: Books, owedMinor: number, openMinor: number, currency: CurrencyCode): Answers => ({
  applied: () => amount(owedMinor - openMinor, currency),
  open: () => amount(openMinor, currency),
  dispute: () => {
    const view = viewOf([books])
    const [dispute] = disputeRegister(view, asOfLatest(view, view.latestOn ?? unsupported('no facts')))
    if (dispute === undefined) return nothing
    return fields({
      amount: amount(dispute.originalMinor, currency),
      cause: text(dispute.cause),
      department: departmentValue(dispute.cause),
    })
  },
})

/** An invoice or payment: its amount, or a map with it. */
const sideOf = (
  given: Reader,
  key: string,
  currency: CurrencyCode,
): { readonly minor: number; readonly reader: Reader | undefined } => {
  if (given.source.entries.get(key)?.kind !== 'map')
    return { minor: requiredMinor(given, key, currency), reader: undefined }
  const reader = given.map(key) ?? unsupported(`${key} without amount`)
  const minor =
    minorOf(reader, 'amount', currency) ??
    minorOf(reader, 'gross', currency) ??
    minorOf(reader, 'open', currency) ??
    unsupported(`${key} without amount`)
  return { minor, reader }
}

/** The cause behind the code on the remittance advice; X12 where no other table is named. */
const statedCause = (given: Reader): string | undefined => {
  const own = mappingAt(given, 'code_system')
  if (given.source.entries.get('remittance_code')?.kind !== 'map') {
    const code = given.text('remittance_code')
    return code === undefined ? undefined : mapCode(own ?? x12Reasons, code).cause
  }
  const stated = given.map('remittance_code')
  const mapping = stated === undefined ? undefined : mappingAt(stated, 'system')
  const code = stated?.text('code') ?? unsupported('remittance_code without code')
  return mapCode(mapping ?? own ?? x12Reasons, code).cause
}
