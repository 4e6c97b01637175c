/** Folding recorded facts into the view. */
import type { CashTransferredIn, ReceiptRecorded } from '@quittance/cash-application'
import type {
  CreditNoteIssued,
  DebitNoteIssued,
  DisputeAssigned,
  DisputeCauseTagged,
  DisputeRaised,
  DisputeResolved,
  DisputeSubstantiated,
  DueDateChanged,
  InvoiceDelivered,
  InvoiceIssued,
} from '@quittance/invoicing'
import { epochDay, type Fact, instantMillis, parseAccountStream, type Recorded } from '@quittance/kernel'
import { pushInt, pushNumber } from './columns.js'
import { emitDeltas, type LedgerFact, type SubjectKind } from './deltas-of-fact.js'
import { discountUntil } from './discount-until.js'
import { linksMoved } from './exchange-of-fact.js'
import { type Account, indexesOf, type LedgerView, type Subject } from './ledger-view.js'
import { type Measure, measures } from './measures.js'
import { type DeductionFact, deductionNoteOf, givenUpOf, type When } from './note-differences.js'

const measureCode: Readonly<Record<string, number>> = Object.fromEntries(measures.map((name, code) => [name, code]))

/**
 * Fold one recorded fact into the view, in stream order. Facts of rooms that move no money leave no trace but
 * the latest day and instant.
 *
 * @law folding in one go equals folding in parts
 * @category projections
 * @since 0.1.0
 */
export const addFact = (view: LedgerView, recorded: Recorded<Fact>): void => {
  const { fact, effectiveOn, recordedAt, position } = recorded
  if (view.latestOn === undefined || effectiveOn > view.latestOn) view.latestOn = effectiveOn
  if (view.latestRecordedAt === undefined || recordedAt > view.latestRecordedAt) view.latestRecordedAt = recordedAt
  view.position = position
  const account = accountOf(view, recorded.stream)
  if (account === undefined) return

  const effectiveDay = epochDay(effectiveOn)
  const recordedMillis = instantMillis(recordedAt)
  introduce(view, fact as LedgerFact, account)
  noteDates(view, fact as LedgerFact, account, { effectiveDay, recordedMillis, position })
  const about = aboutOf(fact as LedgerFact)
  if (about !== undefined) view.about.set(position, about)
  moveBaseValues(view, recorded as Recorded<LedgerFact>, account)
  const tag = tagCode(view, fact._tag)
  emitDeltas(fact, (kind, subjectId, measure, minor) => {
    const subject = indexesOf(view, account.entity, kind).get(subjectId)
    if (subject !== undefined) pushDelta(view, subject, measure, effectiveDay, recordedMillis, minor, position, tag)
  })
}

/** Fold many. @category projections @since 0.1.0 */
export const addFacts = (view: LedgerView, facts: Iterable<Recorded<Fact>>): LedgerView => {
  for (const fact of facts) addFact(view, fact)
  return view
}

const accountOf = (view: LedgerView, stream: string): Account | undefined => {
  const known = view.accounts.get(stream)
  if (known !== undefined) return known
  const account = parseAccountStream(stream)
  if (account !== undefined) view.accounts.set(stream, account)
  return account
}

const tagCode = (view: LedgerView, tag: string): number => {
  const known = view.tags.indexOf(tag)
  return known >= 0 ? known : view.tags.push(tag) - 1
}

/** A credit note moves its invoice, a return the items that it had paid, a netting several: their facts are about the note, the receipt, the netting. */
const aboutOf = (fact: LedgerFact): string | undefined => {
  if (fact._tag === 'CreditNoteIssued') return fact.documentId
  if ('nettingId' in fact) return fact.nettingId
  return 'released' in fact || 'reapplied' in fact ? fact.receiptId : undefined
}

const introduce = (view: LedgerView, fact: LedgerFact, account: Account): void => {
  const { _tag: tag } = fact
  if (tag === 'InvoiceIssued' || tag === 'DebitNoteIssued' || tag === 'CreditNoteIssued')
    addSubject(view, documentSubject(fact, account))
  else if (tag === 'ReceiptRecorded' || tag === 'CashTransferredIn') addSubject(view, receiptSubject(fact, account))
}

const documentSubject = (fact: InvoiceIssued | DebitNoteIssued | CreditNoteIssued, account: Account): Subject => ({
  kind: fact._tag === 'CreditNoteIssued' ? 'credit-note' : 'item',
  id: fact.documentId,
  entity: account.entity,
  customer: account.customer,
  currency: fact.currency,
  on: fact.on,
  documentKind:
    fact._tag === 'InvoiceIssued' ? 'invoice' : fact._tag === 'DebitNoteIssued' ? 'debit-note' : 'credit-note',
  termsId: fact._tag === 'CreditNoteIssued' ? undefined : fact.terms.id,
  purchaseOrder: fact.references?.purchaseOrder,
  attributes: fact.attributes,
  salesRepId: fact._tag === 'InvoiceIssued' ? fact.salesRepId : undefined,
  discountUntil: fact._tag === 'InvoiceIssued' ? discountUntil(fact.discount) : undefined,
  instalments: fact._tag === 'CreditNoteIssued' ? [] : fact.instalments,
  exchange: fact.exchange,
})

const receiptSubject = (fact: ReceiptRecorded | CashTransferredIn, account: Account): Subject => ({
  kind: 'receipt',
  id: fact.receiptId,
  entity: account.entity,
  customer: account.customer,
  currency: fact.currency,
  on: fact.on,
  documentKind: undefined,
  termsId: undefined,
  purchaseOrder: undefined,
  attributes: undefined,
  salesRepId: undefined,
  discountUntil: undefined,
  instalments: [],
  exchange: fact.exchange,
})

