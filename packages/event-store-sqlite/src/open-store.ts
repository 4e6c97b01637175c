import { isBlank, refusalOfBytes, refusalOfContents } from './admission.js'
import { connect, isBusy, reasonOf, type Database } from './binding.js'
import { migrate } from './schema.js'
import { SqliteStore, type SqliteEventStore } from './sqlite-store.js'

/** Which file to open, and how. @category streams @since 0.1.0 */
export interface SqliteStoreOptions {
  /** Path of the file; a missing or empty file becomes a new ledger. */
  readonly file: string
  /** `FULL` (default): acknowledged facts survive loss of power; `NORMAL`: they survive the death of the process only. */
  readonly synchronous?: 'FULL' | 'NORMAL'
  /** `auto` (default) checks files up to 16 MB whole and only the frame of larger ones; `quick` and `full` always check all. */
  readonly integrity?: 'auto' | 'quick' | 'full'
  /** How long an append waits for another process's lock before it is answered `Unknown`; default 10,000 ms. */
  readonly lockMilliseconds?: number
  /** How often subscriptions look for facts of other processes; default 25 ms. */
  readonly pollMilliseconds?: number
}

/** The file is a ledger and open. @category streams @since 0.1.0 */
export interface SqliteOpened {
  readonly _tag: 'Opened'
  readonly store: SqliteEventStore
}

/** The file is not a ledger that can be kept; it was not changed. @category streams @since 0.1.0 */
export interface SqliteRefused {
  readonly _tag: 'Refused'
  readonly file: string
  /** A sentence that names the file. */
  readonly reason: string
}

/** How opening a file ends. @category streams @since 0.1.0 */
export type SqliteOpenResult = SqliteOpened | SqliteRefused

/** Longer waits are spent between turns, so that the process stays awake. */
const engineWaitMilliseconds = 20

const openingAttempts = 50

const admitted = (database: Database, options: SqliteStoreOptions): string | undefined => {
  database.exec('PRAGMA busy_timeout = 200')
  const isNew = isBlank(database)
  const refusal = isNew ? undefined : refusalOfContents(database, options.file, options.integrity ?? 'auto')
  if (refusal !== undefined) return refusal
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(`PRAGMA synchronous = ${options.synchronous ?? 'FULL'}`)
  migrate(database)
  database.exec(
    `PRAGMA busy_timeout = ${engineWaitMilliseconds}; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000`,
  )
  return undefined
}

/** Admit a file, waiting a bounded time for another process that is just making or closing it. */
const admittedInTime = (database: Database, options: SqliteStoreOptions): string | undefined => {
  for (let attempt = 1; ; attempt++) {
    try {
      return admitted(database, options)
    } catch (error) {
      if (!isBusy(error)) throw error
      if (attempt === openingAttempts) return 'is held by another process'
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, engineWaitMilliseconds)
    }
  }
}

/**
 * Open the ledger in a file, or say in a sentence why the file is none.
 *
 * @returns never throws for what a person can cause: a foreign, damaged, truncated, locked or unreachable file is `Refused`
 * @example
 * openSqliteEventStore({ file: '/no/such/folder/ledger.sqlite' })._tag // => 'Refused'
 * @category streams
 * @since 0.1.0
 */
export const openSqliteEventStore = (options: SqliteStoreOptions): SqliteOpenResult => {
  const { file, lockMilliseconds = 10_000, pollMilliseconds = 25 } = options
  const refused = (why: string): SqliteRefused => ({ _tag: 'Refused', file, reason: `${file} ${why}.` })
  let database: Database | undefined
  try {
    const why = refusalOfBytes(file)
    if (why !== undefined) return refused(why)
    database = connect(file)
    const refusal = admittedInTime(database, options)
    if (refusal === undefined) {
      return { _tag: 'Opened', store: new SqliteStore(file, database, { lockMilliseconds, pollMilliseconds }) }
    }
    database.close()
    return refused(refusal)
  } catch (error) {
    database?.close()
    return refused(`cannot be opened: ${reasonOf(error)}`)
  }
}
