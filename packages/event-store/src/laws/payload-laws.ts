/**
 * What goes in comes out: text, sizes, numbers, and that nobody changes a fact that stands.
 */
import { any, noStream } from '../expected.js'
import type { EventStore, JsonObject, JsonValue, StoredFact } from '../port.js'
import { expectLaw, expectSame, law, type StoreLaw } from './law.js'
import { appended, everything, sampleFact } from './sample-fact.js'

const comesBack = async (store: EventStore, data: JsonObject, what: string): Promise<void> => {
  const id = `fact of ${what}`
  appended(await store.append('account-1', any, [sampleFact(id, { data })]))
  const read = (await store.read('account-1')).facts.find((fact) => fact.id === id)
  expectSame(read?.data, data, what)
  expectSame((await everything(store)).find((fact) => fact.id === id)?.data, data, `${what}, read from the whole store`)
}

/** A try to change a thing; a store may forbid it with an error. */
const tryTo = (change: () => void): void => {
  try {
    change()
  } catch {
    // Forbidden is as good as without effect.
  }
}

type Changeable = { [key: string]: JsonValue | Changeable | Changeable[] }

const spoil = (fact: StoredFact): void => {
  const open = fact as unknown as Changeable
  tryTo(() => (open['type'] = 'spoilt'))
  tryTo(() => (open['revision'] = 99))
  tryTo(() => ((open['data'] as Changeable)['note'] = 'spoilt'))
  tryTo(() => (((open['data'] as Changeable)['lines'] as Changeable[])[0] = { minor: 666 }))
  tryTo(() => ((((open['data'] as Changeable)['lines'] as Changeable[])[1] as Changeable)['minor'] = 666))
}

const invoice = (): Changeable => ({ note: 'as agreed', lines: [{ minor: 100 }, { minor: 200 }], terms: { days: 30 } })

/** Laws of payloads and isolation. @category laws @since 0.1.0 */
export const payloadLaws: readonly StoreLaw[] = [
  law('text of every script and emoji comes back unchanged', ({ store }) =>
    comesBack(
      store,
      { latin: 'Škoda Ångström', cjk: '株式会社', rtl: 'فاتورة', emoji: '👩‍👩‍👧‍👦💶', combining: 'e\u0301', 'ключ 🔑': 'ok' },
      'text',
    ),
  ),
  law('quotes, control characters and line separators come back unchanged', ({ store }) =>
    comesBack(store, { text: '"\'`\\ \u0000 \u0001 \n\r\t \u2028\u2029 \u007f \ufeff' }, 'odd characters'),
  ),
  law('half of a surrogate pair comes back unchanged', ({ store }) =>
    comesBack(store, { text: 'a\ud83db' }, 'half pair'),
  ),
  law('keys that mean something to JavaScript are plain keys', ({ store }) =>
    comesBack(
      store,
      JSON.parse(
        '{"__proto__":{"minor":1},"constructor":2,"toString":3,"hasOwnProperty":4,"":5,"length":6,"0":7}',
      ) as JsonObject,
      'special keys',
    ),
  ),
  law('a payload of one megabyte comes back unchanged', ({ store }) =>
    comesBack(store, { remittance: 'Zahlung für Rechnung 4711 – '.repeat(37_500) }, 'large payload'),
  ),
  law('large and small payloads side by side keep their order', async ({ store }) => {
    const sizes = [1, 200_000, 2, 300_000, 3, 400_000, 4]
    for (const size of sizes)
      appended(await store.append('account-1', any, [sampleFact(`${size}`, { data: { text: 'x'.repeat(size) } })]))
    const seen = (await everything(store)).map(({ data }) => (data['text'] as string).length)
    expectSame(seen, sizes, 'sizes')
  }),
  law('whole numbers to 2^53 - 1 come back exactly, of either sign', ({ store }) =>
    comesBack(
      store,
      {
        max: Number.MAX_SAFE_INTEGER,
        min: Number.MIN_SAFE_INTEGER,
        cents: 90_071_992_547_409,
        beyond32: 4_294_967_297,
        none: 0,
      },
      'extreme numbers',
    ),
  ),
  law('fractions, empty things, null and deep nesting come back unchanged', ({ store }) => {
    let deep: JsonObject = { end: true }
    for (let level = 0; level < 100; level++) deep = { level, deep }
    return comesBack(
      store,
      { rate: 0.1, small: 5e-324, large: 1.5e300, list: [], object: {}, nothing: null, off: false, text: '', deep },
      'values',
    )
  }),
  law('an append of a thousand facts is one append', async ({ store }) => {
    const facts = Array.from({ length: 1000 }, (_, at) => sampleFact(`fact-${at}`, { data: { at } }))
    expectSame(appended(await store.append('account-1', noStream, facts)).revision, 999, 'revision')
    const seen = (await store.read('account-1')).facts.map(({ data }) => data['at'])
    expectSame(
      seen,
      facts.map((_, at) => at),
      'payloads in order',
    )
  }),
  law('a caller that changes its payload after the append changes no fact', async ({ store }) => {
    const data = invoice()
    const facts = [sampleFact('fact', { data: data as JsonObject })]
    const writing = store.append('account-1', noStream, facts)
    const change = (): void => {
      tryTo(() => (data['note'] = 'changed'))
      tryTo(() => (((data['lines'] as Changeable[])[1] as Changeable)['minor'] = 999))
      tryTo(() => ((data['terms'] as Changeable)['days'] = 0))
      tryTo(() => ((facts[0] as unknown as Changeable)['type'] = 'changed'))
    }
    change()
    appended(await writing)
    change()
    const [fact] = (await store.read('account-1')).facts
    expectSame([fact?.type, fact?.data], ['sample.Noted', invoice()], 'fact after the caller changed its own')
  }),
  law('a caller that empties its list of facts after the call loses nothing', async ({ store }) => {
    const facts = [sampleFact('a'), sampleFact('b')]
    const writing = store.append('account-1', noStream, facts)
    facts.length = 0
    expectSame(appended(await writing).revision, 1, 'revision')
  }),
  law('a frozen surface does not let the caller change what lies below', async ({ store }) => {
    const data = Object.freeze(invoice())
    appended(await store.append('account-1', noStream, [sampleFact('fact', { data: data as JsonObject })]))
    tryTo(() => ((data['terms'] as Changeable)['days'] = 0))
    expectSame((await store.read('account-1')).facts[0]?.data, invoice(), 'fact')
  }),
  law('a reader that changes what it read changes no fact', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('fact', { data: invoice() as JsonObject })]))
    const first = (await store.read('account-1')).facts
    for (const fact of first) spoil(fact)
    tryTo(() => ((first as StoredFact[]).length = 0))
    for (const fact of await everything(store)) spoil(fact)
    const [fact] = (await store.read('account-1')).facts
    expectLaw(fact !== undefined, 'the fact is gone')
    expectSame(
      [fact.type, fact.revision, fact.data],
      ['sample.Noted', 0, invoice()],
      'fact after readers changed theirs',
    )
    expectSame((await everything(store))[0]?.data, invoice(), 'fact in the whole store')
  }),
]
