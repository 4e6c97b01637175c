/** Promises as evidence on a debtor. */
import { addDays, type Fact, type LocalDate, type Recorded } from '@quittance/kernel'
import type { InvoicingFact } from '@quittance/invoicing'
import { ratedAs } from '@quittance/promises-to-pay'
import type { SettledPromise } from '../debtors/record.js'
import type { PromiseAt } from './account-promises.js'

/**
 * The promises that count, each with the day on which its verdict became final and the facts that say so. One
 * replaced after its day counts as the money said. A promise that was not kept carries a cause where its items were in
 * dispute when its window ended and the dispute was not decided against the customer.
 *
 * @param facts - the account's facts by the same point in time, in stream order
 * @law a promise settles on the day after its window, unless it was kept or replaced before
 * @category projections
 * @since 0.1.0
 */
export const settledPromises = (
  promises: ReadonlyArray<PromiseAt>,
  facts: ReadonlyArray<Recorded<Fact>>,
): ReadonlyArray<SettledPromise> =>
  promises.flatMap((promise): ReadonlyArray<SettledPromise> => {
    const state = ratedAs(promise)
    if (state === 'open' || state === 'left-out') return []
    const { promiseId, factId, history } = promise
    const said = history.findLast(({ standing }) => standing === promise.standing)
    const excuse = state === 'kept' ? undefined : disputeExcuse(promise, facts)
    return [
      {
        promiseId,
        settledOn: settledOn(promise),
        state,
        ...(excuse === undefined ? {} : { cause: excuse.cause }),
        factIds: [said?.factId ?? factId, ...(excuse?.factIds ?? [])],
      },
    ]
  })

const settledOn = ({ standing, verdict, windowEndsOn, history }: PromiseAt): LocalDate => {
  if (standing === 'superseded') return history.at(-1)?.on ?? windowEndsOn
  return verdict?.reachedOn ?? addDays(windowEndsOn, 1)
}

interface Excuse {
  readonly cause: string
  readonly factIds: ReadonlyArray<string>
}

/** In the words in which late items are excused. */
const disputeExcuse = (
  { itemIds, windowEndsOn }: PromiseAt,
  facts: ReadonlyArray<Recorded<Fact>>,
): Excuse | undefined => {
  for (const { id, fact } of facts) {
    const raised = fact as InvoicingFact
    if (raised._tag !== 'DisputeRaised' || !itemIds.includes(raised.documentId) || raised.on > windowEndsOn) continue
    const end = facts.find(
      (one) =>
        (one.fact as InvoicingFact)._tag === 'DisputeResolved' &&
        (one.fact as Extract<InvoicingFact, { readonly _tag: 'DisputeResolved' }>).disputeId === raised.disputeId,
    )
    if (end === undefined) return { cause: 'dispute open', factIds: [id] }
    const { outcome, on } = end.fact as Extract<InvoicingFact, { readonly _tag: 'DisputeResolved' }>
    if (on > windowEndsOn && (outcome === 'accepted' || outcome === 'partly-accepted'))
      return { cause: 'dispute accepted', factIds: [id, end.id] }
  }
  return undefined
}
