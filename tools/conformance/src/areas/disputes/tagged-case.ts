/** One disputed amount whose cause was tagged again and again: what was it taken for, by what was known? */
import { type CurrencyCode, laterOf } from '@quittance/kernel'
import { disputeRegister } from '@quittance/projections'
import { requiredMinor } from '../../books/currency.js'
import { daysOf } from '../../books/days.js'
import { asOfLatest, booksOf, endOf, viewOf } from '../../books/views.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { list, text, type Value } from '../../run/value.js'

/** The cause at each time of reporting; asked for as one, the latest. */
export const taggedCaseOf = (given: Reader, currency: CurrencyCode): Answers => {
  const one = given.map('case')
  if (one === undefined) return {}
  const books = booksOf('customer')
  const { before, today } = daysOf(given)
  const netMinor = requiredMinor(one, 'amount', currency)
  books.must({ _tag: 'IssueInvoice', on: before, documentId: 'invoice', currency, lines: [{ netMinor }] })
  books.must({ _tag: 'RaiseDispute', on: before, disputeId: 'case', documentId: 'invoice' })
  const tags = one
    .maps('tags')
    .map((tag) => ({
      on: tag.date('at') ?? unsupported(`${tag.path} without at`),
      cause: tag.text('cause') ?? unsupported(`${tag.path} without cause`),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { on, cause } of tags)
    books.must({ _tag: 'TagDisputeCause', on, disputeId: 'case', cause, by: 'case', because: 'case' })
  const view = viewOf([books])
  const asked = given.dates('report_known_at').map((day) => ({ asOf: laterOf(day, before), knownAt: endOf(day) }))
  const causeAt = (at = asOfLatest(view, today)): Value =>
    text(disputeRegister(view, at)[0]?.cause ?? unsupported('a report before the case'))
  return { cause: (ask) => (ask.kind === 'list' ? list(asked.map((at) => causeAt(at))) : causeAt(asked.at(-1))) }
}
