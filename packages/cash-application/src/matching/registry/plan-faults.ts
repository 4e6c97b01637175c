/** What is wrong with a plan, whoever made it: the laws that every rule set is held to, as a check. */
import type { MatchPayment } from '../decision/model.js'
import type { MatchPlan, PlannedLine } from '../plan/model.js'
import type { MatcherItem } from './model.js'

/** A law that a plan breaks; `itemId` where it is about one item. @category laws @since 0.1.0 */
export interface PlanFault {
  readonly law:
    | 'whole minor units'
    | 'the parts are the payment'
    | 'each item once'
    | 'items that are open'
    | 'the parts are what was open'
    | 'nothing crosses zero'
  readonly itemId?: string
}

/**
 * Every law that a plan breaks: cash, charges, penny and remainder are the payment; cash, differences and what stays open
 * are what was open; no item twice, none that is not open, and nothing beyond zero on either side.
 *
 * @category laws
 * @since 0.1.0
 */
export const planFaults = (
  { amountMinor }: Pick<MatchPayment, 'amountMinor'>,
  items: ReadonlyArray<Pick<MatcherItem, 'itemId' | 'openMinor'>>,
  plan: MatchPlan,
): ReadonlyArray<PlanFault> => {
  const { lines, charges = [], pennyMinor, remainderMinor } = plan
  const openById = new Map(items.map(({ itemId, openMinor }) => [itemId, openMinor]))
  const usedMinor =
    lines.reduce((so, { cashMinor }) => so + cashMinor, 0) + charges.reduce((so, one) => so + one.amountMinor, 0)
  const ids = lines.map(({ itemId }) => itemId)
  const areWhole = [usedMinor, pennyMinor, remainderMinor, ...lines.map(({ openMinor }) => openMinor)].every(
    Number.isSafeInteger,
  )
  return [
    ...(areWhole ? [] : [{ law: 'whole minor units' } as const]),
    ...(usedMinor + pennyMinor + remainderMinor === amountMinor ? [] : [{ law: 'the parts are the payment' } as const]),
    ...(pennyMinor >= 0 && remainderMinor >= 0 && charges.every((charge) => charge.amountMinor > 0)
      ? []
      : [{ law: 'nothing crosses zero' } as const]),
    ...ids
      .filter((itemId, at) => ids.indexOf(itemId) < at)
      .map((itemId): PlanFault => ({ law: 'each item once', itemId })),
    ...lines.flatMap((line) => lineFaults(line, openById.get(line.itemId))),
  ]
}

const lineFaults = (line: PlannedLine, openMinor: number | undefined): ReadonlyArray<PlanFault> => {
  const { itemId, cashMinor, differences } = line
  if (openMinor === undefined || openMinor === 0) return [{ law: 'items that are open', itemId }]
  const sign = openMinor < 0 ? -1 : 1
  // What is held back stays open on the item under a name of its own; every other difference closes a part of it.
  const closedMinor = differences.reduce((so, one) => so + (one._tag === 'Deduction' ? 0 : one.amountMinor), 0)
  const heldMinor = differences.reduce((so, one) => so + (one._tag === 'Deduction' ? one.amountMinor : 0), 0)
  const adds = cashMinor + sign * closedMinor + line.openMinor === openMinor
  const stays = sign * cashMinor >= 0 && sign * line.openMinor >= heldMinor
  return [
    ...(adds ? [] : [{ law: 'the parts are what was open', itemId } as const]),
    ...(stays && differences.every(({ amountMinor }) => amountMinor > 0)
      ? []
      : [{ law: 'nothing crosses zero', itemId } as const]),
  ]
}
