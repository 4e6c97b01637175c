/**
 * Reads facts from the file, a bounded number at a time.
 */
import type { Head, JsonObject, ReadFilter, ReadResult, StoredFact, StoreHead } from '@quittance/event-store'
import type { Instant, LocalDate } from '@quittance/kernel'
import { prepareRows, type Database, type RowStatement, type SqlValue } from './binding.js'
import type { Dictionaries } from './dictionary.js'

/** A fact whose payload is still text: the reader parses what it needs, with the parser it trusts. @category streams @since 0.1.0 */
export type ScanRow = Omit<StoredFact, 'data'> & { readonly dataText: string }

/** Column values of a fact, in the order of `columns`. */
type Row = readonly SqlValue[]

const columns =
  'position, stream_id, revision, id, type_id, schema_version, effective_on, recorded_at, actor_id, command_id, ' +
  'correlation_id, causation_id, imported_at, data'
const dataColumn = 13

const rowsPerPage = 500
const charactersPerPage = 4_000_000
/** How many positions a filtered page looks at before it lets others run. */
const positionsPerLook = 20_000

/** A stretch of the ledger: what was found, and up to where was looked. @category streams @since 0.1.0 */
export interface Stretch {
  readonly rows: readonly Row[]
  /** Everything up to this position (inclusive) has been looked at. */
  readonly upTo: number
}

/** Reads of one connection. @category streams @since 0.1.0 */
export class FactReader {
  readonly #dictionaries: Dictionaries
  readonly #stream: RowStatement
  readonly #streamHead: RowStatement
  readonly #page: RowStatement
  readonly #filteredPage: RowStatement
  readonly #head: RowStatement
  readonly #holder: RowStatement

  constructor(database: Database, dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries
    const facts = `SELECT ${columns} FROM facts`
    this.#stream = prepareRows(database, `${facts} WHERE stream_id = ? AND revision >= ? ORDER BY revision`)
    this.#streamHead = prepareRows(database, 'SELECT max(revision) FROM facts WHERE stream_id = ?')
    this.#page = prepareRows(database, `${facts} WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`)
    // The plus keeps SQLite on the order of positions, where the reading is to resume.
    this.#filteredPage = prepareRows(
      database,
      `${facts} WHERE position > ?1 AND position <= ?2
         AND (?4 IS NULL OR +stream_id IN (SELECT id FROM streams WHERE category = ?4))
         AND (?5 IS NULL OR +type_id IN (SELECT id FROM words WHERE text IN (SELECT value FROM json_each(?5))))
       ORDER BY position LIMIT ?3`,
    )
    this.#head = prepareRows(
      database,
      "SELECT (SELECT max(position) FROM facts), (SELECT value FROM meta WHERE key = 'highest_recorded_at')",
    )
    this.#holder = prepareRows(
      database,
      'SELECT s.name FROM claims c JOIN streams s ON s.id = c.stream_id WHERE claim = ?',
    )
  }

  /** A stream from a revision (inclusive), with its true end. */
  stream(name: string, from: number): ReadResult {
    const id = this.#dictionaries.streams.idOf(name)
    if (id === undefined) return { facts: [], revision: 'no-stream' }
    for (;;) {
      const facts: StoredFact[] = []
      for (const row of this.#stream.rows(id, from)) facts.push(this.fact(row))
      const last = facts.at(-1)
      if (last !== undefined) return { facts, revision: last.revision }
      const revision = (this.#streamHead.first(id)?.[0] ?? 'no-stream') as Head
      // If another process wrote between the two statements, its facts belong into the answer.
      if (revision === 'no-stream' || revision < from) return { facts, revision }
    }
  }

  /** The next facts after a position, at most `most` and not beyond `end`; bounded in number and size. */
  next(after: number, end: number, most: number, filter: ReadFilter): Stretch {
    const { category, types } = filter
    const isFiltered = category !== undefined || types !== undefined
    const look = isFiltered ? Math.min(end, after + positionsPerLook) : end
    const limit = Math.min(most, rowsPerPage)
    const found = isFiltered
      ? this.#filteredPage.rows(
          after,
          look,
          limit,
          category ?? null,
          types === undefined ? null : JSON.stringify(types),
        )
      : this.#page.rows(after, look, limit)
    const rows: Row[] = []
    let characters = 0
    for (const row of found) {
      rows.push(row)
      characters += (row[dataColumn] as string).length
      if (rows.length >= limit || characters >= charactersPerPage) {
        return { rows, upTo: row[0] as number }
      }
    }
    return { rows, upTo: look }
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

  /** A fact with its payload parsed. */
  fact(row: Row): StoredFact {
    const fact = this.#envelope(row) as { -readonly [Key in keyof StoredFact]: StoredFact[Key] }
    fact.data = JSON.parse(row[dataColumn] as string) as JsonObject
    return fact
  }

  /** A fact with its payload as text. */
  scanRow(row: Row): ScanRow {
    const fact = this.#envelope(row) as { -readonly [Key in keyof ScanRow]: ScanRow[Key] }
    fact.dataText = row[dataColumn] as string
    return fact
  }

  #envelope(row: Row): Omit<StoredFact, 'data'> {
    const { words, streams } = this.#dictionaries
    const envelope: { -readonly [Key in keyof Omit<StoredFact, 'data'>]: StoredFact[Key] } = {
      stream: streams.textOf(row[1] as number),
      revision: row[2] as number,
      position: row[0] as number,
      id: row[3] as string,
      type: words.textOf(row[4] as number),
      schemaVersion: row[5] as number,
      effectiveOn: row[6] as LocalDate,
      recordedAt: row[7] as Instant,
      actor: words.textOf(row[8] as number),
      commandId: row[9] as string,
      correlationId: row[10] as string,
    }
    if (row[11] !== null) envelope.causationId = row[11] as string
    if (row[12] !== null) envelope.importedAt = row[12] as Instant
    return envelope
  }
}
