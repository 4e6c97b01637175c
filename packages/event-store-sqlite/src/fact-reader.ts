/**
 * Reads facts from the file, a bounded number at a time.
 */
import type { Head, JsonObject, ReadFilter, ReadResult, StoredFact, StoreHead } from '@quittance/event-store'
import type { Instant, LocalDate } from '@quittance/kernel'
import { prepareRow, type Database, type RowStatement } from './binding.js'
import type { Dictionaries } from './dictionary.js'
import {
  pageOf,
  pageSql,
  parsedPayloads,
  payloadTexts,
  type ContentColumns,
  type EnvelopeColumns,
  type FactPage,
  type PageColumns,
} from './fact-page.js'

/** A fact whose payload is still text: the reader parses what it needs, with the parser it trusts. @category streams @since 0.1.0 */
export type ScanRow = Omit<StoredFact, 'data'> & { readonly dataText: string }

/** What happened and when it was known, without who recorded it and which command caused it. @category streams @since 0.1.0 */
export type ContentRow = Pick<
  ScanRow,
  'stream' | 'revision' | 'position' | 'type' | 'schemaVersion' | 'effectiveOn' | 'recordedAt' | 'dataText'
>

/** Pages of a few hundred fit the processor's cache; larger ones were measured slower. */
const factsPerPage = 250

/** How many positions a filtered page looks at before it lets others run. */
const positionsPerLook = 20_000

/** A stretch of the ledger: what was found, and up to where was looked. @category streams @since 0.1.0 */
export interface Stretch<Columns extends ContentColumns = EnvelopeColumns> {
  readonly page: FactPage<Columns>
  /** Everything up to this position (inclusive) has been looked at. */
  readonly upTo: number
}

/** Some streams, and the number after which the next ones begin. @category streams @since 0.1.0 */
export interface StreamPage {
  readonly names: readonly string[]
  readonly last: number
}

const streamsSql = `
  SELECT json_group_array(json_array(name, id)) FROM (
    SELECT id, name FROM streams WHERE category = ? AND id > ?
      AND EXISTS (SELECT 1 FROM facts WHERE stream_id = streams.id) ORDER BY id LIMIT 1000
  )`

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] }

interface PageStatements {
  readonly all: RowStatement
  readonly filtered: RowStatement
}

/**
 * Facts after a position, of a category and of types, where one is asked for. Each fact asks for its stream's category: a list of
 * the category's streams would be made anew for every page. The plus keeps SQLite on the order of positions, where the reading is
 * to resume.
 *
 * @internal
 */
export const filteredCondition: string = `position > ?1 AND position <= ?2
        AND (?4 IS NULL OR (SELECT category FROM streams WHERE id = stream_id) = ?4)
        AND (?5 IS NULL OR +type_id IN (SELECT id FROM words WHERE text IN (SELECT value FROM json_each(?5))))`

const pageStatements = (database: Database, columns: PageColumns): PageStatements => ({
  all: prepareRow(database, pageSql('position > ? AND position <= ?', 'position', '?', columns)),
  filtered: prepareRow(database, pageSql(filteredCondition, 'position', '?3', columns)),
})

/** Reads of one connection. @category streams @since 0.1.0 */
export class FactReader {
  readonly #dictionaries: Dictionaries
  readonly #stream: RowStatement
  readonly #streamHead: RowStatement
  readonly #pages: Readonly<Record<PageColumns, PageStatements>>
  readonly #payload: RowStatement
  readonly #head: RowStatement
  readonly #holder: RowStatement
  readonly #streams: RowStatement

