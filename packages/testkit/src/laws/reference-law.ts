/** The law that lets a report leave out later days without meeting an orphan. */
import type { LocalDate } from '@quittance/kernel'
import { type AuditLaw, auditLaw } from './law.js'
import { madeBy, type Reference, referredToBy } from './references.js'

/** Whatever a fact refers to is there, and was there by the fact's own day (P-06). @category laws @since 0.1.0 */
export const nothingBeforeItsCause: AuditLaw = auditLaw('no fact is effective before what it refers to', (log) => {
  const since = new Map<Reference, LocalDate>()
  for (const { fact, effectiveOn, revision } of log) {
    for (const reference of referredToBy(fact)) {
      const there = since.get(reference)
      if (there === undefined) return { revision, says: `${fact._tag} refers to ${reference}, which is not there` }
      if (effectiveOn < there)
        return { revision, says: `${fact._tag} on ${effectiveOn} refers to ${reference}, there since ${there}` }
    }
    for (const reference of madeBy(fact)) since.set(reference, effectiveOn)
  }
  return undefined
})