const addSubject = (view: LedgerView, subject: Subject): void => {
  const indexes = indexesOf(view, subject.entity, subject.kind)
  if (indexes.has(subject.id)) return
  indexes.set(subject.id, view.subjects.length)
  view.subjects.push(subject)
  view.firstDelta.push(-1)
  view.lastDelta.push(-1)
}

const moveBaseValues = (view: LedgerView, recorded: Recorded<LedgerFact>, account: Account): void => {
  const { fact, effectiveOn: on, recordedAt, position } = recorded
  for (const moved of linksMoved(fact)) {
    const subject = itemIndex(view, account, 'item', moved.itemId)
    if (subject !== undefined) view.linksMoved.push({ ...moved, subject, on, recordedAt, position })
  }
}

const noteDates = (view: LedgerView, fact: LedgerFact, account: Account, when: When): void => {
  if (fact._tag === 'DueDateChanged') noteDueChange(view, fact, account, when)
  else if (fact._tag === 'InvoiceDelivered') noteDelivery(view, fact, account, when)
  else if (fact._tag === 'DisputeRaised' || fact._tag === 'DisputeResolved') noteDispute(view, fact, account, when)
  else if (fact._tag === 'DisputeSubstantiated') noteClaim(view, fact, account, when)
  else if (fact._tag === 'DisputeAssigned' || fact._tag === 'DisputeCauseTagged') noteWork(view, fact, account, when)
  else if (fact._tag === 'WrittenOff' || fact._tag === 'WriteOffReversed') noteWriteOff(view, fact, account, when)
  else if (fact._tag === 'DeductionRecorded' || fact._tag === 'DeductionAccepted' || fact._tag === 'DeductionRejected')
    noteDeduction(view, fact, account, when)
}

const listAt = <A>(lists: Map<number, Array<A>>, index: number | undefined): Array<A> => {
  if (index === undefined) return []
  const list = lists.get(index) ?? []
  lists.set(index, list)
  return list
}

const itemIndex = (view: LedgerView, account: Account, kind: SubjectKind, id: string): number | undefined =>
  indexesOf(view, account.entity, kind).get(id)

const noteDueChange = (view: LedgerView, fact: DueDateChanged, account: Account, when: When): void => {
  const { instalmentNo, to, documentId } = fact
  listAt(view.dueChanges, itemIndex(view, account, 'item', documentId)).push({ instalmentNo, to, ...when })
}

const noteDelivery = (view: LedgerView, fact: InvoiceDelivered, account: Account, when: When): void => {
  listAt(view.deliveries, itemIndex(view, account, 'item', fact.documentId)).push({
    on: fact.on,
    effectiveDay: when.effectiveDay,
    recordedMillis: when.recordedMillis,
  })
}

const noteDispute = (view: LedgerView, fact: DisputeRaised | DisputeResolved, account: Account, when: When): void => {
  listAt(view.disputes, itemIndex(view, account, 'item', fact.documentId)).push({
    disputeId: fact.disputeId,
    on: fact.on,
    ...(fact._tag === 'DisputeResolved'
      ? { outcome: fact.outcome }
      : { cause: fact.cause, isSubstantiated: hasGround(fact) }),
    disputedMinor: fact._tag === 'DisputeRaised' ? fact.disputedMinor : 0,
    ...when,
  })
}

/** A claim has a ground where it names a code or papers. */
const hasGround = ({ claimCode, evidence = [] }: Pick<DisputeRaised, 'claimCode' | 'evidence'>): boolean =>
  claimCode !== undefined || evidence.length > 0

const noteClaim = (view: LedgerView, fact: DisputeSubstantiated, account: Account, when: When): void => {
  const { disputeId, documentId } = fact
  const notes = listAt(view.disputeWork, itemIndex(view, account, 'item', documentId))
  notes.push({ disputeId, isSubstantiated: hasGround(fact), ...when })
}

const noteWork = (view: LedgerView, fact: DisputeAssigned | DisputeCauseTagged, account: Account, when: When): void => {
  const { _tag, on: _on, documentId, ...work } = fact
  listAt(view.disputeWork, itemIndex(view, account, 'item', documentId)).push({ ...work, ...when })
}

const noteDeduction = (view: LedgerView, fact: DeductionFact, account: Account, when: When): void => {
  const note = deductionNoteOf(fact, when)
  if (note !== undefined) listAt(view.deductions, itemIndex(view, account, 'item', fact.itemId)).push(note)
}

const noteWriteOff = (view: LedgerView, fact: DeductionFact, account: Account, when: When): void => {
  noteDeduction(view, fact, account, when)
  if (fact._tag !== 'WrittenOff' && fact._tag !== 'WriteOffReversed') return
  const earlier = listAt(view.givenUp, itemIndex(view, account, 'item', fact.itemId))
  const given = givenUpOf(fact, earlier, when)
  if (given !== undefined) earlier.push(given)
}

const pushDelta = (
  view: LedgerView,
  subject: number,
  measure: Measure,
  effectiveDay: number,
  recordedMillis: number,
  minor: number,
  position: number,
  tag: number,
): void => {
  const { deltas } = view
  const at = deltas.subject.length
  pushInt(deltas.subject, subject)
  pushInt(deltas.measure, measureCode[measure] as number)
  pushInt(deltas.effectiveDay, effectiveDay)
  pushNumber(deltas.recordedMillis, recordedMillis)
  pushNumber(deltas.minor, minor)
  pushNumber(deltas.position, position)
  pushInt(deltas.tag, tag)
  pushInt(deltas.next, -1)
  const last = view.lastDelta[subject] as number
  if (last < 0) view.firstDelta[subject] = at
  else deltas.next.values[last] = at
  view.lastDelta[subject] = at
}
