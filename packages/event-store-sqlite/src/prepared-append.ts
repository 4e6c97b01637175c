/**
 * An append as it was at the moment of the call: what the caller changes afterwards does not reach it.
 */
import type { AppendOptions, AppendResult, Expected, NewFact } from '@quittance/event-store'
import { invariant } from '@quittance/kernel'

/** A fact with its payload already written as text. @category streams @since 0.1.0 */
export type PreparedFact = Omit<NewFact, 'data'> & { readonly dataText: string }

/** An append that waits for the next commit. @category streams @since 0.1.0 */
export interface PreparedAppend {
  readonly stream: string
  readonly expected: Expected
  readonly facts: readonly PreparedFact[]
  readonly claims: readonly string[]
  readonly settle: (result: AppendResult) => void
}

const noClaims: readonly string[] = []

/** SQLite ends a text at U+0000 and has no half surrogate pairs; both would make two different names one. */
const isStorable = (text: string): boolean =>
  !text.includes('\0') && (text as string & { isWellFormed(): boolean }).isWellFormed()

const preparedFact = (fact: NewFact): PreparedFact => {
  const { id, type, actor, commandId, commandHash, correlationId, causationId = '' } = fact
  invariant(
    isStorable(id) &&
      isStorable(type) &&
      isStorable(actor) &&
      isStorable(commandId + commandHash + correlationId + causationId),
    `fact ${JSON.stringify(id)} has an id, type or actor with U+0000 or half a surrogate pair`,
  )
  // Written out field by field: a copy of "all but one" costs more than the rest of this function.
  const prepared: { -readonly [Key in keyof PreparedFact]: PreparedFact[Key] } = {
    id,
    type,
    schemaVersion: fact.schemaVersion,
    effectiveOn: fact.effectiveOn,
    recordedAt: fact.recordedAt,
    actor,
    commandId,
    commandHash,
    correlationId,
    dataText: JSON.stringify(fact.data),
  }
  if (fact.causationId !== undefined) prepared.causationId = fact.causationId
  if (fact.importedAt !== undefined) prepared.importedAt = fact.importedAt
  return prepared
}

/** Write down an append as it is asked for now. @category streams @since 0.1.0 */
export const preparedAppend = (
  stream: string,
  expected: Expected,
  facts: readonly NewFact[],
  options: AppendOptions | undefined,
  settle: (result: AppendResult) => void,
): PreparedAppend => {
  const claims = options?.claims === undefined ? noClaims : [...options.claims]
  invariant(
    isStorable(stream) && claims.every(isStorable),
    `stream ${JSON.stringify(stream)} or one of its claims has U+0000 or half a surrogate pair`,
  )
  return { stream, expected, facts: facts.map(preparedFact), claims, settle }
}
