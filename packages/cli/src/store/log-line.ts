/**
 * A fact as a line of JSON, fields in a fixed order, so that the same ledger is the same bytes everywhere.
 * When the facts came into this copy of the ledger (`importedAt`) is not part of what happened: it is left out
 * unless asked for.
 */
import type { StoredFact } from '@quittance/event-store'
import { isInstant, isLocalDate, type JsonObject } from '@quittance/kernel'

/** The line of a fact, without its end. @category codecs @since 0.1.0 */
export const logLine = (fact: StoredFact, withImportedAt: boolean): string =>
  JSON.stringify({
    stream: fact.stream,
    revision: fact.revision,
    id: fact.id,
    type: fact.type,
    schemaVersion: fact.schemaVersion,
    effectiveOn: fact.effectiveOn,
    recordedAt: fact.recordedAt,
    ...(withImportedAt && fact.importedAt !== undefined ? { importedAt: fact.importedAt } : {}),
    actor: fact.actor,
    commandId: fact.commandId,
    commandHash: fact.commandHash,
    correlationId: fact.correlationId,
    ...(fact.causationId === undefined ? {} : { causationId: fact.causationId }),
    data: fact.data,
  })

/** A line read: all of a stored fact but its position. @category codecs @since 0.1.0 */
export type LoggedFact = Omit<StoredFact, 'position'>

/** What is wrong with a line, by field. @category codecs @since 0.1.0 */
export interface BadLine {
  readonly field: string
  readonly problem: string
}

const texts = [
  'stream',
  'id',
  'type',
  'effectiveOn',
  'recordedAt',
  'actor',
  'commandId',
  'commandHash',
  'correlationId',
]
const fields = new Set([...texts, 'revision', 'schemaVersion', 'importedAt', 'causationId', 'data'])

/** Read a line; `problem` says which field is wrong and how. @category codecs @since 0.1.0 */
export const readLogLine = (line: string): LoggedFact | BadLine => {
  const value = parse(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { field: 'line', problem: 'is not a JSON object' }
  const record = value as Record<string, unknown>
  for (const field of texts)
    if (typeof record[field] !== 'string' || record[field] === '') return { field, problem: 'is not a text' }
  for (const field of ['revision', 'schemaVersion'])
    if (!Number.isSafeInteger(record[field]) || (record[field] as number) < 0)
      return { field, problem: 'is not a whole number' }
  if (!isLocalDate(record['effectiveOn'] as string)) return { field: 'effectiveOn', problem: 'is not a day YYYY-MM-DD' }
  for (const field of ['recordedAt', 'importedAt'])
    if (record[field] !== undefined && !(typeof record[field] === 'string' && isInstant(record[field])))
      return { field, problem: 'is not an instant YYYY-MM-DDTHH:MM:SS.sssZ' }
  const data = record['data'] as JsonObject | null | undefined
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { field: 'data', problem: 'is not a JSON object' }
  const unknown = Object.keys(record).find((field) => !fields.has(field))
  if (unknown !== undefined) return { field: unknown, problem: 'is not a field of a log line' }
  return record as unknown as LoggedFact
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}
