/** Which items a step takes a payment to be for; none where it does not speak, several sets where it cannot tell. */
import type { LocalDate } from '@quittance/kernel'
import type { ReconcileModel, ReconcileStep } from './model.js'
import { toleratedMinor } from './settle.js'
import type { Target } from './targets.js'
import { readings } from './walk.js'

/** Sets of items that fit, in the order of the rule set; each in that order. @internal */
export type Aims = ReadonlyArray<ReadonlyArray<Target>>

/** @internal */
export const aimsOf = (
  step: ReconcileStep,
  targets: ReadonlyArray<Target>,
  amountMinor: number,
  day: LocalDate,
  ruleSet: ReconcileModel,
): Aims => {
  const debits = targets.filter(({ openMinor }) => openMinor > 0)
  switch (step) {
    case 'customer-total':
      // Credits go first: they are money for the rest.
      return debits.length > 0 && fits(targets, amountMinor, ruleSet)
        ? [[...targets.filter(({ openMinor }) => openMinor < 0), ...debits]]
        : []
    case 'exact-single':
      return debits.filter((one) => one.on <= day && fits([one], amountMinor, ruleSet)).map((one) => [one])
    case 'within-tolerance':
      return debits.filter((one) => one.on <= day && isNear(one, amountMinor, ruleSet)).map((one) => [one])
    case 'more-than-all':
      return debits.length > 0 && amountMinor > payable(debits) ? [debits] : []
    case 'in-order':
      return debits.length > 0 ? [debits] : []
  }
}

/** Whether an amount closes all of these to the cent, in one of the ways in which it may be meant. @internal */
export const fits = (targets: ReadonlyArray<Target>, amountMinor: number, ruleSet: ReconcileModel): boolean => {
  const openMinor = targets.reduce((so, target) => so + target.openMinor, 0)
  const discountMinor = targets.reduce((so, target) => so + target.discountMinor, 0)
  const decidedMinor = targets.reduce((so, target) => so + target.decidedMinor, 0)
  const debits = targets.filter((target) => target.openMinor > 0).length
  return readings(ruleSet.feePerItemMinor).some(({ feeMinor, withDiscount }) => {
    const wholeMinor = openMinor + feeMinor * debits - (withDiscount ? discountMinor : 0)
    return amountMinor === wholeMinor || amountMinor === wholeMinor - decidedMinor
  })
}

const isNear = (target: Target, amountMinor: number, ruleSet: ReconcileModel): boolean => {
  const payableMinor = target.openMinor - target.discountMinor
  const shortMinor = payableMinor - target.decidedMinor - amountMinor
  return shortMinor > 0
    ? shortMinor <= toleratedMinor(target.openMinor, true, ruleSet)
    : amountMinor > payableMinor && amountMinor - payableMinor <= ruleSet.maxPennyMinor
}

const payable = (targets: ReadonlyArray<Target>): number =>
  targets.reduce((so, { openMinor, discountMinor }) => so + openMinor - discountMinor, 0)
