/** An invoice or a debit note comes onto the ledger. */
import { accept, type BaseValue, type Decimal, keyedGet, type LocalDate, refuse, valueInBase } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { IssueDebitNote, IssueInvoice } from '../commands.js'
import type { InvoicingDecided } from '../decided.js'
import type { DocumentBody, Instalment, PaymentTerms } from '../model.js'
import { alwaysReducedPercent, discountOffer } from '../policies/discount-offer.js'
import { documentTotals, type WorkedDocument } from '../policies/document-totals.js'
import { instalmentsOf } from '../policies/instalments.js'
import { unusableTerms } from '../policies/usable-terms.js'
import type { DueBeforeIssue, InvoicingRejection } from '../rejections.js'
import type { InvoicingState } from '../state.js'

/** Terms of a document that names none: due on its own date, in one part. @category model @since 0.1.0 */
export const dueOnReceipt: PaymentTerms = {
  id: 'due-on-receipt',
  version: 1,
  parts: [{ share: { _tag: 'Balance' }, due: {} }],
}

/** Payment of the whole so many days after the date. @example netDays(30).parts.length // => 1 @category model @since 0.1.0 */
export const netDays = (days: number): PaymentTerms => ({
  id: `net-${days}`,
  version: 1,
  parts: [{ share: { _tag: 'Balance' }, due: { days } }],
})

/** @internal */
export const issueInvoice = (command: IssueInvoice, state: InvoicingState): InvoicingDecided => {
  const prepared = prepare(command, state, alwaysReducedPercent(command.terms ?? dueOnReceipt))
  if (E.isLeft(prepared)) return prepared
  const { body, terms, instalments, worked } = prepared.right
  const early = dueTooEarly(command, instalments)
  if (early !== undefined) return refuse(early)
  const discount = discountOffer(terms, worked.totals, command.on)
  return accept({
    _tag: 'InvoiceIssued',
    on: command.on,
    ...body,
    terms,
    instalments,
    ...(discount === undefined ? {} : { discount }),
    ...(command.salesRepId === undefined ? {} : { salesRepId: command.salesRepId }),
  })
}

/** @internal */
export const issueDebitNote = (command: IssueDebitNote, state: InvoicingState): InvoicingDecided => {
  // A debit note offers no discount, so its tax is never on a reduced amount.
  const prepared = prepare(command, state, undefined)
  if (E.isLeft(prepared)) return prepared
  const { body, terms, instalments } = prepared.right
  const { precedingId } = command
  const preceding = precedingId === undefined ? undefined : keyedGet(state.documents, precedingId)
  if (precedingId !== undefined && preceding === undefined)
    return refuse({ _tag: 'DocumentUnknown', documentId: precedingId })
  if (preceding !== undefined && command.on < preceding.issuedOn)
    return refuse({ _tag: 'TooEarly', on: command.on, notBefore: preceding.issuedOn })
  const early = dueTooEarly(command, instalments)
  if (early !== undefined) return refuse(early)
  if (preceding !== undefined && command.currency !== preceding.currency)
    return refuse({ _tag: 'CurrencyMismatch', expected: preceding.currency, got: command.currency })
  return accept({
    _tag: 'DebitNoteIssued',
    on: command.on,
    ...body,
    terms,
    instalments,
    reason: command.reason,
    ...(precedingId === undefined ? {} : { precedingId }),
  })
}

interface Prepared {
  readonly body: DocumentBody
  readonly terms: PaymentTerms
  readonly instalments: ReadonlyArray<Instalment>
  readonly worked: WorkedDocument
}

const prepare = (
  command: IssueInvoice | IssueDebitNote,
  state: InvoicingState,
  reducedPercent: Decimal | undefined,
): E.Either<InvoicingRejection, Prepared> => {
  const { documentId } = command
  const terms = command.terms ?? dueOnReceipt
  const invalid = (field: string, problem: string): E.Either<InvoicingRejection, never> =>
    E.left({ _tag: 'InvalidDocument', documentId, field, problem })

  if (documentId === '') return invalid('documentId', 'a document has a number')
  const worked = documentTotals(command, reducedPercent)
  if (E.isLeft(worked)) return invalid(worked.left.field, worked.left.problem)
  const { totals } = worked.right
  if (totals.payableMinor < 0) return invalid('lines', 'what is payable is negative: issue a credit note')

  const unusable = unusableTerms(terms)
  const instalments = unusable === undefined ? instalmentsFor(command, terms, worked.right) : E.left(unusable)
  if (E.isLeft(instalments)) return E.left({ _tag: 'InvalidTerms', documentId, problem: instalments.left })
  const exchange = valueOf(command, totals.payableMinor)
  if (E.isLeft(exchange)) return exchange
  if (keyedGet(state.documents, documentId) !== undefined) return E.left({ _tag: 'DocumentAlreadyIssued', documentId })
  const body = bodyOf(command, worked.right, exchange.right)
  return E.right({ body, terms, instalments: instalments.right, worked: worked.right })
}

const dueTooEarly = (
  { documentId, on, dueBeforeIssue }: IssueInvoice | IssueDebitNote,
  instalments: ReadonlyArray<Instalment>,
): DueBeforeIssue | undefined => {
  if (dueBeforeIssue === 'accept') return undefined
  const early = instalments.find(({ dueOn }) => dueOn < on)
  return early === undefined ? undefined : { _tag: 'DueBeforeIssue', documentId, dueOn: early.dueOn, issuedOn: on }
}

const instalmentsFor = (
  command: IssueInvoice | IssueDebitNote,
  terms: PaymentTerms,
  { totals }: WorkedDocument,
): E.Either<string, ReadonlyArray<Instalment>> => {
  if (command.dueOn !== undefined) return E.right([{ no: 1, dueOn: command.dueOn, amountMinor: totals.payableMinor }])
  const dates: { issuedOn: LocalDate; deliveredOn?: LocalDate } = { issuedOn: command.on }
  if (command._tag === 'IssueInvoice' && command.deliveredOn !== undefined) dates.deliveredOn = command.deliveredOn
  return instalmentsOf(terms, totals, dates, command.calendar)
}

/** The base value that a draft states for so much of it. @internal */
export const valueOf = (
  { currency, exchange }: Pick<IssueInvoice, 'currency' | 'exchange'>,
  minor: number,
): E.Either<InvoicingRejection, BaseValue | undefined> =>
  exchange === undefined ? E.right(undefined) : valueInBase({ currency, minor }, exchange)

/** What a document's fact carries of the draft. @internal */
export const bodyOf = (
  command: Pick<IssueInvoice, 'documentId' | 'currency' | 'references' | 'billTo' | 'attributes'>,
  worked: WorkedDocument,
  exchange: BaseValue | undefined,
): DocumentBody => ({
  documentId: command.documentId,
  currency: command.currency,
  lines: worked.lines,
  ...(worked.allowances.length === 0 ? {} : { allowances: worked.allowances }),
  ...(worked.charges.length === 0 ? {} : { charges: worked.charges }),
  taxGroups: worked.taxGroups,
  totals: worked.totals,
  ...(command.references === undefined ? {} : { references: command.references }),
  ...(command.billTo === undefined ? {} : { billTo: command.billTo }),
  ...(command.attributes === undefined ? {} : { attributes: command.attributes }),
  ...(exchange === undefined ? {} : { exchange }),
})
