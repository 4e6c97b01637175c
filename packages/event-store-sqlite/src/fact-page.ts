/**
 * A page of facts as SQLite hands it over: one row with two texts, because each value that crosses from the engine to JavaScript
 * costs more than the engine needs to join a thousand of them.
 */
import type { SqlValue } from './binding.js'

/** Payloads beyond this many bytes are left out of the page and fetched one by one, so that a page stays small. */
const largeBytes = 65_536

/** How many bytes of large payloads a page may bring in. */
const largeBytesPerPage = 4_000_000

/** JSON text has no bare line feed, so this never occurs inside a payload. */
const separator = ',\n'

/** What happened, and when it was known. */
const contentColumns = 'position, stream_id, revision, type_id, schema_version, effective_on, recorded_at'

/** Who recorded it, and which command caused it: texts that no two facts share, so they are a third of a page's cost. */
const originColumns = 'id, actor_id, command_id, command_hash, correlation_id, causation_id, imported_at'

type Content = readonly [
  position: number,
  streamId: number,
  revision: number,
  typeId: number,
  schemaVersion: number,
  effectiveOn: string,
  recordedAt: string,
  largeBytes: number,
]

/** Column values of what happened, with the bytes of its payload if it is large, else 0; a row may bring more. @category streams @since 0.1.0 */
export type ContentColumns = readonly [...Content, ...origin: readonly SqlValue[]]

/** Column values of a whole fact without its payload. @category streams @since 0.1.0 */
export type EnvelopeColumns = readonly [
  ...Content,
  id: string,
  actorId: number,
  commandId: string,
  commandHash: string,
  correlationId: string,
  causationId: string | null,
  importedAt: string | null,
]

/** How much of each fact a page brings. @category streams @since 0.1.0 */
export type PageColumns = 'envelope' | 'content'

/** SQL for a page: the facts that the condition chooses, in order, at most as many as the limit. @category streams @since 0.1.0 */
export const pageSql = (
  condition: string,
  order: 'position' | 'revision',
  limit: string,
  columns: PageColumns = 'envelope',
): string => {
  const origin = columns === 'envelope' ? `, ${originColumns}` : ''
  return `
  SELECT json_group_array(json_array(${contentColumns}, large${origin})), group_concat(text, ',' || char(10)) FROM (
    SELECT ${contentColumns}${origin}, iif(octet_length(data) > ${largeBytes}, octet_length(data), 0) AS large,
      iif(octet_length(data) > ${largeBytes}, 'null', data) AS text
    FROM facts WHERE ${condition} ORDER BY ${order} LIMIT ${limit}
  )`
}

/** A page as it came. @category streams @since 0.1.0 */
export interface FactPage<Columns extends ContentColumns = EnvelopeColumns> {
  readonly rows: readonly Columns[]
  /** Payloads in the order of the rows; those of large facts are `null`. May hold more than there are rows. */
  readonly joined: string
  /** Whether rows were cut off because of the size of their payloads. */
  readonly isCut: boolean
}

/** Take a page from the row that SQLite gave. @category streams @since 0.1.0 */
export const pageOf = <Columns extends ContentColumns = EnvelopeColumns>(
  row: readonly SqlValue[] | undefined,
): FactPage<Columns> => {
  const rows = JSON.parse((row?.[0] ?? '[]') as string) as readonly Columns[]
  let large = 0
  const cut = rows.findIndex((envelope) => (large += envelope[7]) > largeBytesPerPage)
  const kept = cut === -1 ? rows.length : Math.max(cut, 1)
  return {
    rows: kept < rows.length ? rows.slice(0, kept) : rows,
    joined: (row?.[1] ?? '') as string,
    isCut: kept < rows.length,
  }
}

/** The payloads of a page, parsed. @category streams @since 0.1.0 */
export const parsedPayloads = (page: FactPage<ContentColumns>): readonly unknown[] =>
  JSON.parse(`[${page.joined}]`) as readonly unknown[]

/** The payloads of a page as text. @category streams @since 0.1.0 */
export const payloadTexts = (page: FactPage<ContentColumns>): readonly string[] => page.joined.split(separator)
