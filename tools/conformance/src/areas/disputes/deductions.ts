/** Deductions by class, each on an invoice of a real account: credited, billed again, or left until coded. */
import { type CurrencyCode, money } from '@quittance/kernel'
import { type DeductionClass, deductionEnding } from '@quittance/projections'
import type { Books } from '../../books/books.js'
import { openOf } from '../../books/balances.js'
import { requiredMinor } from '../../books/currency.js'
import { dayZero } from '../../books/days.js'
import { booksOf } from '../../books/views.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, map, type Value, yesNo } from '../../run/value.js'

const classes: Readonly<Record<string, DeductionClass>> = {
  agreed: 'agreed',
  preventable: 'preventable',
  unauthorised: 'unauthorised',
  unknown: 'unknown',
}

/** What becomes of each deduction. */
export const deductionsOf = (given: Reader, currency: CurrencyCode): Answers => {
  if (!given.has('deductions')) return {}
  const books = booksOf('customer')
  const ended = given.maps('deductions').map((one, index): readonly [string, Value] => {
    const id = one.text('id') ?? `D${index + 1}`
    const ofClass = one.oneOf('class', classes) ?? 'unknown'
    return [id, endedBy(books, id, requiredMinor(one, 'amount', currency), currency, ofClass)]
  })
  return {
    items: (ask) => (ask.kind === 'map' ? map(ended) : unsupported('items that are no map')),
  }
}

const endedBy = (books: Books, id: string, minor: number, currency: CurrencyCode, ofClass: DeductionClass): Value => {
  const [on, itemId, amountHeld] = [dayZero, `invoice ${id}`, money(currency, minor)]
  books.must({ _tag: 'IssueInvoice', on, documentId: itemId, currency, lines: [{ netMinor: minor }] })
  books.must({ _tag: 'RecordDeduction', on, deductionId: id, itemId, amount: amountHeld, reasonCode: 'case' })
  const { action, rootCauseRequired } = deductionEnding(ofClass)
  if (action === 'credit')
    books.must({
      _tag: 'AcceptDeduction',
      on,
      deductionId: id,
      creditNoteId: `credit ${id}`,
      lines: [{ netMinor: minor }],
    })
  if (action === 'rebill') {
    books.must({ _tag: 'RejectDeduction', on, deductionId: id, reason: 'case' })
    const policy = { id: 'case', version: 1 }
    books.must({ _tag: 'RaiseChargeback', on, chargebackId: id, itemId, amount: amountHeld, reason: 'case', policy })
  }
  const facts = books.recorded().map(({ fact }) => fact)
  const credited = facts.find((fact) => fact._tag === 'DeductionAccepted' && fact.deductionId === id)
  const rebilled = facts.find((fact) => fact._tag === 'ChargebackItemRaised' && fact.chargebackId === id)
  return fields({
    credit_memo: amount(credited?._tag === 'DeductionAccepted' ? credited.amountMinor : 0, currency),
    rebilled: amount(rebilled?._tag === 'ChargebackItemRaised' ? rebilled.amountMinor : 0, currency),
    open: amount(openOf(books, itemId) + (rebilled === undefined ? 0 : openOf(books, id)), currency),
    root_cause_required: yesNo(rootCauseRequired),
  })
}
