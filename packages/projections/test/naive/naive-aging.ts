/**
 * A second opinion on aging, written without the package: for every document it reads every fact again, keeps no
 * columns, shares no code with src, and is as slow as it is plain.
 */
import type { LedgerFact } from '../../src/index.js'
import type { Recorded } from '@quittance/kernel'

export interface NaiveQuestion {
  readonly asOf: string
  readonly knownAt: string
  readonly edges: 'closed' | 'half-open' | 'month-ends'
  readonly basis: 'due' | 'invoice' | 'delivery'
  readonly credits: 'separate' | 'fifo' | 'own-date'
}

export interface NaiveSums {
  readonly buckets: Array<number>
  readonly counts: Array<number>
  disputed: number
  deducted: number
  unapplied: number
}

/** Sums by `customer currency`, in five buckets. */
export type NaiveAging = Record<string, NaiveSums>

type Event = { readonly customer: string; readonly fact: LedgerFact }

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export const naiveAging = (facts: ReadonlyArray<Recorded<LedgerFact>>, question: NaiveQuestion): NaiveAging => {
  const seen: ReadonlyArray<Event> = facts
    .filter(({ fact, recordedAt }) => fact.on <= question.asOf && recordedAt <= question.knownAt)
    .map(({ stream, fact }) => ({ customer: decodeURIComponent(stream.split('_')[1] as string), fact }))
  const sums: NaiveAging = {}
  const of = (customer: string, currency: string): NaiveSums =>
    (sums[`${customer} ${currency}`] ??= {
      buckets: [0, 0, 0, 0, 0],
      counts: [0, 0, 0, 0, 0],
      disputed: 0,
      deducted: 0,
      unapplied: 0,
    })

  for (const { customer, fact } of seen) {
    if (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued') {
      const parts = openParts(seen, fact.documentId)
      const openMinor = parts.reduce((so, { open }) => so + open, 0)
      for (const part of parts) {
        if (part.open === 0) continue
        const own = of(customer, fact.currency)
        const at = bucket(basisDay(seen, fact.documentId, fact.on, part.due, question), question)
        own.buckets[at] = (own.buckets[at] ?? 0) + part.open
        own.counts[at] = (own.counts[at] ?? 0) + 1
      }
      if (openMinor > 0) {
        of(customer, fact.currency).disputed += Math.min(disputed(seen, fact.documentId), openMinor)
        of(customer, fact.currency).deducted += Math.min(deducted(seen, fact.documentId), openMinor)
      }
    }
    if (fact._tag === 'CreditNoteIssued')
      hold(of, customer, fact.currency, fact.on, leftOfCredit(seen, fact.documentId), question)
    if (fact._tag === 'ReceiptRecorded' || fact._tag === 'CashTransferredIn')
      hold(of, customer, fact.currency, fact.on, leftOfReceipt(seen, fact.receiptId), question)
  }
  if (question.credits === 'fifo') for (const own of Object.values(sums)) useUp(own)
  return sums
}

const hold = (
  of: (customer: string, currency: string) => NaiveSums,
  customer: string,
  currency: string,
  on: string,
  minor: number,
  question: NaiveQuestion,
): void => {
  if (minor === 0) return
  const own = of(customer, currency)
  if (question.credits !== 'own-date') {
    own.unapplied += minor
    return
  }
  const at = bucket(on, question)
  own.buckets[at] = (own.buckets[at] ?? 0) - minor
  own.counts[at] = (own.counts[at] ?? 0) + 1
}

/** Oldest bucket first. */
const useUp = (own: NaiveSums): void => {
  for (const at of [4, 3, 2, 1, 0]) {
    const used = Math.min(own.unapplied, own.buckets[at] ?? 0)
    own.buckets[at] = (own.buckets[at] ?? 0) - used
    own.unapplied -= used
  }
}

