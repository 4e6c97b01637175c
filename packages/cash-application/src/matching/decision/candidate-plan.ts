/** From a candidate to what it asks of the account: one line for each item, and what is left of the payment. */
import { invariant } from '@quittance/kernel'
import type { Difference, MatchPlan, PlannedLine } from '../plan/model.js'
import type { ItemNotInFull, MatchCandidate, MatchItem, MatchPayment } from './model.js'
import type { MatchPermission } from './policy-model.js'

/**
 * The plan of a candidate: every item of it closes in cash but for the differences that the candidate names.
 *
 * @param items - at least those that the payment was decided against
 * @law cash, penny and remainder of a plan are the payment
 * @law nothing in a plan crosses zero
 * @category decisions
 * @since 0.1.0
 */
export const candidatePlan = (
  { itemIds, notInFull, pennyMinor }: Pick<MatchCandidate, 'itemIds' | 'notInFull' | 'pennyMinor'>,
  items: ReadonlyArray<MatchItem>,
  { amountMinor }: Pick<MatchPayment, 'amountMinor'>,
): MatchPlan => {
  const openOf = new Map(items.map(({ itemId, openMinor }) => [itemId, openMinor]))
  const special = new Map(notInFull.map((one) => [one.itemId, one]))
  const lines = itemIds.map((itemId): PlannedLine => {
    const beforeMinor = openOf.get(itemId)
    invariant(beforeMinor !== undefined, 'a candidate is of the items that it was found among')
    const { differences, openMinor } = special.get(itemId) ?? { differences: [], openMinor: 0 }
    return { itemId, cashMinor: beforeMinor - closedMinor(differences) - openMinor, differences, openMinor }
  })
  const cashMinor = lines.reduce((so, line) => so + line.cashMinor, 0)
  return { lines, pennyMinor, remainderMinor: amountMinor - cashMinor - pennyMinor, remainder: 'unapplied' }
}

/** What differences close of an item; a deduction stays open under its own name. */
const closedMinor = (differences: ReadonlyArray<Difference>): number =>
  differences.reduce((so, { _tag, amountMinor }) => (_tag === 'Deduction' ? so : so + amountMinor), 0)

/** What a candidate needs to be permitted. A credit may leave a part of its own charge open. @internal */
export const permissionsOf = ({
  notInFull,
  pennyMinor,
  otherAccounts = [],
  routes,
}: MatchCandidate): ReadonlySet<MatchPermission> => {
  const isLinked = routes.some(({ rule }) => rule === 'linked')
  return new Set([
    ...notInFull.flatMap(permissionsOfItem).filter((one) => !(isLinked && one === 'short-pay')),
    ...(pennyMinor === 0 ? [] : (['small-difference'] as const)),
    ...(otherAccounts.length === 0 ? [] : (['cross-account'] as const)),
  ])
}

const permissionsOfItem = ({ differences, openMinor }: ItemNotInFull): ReadonlyArray<MatchPermission> => [
  ...differences.map((difference): MatchPermission => {
    switch (difference._tag) {
      case 'Discount':
        return difference.kind === 'earned' ? 'earned-discount' : 'unearned-discount'
      case 'SmallDifference':
        return 'small-difference'
      case 'BankFee':
        return 'bank-fee'
      case 'Deduction':
      case 'Chargeback':
        return 'short-pay'
    }
  }),
  ...(openMinor > 0 ? (['short-pay'] as const) : []),
]
