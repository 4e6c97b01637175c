/**
 * A receipt through a rule set: the rules in their order, the first that applies ends the run, what is left
 * goes where the options say.
 */
import type {
  AutoCashAttempt,
  AutoCashItem,
  AutoCashReceipt,
  AutoCashResult,
  AutoCashRule,
  AutoCashRuleSet,
} from './model.js'
import { sumsAreExact } from '../solver/amount-classes.js'
import { eligibleItems, type EligibleItem } from './open-balance.js'
import type { RuleAnswer } from './rule-answer.js'
import { clearAccount } from './rules/clear-account.js'
import { clearPastDue } from './rules/clear-past-due.js'
import { clearPastDueByTerm } from './rules/clear-past-due-by-term.js'
import { combination } from './rules/combination.js'
import { matchPayment } from './rules/match-payment.js'
import { oldestFirst } from './rules/oldest-first.js'

/**
 * Run a receipt through a rule set. Proposes only; a command posts it. Balances whose sums would lose a minor unit are
 * undecided, and no rule is tried.
 *
 * @law the exact rules apply all of the receipt or nothing
 * @law oldest first leaves no older eligible item open
 * @law no rule chooses between equal sets unless it states how
 * @category policies
 * @since 0.1.0
 */
export const autoCash = (
  ruleSet: AutoCashRuleSet,
  items: ReadonlyArray<AutoCashItem>,
  receipt: AutoCashReceipt,
): AutoCashResult => {
  const eligible = eligibleItems(items, receipt, ruleSet.options)
  const tried: Array<AutoCashAttempt> = []
  if (!sumsAreExact(eligible.map(({ balanceMinor }) => balanceMinor)))
    return unapplied('undecided', undefined, tried, receipt, ruleSet)
  for (const rule of ruleSet.rules) {
    const answer = answerOf(rule, eligible, receipt, ruleSet)
    if (answer._tag === 'Fails') {
      tried.push({ rule, ...(answer.balanceMinor === undefined ? {} : { balanceMinor: answer.balanceMinor }) })
      continue
    }
    return resultOf(rule, answer, tried, receipt, ruleSet)
  }
  return unapplied('none', undefined, tried, receipt, ruleSet)
}

const answerOf = (
  rule: AutoCashRule,
  items: ReadonlyArray<EligibleItem>,
  receipt: AutoCashReceipt,
  { options }: AutoCashRuleSet,
): RuleAnswer => {
  switch (rule) {
    case 'match-payment-with-invoice':
      return matchPayment(items, receipt)
    case 'clear-the-account':
      return clearAccount(items, receipt)
    case 'clear-past-due':
      return clearPastDue(items, receipt)
    case 'clear-past-due-by-term':
      return clearPastDueByTerm(items, receipt)
    case 'apply-to-oldest-first':
      return oldestFirst(items, receipt, options)
    case 'combination':
      return combination(items, receipt)
  }
}

const resultOf = (
  rule: AutoCashRule,
  answer: Exclude<RuleAnswer, { readonly _tag: 'Fails' }>,
  tried: ReadonlyArray<AutoCashAttempt>,
  receipt: AutoCashReceipt,
  ruleSet: AutoCashRuleSet,
): AutoCashResult => {
  if (answer._tag === 'Ambiguous')
    return { ...unapplied('ambiguous', rule, tried, receipt, ruleSet), candidates: answer.candidates }
  if (answer._tag === 'Undecided') return unapplied('undecided', rule, tried, receipt, ruleSet)
  const usedMinor = answer.lines.reduce((so, { cashMinor }) => so + cashMinor, 0)
  return {
    outcome: 'applied',
    rule,
    tried,
    lines: answer.lines,
    termId: answer.termId,
    tieBreak: answer.tieBreak,
    candidates: [],
    remainderMinor: receipt.amountMinor - usedMinor,
    remainder: ruleSet.options.remainder,
  }
}

const unapplied = (
  outcome: 'ambiguous' | 'undecided' | 'none',
  rule: AutoCashRule | undefined,
  tried: ReadonlyArray<AutoCashAttempt>,
  receipt: AutoCashReceipt,
  { options }: AutoCashRuleSet,
): AutoCashResult => ({
  outcome,
  rule,
  tried,
  lines: [],
  termId: undefined,
  tieBreak: undefined,
  candidates: [],
  remainderMinor: receipt.amountMinor,
  remainder: options.remainder,
})