  constructor(database: Database, dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries
    const limit = String(factsPerPage)
    this.#stream = prepareRow(database, pageSql('stream_id = ? AND revision >= ?', 'revision', limit))
    this.#streamHead = prepareRow(database, 'SELECT max(revision) FROM facts WHERE stream_id = ?')
    this.#pages = { envelope: pageStatements(database, 'envelope'), content: pageStatements(database, 'content') }
    this.#payload = prepareRow(database, 'SELECT data FROM facts WHERE position = ?')
    this.#head = prepareRow(
      database,
      "SELECT (SELECT max(position) FROM facts), (SELECT value FROM meta WHERE key = 'highest_recorded_at')",
    )
    this.#holder = prepareRow(
      database,
      'SELECT s.name FROM claims c JOIN streams s ON s.id = c.stream_id WHERE claim = ?',
    )
    this.#streams = prepareRow(database, streamsSql)
  }

  /** A stream from a revision (inclusive), with its true end. */
  stream(name: string, from: number): ReadResult {
    const id = this.#dictionaries.streams.idOf(name)
    if (id === undefined) return { facts: [], revision: 'no-stream' }
    const facts: StoredFact[] = []
    for (;;) {
      const next = from + facts.length
      const page = pageOf(this.#stream.first(id, next))
      for (const fact of this.facts(page)) facts.push(fact)
      if (page.isCut || page.rows.length === factsPerPage) continue
      const last = facts.at(-1)
      if (last !== undefined) return { facts, revision: last.revision }
      const revision = (this.#streamHead.first(id)?.[0] ?? 'no-stream') as Head
      // If another process wrote between the two statements, its facts belong into the answer.
      if (revision === 'no-stream' || revision < next) return { facts, revision }
    }
  }

  /** The next facts after a position, at most `most` and not beyond `end`; bounded in number and size. */
  next(after: number, end: number, most: number, filter: ReadFilter): Stretch {
    return this.#next<EnvelopeColumns>('envelope', after, end, most, filter)
  }

  /** The same with what happened only. */
  nextContent(after: number, end: number, filter: ReadFilter): Stretch<ContentColumns> {
    return this.#next<ContentColumns>('content', after, end, factsPerPage, filter)
  }

  /** Where the store ends. */
  head(): StoreHead {
    const [position, recordedAt] = this.#head.first() ?? []
    const end = { position: (position ?? 0) as number }
    return typeof recordedAt === 'string' ? { ...end, recordedAt: recordedAt as Instant } : end
  }

  /** The stream that holds a claim. */
  holderOf(claim: string): string | undefined {
    return this.#holder.first(claim)?.[0] as string | undefined
  }

  /** The next streams of a category after a number; a name that a refused append left behind is no stream. */
  streams(category: string, after: number): StreamPage {
    const found = JSON.parse(this.#streams.first(category, after)?.[0] as string) as readonly (readonly [
      string,
      number,
    ])[]
    // Whoever asks for their names goes on to read them.
    for (const [name, id] of found) this.#dictionaries.streams.learn(name, id)
    return { names: found.map(([name]) => name), last: found.at(-1)?.[1] ?? after }
  }

  /** The facts of a page with their payloads parsed. */
  facts(page: FactPage): readonly StoredFact[] {
    const payloads = parsedPayloads(page)
    return page.rows.map((row, at) => {
      const fact = this.#envelope(row) as Open<StoredFact>
      fact.data = (row[7] === 0 ? payloads[at] : JSON.parse(this.#largePayload(row))) as JsonObject
      return fact
    })
  }

  /** The facts of a page with their payloads as text. */
  scanRows(page: FactPage): readonly ScanRow[] {
    const texts = payloadTexts(page)
    return page.rows.map((row, at) => {
      const fact = this.#envelope(row) as Open<ScanRow>
      fact.dataText = row[7] === 0 ? (texts[at] as string) : this.#largePayload(row)
      return fact
    })
  }

  /** What happened, with payloads as text. */
  contentRows(page: FactPage<ContentColumns>): readonly ContentRow[] {
    const { words, streams } = this.#dictionaries
    const texts = payloadTexts(page)
    return page.rows.map((row, at) => ({
      stream: streams.textOf(row[1]),
      revision: row[2],
      position: row[0],
      type: words.textOf(row[3]),
      schemaVersion: row[4],
      effectiveOn: row[5] as LocalDate,
      recordedAt: row[6] as Instant,
      dataText: row[7] === 0 ? (texts[at] as string) : this.#largePayload(row),
    }))
  }

  #next<Columns extends ContentColumns>(
    columns: PageColumns,
    after: number,
    end: number,
    most: number,
    { category, types }: ReadFilter,
  ): Stretch<Columns> {
    const statements = this.#pages[columns]
    const limit = Math.min(most, factsPerPage)
    if (category === undefined && types === undefined)
      return stretch(pageOf<Columns>(statements.all.first(after, end, limit)), limit, end)
    const look = Math.min(end, after + positionsPerLook)
    const typeList = types === undefined ? null : JSON.stringify(types)
    const row = statements.filtered.first(after, look, limit, category ?? null, typeList)
    return stretch(pageOf<Columns>(row), limit, look)
  }

  #largePayload(row: ContentColumns): string {
    return this.#payload.first(row[0])?.[0] as string
  }

  #envelope(row: EnvelopeColumns): Omit<StoredFact, 'data'> {
    const { words, streams } = this.#dictionaries
    const envelope: Open<Omit<StoredFact, 'data'>> = {
      stream: streams.textOf(row[1]),
      revision: row[2],
      position: row[0],
      id: row[8],
      type: words.textOf(row[3]),
      schemaVersion: row[4],
      effectiveOn: row[5] as LocalDate,
      recordedAt: row[6] as Instant,
      actor: words.textOf(row[9]),
      commandId: row[10],
      commandHash: row[11],
      correlationId: row[12],
    }
    if (row[13] !== null) envelope.causationId = row[13]
    if (row[14] !== null) envelope.importedAt = row[14] as Instant
    return envelope
  }
}

const stretch = <Columns extends ContentColumns>(
  page: FactPage<Columns>,
  limit: number,
  looked: number,
): Stretch<Columns> => {
  const isPartial = page.isCut || page.rows.length === limit
  return { page, upTo: isPartial ? (page.rows.at(-1)?.[0] ?? looked) : looked }
}
