import { any, sampleFact, type StoredFact } from '@quittance/event-store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../src/binding.js'
import type { ScanRow, SqliteEventStore } from '../src/index.js'
import { opened, temporaryFile } from './temporary-file.js'

let place: ReturnType<typeof temporaryFile>
let store: SqliteEventStore

beforeEach(async () => {
  place = temporaryFile()
  store = opened(place.file, { synchronous: 'NORMAL' })
  for (let batch = 0; batch < 7; batch++) {
    const facts = Array.from({ length: 100 }, (_, at) =>
      sampleFact(`fact-${batch}-${at}`, {
        type: at % 3 === 0 ? 'x.A' : 'x.B',
        ...(at % 2 === 0 && { causationId: `cause,\n${at}` }),
        data: { at, text: 'a,\nb "quoted" \u2028' },
      }),
    )
    await store.append(`${batch % 2 === 0 ? 'account' : 'policy'}-${batch}`, any, facts)
  }
})

afterEach(async () => {
  await store.close()
  place.remove()
})

const scanned = (after = 0, filter = {}): readonly ScanRow[] => {
  const rows: ScanRow[] = []
  store.scan(after, (row) => void rows.push(row), filter)
  return rows
}

const read = async (after = 0, filter = {}): Promise<readonly StoredFact[]> => {
  const facts: StoredFact[] = []
  for await (const page of store.readAll(after, filter)) facts.push(...page)
  return facts
}

describe('a scan', () => {
  it('tells the same as reading everything', async () => {
    for (const filter of [{}, { category: 'policy' }, { types: ['x.A'] }, { category: 'account', types: ['x.B'] }]) {
      for (const after of [0, 1, 249, 250, 699, 700, 9000]) {
        const rows = scanned(after, filter).map(({ dataText, ...row }) => ({ ...row, data: JSON.parse(dataText) }))
        expect(rows).toEqual(await read(after, filter))
      }
    }
  })

  it('ends where the visitor has enough and says where', () => {
    const seen: number[] = []
    const position = store.scan(5, ({ position }) => {
      seen.push(position)
      return seen.length < 3
    })
    expect([position, seen]).toEqual([8, [6, 7, 8]])
  })

  it('says up to where it read, also when a filter left everything out', () => {
    expect(store.scan(0, () => undefined, { types: ['x.Unheard'] })).toBe(700)
    expect(store.scan(700, () => undefined)).toBe(700)
  })

  it('reads large payloads in small pages', async () => {
    const text = 'ü'.repeat(600_000)
    for (let at = 0; at < 12; at++)
      await store.append('account-large', any, [sampleFact(`large-${at}`, { data: { text, at } })])
    const sizes: number[] = []
    for await (const page of store.readAll(700)) {
      expect(page.length).toBeLessThanOrEqual(4)
      for (const { data } of page) sizes.push((data['text'] as string).length)
    }
    expect(sizes).toEqual(Array.from({ length: 12 }, () => 600_000))
    expect(scanned(700).map(({ dataText }) => JSON.parse(dataText).at)).toEqual([...Array(12).keys()])
    expect((await store.read('account-large')).facts.map(({ data }) => data['at'])).toEqual([...Array(12).keys()])
  })
})

describe('the file', () => {
  it('gives everything in plain columns to whoever comes with plain SQL', () => {
    const database = connect(place.file)
    const row = database.prepare('SELECT * FROM fact_log WHERE position = 102').get()
    database.close()
    expect({ ...(row as object) }).toEqual({
      position: 102,
      stream: 'policy-1',
      revision: 1,
      id: 'fact-1-1',
      type: 'x.B',
      schema_version: 1,
      effective_on: '2026-01-05',
      recorded_at: '2026-01-05T10:00:00.000Z',
      actor: 'clerk',
      command_id: 'command-fact-1-1',
      command_hash: 'hash-fact-1-1',
      correlation_id: 'correlation-fact-1-1',
      causation_id: null,
      imported_at: null,
      data: '{"at":1,"text":"a,\\nb \\"quoted\\" \u2028"}',
    })
  })
})