const bucket = (basis: string, { asOf, edges }: NaiveQuestion): number => {
  const age = dayNumber(asOf) - dayNumber(basis)
  if (age <= 0) return 0
  if (edges === 'closed') return age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4
  if (edges === 'half-open') return age < 30 ? 1 : age < 60 ? 2 : age < 90 ? 3 : 4
  const months = (Number(asOf.slice(0, 4)) - Number(basis.slice(0, 4))) * 12
  return Math.min(months + Number(asOf.slice(5, 7)) - Number(basis.slice(5, 7)) + 1, 4)
}

const basisDay = (
  seen: ReadonlyArray<Event>,
  documentId: string,
  issued: string,
  due: string,
  { basis }: NaiveQuestion,
): string => {
  if (basis === 'due') return due
  if (basis === 'invoice') return issued
  const days = seen.flatMap(({ fact }) =>
    fact._tag === 'InvoiceDelivered' && fact.documentId === documentId ? [fact.on] : [],
  )
  return days.length === 0 ? issued : (days.sort()[0] as string)
}

interface Part {
  due: string
  open: number
  readonly cash: [number]
  readonly discount: [number]
  readonly credit: [number]
  readonly gone: [number]
  readonly moved: [number]
  readonly netted: [number]
}

type Pile = 'cash' | 'discount' | 'credit' | 'gone' | 'moved' | 'netted'

