import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { any, sampleFact } from '@quittance/event-store'
import { afterEach, describe, expect, it } from 'vitest'
import { connect } from '../src/binding.js'
import { openSqliteEventStore } from '../src/index.js'
import { opened, temporaryFile } from './temporary-file.js'

const removals: (() => void)[] = []
const freshFile = (name?: string): string => {
  const { file, remove } = temporaryFile(name)
  removals.push(remove)
  return file
}
afterEach(() => {
  for (const remove of removals.splice(0)) remove()
})

const bytesOf = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0))

/** The file must be refused, with a sentence that names it, and must stay as it was. */
const refusal = (file: string, integrity?: 'full'): string => {
  const before = bytesOf(file)
  const result = openSqliteEventStore({ file, ...(integrity && { integrity }) })
  expect(result._tag).toBe('Refused')
  if (result._tag !== 'Refused') return ''
  expect(result.file).toBe(file)
  expect(result.reason.startsWith(file)).toBe(true)
  expect(result.reason).not.toContain('\n')
  expect(bytesOf(file).equals(before)).toBe(true)
  return result.reason.slice(file.length + 1)
}

const ledger = async (facts = 300): Promise<string> => {
  const file = freshFile()
  const store = opened(file)
  await store.append(
    'account-1',
    any,
    Array.from({ length: facts }, (_, at) => sampleFact(`fact-${at}`)),
  )
  await store.close()
  return file
}

const foreign = (sql: string): string => {
  const file = freshFile('foreign.sqlite')
  const database = connect(file)
  database.exec(sql)
  database.close()
  return file
}

describe('opening a file', () => {
  it('a missing file becomes a new ledger', async () => {
    const file = freshFile()
    const store = opened(file)
    expect(await store.head()).toEqual({ position: 0 })
    await store.close()
    expect(existsSync(file)).toBe(true)
  })

  it('an empty file becomes a new ledger', async () => {
    const file = freshFile()
    writeFileSync(file, '')
    const store = opened(file)
    expect((await store.append('account-1', any, [sampleFact('a')]))._tag).toBe('Appended')
    await store.close()
  })

  it('an SQLite file without any table becomes a new ledger', async () => {
    await opened(foreign('PRAGMA journal_mode = WAL; VACUUM')).close()
  })

  it('a ledger opens again and again', async () => {
    const file = await ledger()
    for (let time = 0; time < 3; time++) {
      const store = opened(file, { integrity: 'full' })
      expect((await store.head()).position).toBe(300)
      await store.close()
    }
  })

  it('a text file is refused', () => {
    const file = freshFile('notes.txt')
    writeFileSync(file, 'Dear customer, we have not received your payment yet. '.repeat(40))
    expect(refusal(file)).toBe('is not an SQLite file.')
  })

  it('a short text file is refused', () => {
    const file = freshFile('notes.txt')
    writeFileSync(file, 'hello')
    expect(refusal(file)).toBe('is not an SQLite file.')
  })

  it('a folder is refused', () => {
    const file = freshFile('folder')
    mkdirSync(file)
    const result = openSqliteEventStore({ file })
    expect(result).toEqual({ _tag: 'Refused', file, reason: `${file} is a folder, not a file.` })
  })

  it('a file in a folder that does not exist is refused', () => {
    expect(refusal(`${freshFile()}/nowhere/ledger.sqlite`)).toMatch(/^cannot be opened: /)
  })

  it('the database of another program is refused', () => {
    expect(refusal(foreign('CREATE TABLE songs (title TEXT)'))).toBe(
      'belongs to another application (application id 0).',
    )
    expect(refusal(foreign('PRAGMA application_id = 42; CREATE TABLE facts (x)'))).toBe(
      'belongs to another application (application id 42).',
    )
  })

  it('a ledger of a newer version is refused', async () => {
    const file = await ledger()
    const database = connect(file)
    database.exec('PRAGMA user_version = 7')
    database.close()
    expect(refusal(file)).toBe('was written by a newer version (schema 7; this code knows up to 1).')
  })

  it('a truncated ledger is refused, wherever it was cut', async () => {
    const file = await ledger(3000)
    const bytes = readFileSync(file).length
    for (const left of [bytes - 1, bytes - 8192, Math.floor(bytes / 2), 8192, 5000]) {
      const copy = freshFile()
      copyFileSync(file, copy)
      truncateSync(copy, left)
      expect(refusal(copy)).toBe(`is truncated: ${left} of ${bytes} bytes are left.`)
    }
    truncateSync(file, 50)
    expect(refusal(file)).toBe('is truncated: 50 bytes are left, less than a header.')
  })

  it('a ledger overwritten in the middle is refused', async () => {
    const file = await ledger(3000)
    const bytes = readFileSync(file).length
    writeSync(openSync(file, 'r+'), Buffer.alloc(8192 * 4, 0xa5), 0, 8192 * 4, Math.floor(bytes / 16384) * 8192)
    expect(refusal(file)).toMatch(/^(is damaged|cannot be opened): /)
    expect(refusal(file, 'full')).toMatch(/^(is damaged|cannot be opened): /)
  })

  it('a ledger that lacks a table is refused', async () => {
    const file = await ledger()
    const database = connect(file)
    database.exec('PRAGMA foreign_keys = OFF; DROP TABLE words')
    database.close()
    expect(refusal(file)).toMatch(/^cannot be opened: .*words/)
  })
})
