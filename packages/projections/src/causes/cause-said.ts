/** What somebody said of a cause, read by the tables of a rule set. */
import { causeEntry, unknownCause } from '../disputes/cause-taxonomy.js'
import { mapCode } from '../disputes/code-mapping.js'
import type { CauseRules } from './cause-rules.js'
import { readWords } from './read-words.js'

/** The tables that read what was said; a rule set has them. @category policies @since 0.1.0 */
export type ReasonTables = Pick<CauseRules, 'taxonomy' | 'codes' | 'customerCodes' | 'words'>

/** A cause of the taxonomy stands for itself; anything else is a code, read by the customer's own table first, or words. @internal */
export const causeSaid = (
  said: string,
  customer: string,
  { taxonomy, codes, customerCodes, words }: ReasonTables,
): { readonly cause: string; readonly rawCode?: string } => {
  if (causeEntry(taxonomy, said).cause === said) return { cause: said }
  const own =
    customerCodes !== undefined && Object.hasOwn(customerCodes, customer) ? customerCodes[customer] : undefined
  for (const table of [own, codes]) {
    const cause = table === undefined ? unknownCause.cause : mapCode(table, said).cause
    if (cause !== unknownCause.cause) return { cause, rawCode: said }
  }
  const spoken = words === undefined ? undefined : readWords(words, said)
  return { cause: spoken ?? unknownCause.cause, rawCode: said }
}
