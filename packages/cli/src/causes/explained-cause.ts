/** An invoice's causes with the facts that they rest on, by their ids. */
import type { EventStore } from '@quittance/event-store'
import type { LocalDate } from '@quittance/kernel'
import {
  type CauseBooks,
  type CauseRules,
  describeFact,
  explainItem,
  type ItemExplanation,
  type LedgerFact,
  type PointInTime,
} from '@quittance/projections'
import { documentClaim, readFacts } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'

/** A fact that evidence rests on. @category model @since 0.1.0 */
export interface EvidenceFact {
  readonly position: number
  readonly id: string
  readonly tag: string
  readonly on: LocalDate
  readonly recordedAt: string
  readonly sentence: string
}

/** An explanation with its facts by position. @category projections @since 0.1.0 */
export interface ExplainedCause {
  readonly at: PointInTime
  readonly explanation: ItemExplanation
  readonly facts: ReadonlyMap<number, EvidenceFact>
}

/** Where the question is put. @category model @since 0.1.0 */
export interface CauseDesk {
  readonly store: EventStore
  readonly entity: string
  readonly books: CauseBooks
  readonly at: PointInTime
  readonly rules: CauseRules
}

/** Everything that is said of the cause of an item. The facts are read again from the one account that has them. @category commands @since 0.1.0 */
export const explainedCause = async (
  { store, entity, books, at, rules }: CauseDesk,
  itemId: string,
): Promise<ExplainedCause> => {
  const explanation = explainItem(books, at, rules, { itemId })
  const stream = await store.claimedBy(documentClaim(entity, itemId))
  if (stream === undefined) throw new CliFailure(`no document ${itemId} in the ledger of ${entity}`)
  if (explanation === undefined)
    throw new CliFailure(`${itemId}: nothing was owed under this number on ${at.asOf}, or nobody knew of it`)
  const read = readFacts((await store.read(stream)).facts)
  if (E.isLeft(read)) throw new CliFailure(`${stream}: ${describeLedgerFailure(read.left)}`)
  const wanted = new Set(explanation.positions)
  const facts = read.right
    .filter(({ position }) => wanted.has(position))
    .map(({ position, id, fact, effectiveOn, recordedAt }) => ({
      position,
      id,
      tag: fact._tag,
      on: effectiveOn,
      recordedAt,
      sentence: describeFact(fact as LedgerFact, explanation.item.currency),
    }))
  return { at, explanation, facts: new Map(facts.map((fact) => [fact.position, fact])) }
}

/** For programs: the explanation, and the facts in stream order. @category commands @since 0.1.0 */
export const explainedCauseJson = ({ at, explanation, facts }: ExplainedCause): string => {
  const { subject: _, ...item } = explanation.item
  return JSON.stringify({ ...at, ...explanation, item, facts: [...facts.values()] })
}
