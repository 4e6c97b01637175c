import { any, exactly, noStream, sampleFact, type NewFact } from '@quittance/event-store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Database } from '../src/binding.js'
import type { SqliteEventStore } from '../src/index.js'
import { opened, temporaryFile } from './temporary-file.js'

let place: ReturnType<typeof temporaryFile>
let store: SqliteEventStore
let other: Database

beforeEach(() => {
  place = temporaryFile()
  store = opened(place.file, { lockMilliseconds: 150 })
  other = connect(place.file)
})

afterEach(async () => {
  other.close()
  await store.close()
  place.remove()
})

describe('appends that share a commit', () => {
  it('each gets its own answer', async () => {
    const answers = await Promise.all([
      store.append('account-1', noStream, [sampleFact('a')], { claims: ['document'] }),
      store.append('account-1', noStream, [sampleFact('b')]),
      store.append('account-1', exactly(0), [sampleFact('c')]),
      store.append('account-2', noStream, [sampleFact('d')], { claims: ['document'] }),
      store.append('account-1', noStream, [sampleFact('a')]),
      store.append('account-1', any, []),
    ])
    expect(answers.map(({ _tag }) => _tag)).toEqual([
      'Appended',
      'Conflict',
      'Appended',
      'ClaimTaken',
      'Duplicate',
      'Appended',
    ])
  })

  it('one that fails in an unforeseen way does not take the others with it', async () => {
    const broken = { ...sampleFact('broken'), data: undefined } as unknown as NewFact
    const answers = await Promise.all([
      store.append('account-1', noStream, [sampleFact('a')]),
      store.append('account-2', noStream, [sampleFact('b'), broken]),
      store.append('account-1', exactly(0), [sampleFact('c')]),
    ])
    expect(answers.map(({ _tag }) => _tag)).toEqual(['Appended', 'Unknown', 'Appended'])
    expect((await store.read('account-2')).revision).toBe('no-stream')
    expect((await store.read('account-1')).facts.map(({ id, position }) => [id, position])).toEqual([
      ['a', 1],
      ['c', 2],
    ])
  })

  it('names that SQLite cannot keep apart are a bug of the caller', async () => {
    await expect(store.append('account-\0', any, [sampleFact('a')])).rejects.toThrow('U+0000')
    await expect(store.append('account-\ud800', any, [sampleFact('a')])).rejects.toThrow('surrogate')
    await expect(store.append('account-1', any, [sampleFact('a\0b')])).rejects.toThrow('U+0000')
    expect((await store.head()).position).toBe(0)
  })

  it('a thousand at once are all written, in the order of the calls', async () => {
    const ids = Array.from({ length: 1000 }, (_, at) => `fact-${at}`)
    await Promise.all(ids.map((id) => store.append('account-1', any, [sampleFact(id)])))
    expect((await store.read('account-1')).facts.map(({ id }) => id)).toEqual(ids)
  })
})

describe('a lock that another process holds', () => {
  it('is waited for', async () => {
    other.exec('BEGIN IMMEDIATE')
    const writing = store.append('account-1', noStream, [sampleFact('a')])
    setTimeout(() => other.exec('COMMIT'), 40)
    expect((await writing)._tag).toBe('Appended')
  })

  it('held too long gives an unknown outcome, and the same append again is safe', async () => {
    other.exec('BEGIN IMMEDIATE')
    const answer = await store.append('account-1', noStream, [sampleFact('a')])
    expect(answer).toEqual({
      _tag: 'Unknown',
      reason: 'another process held the file for 150 ms; nothing was written',
    })
    other.exec('ROLLBACK')
    expect((await store.append('account-1', noStream, [sampleFact('a')]))._tag).toBe('Appended')
  })

  it('does not keep anybody from reading', async () => {
    await store.append('account-1', noStream, [sampleFact('a')])
    other.exec('BEGIN IMMEDIATE')
    expect((await store.read('account-1')).revision).toBe(0)
    other.exec('ROLLBACK')
  })

  it('closing finishes what was asked for before', async () => {
    other.exec('BEGIN IMMEDIATE')
    const writing = store.append('account-1', noStream, [sampleFact('a')])
    const closing = store.close()
    setTimeout(() => other.exec('COMMIT'), 20)
    expect((await writing)._tag).toBe('Appended')
    await closing
  })
})
