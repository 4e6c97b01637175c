/** Laws of an entity: what several accounts of one seller must keep together, as money moves between them. */
import type { Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import type { AccountLog, Breach } from './law.js'

/** The logs of all accounts of one entity, in any order, each from its first fact. @category laws @since 0.1.0 */
export type EntityLogs = ReadonlyArray<AccountLog>

/** Where a law of an entity is broken: at which fact of which account, and how. @category laws @since 0.1.0 */
export interface EntityBreach extends Breach {
  readonly stream: string
}

/** A law of all accounts of an entity together. @category laws @since 0.1.0 */
export interface EntityLaw {
  readonly name: string
  /** The first breach in the logs, in the order in which the store took the facts, or nothing. */
  readonly breach: (logs: EntityLogs) => EntityBreach | undefined
  /** Whether the logs keep the law. */
  readonly holds: (logs: EntityLogs) => boolean
}

/**
 * A law from its name and a reader of facts, which is made anew for every check, is given the facts of all accounts
 * in the order of the store, and says what is wrong after each.
 *
 * @category laws
 * @since 0.1.0
 */
export const entityLaw = (
  name: string,
  reader: () => (recorded: Recorded<AccountFact>) => string | undefined,
): EntityLaw => {
  const breach: EntityLaw['breach'] = (logs) => {
    const wrong = reader()
    for (const recorded of logs.flat().sort((a, b) => a.position - b.position)) {
      const says = wrong(recorded)
      if (says !== undefined) {
        const { stream, revision, fact } = recorded
        return { stream, revision, says: `after ${fact._tag}: ${says}` }
      }
    }
    return undefined
  }
  return { name, breach, holds: (logs) => breach(logs) === undefined }
}
