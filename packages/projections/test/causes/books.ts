/** The two views of a story's facts, and the questions that the examples put to them. */
import type { Fact, Recorded } from '@quittance/kernel'
import {
  addCauseFacts,
  addFacts,
  type CauseBooks,
  type CausedItem,
  type CauseRules,
  emptyCauseView,
  emptyLedgerView,
  explainItem,
  type ItemExplanation,
  rootCauses,
  shippedCauseRules,
} from '../../src/index.js'
import { asOf } from '../account/scene.js'

export const booksOf = (facts: ReadonlyArray<Recorded<Fact>>): CauseBooks => ({
  ledger: addFacts(emptyLedgerView(), facts),
  causes: addCauseFacts(emptyCauseView(), facts),
})

interface Story {
  readonly facts: ReadonlyArray<Recorded<Fact>>
}

/** The rows of what is past due on a day. */
export const pastDueOn = (
  { facts }: Story,
  day: string,
  known?: string,
  rules: CauseRules = shippedCauseRules,
): ReadonlyArray<CausedItem> => rootCauses(booksOf(facts), asOf(day, known), rules).rows

/** The explanation of one item, late or not, which must be there. */
export const explained = ({ facts }: Story, itemId: string, day: string, known?: string): ItemExplanation => {
  const explanation = explainItem(booksOf(facts), asOf(day, known), shippedCauseRules, { itemId })
  if (explanation === undefined) throw new Error(`there is no ${itemId}`)
  return explanation
}

/** The cause of one item on a day. */
export const causeOf = (story: Story, itemId: string, day: string, known?: string): string =>
  explained(story, itemId, day, known).item.cause
