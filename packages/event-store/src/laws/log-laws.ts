/**
 * Reading the whole store: order, pages, filters, and that a second reading equals the first.
 */
import { any, noStream } from '../expected.js'
import type { EventStore } from '../port.js'
import { canonicalText, expectLaw, expectSame, law, type StoreLaw } from './law.js'
import { appended, everything, idsOf, sampleFact, sampleFacts } from './sample-fact.js'

const mixedStore = async (store: EventStore): Promise<void> => {
  appended(
    await store.append('account-1', noStream, [sampleFact('a1', { type: 'x.A' }), sampleFact('b1', { type: 'x.B' })]),
  )
  appended(await store.append('accounts-1', noStream, [sampleFact('a2', { type: 'x.A' })]))
  appended(await store.append('policy-1-account', noStream, [sampleFact('c1', { type: 'x.C' })]))
  appended(await store.append('account-2-b', noStream, [sampleFact('a3', { type: 'x.A' })]))
  appended(await store.append('account', noStream, [sampleFact('ab', { type: 'x.AB' })]))
}

const twoAndAHalfThousand = async (store: EventStore): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let at = 0; at < 25; at++) {
    const facts = sampleFacts(`batch-${at}`, 100)
    ids.push(...idsOf(facts))
    appended(await store.append(`account-${at % 7}`, any, facts))
  }
  return ids
}

/** A short digest of everything that a rebuild reads. */
const digestOf = async (store: EventStore): Promise<string> => {
  let [hash, count] = [0x811c9dc5, 0]
  for await (const page of store.readAll()) {
    for (const fact of page) {
      count += 1
      const text = canonicalText(fact)
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    }
  }
  return `${count}:${hash >>> 0}`
}

