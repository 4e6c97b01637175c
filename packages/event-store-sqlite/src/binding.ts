/**
 * The engine: SQLite as built into Node 22 and newer, or the package that offers the same on Node 20.
 */
import { createRequire } from 'node:module'

/** What may be bound to a statement or come out of a column. @category streams @since 0.1.0 */
export type SqlValue = string | number | null

/** A prepared statement, as far as it is used here. @category streams @since 0.1.0 */
export interface Statement {
  run(...values: readonly SqlValue[]): unknown
  get(...values: readonly SqlValue[]): unknown
  /** Rows as arrays; absent in the first versions of node:sqlite. */
  setReturnArrays?(enabled: boolean): void
}

/** A connection, as far as it is used here. @category streams @since 0.1.0 */
export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

interface Binding {
  readonly DatabaseSync: new (file: string) => Database
}

/** The warning that node:sqlite is experimental tells the reader of a dunning report nothing. */
const withoutExperimentalWarning = <Value>(load: () => Value): Value => {
  const emit = process.emitWarning.bind(process)
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite')) emit(warning as string, ...rest)
  }) as typeof process.emitWarning
  try {
    return load()
  } finally {
    process.emitWarning = emit
  }
}

const loadBinding = (): Binding => {
  const builtin = withoutExperimentalWarning(() => process.getBuiltinModule?.('node:sqlite') as unknown)
  return (builtin ?? createRequire(import.meta.url)('@photostructure/sqlite')) as Binding
}

let binding: Binding | undefined

/** A connection to a file; the engine is loaded with the first one. @category streams @since 0.1.0 */
export const connect = (file: string): Database => {
  binding ??= loadBinding()
  return new binding.DatabaseSync(file)
}

/**
 * Close a connection with everything moved from the write-ahead log into the file, so that the file alone is the ledger.
 *
 * SQLite does this by itself when the last connection closes, but the binding of Node 20 keeps a connection alive until the
 * garbage collector has taken its statements.
 *
 * @category streams
 * @since 0.1.0
 */
export const disconnect = (database: Database): void => {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // A reader in another process may hinder it; then the log stays, and the next opening reads it.
  }
  database.close()
}

/** A statement whose first row is wanted, as an array of values in the order of the columns asked for. @category streams @since 0.1.0 */
export interface RowStatement {
  first(...values: readonly SqlValue[]): readonly SqlValue[] | undefined
}

/** Prepare a statement that gives its first row as an array, with either binding. @category streams @since 0.1.0 */
export const prepareRow = (database: Database, sql: string): RowStatement => {
  const statement = database.prepare(sql)
  if (statement.setReturnArrays !== undefined) {
    statement.setReturnArrays(true)
    return { first: (...values) => statement.get(...values) as readonly SqlValue[] | undefined }
  }
  return {
    first: (...values) => {
      const row = statement.get(...values)
      return row === undefined ? undefined : Object.values(row as Record<string, SqlValue>)
    },
  }
}

/** What the engine says, on one line. @category streams @since 0.1.0 */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')

/** What the engine says of a failure, without a stack. @category streams @since 0.1.0 */
export const reasonOf = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error))

/** Whether a failure means that another connection holds the lock, so that waiting helps. @category streams @since 0.1.0 */
export const isBusy = (error: unknown): boolean => {
  const code = (error as { readonly errcode?: unknown }).errcode
  // The low byte is the primary code: 5 is SQLITE_BUSY, 6 SQLITE_LOCKED.
  return typeof code === 'number' && ((code & 0xff) === 5 || (code & 0xff) === 6)
}
