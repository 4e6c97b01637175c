/** What was recorded of each promise, kept so that it can be asked for any day and as known at any moment. */
import type { Fact, LocalDate, Recorded } from '@quittance/kernel'
import { addDays, epochDay, instantMillis } from '@quittance/kernel'
import type { PromisesFact } from '@quittance/promises-to-pay'
import { knownBy } from '../ledger-view/known-by.js'
import type { PointInTime } from '../point-in-time.js'

/** One fact about a promise. @category projections @since 0.1.0 */
export interface PromiseNote {
  readonly factId: string
  readonly fact: PromisesFact
  readonly effectiveDay: number
  readonly recordedMillis: number
}

/** The facts of a customer's promises by promise, in stream order. @category projections @since 0.1.0 */
export type PromiseNotes = Map<string, Map<string, Array<PromiseNote>>>

/** A promise with its last verdict that stands, as it was recorded. @category projections @since 0.1.0 */
export interface PromiseVerdictOnRecord {
  readonly promiseId: string
  readonly state: 'kept' | 'partly-kept' | 'broken'
  /** The day from which nothing could change it but a correction: on a kept one the day that made it enough, else the day after its window. */
  readonly settledOn: LocalDate
  /** The last day whose money counted. */
  readonly windowEndsOn: LocalDate
  readonly currency: string
  readonly shortMinor: number
  /** The items it was for; none: the balance. */
  readonly itemIds: ReadonlyArray<string>
  readonly factId: string
}

const isPromiseFact = (fact: Fact): fact is PromisesFact =>
  fact._tag.startsWith('Promise') && 'promiseId' in fact && typeof fact.promiseId === 'string'

/** Note a fact, if it is about a promise. @category projections @since 0.1.0 */
export const notePromise = (notes: PromiseNotes, customer: string, recorded: Recorded<Fact>): void => {
  const { fact, id, effectiveOn, recordedAt } = recorded
  if (!isPromiseFact(fact)) return
  const byPromise = notes.get(customer) ?? new Map<string, Array<PromiseNote>>()
  notes.set(customer, byPromise)
  const own = byPromise.get(fact.promiseId) ?? []
  byPromise.set(fact.promiseId, own)
  own.push({ factId: id, fact, effectiveDay: epochDay(effectiveOn), recordedMillis: instantMillis(recordedAt) })
}

/**
 * The verdicts of a customer that stood at a point in time: the last one of each promise, unless it was taken
 * back since. A promise that was replaced after its day counts as what the money said on that day.
 *
 * @law a promise settles on the day after its window, unless it was kept or replaced before
 * @category projections
 * @since 0.1.0
 */
export const verdictsOnRecord = (
  notes: PromiseNotes,
  customer: string,
  at: PointInTime,
): ReadonlyArray<PromiseVerdictOnRecord> => {
  return [...(notes.get(customer)?.values() ?? [])].flatMap((own) => {
    const verdict = lastVerdict(knownBy(own, at))
    return verdict === undefined ? [] : [verdict]
  })
}

const lastVerdict = (notes: ReadonlyArray<PromiseNote>): PromiseVerdictOnRecord | undefined => {
  let standing: PromiseVerdictOnRecord | undefined
  let made: Extract<PromisesFact, { readonly _tag: 'PromiseMade' }> | undefined
  for (const { fact, factId } of notes) {
    if (fact._tag === 'PromiseMade') made = fact
    if (made === undefined) continue
    const { promiseId, currency, windowEndsOn } = made
    const itemIds = made.items.map(({ itemId }) => itemId)
    const base = { promiseId, currency, windowEndsOn, itemIds, factId }
    switch (fact._tag) {
      case 'PromiseKept':
        standing = { ...base, state: 'kept', settledOn: fact.reachedOn, shortMinor: 0 }
        break
      case 'PromisePartlyKept':
      case 'PromiseBroken': {
        const state = fact._tag === 'PromiseBroken' ? 'broken' : 'partly-kept'
        standing = { ...base, state, settledOn: addDays(fact.windowEndsOn, 1), shortMinor: fact.shortMinor }
        break
      }
      case 'PromiseSuperseded':
        standing =
          fact.countsAs === 'nothing'
            ? standing
            : {
                ...base,
                state: fact.countsAs,
                settledOn: fact.on,
                shortMinor: fact.replacedMinor - fact.keptMinor,
              }
        break
      case 'PromiseReopened':
      case 'PromiseVoided':
      case 'PromiseWithdrawn':
        standing = undefined
        break
      case 'PromiseMade':
      case 'PromiseConfirmed':
        break
    }
  }
  return standing
}
