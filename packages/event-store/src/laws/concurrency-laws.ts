/**
 * Several writers at once, and one writer for long.
 */
import { any, exactly, expectedAt, noStream, type Head } from '../expected.js'
import { expectLaw, expectSame, law, type StoreLaw } from './law.js'
import { appended, everything, idsOf, sampleFact, sampleFacts } from './sample-fact.js'

const tally = (results: readonly { readonly _tag: string }[], tag: string): number =>
  results.filter(({ _tag }) => _tag === tag).length

/** Laws of concurrent and repeated appends. @category laws @since 0.1.0 */
export const concurrencyLaws: readonly StoreLaw[] = [
  law('of two writers with the same revision exactly one wins', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('first')]))
    const results = await Promise.all(
      ['left', 'right'].map((id) => store.append('account-1', exactly(0), [sampleFact(id)])),
    )
    expectSame(tally(results, 'Appended'), 1, 'winners')
    const loser = results.find(({ _tag }) => _tag !== 'Appended')
    expectSame(loser, { _tag: 'Conflict', expected: exactly(0), actual: 1 }, 'answer to the loser')
    expectSame((await store.read('account-1')).revision, 1, 'end of the stream')
  }),
  law('of ten writers that all open the stream exactly one wins', async ({ store }) => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, at) => store.append('account-1', noStream, sampleFacts(`writer-${at}`, 2))),
    )
    expectSame([tally(results, 'Appended'), tally(results, 'Conflict')], [1, 9], 'winners and losers')
    expectSame((await store.read('account-1')).facts.length, 2, 'facts in the stream')
  }),
  law('ten writers without a belief all win, and no fact is lost', async ({ store }) => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, at) => store.append('account-1', any, sampleFacts(`writer-${at}`, 3))),
    )
    expectSame(tally(results, 'Appended'), 10, 'winners')
    const { facts, revision } = await store.read('account-1')
    expectSame([facts.length, revision], [30, 29], 'facts and end of the stream')
    expectSame(new Set(idsOf(facts)).size, 30, 'different facts')
  }),
  law('the facts of one append stand together, whoever else writes', async ({ store }) => {
    await Promise.all(Array.from({ length: 10 }, (_, at) => store.append('account-1', any, sampleFacts(`w${at}`, 3))))
    const ids = idsOf((await store.read('account-1')).facts)
    for (let at = 0; at < ids.length; at += 3) {
      const writer = ids[at]?.split('-')[0]
      expectSame(
        ids.slice(at, at + 3),
        [0, 1, 2].map((n) => `${writer}-${n}`),
        'facts of one append',
      )
    }
  }),
  law('writers to different streams never disturb one another', async ({ store }) => {
    const streams = Array.from({ length: 20 }, (_, at) => `account-${at}`)
    const results = await Promise.all(streams.map((stream) => store.append(stream, noStream, sampleFacts(stream, 2))))
    expectSame(tally(results, 'Appended'), 20, 'winners')
    for (const stream of streams) expectSame((await store.read(stream)).revision, 1, `end of ${stream}`)
  }),
  law('five hundred appends one after another never fail', async ({ store }) => {
    let head: Head = 'no-stream'
    for (let at = 0; at < 500; at++) {
      head = appended(await store.append('account-1', expectedAt(head), [sampleFact(`fact-${at}`)])).revision
      expectSame(head, at, 'revision')
    }
  }),
  law('a writer reads its own append', async ({ store }) => {
    for (let at = 0; at < 20; at++) {
      const { position } = appended(await store.append('account-1', any, [sampleFact(`fact-${at}`)]))
      expectSame((await store.read('account-1')).revision, at, 'end of the stream')
      const head = await store.head()
      expectLaw(head.position === position, `head says ${head.position} after an append at ${position}`)
    }
  }),
  law('a reader sees all the facts of an append or none', async ({ store }) => {
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, at) => store.append('account-1', any, sampleFacts(`batch-${at}`, 5))),
    )
    for (let look = 0; look < 20; look++) {
      const seen = (await store.read('account-1')).facts.length
      expectSame(seen % 5, 0, `facts beyond whole appends, ${seen} seen`)
      expectSame((await everything(store)).length % 5, 0, 'facts beyond whole appends in the whole store')
    }
    await writing
  }),
  law('an append with one bad id among good ones writes nothing', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('standing')]))
    const result = await store.append('account-2', any, [sampleFact('a'), sampleFact('standing'), sampleFact('b')])
    expectSame(result, { _tag: 'Conflict', expected: any, actual: 'no-stream' }, 'answer')
    expectSame(idsOf(await everything(store)), ['standing'], 'facts in the store')
    appended(await store.append('account-2', noStream, [sampleFact('a')]))
  }),
]
