/** Everything known of how each customer pays, at a point in time, with what was not their fault marked. */
import { earlierOf, type LocalDate } from '@quittance/kernel'
import { because } from '../ledger-view/because.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { type DebtorView, returnedPaymentsAt } from './debtor-view.js'
import { disputesAgainstUs } from './disputes-against-us.js'
import { owedItemRecords } from './owed-item-records.js'
import { type PromiseVerdictOnRecord, verdictsOnRecord } from './promise-notes.js'
import type { PayerRecord, SettledPromise } from './record.js'

/** Why a promise that was not kept is not held against its customer. @category projections @since 0.1.0 */
export type PromiseExcuse = 'dispute open' | 'dispute accepted' | 'payment applied late'

/**
 * The record of every customer. A promise not kept carries a cause where, at the end of its window, as much as was
 * missing stood in dispute (and the dispute was not rejected), or lay with us unapplied.
 *
 * @law a finding names at least two broken promises that exist
 * @category projections
 * @since 0.1.0
 */
export const payerRecords = (view: DebtorView, at: PointInTime): ReadonlyArray<PayerRecord> => {
  const items = owedItemRecords(view.ledger, at)
  const subjects = subjectsByCustomer(view.ledger)
  return [...subjects.keys()].sort().map((customer) => ({
    customer,
    promises: verdictsOnRecord(view.promises, customer, at).map((verdict) =>
      settled(view.ledger, subjects.get(customer) ?? [], verdict, at),
    ),
    items: items.get(customer) ?? [],
    excuses: [],
    returns: returnedPaymentsAt(view, customer, at),
  }))
}

const subjectsByCustomer = (view: LedgerView): ReadonlyMap<string, ReadonlyArray<number>> => {
  const byCustomer = new Map<string, Array<number>>()
  for (const [index, { customer }] of view.subjects.entries()) {
    const own = byCustomer.get(customer)
    if (own === undefined) byCustomer.set(customer, [index])
    else own.push(index)
  }
  return byCustomer
}

const settled = (
  view: LedgerView,
  subjects: ReadonlyArray<number>,
  verdict: PromiseVerdictOnRecord,
  at: PointInTime,
): SettledPromise => {
  const { promiseId, settledOn, state, factId } = verdict
  const cause = state === 'kept' ? undefined : causeOf(view, subjects, verdict, at)
  return { promiseId, settledOn, state, factIds: [factId], ...(cause === undefined ? {} : { cause }) }
}

const causeOf = (
  view: LedgerView,
  subjects: ReadonlyArray<number>,
  { windowEndsOn, itemIds, currency, shortMinor }: PromiseVerdictOnRecord,
  at: PointInTime,
): PromiseExcuse | undefined => {
  const ends = { asOf: earlierOf(windowEndsOn, at.asOf), knownAt: at.knownAt }
  const bound = new Set(itemIds)
  let disputedMinor = 0
  let isOpen = false
  let lyingMinor = 0
  for (const index of subjects) {
    const subject = view.subjects[index]
    if (subject === undefined || subject.currency !== currency) continue
    if (subject.kind === 'receipt') lyingMinor += lyingAt(view, index, windowEndsOn, ends)
    else if (subject.kind === 'item' && (bound.size === 0 || bound.has(subject.id)))
      for (const dispute of disputesAgainstUs(view, index, at)) {
        if (dispute.raisedOn > windowEndsOn || (dispute.endedOn ?? windowEndsOn) < windowEndsOn) continue
        disputedMinor += dispute.disputedMinor
        isOpen ||= dispute.endedOn === undefined
      }
  }
  if (shortMinor > 0 && lyingMinor >= shortMinor) return 'payment applied late'
  return disputedMinor > 0 && disputedMinor >= shortMinor ? (isOpen ? 'dispute open' : 'dispute accepted') : undefined
}

/** What lay unapplied of a receipt that came within the window. */
const lyingAt = (view: LedgerView, index: number, windowEndsOn: LocalDate, ends: PointInTime): number =>
  (view.subjects[index]?.on ?? windowEndsOn) > windowEndsOn
    ? 0
    : because(view, index, ends).reduce((so, { measure, minor }) => (measure === 'unapplied' ? so + minor : so), 0)
