/** What becomes of the difference at the end of a walk: every one gets a name, or stays where it is. */
import { percentOf } from '@quittance/kernel'
import type { Difference } from '../plan/model.js'
import type { ReconcileModel } from './model.js'
import type { Target } from './targets.js'
import { type Step, walk } from './walk.js'

/** One item after a settlement. @internal */
export interface SettledItem {
  readonly itemId: string
  readonly cashMinor: number
  readonly differences: ReadonlyArray<Difference>
  readonly feeMinor: number
  readonly openMinor: number
}

/** @internal */
export interface Settlement {
  readonly items: ReadonlyArray<SettledItem>
  readonly pennyMinor: number
  readonly leftMinor: number
}

/**
 * Settle items in order with an amount. A tolerance is for one item alone, and what a person decided to give up comes off
 * what is short before anything else does.
 *
 * @internal
 */
export const settle = (targets: ReadonlyArray<Target>, amountMinor: number, ruleSet: ReconcileModel): Settlement => {
  const { steps, leftMinor } = walk(targets, amountMinor, ruleSet.feePerItemMinor, ruleSet.discountOnPart)
  const items = steps.map((step) => settled(step, steps.length === 1, ruleSet))
  const hasPenny = items.length > 0 && leftMinor > 0 && leftMinor <= ruleSet.maxPennyMinor
  return { items, pennyMinor: hasPenny ? leftMinor : 0, leftMinor: hasPenny ? 0 : leftMinor }
}

const settled = (
  { target, cashMinor, discountMinor, feeMinor, restMinor }: Step,
  isAlone: boolean,
  ruleSet: ReconcileModel,
): SettledItem => {
  const discount: ReadonlyArray<Difference> =
    discountMinor === 0 ? [] : [{ _tag: 'Discount', kind: 'earned', amountMinor: discountMinor }]
  const shortMinor = restMinor - Math.min(target.decidedMinor, restMinor)
  const gap = shortMinor === 0 ? undefined : gapOf(target, shortMinor, isAlone, ruleSet)
  const closedMinor = gap === undefined || gap._tag === 'Deduction' ? 0 : gap.amountMinor
  return {
    itemId: target.itemId,
    cashMinor,
    differences: gap === undefined ? discount : [...discount, gap],
    feeMinor,
    openMinor: restMinor - closedMinor,
  }
}

/** The first that fits: written off, moved to a debit item of its own, a discount that was not earned. */
const gapOf = (
  target: Target,
  shortMinor: number,
  isAlone: boolean,
  ruleSet: ReconcileModel,
): Difference | undefined => {
  const isUnearned = shortMinor === target.unearnedMinor
  if (shortMinor <= toleratedMinor(target.openMinor, isAlone, ruleSet))
    return { _tag: 'SmallDifference', amountMinor: shortMinor }
  if (ruleSet.shortPayment === 'chargeback')
    return { _tag: 'Chargeback', reason: isUnearned ? 'unearned-discount' : 'short-payment', amountMinor: shortMinor }
  return isUnearned ? { _tag: 'Deduction', reason: 'unearned-discount', amountMinor: shortMinor } : undefined
}

/**
 * The most that may be written off of an item of which so much is open: the smallest of the limits that there are, and
 * of several items paid together only the general one.
 *
 * @internal
 */
export const toleratedMinor = (
  openMinor: number,
  isAlone: boolean,
  { tolerance, writeOffLimitMinor }: ReconcileModel,
): number => {
  const { percent, amountMinor } = tolerance
  const own = [
    ...(percent === undefined ? [] : [percentOf(openMinor, percent)]),
    ...(amountMinor === undefined ? [] : [amountMinor]),
  ]
  if (own.length > 0 && !isAlone) return 0
  const limits = writeOffLimitMinor === undefined ? own : [...own, writeOffLimitMinor]
  return limits.length === 0 ? 0 : Math.min(...limits)
}
