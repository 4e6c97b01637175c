/** Laws of the log itself: its order, its commands, its written form. */
import { canonicalJson } from '@quittance/kernel'
import { accountCodecs } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { type AuditLaw, auditLaw } from './law.js'

/** Revisions count from 0 without a gap in one stream, positions rise, nothing is recorded before what precedes it, no id comes twice (P-20). @category laws @since 0.1.0 */
export const revisionsWithoutGaps: AuditLaw = auditLaw('revisions without gaps', (log) => {
  const ids = new Set<string>()
  for (const [index, { id, stream, revision, position, recordedAt, effectiveOn, fact }] of log.entries()) {
    const before = log[index - 1]
    const says =
      revision !== index
        ? `revision ${revision} stands at place ${index}`
        : ids.has(id)
          ? `the id ${id} comes twice`
          : effectiveOn !== fact.on
            ? `effective on ${effectiveOn} outside and ${fact.on} inside`
            : before === undefined
              ? undefined
              : stream !== before.stream
                ? `stream ${stream} after ${before.stream}`
                : position <= before.position
                  ? `position ${position} after ${before.position}`
                  : recordedAt < before.recordedAt
                    ? `recorded at ${recordedAt} after ${before.recordedAt}`
                    : undefined
    if (says !== undefined) return { revision, says }
    ids.add(id)
  }
  return undefined
})

/** The facts of a command stand together, and no id serves two contents. @category laws @since 0.1.0 */
export const oneResultPerCommand: AuditLaw = auditLaw('one result per command id', (log) => {
  const seen = new Map<string, { readonly hash: string; last: number }>()
  for (const [index, { commandId, commandHash, revision }] of log.entries()) {
    const known = seen.get(commandId)
    if (known === undefined) {
      seen.set(commandId, { hash: commandHash, last: index })
      continue
    }
    if (known.hash !== commandHash) return { revision, says: `command ${commandId} says two different things` }
    if (known.last !== index - 1) return { revision, says: `command ${commandId} was answered again` }
    known.last = index
  }
  return undefined
})

/** Every fact can be written and read back as it was. @category laws @since 0.1.0 */
export const readBackAsWritten: AuditLaw = auditLaw('decode after encode gives the fact back', (log) => {
  for (const { fact, revision } of log) {
    const decoded = accountCodecs.decode(accountCodecs.encode(fact))
    if (E.isLeft(decoded)) return { revision, says: canonicalJson(decoded.left) }
    if (canonicalJson(decoded.right) !== canonicalJson(fact))
      return { revision, says: `${fact._tag} reads back otherwise` }
  }
  return undefined
})
