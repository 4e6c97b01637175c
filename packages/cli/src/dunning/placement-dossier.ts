/** All that a placement of an account is decided by: the signs with their facts, and the papers. */
import {
  type HeldDocument,
  type PlacementAdvice,
  placementAdvice,
  type PlacementFile,
  placementFile,
  type PlacementPolicy,
  shippedPlacementNeeds,
} from '@quittance/dunning'
import { accountStream, type Fact, type Recorded } from '@quittance/kernel'
import {
  accountPromises,
  openItems,
  placementDocuments,
  placementEvidence,
  type PointInTime,
} from '@quittance/projections'
import { readFacts } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import type { Desk } from '../matching/desk.js'

/** Whether to place an account, and why. @category model @since 0.1.0 */
export interface AccountAdvice extends PlacementAdvice {
  readonly customer: string
  readonly overdue: ReadonlyArray<string>
}

const factsOf = async (desk: Desk, customer: string): Promise<ReadonlyArray<Recorded<Fact>>> => {
  const { facts } = await desk.store.read(accountStream(desk.entity, customer))
  const read = readFacts(facts)
  if (E.isLeft(read)) throw new CliFailure(`account ${customer}: ${describeLedgerFailure(read.left)}`)
  return read.right
}

/** Past due with something undisputed open, by item. */
const overdueOf = (desk: Desk, customer: string, at: PointInTime) =>
  openItems(desk.view, at, { customer }).filter(
    ({ dueOn, openMinor, disputedMinor }) => dueOn < at.asOf && openMinor > disputedMinor,
  )

/** The advice on an account at a point in time: every sign names the facts that show it. @category projections @since 0.1.0 */
export const adviceOn = async (
  desk: Desk,
  customer: string,
  at: PointInTime,
  policy: PlacementPolicy,
): Promise<AccountAdvice> => {
  const facts = await factsOf(desk, customer)
  const overdue = overdueOf(desk, customer, at)
  const running = accountPromises(facts as Parameters<typeof accountPromises>[0], at).filter(
    ({ standing, windowEndsOn }) => standing === 'open' && windowEndsOn >= at.asOf,
  )
  const hasPlan =
    overdue.length > 0 &&
    overdue.every(({ itemId, currency }) =>
      running.some((one) => one.currency === currency && (one.itemIds.length === 0 || one.itemIds.includes(itemId))),
    )
  const evidence = placementEvidence(facts, { on: at.asOf, knownAt: at.knownAt, overdue, hasPlan })
  return {
    customer,
    overdue: [...new Set(overdue.map(({ itemId }) => itemId))],
    ...placementAdvice(evidence, policy),
  }
}

/** The file of an account: what the ledger can show, what was said to be there, and what is missing. @category projections @since 0.1.0 */
export const fileOf = async (
  desk: Desk,
  customer: string,
  at: PointInTime,
  said: { readonly items?: ReadonlyArray<string>; readonly held: ReadonlyArray<HeldDocument> },
): Promise<PlacementFile & { readonly items: ReadonlyArray<string> }> => {
  const items = said.items ?? [...new Set(overdueOf(desk, customer, at).map(({ itemId }) => itemId))]
  const shown = placementDocuments(await factsOf(desk, customer), items, at)
  return { items, ...placementFile(items, [...shown, ...said.held], shippedPlacementNeeds) }
}
