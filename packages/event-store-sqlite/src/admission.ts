/**
 * Which files are let in: a new one, or an undamaged ledger of a known version. Nothing is written to a file that is refused.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { oneLine, type Database } from './binding.js'
import { applicationId, pragmaNumber, schemaVersion } from './schema.js'

const headerBytes = 100
const quickCheckBytes = 16 * 1024 * 1024

const readHeader = (file: string): { readonly header: Buffer; readonly bytes: number } | undefined => {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const header = Buffer.alloc(headerBytes)
    const read = fstatSync(descriptor).isDirectory() ? 0 : readSync(descriptor, header, 0, headerBytes, 0)
    return { header: header.subarray(0, read), bytes: fstatSync(descriptor).size }
  } finally {
    closeSync(descriptor)
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * Why a file cannot be a ledger, from its first bytes and its size; `undefined` when it may be one or is new.
 *
 * @category streams
 * @since 0.1.0
 */
export const refusalOfBytes = (file: string): string | undefined => {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) return 'is a folder, not a file'
  const found = readHeader(file)
  if (found === undefined || found.bytes === 0) return undefined
  const { header, bytes } = found
  if (!'SQLite format 3\0'.startsWith(header.toString('latin1', 0, 16))) return 'is not an SQLite file'
  if (bytes < headerBytes) return `is truncated: ${bytes} bytes are left, less than a header`
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const dueBytes = pageBytes * header.readUInt32BE(28)
  // The header's page count is valid when both counters agree; what a write-ahead log still holds may be missing here.
  const isCountValid = header.readUInt32BE(24) === header.readUInt32BE(92)
  if (isCountValid && bytes < dueBytes && sizeOf(`${file}-wal`) === 0) {
    return `is truncated: ${bytes} of ${dueBytes} bytes are left`
  }
  return undefined
}

/** Whether a file holds no table of anybody. @category streams @since 0.1.0 */
export const isBlank = (database: Database): boolean =>
  pragmaNumber(database, 'application_id') === 0 &&
  Number(Object.values(database.prepare('SELECT count(*) FROM sqlite_schema').get() as object)[0]) === 0

/**
 * Why an SQLite file is not a ledger that this code can keep; `undefined` when it is one.
 *
 * @param integrity - `auto` checks the whole file up to 16 MB and only the frame above; `quick` and `full` always check it all
 * @category streams
 * @since 0.1.0
 */
export const refusalOfContents = (
  database: Database,
  file: string,
  integrity: 'auto' | 'quick' | 'full',
): string | undefined => {
  const id = pragmaNumber(database, 'application_id')
  if (id !== applicationId) return `belongs to another application (application id ${id})`
  const version = pragmaNumber(database, 'user_version')
  if (version > schemaVersion) {
    return `was written by a newer version (schema ${version}; this code knows up to ${schemaVersion})`
  }
  database.prepare('SELECT count(*) FROM fact_log WHERE position = (SELECT max(position) FROM facts)').get()
  if (integrity === 'auto' && sizeOf(file) > quickCheckBytes) return undefined
  const check = integrity === 'full' ? 'integrity_check(1)' : 'quick_check(1)'
  const [verdict] = Object.values(database.prepare(`PRAGMA ${check}`).get() as Record<string, string>)
  return verdict === 'ok' ? undefined : `is damaged: ${oneLine(verdict ?? 'no verdict')}`
}
