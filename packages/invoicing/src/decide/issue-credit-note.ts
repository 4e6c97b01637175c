/** A credit note: it first reduces its invoice, what is over stays with the customer as credit. */
import { accept, keyedGet, laterOf, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { IssueCreditNote } from '../commands.js'
import type { InvoicingContext } from '../context.js'
import type { InvoicingDecided } from '../decided.js'
import { creditCapBroken } from '../policies/credit-cap.js'
import { withRestOfTax } from '../policies/credit-tax.js'
import { creditValues } from '../policies/credit-values.js'
import { alwaysReducedPercent } from '../policies/discount-offer.js'
import { documentTotals, type WorkedDocument } from '../policies/document-totals.js'
import type { InvoicingRejection } from '../rejections.js'
import type { InvoicingState } from '../state.js'
import { owedDocument } from './find-document.js'
import { bodyOf, valueOf } from './issue-invoice.js'

/** @internal */
export const issueCreditNote = (
  command: IssueCreditNote,
  state: InvoicingState,
  context: InvoicingContext,
): InvoicingDecided => {
  const { documentId, precedingId } = command
  if (documentId === '')
    return refuse({ _tag: 'InvalidDocument', documentId, field: 'documentId', problem: 'a document has a number' })
  // A linked note takes tax back as its invoice charged it.
  const preceding = precedingId === undefined ? undefined : keyedGet(state.documents, precedingId)
  const worked = documentTotals(command, preceding === undefined ? undefined : alwaysReducedPercent(preceding))
  if (E.isLeft(worked)) return refuse({ _tag: 'InvalidDocument', documentId, ...worked.left })
  const credit = preceding === undefined ? worked.right : withRestOfTax(preceding, worked.right)
  if (credit.totals.grossMinor <= 0)
    return refuse({
      _tag: 'InvalidDocument',
      documentId,
      field: 'lines',
      problem: 'a credit note has a positive total',
    })
  const stated = valueOf(command, credit.totals.grossMinor)
  if (E.isLeft(stated)) return stated
  if (keyedGet(state.documents, documentId) !== undefined) return refuse({ _tag: 'DocumentAlreadyIssued', documentId })

  const offset = precedingId === undefined ? E.right(0) : offsetOf(command, precedingId, credit, state, context)
  if (E.isLeft(offset)) return offset
  const values = creditValues({
    stated: stated.right,
    grossMinor: credit.totals.grossMinor,
    offsetMinor: offset.right,
    invoice: preceding === undefined ? undefined : { ...preceding, ...context.settlementOf(preceding.documentId) },
  })
  return accept({
    _tag: 'CreditNoteIssued',
    on: command.on,
    ...bodyOf(command, credit, values.exchange),
    reason: command.reason,
    ...(precedingId === undefined ? {} : { precedingId }),
    offsetMinor: offset.right,
    ...(values.offsetExchange === undefined ? {} : { offsetExchange: values.offsetExchange }),
  })
}

const offsetOf = (
  command: IssueCreditNote,
  precedingId: string,
  credit: WorkedDocument,
  state: InvoicingState,
  context: InvoicingContext,
): E.Either<InvoicingRejection, number> => {
  const found = owedDocument(state, precedingId)
  if (E.isLeft(found)) return found
  const invoice = found.right
  const { openMinor, reopenedOn } = context.settlementOf(precedingId)
  const offsetMinor = command.offset === false ? 0 : Math.min(openMinor, credit.totals.grossMinor)
  const notBefore =
    offsetMinor > 0 && reopenedOn !== undefined ? laterOf(invoice.issuedOn, reopenedOn) : invoice.issuedOn
  if (command.on < notBefore) return E.left({ _tag: 'TooEarly', on: command.on, notBefore })
  if (command.currency !== invoice.currency)
    return E.left({ _tag: 'CurrencyMismatch', expected: invoice.currency, got: command.currency })
  const [expected, got] = [invoice.exchange?.baseCurrency, command.exchange?.baseCurrency]
  if (expected !== undefined && got !== undefined && expected !== got)
    return E.left({ _tag: 'CurrencyMismatch', expected, got })
  const broken = creditCapBroken(invoice, credit)
  return broken === undefined ? E.right(offsetMinor) : E.left(broken)
}
