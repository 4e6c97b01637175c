/** The rule set that causes are found by: the shipped one, or one out of a file. */
import { type CauseRules, decodeCauseRules, shippedCauseRules } from '@quittance/projections'
import { policyOf } from '../read-policy.js'

/** @param file - as `--rules` names it @category policies @since 0.1.0 */
export const causeRulesOf = (file: string | undefined): CauseRules =>
  policyOf({ option: '--rules', what: 'a rule set of causes', file }, shippedCauseRules, (json) =>
    decodeCauseRules(json),
  )
