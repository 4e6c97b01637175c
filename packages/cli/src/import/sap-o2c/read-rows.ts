/** The files of an extract, row by row: JSON lines, plain or gzipped, one file for a table or a folder of parts. */
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CliFailure } from '../../failure.js'

/** A row with where it stands; `place` numbers the rows of the whole extract. @category model @since 0.1.0 */
export interface ExtractRow {
  readonly place: number
  readonly cells: Readonly<Record<string, unknown>>
}

/** Where a row stands. @category model @since 0.1.0 */
export interface RowPlace {
  readonly file: string
  readonly line: number
}

/** Something wrong in a file, or in the extract as a whole. @category model @since 0.1.0 */
export interface ExtractProblem extends RowPlace {
  readonly field: string
  readonly problem: string
}

/** Tables by name, each with its rows; the places of all rows; and what is wrong with lines. @category model @since 0.1.0 */
export interface ExtractTables {
  readonly tables: ReadonlyMap<string, ReadonlyArray<ExtractRow>>
  readonly places: ReadonlyArray<RowPlace>
  readonly problems: ReadonlyArray<ExtractProblem>
  /** Of all that was read: the same extract has the same. */
  readonly digest: string
}

/** Read every table of a folder. `name` is what the person called it. @category model @since 0.1.0 */
export const readTables = async (name: string, folder: string): Promise<ExtractTables> => {
  const places: Array<RowPlace> = []
  const problems: Array<ExtractProblem> = []
  const digest = createHash('sha256')
  const tables = new Map<string, Array<ExtractRow>>()
  for (const { table, file, path } of filesOf(name, folder)) {
    const rows = tables.get(table) ?? []
    tables.set(table, rows)
    let line = 0
    for await (const text of linesOf(file, path)) {
      line += 1
      const plain = line === 1 ? text.replace(/^\uFEFF/, '') : text
      if (plain.trim() === '') continue
      digest.update(`${table} ${plain}\n`)
      const cells = objectOf(plain)
      if (typeof cells === 'string') problems.push({ file, line, field: 'line', problem: cells })
      else {
        rows.push({ place: places.length, cells })
        places.push({ file, line })
      }
    }
  }
  return { tables, places, problems, digest: digest.digest('hex') }
}

const objectOf = (text: string): Readonly<Record<string, unknown>> | string => {
  if (text.includes('\uFFFD')) return 'is not UTF-8 text'
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : 'is not a JSON object'
  } catch {
    return 'is not JSON'
  }
}

interface TableFile {
  readonly table: string
  readonly file: string
  readonly path: string
}

const ending = /\.jsonl(\.gz)?$/

/** One file for a table, or a folder of that name with its parts; two files of one name are refused, for they would count twice. */
const filesOf = (name: string, folder: string): ReadonlyArray<TableFile> => {
  if (!existsSync(folder)) throw new CliFailure(`${name}: no such folder`)
  if (!statSync(folder).isDirectory()) throw new CliFailure(`${name}: is not a folder`)
  const files = readdirSync(folder)
    .sort()
    .flatMap((entry): ReadonlyArray<TableFile> => {
      const path = join(folder, entry)
      if (ending.test(entry)) return [{ table: basename(entry).replace(ending, ''), file: entry, path }]
      if (!statSync(path).isDirectory()) return []
      const parts = readdirSync(path).filter((part) => ending.test(part))
      return parts.sort().map((part) => ({ table: entry, file: `${entry}/${part}`, path: join(path, part) }))
    })
  for (const [index, { table, file }] of files.entries()) {
    const twice = files
      .slice(0, index)
      .find((one) => one.table === table && !(one.file.includes('/') && file.includes('/')))
    if (twice !== undefined) throw new CliFailure(`${name}: ${twice.file} and ${file} both hold ${table}`)
  }
  if (files.length === 0) throw new CliFailure(`${name}: holds no table (*.jsonl or *.jsonl.gz)`)
  return files
}

async function* linesOf(file: string, path: string): AsyncGenerator<string> {
  const input = createReadStream(path)
  const source: Readable = isGzip(path) ? input.pipe(createGunzip()) : input
  const failed = new Promise<never>((_resolve, reject) => {
    input.once('error', reject)
    source.once('error', reject)
  })
  failed.catch(() => undefined)
  const lines = createInterface({ input: source, crlfDelay: Infinity })[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([lines.next(), failed])
      if (next.done === true) return
      yield next.value
    }
  } catch (error) {
    throw new CliFailure(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const isGzip = (path: string): boolean => {
  const bytes = Buffer.alloc(2)
  const descriptor = openSync(path, 'r')
  readSync(descriptor, bytes, 0, 2, 0)
  closeSync(descriptor)
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}
