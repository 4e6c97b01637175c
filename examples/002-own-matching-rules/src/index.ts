export { ownMatchingRules, type Told } from './own-matching-rules.js'
export { type WholeMonth, wholeMonthKind, wholeMonthMatcher } from './whole-month.js'
