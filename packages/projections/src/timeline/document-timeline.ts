/**
 * The story of one document in both times: what happened, on which day, when we learned of it, and what was
 * open after each step.
 */
import type { DunningFact } from '@quittance/dunning'
import type { Fact, Recorded } from '@quittance/kernel'
import { isDunningFact } from '../contacts/dunning-facts.js'
import { emitDeltas, type LedgerFact } from '../ledger-view/deltas-of-fact.js'
import type { PointInTime } from '../point-in-time.js'
import { describeFact } from './describe-fact.js'

/** One step. @category projections @since 0.1.0 */
export interface TimelineStep {
  readonly recorded: Recorded<LedgerFact>
  readonly what: string
  /** Open on the document after this step, in stream order. */
  readonly openMinor: number
  /** Of which disputed, as disputes stand after this step. */
  readonly disputedMinor: number
  /** Of which deducted, as deductions stand after this step. */
  readonly deductedMinor: number
}

/**
 * Every fact that touches a document, in stream order, at a point in time: its own, those of the receipts and
 * credits that had been applied to it by then, its order and deliveries, and what became of promises for it. A receipt of the same number as the document is another thing.
 *
 * @param facts - the account's facts in stream order
 * @law a timeline asked for an earlier knowledge tells nothing that was learned later
 * @category projections
 * @since 0.1.0
 */
export const documentTimeline = (
  facts: ReadonlyArray<Recorded<Fact>>,
  documentId: string,
  at?: PointInTime,
): ReadonlyArray<TimelineStep> => {
  const seen =
    at === undefined
      ? facts
      : facts.filter(({ effectiveOn, recordedAt }) => effectiveOn <= at.asOf && recordedAt <= at.knownAt)
  const related = relatedSources(seen, documentId)
  const currency = currencyOf(seen, documentId)
  let [openMinor, disputedMinor, deductedMinor] = [0, 0, 0]
  return seen.flatMap((recorded) => {
    if (!concerns(recorded.fact, documentId, related)) return []
    emitDeltas(recorded.fact, (kind, subjectId, measure, minor) => {
      if (kind === 'receipt' || subjectId !== documentId) return
      if (measure === 'disputed') disputedMinor += minor
      else if (measure === 'deducted') deductedMinor += minor
      else openMinor += measure === 'owed' || measure === 'credit' ? minor : -minor
    })
    const step = recorded as Recorded<LedgerFact>
    return {
      recorded: step,
      what: describeFact(step.fact, currency),
      openMinor,
      disputedMinor: Math.min(disputedMinor, Math.max(openMinor, 0)),
      deductedMinor: Math.min(deductedMinor, Math.max(openMinor, 0)),
    }
  })
}

const currencyOf = (facts: ReadonlyArray<Recorded<Fact>>, documentId: string): string | undefined => {
  for (const { fact } of facts) {
    const own = fact as LedgerFact
    if ('documentId' in own && own.documentId === documentId && 'currency' in own) return own.currency
  }
  return undefined
}

/** The document, the order and delivery that it names, the receipts and credit notes that touched it, and the promises that were for it. */
const relatedSources = (facts: ReadonlyArray<Recorded<Fact>>, documentId: string): ReadonlySet<string> => {
  const related = new Set([creditNote(documentId)])
  for (const { fact } of facts) {
    const own = fact as LedgerFact
    const { source, targets } = linksOf(own)
    if (!targets.includes(documentId)) continue
    if (source !== undefined) related.add(source)
    if (own._tag !== 'InvoiceIssued' && own._tag !== 'DebitNoteIssued') continue
    if (own.references?.order !== undefined) related.add(order(own.references.order))
    if (own.references?.delivery !== undefined) related.add(delivery(own.references.delivery))
  }
  return related
}

/** Facts about the document itself, and about the money behind it, but not what that money did for other documents. */
const concerns = (fact: Fact, documentId: string, related: ReadonlySet<string>): boolean => {
  const own = fact as LedgerFact
  if (own._tag === 'GoodsDelivered')
    return related.has(delivery(own.deliveryId)) || (own.orderId !== undefined && related.has(order(own.orderId)))
  const { source, targets } = linksOf(own)
  if (source === creditNote(documentId) || targets.includes(documentId)) return true
  return targets.length === 0 && source !== undefined && related.has(source)
}

interface Links {
  /** The receipt or credit note that the fact takes from, or the promise that it is about; each is numbered apart. */
  readonly source: string | undefined
  /** The documents that it is about. */
  readonly targets: ReadonlyArray<string>
}

const receipt = (id: string): string => `receipt ${id}`
const creditNote = (id: string): string => `credit-note ${id}`

const order = (id: string): string => `order ${id}`
const delivery = (id: string): string => `delivery ${id}`

const promise = (id: string): string => `promise ${id}`

const linksOf = (fact: LedgerFact): Links => {
  if (isDunningFact(fact)) return contactLinks(fact)
  if ('promiseId' in fact) {
    const targets = fact._tag === 'PromiseMade' ? fact.items.map(({ itemId }) => itemId) : []
    return { source: promise(fact.promiseId), targets }
  }
  if (fact._tag === 'CreditNoteIssued')
    return { source: creditNote(fact.documentId), targets: fact.precedingId === undefined ? [] : [fact.precedingId] }
  if ('released' in fact) return { source: receipt(fact.receiptId), targets: fact.released.map(({ itemId }) => itemId) }
  if ('reapplied' in fact)
    return { source: receipt(fact.receiptId), targets: fact.reapplied.map(({ itemId }) => itemId) }
  if ('nettingId' in fact) return { source: undefined, targets: fact.lines.map(({ itemId }) => itemId) }
  if (fact._tag === 'RemittanceRecorded')
    return { source: undefined, targets: fact.lines.map(({ documentId }) => documentId) }
  if (fact._tag === 'OrderAccepted') return { source: order(fact.orderId), targets: [] }
  if ('chargebackId' in fact) return { source: undefined, targets: [fact.itemId, fact.chargebackId] }
  if ('creditId' in fact) return { source: creditNote(fact.creditId), targets: [fact.itemId] }
  if ('sourceId' in fact)
    return { source: fact.source === 'receipt' ? receipt(fact.sourceId) : creditNote(fact.sourceId), targets: [] }
  return { source: 'receiptId' in fact ? receipt(fact.receiptId) : undefined, targets: ownDocument(fact) }
}

/** What we did names items, or a notice, demand or placement that had named them. */
const contactLinks = (fact: DunningFact): Links => {
  const items = 'items' in fact ? (fact.items ?? []) : 'lines' in fact ? (fact.lines ?? []) : []
  const targets = items.map((item) => (typeof item === 'string' ? item : item.itemId))
  if ('noticeId' in fact) return { source: `notice ${fact.noticeId}`, targets }
  if ('placementId' in fact) return { source: `placement ${fact.placementId}`, targets }
  if ('holdId' in fact) return { source: `hold ${fact.holdId}`, targets }
  if ('touchId' in fact) return { source: `touch ${fact.touchId ?? ''}`, targets }
  return { source: 'demandId' in fact ? `demand ${fact.demandId}` : undefined, targets }
}

const ownDocument = (fact: LedgerFact): ReadonlyArray<string> =>
  fact._tag === 'PaymentMatched'
    ? fact.answered.chosen.itemIds
    : 'documentId' in fact
      ? [fact.documentId]
      : 'itemId' in fact
        ? [fact.itemId]
        : []
