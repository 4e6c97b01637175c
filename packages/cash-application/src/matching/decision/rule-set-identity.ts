/** What a rule set is called in facts: its id and version, and the hash of all it says. */
import { canonicalJson, sha256Hex } from '@quittance/kernel'
import type { PolicyRef } from '../../model.js'

/**
 * `id@version#hash`, the hash being SHA-256 over the canonical JSON: two rule sets with one name are told apart.
 *
 * @law one name for one rule set
 * @category policies
 * @since 0.1.0
 */
export const ruleSetName = <RuleSet extends PolicyRef>(ruleSet: RuleSet): string =>
  `${ruleSet.id}@${ruleSet.version}#${sha256Hex(canonicalJson(ruleSet))}`
