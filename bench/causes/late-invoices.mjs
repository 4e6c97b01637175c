// Which invoices are late, by the plainest books there are: no code of the projections is asked.
import { emptyBooks, postFact } from '@quittance/testkit'

/**
 * Invoices of one account that are open past their due day at the end of that day, or were settled, by whatever means, after it.
 * Facts count on the day they are effective; of several due days the last stated counts.
 */
export const lateInvoices = (facts, lastDay) => {
  const inOrder = facts
    .map(({ effectiveOn, fact }, index) => ({ effectiveOn, fact, index }))
    .filter(({ effectiveOn }) => effectiveOn <= lastDay)
    .sort((a, b) => (a.effectiveOn === b.effectiveOn ? a.index - b.index : a.effectiveOn < b.effectiveOn ? -1 : 1))
  const books = emptyBooks()
  const dueOn = new Map()
  const settledOn = new Map()
  for (const { effectiveOn, fact } of inOrder) {
    postFact(books, fact)
    if (fact._tag === 'InvoiceIssued') dueOn.set(fact.documentId, fact.instalments.at(-1).dueOn)
    if (fact._tag === 'DueDateChanged') dueOn.set(fact.documentId, fact.to)
    for (const itemId of [fact.documentId, fact.itemId, fact.precedingId])
      if (itemId !== undefined) {
        if (books.items.get(itemId)?.openMinor !== 0) settledOn.delete(itemId)
        else if (!settledOn.has(itemId)) settledOn.set(itemId, effectiveOn)
      }
  }
  return [...dueOn].flatMap(([documentId, due]) => ((settledOn.get(documentId) ?? lastDay) > due ? [documentId] : []))
}
