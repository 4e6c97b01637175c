import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventStore, type SqliteEventStore, type SqliteStoreOptions } from '../src/index.js'

/** A fresh folder for one test, and how to remove it. */
export const temporaryFile = (name = 'ledger.sqlite'): { readonly file: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-'))
  return { file: join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The store in a file that must open. */
export const opened = (file: string, options: Partial<SqliteStoreOptions> = {}): SqliteEventStore => {
  const result = openSqliteEventStore({ file, ...options })
  if (result._tag === 'Refused') throw new Error(result.reason)
  return result.store
}
