/**
 * Clearing up in a fixed order: what money names, credit notes, pairs of one reference, an account that comes to nothing,
 * small balances. Gone through again until nothing new is found, so that doing all of it leaves nothing to find.
 */
import { accountAtZero, smallCredits, smallDebits } from './by-balance.js'
import { byAge, byAmount, byRelation, bySharedName } from './by-credit.js'
import { byReference } from './by-reference.js'
import { type Desk, deskOf } from './desk.js'
import { leftOvers } from './left-overs.js'
import type { CleanUp, CleanUpQuestion } from './model.js'
import { proposalsOf } from './proposals-of.js'

/** Rules that join credits and debits. */
const joining: ReadonlyArray<(desk: Desk) => void> = [
  byReference,
  byRelation,
  byAmount,
  byAge,
  bySharedName,
  accountAtZero,
]

/**
 * What can be cleared up on an account in one currency. Nothing is done: every proposal has its commands, and those that
 * take it back. What fits in several ways equally is left, and says what it fits.
 *
 * @law no debit and no credit is used beyond what it has
 * @law doing a proposal and taking it back restores every balance
 * @law the order in which debits and credits come changes no proposal
 * @law no credit is taken to income
 * @law clearing up what is cleared up finds nothing
 * @category decisions
 * @since 0.1.0
 */
export const proposeCleanUp = (question: CleanUpQuestion): CleanUp => {
  const desk = deskOf(question)
  do {
    while (findsMore(desk, joining)) continue
    // Only when nothing more can be joined is it known what no credit is for.
  } while (findsMore(desk, [smallDebits, smallCredits], false))
  return { proposals: proposalsOf(desk), left: leftOvers(desk) }
}

const findsMore = (desk: Desk, rules: ReadonlyArray<(desk: Desk) => void>, looksForPartners = true): boolean => {
  const before = desk.found.length
  if (looksForPartners) desk.rivals.clear()
  for (const rule of rules) rule(desk)
  return desk.found.length > before
}
