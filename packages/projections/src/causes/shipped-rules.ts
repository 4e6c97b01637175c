/** The rules that come with the library, and the rule set that runs them. */
import { shippedCauses } from '../disputes/cause-taxonomy.js'
import { x12Reasons } from '../disputes/code-mapping.js'
import type { CauseRule } from './cause-rule.js'
import { type CauseRules, shippedWeighing } from './cause-rules.js'
import { raisedDispute, resolvedDispute, taggedDispute } from './rules/disputes.js'

/** Every rule of the library, the strongest kind of evidence first. Put your own behind them. @category policies @since 0.1.0 */
export const shippedRuleFunctions: ReadonlyArray<CauseRule> = [resolvedDispute, taggedDispute, raisedDispute]

/** The shipped rule set: every rule of the library with its own settings. @category policies @since 0.1.0 */
export const shippedCauseRules: CauseRules = {
  id: 'shipped-causes',
  version: 1,
  taxonomy: shippedCauses,
  codes: x12Reasons,
  weighing: shippedWeighing,
  rules: shippedRuleFunctions.map(({ id }) => ({ rule: id })),
}
