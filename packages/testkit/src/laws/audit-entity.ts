/** The laws that all accounts of an entity keep, each for itself and together. */
import { auditLog, type Finding } from './audit-laws.js'
import type { EntityLaw, EntityLogs } from './entity-law.js'
import { entityConserved, transfersConserved, transfersConservedEveryDay } from './transfer-laws.js'

/** Every law of the accounts of one entity together. @category laws @since 0.1.0 */
export const entityLaws: ReadonlyArray<EntityLaw> = [transfersConserved, transfersConservedEveryDay, entityConserved]

/** A law that the accounts of an entity break, and where. @category laws @since 0.1.0 */
export interface EntityFinding extends Finding {
  readonly stream: string
}

/**
 * Each law that an account breaks by itself, and each that the accounts break together; nothing when all is well.
 * The logs must be those of every account of the entity: money that arrived from an account left out comes from nowhere.
 *
 * @example
 * auditEntity([seededHistory(1, 5).recorded]) // => []
 * @category laws
 * @since 0.1.0
 */
export const auditEntity = (logs: EntityLogs): ReadonlyArray<EntityFinding> => [
  ...logs.flatMap((log) => auditLog(log).map((finding) => ({ stream: log[0]?.stream ?? '', ...finding }))),
  ...entityLaws.flatMap(({ name, breach }) => {
    const found = breach(logs)
    return found === undefined ? [] : [{ law: name, ...found }]
  }),
]
