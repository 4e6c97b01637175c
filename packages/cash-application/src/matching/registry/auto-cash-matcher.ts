/** AutoCash rule sets behind the common interface: payments by value date, each against what those before it left open. */
import { autoCash } from '../autocash/auto-cash.js'
import type { AutoCashLine, AutoCashResult, AutoCashRuleSet } from '../autocash/model.js'
import { byAge, eligibleItems } from '../autocash/open-balance.js'
import { closed } from '../autocash/rule-answer.js'
import type { MatchPayment } from '../decision/model.js'
import type { Difference, MatchPlan, PlannedCharge, PlannedLine } from '../plan/model.js'
import { matcherOf } from './matcher-of.js'
import type { Matcher, MatcherAnswer, MatcherDecision, MatcherItem } from './model.js'
import { eachOnce } from '../decision/payment-order.js'

/**
 * An AutoCash rule set as a matcher. A payment that claims to settle everything is for a person; one that comes twice
 * under one id is answered once.
 *
 * @law cash, charges, penny and remainder of a plan are the payment
 * @category policies
 * @since 0.1.0
 */
export const autoCashMatcher = (ruleSet: AutoCashRuleSet): Matcher =>
  matcherOf(ruleSet, ({ payments, items }) => {
    let open = items
    return eachOnce(payments).map((payment): MatcherDecision => {
      const answer = answerOf(payment, ruleSet, open)
      if (answer._tag === 'Apply') open = afterwards(open, answer.plan)
      return { paymentId: payment.paymentId, answer }
    })
  })

const answerOf = (
  payment: MatchPayment,
  ruleSet: AutoCashRuleSet,
  items: ReadonlyArray<MatcherItem>,
): MatcherAnswer => {
  if (!Number.isSafeInteger(payment.amountMinor) || payment.amountMinor <= 0) return { _tag: 'None' }
  const result = autoCash(ruleSet, items, payment)
  switch (result.outcome) {
    case 'applied': {
      const plan = autoCashPlan(result)
      return payment.fullSatisfactionClaimed === undefined
        ? {
            _tag: 'Apply',
            by: result.rule ?? 'none',
            plan,
            ...(result.tieBreak === undefined ? {} : { tieBreak: result.tieBreak }),
          }
        : { _tag: 'Ambiguous', because: 'full-satisfaction', plans: [plan] }
    }
    case 'ambiguous': {
      const eligible = [...eligibleItems(items, payment, ruleSet.options)].sort(byAge)
      const lines = result.candidates.map((ids) => eligible.filter(({ item }) => ids.includes(item.itemId)).map(closed))
      return {
        _tag: 'Ambiguous',
        because: 'rival',
        plans: lines.map((set) => autoCashPlan({ ...result, lines: set, remainderMinor: 0 })),
      }
    }
    case 'undecided':
      return { _tag: 'Undecided', because: result.rule === undefined ? 'range' : 'budget' }
    case 'none':
      return { _tag: 'None' }
  }
}

/**
 * What an AutoCash result asks of the account. A late charge is no part of its item: the money for it is a charge of its own.
 *
 * @law cash, charges, penny and remainder of a plan are the payment
 * @category policies
 * @since 0.1.0
 */
export const autoCashPlan = ({ lines, remainder, remainderMinor }: AutoCashResult): MatchPlan => {
  const charges = lines
    .filter(({ lateChargeMinor }) => lateChargeMinor > 0)
    .map(({ itemId, lateChargeMinor }): PlannedCharge => ({
      itemId,
      kind: 'late-charge',
      amountMinor: lateChargeMinor,
    }))
  return {
    lines: lines.map(plannedLine),
    ...(charges.length === 0 ? {} : { charges }),
    pennyMinor: 0,
    remainderMinor,
    remainder,
  }
}

const plannedLine = (line: AutoCashLine): PlannedLine => {
  const { discountKind, discountMinor } = line
  const differences: ReadonlyArray<Difference> =
    discountKind === undefined || discountMinor === 0
      ? []
      : [{ _tag: 'Discount', kind: discountKind, amountMinor: discountMinor }]
  return {
    itemId: line.itemId,
    cashMinor: line.cashMinor - line.lateChargeMinor,
    differences,
    openMinor: line.openMinor,
  }
}

/** Credits that were used and items that were closed are gone; what is left of an item is open with its rest. */
const afterwards = (
  items: ReadonlyArray<MatcherItem>,
  { lines, charges = [] }: MatchPlan,
): ReadonlyArray<MatcherItem> => {
  const left = new Map(lines.map(({ itemId, openMinor }) => [itemId, openMinor]))
  const charged = new Map(charges.map(({ itemId, amountMinor }) => [itemId, amountMinor]))
  return items
    .map((item) => ({
      ...item,
      openMinor: left.get(item.itemId) ?? item.openMinor,
      lateChargeMinor: (item.lateChargeMinor ?? 0) - (charged.get(item.itemId) ?? 0),
    }))
    .filter(({ openMinor }) => openMinor !== 0)
}
