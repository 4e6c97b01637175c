/**
 * Applies appends inside one write transaction and knows where every stream ends.
 */
import {
  categoryOf,
  stampOf,
  withoutWriting,
  type AppendIndex,
  type AppendResult,
  type FactPlace,
} from '@quittance/event-store'
import type { Instant } from '@quittance/kernel'
import { prepareRow, type Database, type RowStatement, type Statement } from './binding.js'
import type { Dictionaries } from './dictionary.js'
import type { PreparedAppend, PreparedFact } from './prepared-append.js'

interface StreamEnd {
  readonly id: number
  revision: number
  recordedAt: Instant
}

const remembered = 50_000

/** The statements of the write path, prepared once. */
class WriteStatements {
  readonly begin: Statement
  readonly commit: Statement
  readonly rollback: Statement
  readonly dataVersion: RowStatement
  readonly storeEnd: RowStatement
  readonly streamEnd: RowStatement
  readonly placeOf: RowStatement
  readonly holderOf: RowStatement
  readonly insertFact: Statement
  readonly insertClaim: Statement
  readonly setHighest: Statement

  constructor(database: Database) {
    this.begin = database.prepare('BEGIN IMMEDIATE')
    this.commit = database.prepare('COMMIT')
    this.rollback = database.prepare('ROLLBACK')
    this.dataVersion = prepareRow(database, 'PRAGMA data_version')
    this.storeEnd = prepareRow(
      database,
      "SELECT (SELECT max(position) FROM facts), (SELECT value FROM meta WHERE key = 'highest_recorded_at')",
    )
    this.streamEnd = prepareRow(
      database,
      'SELECT revision, recorded_at FROM facts WHERE stream_id = ? ORDER BY revision DESC LIMIT 1',
    )
    this.placeOf = prepareRow(database, 'SELECT stream_id, revision FROM facts WHERE id = ?')
    this.holderOf = prepareRow(database, 'SELECT stream_id FROM claims WHERE claim = ?')
    this.insertFact = database.prepare('INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    this.insertClaim = database.prepare('INSERT OR IGNORE INTO claims VALUES (?, ?, ?)')
    this.setHighest = database.prepare(
      "INSERT INTO meta VALUES ('highest_recorded_at', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
  }
}

/** The one writer of a connection. Between `begin` and `commit` the file belongs to it alone. @category streams @since 0.1.0 */
export class LedgerWriter implements AppendIndex {
  readonly #sql: WriteStatements
  readonly #dictionaries: Dictionaries
  readonly #ends = new Map<string, StreamEnd>()
  #dataVersion = -1
  #position = 0
  #highest: Instant | undefined
  #highestWritten: Instant | undefined

  constructor(database: Database, dictionaries: Dictionaries) {
    this.#sql = new WriteStatements(database)
    this.#dictionaries = dictionaries
  }

  /** Take the write lock; throws when another connection holds it. */
  begin(): void {
    this.#sql.begin.run()
    // The version changes when another connection has committed: only then is what we remember out of date.
    const version = this.#sql.dataVersion.first()?.[0] as number
    if (version === this.#dataVersion) return
    this.#dataVersion = version
    this.#ends.clear()
    const [position, highest] = this.#sql.storeEnd.first() ?? []
    this.#position = (position ?? 0) as number
    this.#highest = (highest ?? undefined) as Instant | undefined
    this.#highestWritten = this.#highest
  }

  /** Answer an append, having written its facts and claims if it is granted. */
  apply(append: PreparedAppend): AppendResult {
    const end = this.#endOf(append.stream)
    const answer = withoutWriting(append, end === undefined ? 'no-stream' : end.revision, this.#position, this)
    return answer ?? this.#write(append, end)
  }

  /** Make everything applied durable and give the lock back. */
  commit(): void {
    if (this.#highest !== undefined && this.#highest !== this.#highestWritten) this.#sql.setHighest.run(this.#highest)
    this.#sql.commit.run()
    this.#highestWritten = this.#highest
  }

  /** Take everything applied back, and forget what may have been learned from it. */
  rollback(): void {
    this.#dataVersion = -1
    this.#dictionaries.words.forget()
    this.#dictionaries.streams.forget()
    try {
      this.#sql.rollback.run()
    } catch {
      // After some failures SQLite has already rolled back by itself.
    }
  }

  placeOf(id: string): FactPlace | undefined {
    const row = this.#sql.placeOf.first(id)
    if (row === undefined) return undefined
    return { stream: this.#dictionaries.streams.textOf(row[0] as number), revision: row[1] as number }
  }

  holderOf(claim: string): string | undefined {
    const row = this.#sql.holderOf.first(claim)
    return row === undefined ? undefined : this.#dictionaries.streams.textOf(row[0] as number)
  }

  #endOf(stream: string): StreamEnd | undefined {
    const known = this.#ends.get(stream)
    if (known !== undefined) return known
    const id = this.#dictionaries.streams.idOf(stream)
    const row = id === undefined ? undefined : this.#sql.streamEnd.first(id)
    if (id === undefined || row === undefined) return undefined
    return this.#remember(stream, { id, revision: row[0] as number, recordedAt: row[1] as Instant })
  }

  #remember(stream: string, end: StreamEnd): StreamEnd {
    if (this.#ends.size >= remembered) this.#ends.clear()
    this.#ends.set(stream, end)
    return end
  }

  #write({ stream, facts, claims }: PreparedAppend, standing: StreamEnd | undefined): AppendResult {
    const id = standing?.id ?? this.#dictionaries.streams.numberOf(stream)
    const firstPosition = this.#position + 1
    let revision = standing?.revision ?? -1
    let last = standing?.recordedAt
    for (const fact of facts) {
      revision += 1
      this.#position += 1
      last = stampOf(fact, last, this.#highest)
      if (this.#highest === undefined || last > this.#highest) this.#highest = last
      this.#insert(fact, id, revision, last)
    }
    for (const claim of claims) this.#sql.insertClaim.run(claim, id, firstPosition)
    const recordedAt = last as Instant
    if (standing === undefined) this.#remember(stream, { id, revision, recordedAt })
    else Object.assign(standing, { revision, recordedAt })
    return { _tag: 'Appended', revision, position: this.#position, recordedAt }
  }

  #insert(fact: PreparedFact, stream: number, revision: number, recordedAt: Instant): void {
    const { words } = this.#dictionaries
    this.#sql.insertFact.run(
      this.#position,
      stream,
      revision,
      fact.id,
      words.numberOf(fact.type),
      fact.schemaVersion,
      fact.effectiveOn,
      recordedAt,
      words.numberOf(fact.actor),
      fact.commandId,
      fact.commandHash,
      fact.correlationId,
      fact.causationId ?? null,
      fact.importedAt ?? null,
      fact.dataText,
    )
  }
}

/** The category that goes into the stream's row. @category streams @since 0.1.0 */
export const streamColumns = (stream: string): readonly string[] => [categoryOf(stream)]
