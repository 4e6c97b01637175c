/** Which papers of a debt the ledger itself can show: what it knows to exist, and where. Nothing is taken on trust. */
import type { DunningFact, HeldDocument } from '@quittance/dunning'
import type { InvoicingFact } from '@quittance/invoicing'
import type { Fact, Recorded } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'

type Paper = InvoicingFact | DunningFact

/**
 * The documents of an account that its facts show: the invoice itself by its fact, the purchase order that it or its
 * order names, the proof of each delivery that has one, notes of contacts with words. A delivery that arrived without a
 * proof on record is none. A statement can be printed from the ledger on any day. Contract, credit application and
 * guarantee are kept elsewhere.
 *
 * @param items - the items that are to be placed
 * @param facts - of one account, in stream order
 * @category projections
 * @since 0.1.0
 */
export const placementDocuments = (
  facts: ReadonlyArray<Recorded<Fact>>,
  items: ReadonlyArray<string>,
  { asOf, knownAt }: PointInTime,
): ReadonlyArray<HeldDocument> => {
  const held: Array<HeldDocument> = []
  const purchaseOrders = new Map<string, string>()
  const proofs = new Map<string, string>()
  const known = facts.filter(({ effectiveOn, recordedAt }) => effectiveOn <= asOf && recordedAt <= knownAt)
  for (const { fact: some } of known) {
    const fact = some as Paper
    if (fact._tag === 'OrderAccepted' && fact.purchaseOrder !== undefined)
      purchaseOrders.set(fact.orderId, fact.purchaseOrder)
    if (fact._tag === 'GoodsDelivered' && fact.proof !== undefined)
      for (const id of [fact.deliveryId, fact.orderId]) if (id !== undefined) proofs.set(id, fact.proof)
  }
  if (items.length > 0) held.push({ kind: 'statement', reference: `open items on ${asOf}` })
  for (const { id: factId, fact: some } of known) {
    const fact = some as Paper
    if (fact._tag === 'TouchRecorded' && fact.words !== undefined)
      held.push({ kind: 'call-notes', reference: `fact ${factId}` })
    if (fact._tag !== 'InvoiceIssued' && fact._tag !== 'DebitNoteIssued') continue
    if (!items.includes(fact.documentId)) continue
    const itemId = fact.documentId
    held.push({ kind: 'invoice', itemId, reference: `fact ${factId}` })
    const { order = '', delivery = '', purchaseOrder = purchaseOrders.get(order) } = fact.references ?? {}
    if (purchaseOrder !== undefined) held.push({ kind: 'purchase-order', itemId, reference: purchaseOrder })
    const proof = proofs.get(delivery) ?? proofs.get(order)
    if (proof !== undefined) held.push({ kind: 'proof-of-delivery', itemId, reference: proof })
  }
  return held
}