/** The instalments of a document and what is open of each, after reading everything that happened to it. */
const openParts = (seen: ReadonlyArray<Event>, id: string): ReadonlyArray<Part> => {
  let parts: Array<Part> = []
  const take = (pile: Pile, minor: number): void => {
    let left = minor
    for (const part of parts) {
      const now = Math.min(left, part.open)
      part.open -= now
      part[pile][0] += now
      left -= now
    }
  }
  const give = (pile: Pile, minor: number): void => {
    let left = minor
    for (const part of parts.toReversed()) {
      const now = Math.min(left, part[pile][0])
      part.open += now
      part[pile][0] -= now
      left -= now
    }
  }
  for (const { fact } of seen) {
    if ((fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued') && fact.documentId === id)
      parts = fact.instalments.map(({ dueOn, amountMinor }) => ({
        due: dueOn,
        open: amountMinor,
        cash: [0],
        discount: [0],
        credit: [0],
        gone: [0],
        moved: [0],
        netted: [0],
      }))
    else if (fact._tag === 'InvoiceVoided' && fact.documentId === id) parts = []
    else if (fact._tag === 'DueDateChanged' && fact.documentId === id) {
      const part = parts[fact.instalmentNo - 1]
      if (part !== undefined) part.due = fact.to
    } else if (fact._tag === 'CreditNoteIssued' && fact.precedingId === id) take('credit', fact.offsetMinor)
    else if (fact._tag === 'WrittenOff' && fact.itemId === id) take('gone', fact.amountMinor)
    else if (fact._tag === 'WriteOffReversed' && fact.itemId === id) give('gone', fact.amountMinor)
    else if (fact._tag === 'ChargebackItemRaised' && fact.itemId === id) take('moved', fact.amountMinor)
    else if (fact._tag === 'ChargebackItemCancelled' && fact.itemId === id) give('moved', fact.amountMinor)
    else if (fact._tag === 'Netted' || fact._tag === 'NettingReversed')
      for (const line of fact.lines.filter(({ itemId }) => itemId === id))
        (fact._tag === 'Netted' ? take : give)('netted', line.amountMinor)
    else applyMoney(fact, id, take, give)
  }
  return parts
}

const applyMoney = (
  fact: LedgerFact,
  id: string,
  take: (pile: Pile, minor: number) => void,
  give: (pile: Pile, minor: number) => void,
): void => {
  if (fact._tag === 'CashApplied' && fact.itemId === id) {
    take('cash', fact.amountMinor)
    take('discount', fact.discount?.discountMinor ?? 0)
  }
  if (fact._tag === 'CashUnapplied' && fact.itemId === id) {
    give('cash', fact.amountMinor)
    give('discount', fact.discountMinor)
  }
  if (fact._tag === 'CreditApplied' && fact.itemId === id) take('credit', fact.amountMinor)
  if (fact._tag === 'CreditUnapplied' && fact.itemId === id) give('credit', fact.amountMinor)
  if ('released' in fact)
    for (const link of fact.released.filter(({ itemId }) => itemId === id)) {
      give('cash', link.amountMinor)
      give('discount', link.discountMinor)
    }
  if (fact._tag === 'ReturnCancelled')
    for (const link of fact.reapplied.filter(({ itemId }) => itemId === id)) {
      take('cash', link.amountMinor)
      take('discount', link.discountMinor)
    }
}

const disputed = (seen: ReadonlyArray<Event>, id: string): number => {
  const ended = new Set(seen.flatMap(({ fact }) => (fact._tag === 'DisputeResolved' ? [fact.disputeId] : [])))
  return seen.reduce(
    (so, { fact }) =>
      fact._tag === 'DisputeRaised' && fact.documentId === id && !ended.has(fact.disputeId)
        ? so + fact.disputedMinor
        : so,
    0,
  )
}

/** Recorded and not ended; what a write-off ended and its reversal revived stands again. */
const deducted = (seen: ReadonlyArray<Event>, id: string): number => {
  const standing = new Map<string, number>()
  for (const { fact } of seen) {
    if (!('itemId' in fact) || fact.itemId !== id) continue
    if (fact._tag === 'DeductionRecorded') standing.set(fact.deductionId, fact.amountMinor)
    if (fact._tag === 'DeductionAccepted' || fact._tag === 'DeductionRejected') standing.delete(fact.deductionId)
    if (fact._tag === 'WrittenOff' && fact.deduction !== undefined) standing.delete(fact.deduction.deductionId)
    if (fact._tag === 'WriteOffReversed' && fact.deduction !== undefined)
      standing.set(fact.deduction.deductionId, fact.deduction.releasedMinor)
  }
  return [...standing.values()].reduce((so, minor) => so + minor, 0)
}

const leftOfCredit = (seen: ReadonlyArray<Event>, id: string): number => {
  let left = 0
  for (const { fact } of seen) {
    if (fact._tag === 'CreditNoteIssued' && fact.documentId === id) left += fact.totals.grossMinor - fact.offsetMinor
    if (fact._tag === 'CreditApplied' && fact.creditId === id) left -= fact.amountMinor
    if (fact._tag === 'CreditUnapplied' && fact.creditId === id) left += fact.amountMinor
    if (fact._tag === 'Refunded' && fact.source === 'credit-note' && fact.sourceId === id) left -= fact.amountMinor
    if (fact._tag === 'RefundCancelled' && fact.source === 'credit-note' && fact.sourceId === id)
      left += fact.amountMinor
  }
  return left
}

/** Unapplied and on account together: moving money between the two changes nothing here. */
const leftOfReceipt = (seen: ReadonlyArray<Event>, id: string): number => {
  let left = 0
  for (const { fact } of seen) {
    if (fact._tag === 'Refunded' && fact.source === 'receipt' && fact.sourceId === id) left -= fact.amountMinor
    if (fact._tag === 'RefundCancelled' && fact.source === 'receipt' && fact.sourceId === id) left += fact.amountMinor
    if (!('receiptId' in fact) || fact.receiptId !== id) continue
    if (fact._tag === 'ReceiptRecorded' || fact._tag === 'CashTransferredIn') left += fact.amountMinor
    if (fact._tag === 'CashApplied') left -= fact.amountMinor + fact.pennyMinor
    if (fact._tag === 'CashUnapplied') left += fact.amountMinor + fact.pennyMinor
    if (fact._tag === 'ReceiptVoided' || fact._tag === 'CashTransferredOut') left -= fact.amountMinor
    if (fact._tag === 'CashTransferReturned') left += fact.side === 'source' ? fact.amountMinor : -fact.amountMinor
    if ('released' in fact) left -= fact.fromUnappliedMinor + fact.fromOnAccountMinor
    if (fact._tag === 'ReturnCancelled')
      left += fact.reapplied.reduce(
        (so, { amountMinor, pennyMinor }) => so - amountMinor - pennyMinor,
        fact.returnedMinor,
      )
  }
  return left
}