/** Laws of the whole store's order. @category laws @since 0.1.0 */
export const logLaws: readonly StoreLaw[] = [
  law('an empty store has no page and its head is zero', async ({ store }) => {
    expectSame(await everything(store), [], 'facts of an empty store')
    expectSame(await store.head(), { position: 0 }, 'head of an empty store')
  }),
  law('positions rise in the order of the appends', async ({ store }) => {
    let last = 0
    for (let at = 0; at < 12; at++) {
      const { position } = appended(await store.append(`account-${at % 3}`, any, sampleFacts(`batch-${at}`, 2)))
      expectLaw(position > last, `an append at ${position} followed one at ${last}`)
      last = position
    }
    const positions = (await everything(store)).map(({ position }) => position)
    expectSame(
      positions,
      [...new Set(positions)].sort((a, b) => a - b),
      'positions',
    )
    expectSame(positions.at(-1), last, 'position of the last fact')
  }),
  law('positions have no gaps, also after refusals', async ({ store, positions }) => {
    for (let at = 0; at < 8; at++) {
      appended(await store.append(`account-${at}`, noStream, sampleFacts(`batch-${at}`, 3)))
      await store.append(`account-${at}`, noStream, sampleFacts(`refused-${at}`, 3))
    }
    const seen = (await everything(store)).map(({ position }) => position)
    expectSame(seen.length, 24, 'facts in the store')
    if (positions !== 'rising')
      expectSame(
        seen,
        Array.from({ length: 24 }, (_, at) => at + 1),
        'positions',
      )
  }),
  law('concurrent appends leave no gap and no double position', async ({ store, positions }) => {
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => store.append(`account-${at % 5}`, any, sampleFacts(`b${at}`, 2))),
    )
    const seen = (await everything(store)).map(({ position }) => position)
    expectSame(new Set(seen).size, 80, 'different positions')
    if (positions !== 'rising')
      expectSame(
        seen,
        Array.from({ length: 80 }, (_, at) => at + 1),
        'positions',
      )
  }),
  law('pages follow in order across their boundaries, nothing twice, nothing left out', async ({ store }) => {
    const ids = await twoAndAHalfThousand(store)
    expectSame(idsOf(await everything(store)), ids, 'all ids')
  }),
  law('a reading resumed after any position continues where it stopped', async ({ store }) => {
    const ids = await twoAndAHalfThousand(store)
    const all = await everything(store)
    for (const cut of [0, 1, 99, 100, 999, 1000, 1001, 2499, 2500]) {
      const after = cut === 0 ? 0 : all[cut - 1]?.position
      expectSame(idsOf(await everything(store, after)), ids.slice(cut), `ids after the first ${cut}`)
    }
  }),
  law('a reading after the end is empty', async ({ store }) => {
    const { position } = appended(await store.append('account-1', noStream, sampleFacts('fact', 3)))
    expectSame(await everything(store, position), [], 'facts after the head')
    expectSame(await everything(store, position + 1000), [], 'facts after far beyond the head')
  }),
  law('a category is the whole text before the first dash', async ({ store }) => {
    await mixedStore(store)
    const ids = async (category: string): Promise<readonly string[]> => idsOf(await everything(store, 0, { category }))
    expectSame(await ids('account'), ['a1', 'b1', 'a3', 'ab'], 'facts of category account')
    expectSame(await ids('accounts'), ['a2'], 'facts of category accounts')
    expectSame(await ids('accoun'), [], 'facts of a category that is only a beginning')
  }),
  law('types are chosen by their whole name', async ({ store }) => {
    await mixedStore(store)
    const ids = async (types: readonly string[]): Promise<readonly string[]> =>
      idsOf(await everything(store, 0, { types }))
    expectSame(await ids(['x.A']), ['a1', 'a2', 'a3'], 'facts of one type')
    expectSame(await ids(['x.C', 'x.B', 'x.Unheard']), ['b1', 'c1'], 'facts of several types')
    expectSame(await ids([]), [], 'facts of no type')
  }),
  law('category, type, position and limit restrict together', async ({ store }) => {
    await mixedStore(store)
    const first = await everything(store, 0, { category: 'account', types: ['x.A'], limit: 1 })
    expectSame(idsOf(first), ['a1'], 'first fact of category and type')
    const rest = await everything(store, first[0]?.position, { category: 'account', types: ['x.A'], limit: 5 })
    expectSame(idsOf(rest), ['a3'], 'facts of category and type after it')
    expectSame(await everything(store, 0, { limit: 0 }), [], 'no fact at all')
  }),
  law('a limit ends the reading at exactly that many facts', async ({ store }) => {
    const ids = await twoAndAHalfThousand(store)
    for (const limit of [1, 999, 1000, 1001]) {
      expectSame(idsOf(await everything(store, 0, { limit })), ids.slice(0, limit), `first ${limit} ids`)
    }
  }),
  law('a reader that stops early leaves the store usable', async ({ store }) => {
    await twoAndAHalfThousand(store)
    for await (const page of store.readAll()) if (page.length > 0) break
    appended(await store.append('account-1', any, [sampleFact('next')]))
    expectSame((await everything(store)).length, 2501, 'facts in the store')
  }),
  law('a writer may append while a reader is under way', async ({ store }) => {
    await twoAndAHalfThousand(store)
    let last = 0
    for await (const page of store.readAll(0, { limit: 2500 })) {
      for (const { position } of page) {
        expectLaw(position > last, `position ${position} came after ${last}`)
        last = position
      }
      appended(await store.append('account-1', any, [sampleFact(`during-${last}`)]))
    }
  }),
  law('a reading ends, although the reader writes more than it reads', async ({ store }) => {
    appended(await store.append('account-1', any, sampleFacts('old', 10)))
    let pages = 0
    for await (const page of store.readAll()) {
      pages += 1
      expectLaw(pages <= 20, `the reading went on after ${pages} pages`)
      appended(await store.append('account-1', any, sampleFacts(`after-${page.at(-1)?.position}`, 1100)))
    }
    expectLaw(pages > 0, 'the reading read nothing')
  }),
  law('a stream and the whole store tell the same facts', async ({ store }) => {
    await mixedStore(store)
    const all = await everything(store)
    for (const stream of new Set(all.map((fact) => fact.stream))) {
      const own = all.filter((fact) => fact.stream === stream)
      expectSame((await store.read(stream)).facts, own, `facts of ${stream}`)
    }
  }),
  law('a second rebuild equals the first', async ({ store }) => {
    await twoAndAHalfThousand(store)
    const first = await digestOf(store)
    expectLaw(first.startsWith('2500:'), `the first rebuild read ${first.split(':')[0]} facts of 2500`)
    expectSame(await digestOf(store), first, 'digest of the second rebuild')
    expectSame(await digestOf(store), first, 'digest of the third rebuild')
  }),
]
