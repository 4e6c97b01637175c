/**
 * The tables of a ledger file, and how a file of an earlier version becomes one of this version.
 */
import type { Database } from './binding.js'

/** Marks a file as a ledger of Quittance: the letters QUIT. @category streams @since 0.1.0 */
export const applicationId = 0x51554954

/** Version of the tables that this code writes. @category streams @since 0.1.0 */
export const schemaVersion = 1

/*
 * Types and actors stand once in `words`, stream names once in `streams`: a fact is read with fewer bytes and fewer texts made.
 * The end of a stream is the last entry of the index on (stream_id, revision); no second copy of it can disagree.
 * `fact_log` gives everything in plain columns to whoever comes with sqlite3, DuckDB or pandas.
 */
const version1 = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL) STRICT;
CREATE INDEX streams_by_category ON streams (category);
CREATE TABLE facts (
  position INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES streams (id),
  revision INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  type_id INTEGER NOT NULL REFERENCES words (id),
  schema_version INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES words (id),
  command_id TEXT NOT NULL,
  command_hash TEXT NOT NULL,
  correlation_id TEXT NOT NULL,
  causation_id TEXT,
  imported_at TEXT,
  data TEXT NOT NULL,
  UNIQUE (stream_id, revision)
) STRICT;
CREATE TABLE claims (
  claim TEXT PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES streams (id),
  position INTEGER NOT NULL REFERENCES facts (position)
) STRICT, WITHOUT ROWID;
CREATE VIEW fact_log AS
  SELECT f.position, s.name AS stream, f.revision, f.id, t.text AS type, f.schema_version, f.effective_on, f.recorded_at,
    a.text AS actor, f.command_id, f.command_hash, f.correlation_id, f.causation_id, f.imported_at, f.data
  FROM facts f JOIN streams s ON s.id = f.stream_id JOIN words t ON t.id = f.type_id JOIN words a ON a.id = f.actor_id;
`

/** What leads from each version to the next; entry 0 makes an empty file a ledger. */
const steps: readonly string[] = [version1]

/** A number that a pragma tells. @category streams @since 0.1.0 */
export const pragmaNumber = (database: Database, pragma: string): number =>
  Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() as object)[0])

/** Bring the tables to this version, whole or not at all; does nothing where they are. @category streams @since 0.1.0 */
export const migrate = (database: Database): void => {
  if (pragmaNumber(database, 'user_version') === schemaVersion) return
  database.exec('BEGIN IMMEDIATE')
  try {
    // Asked again under the lock: another process may have been faster.
    for (const step of steps.slice(pragmaNumber(database, 'user_version'))) database.exec(step)
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`)
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
