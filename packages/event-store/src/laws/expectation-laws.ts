/**
 * Every belief about a stream against a stream that is there and one that is not.
 */
import { any, exactly, exists, expectedAt, noStream, type Expected, type Head } from '../expected.js'
import type { EventStore } from '../port.js'
import { expectSame, law, type StoreLaw } from './law.js'
import { appended, idsOf, sampleFact, sampleFacts } from './sample-fact.js'

const withThreeFacts = async (store: EventStore): Promise<void> => {
  appended(await store.append('account-1', noStream, sampleFacts('old', 3)))
}

const accepted = async (store: EventStore, expected: Expected, revision: number): Promise<void> => {
  const result = appended(await store.append('account-1', expected, [sampleFact('new')]))
  expectSame(result.revision, revision, 'revision of the new fact')
  const read = await store.read('account-1')
  expectSame(read.facts.at(-1)?.id, 'new', 'last fact of the stream')
  expectSame(read.revision, revision, 'end of the stream')
}

const refused = async (store: EventStore, expected: Expected, actual: Head): Promise<void> => {
  const before = await store.read('account-1')
  const result = await store.append('account-1', expected, [sampleFact('new')])
  expectSame(result, { _tag: 'Conflict', expected, actual }, 'answer to a wrong belief')
  const after = await store.read('account-1')
  expectSame(idsOf(after.facts), idsOf(before.facts), 'stream after the refusal')
  expectSame(after.revision, actual, 'end of the stream after the refusal')
}

const belowZero: Expected = { _tag: 'Exactly', revision: -1 }

/** Laws of expectations. @category laws @since 0.1.0 */
export const expectationLaws: readonly StoreLaw[] = [
  law('NoStream is accepted where there is no stream', ({ store }) => accepted(store, noStream, 0)),
  law('NoStream is refused on an existing stream', async ({ store }) => {
    await withThreeFacts(store)
    await refused(store, noStream, 2)
  }),
  law('Exactly the last revision is accepted', async ({ store }) => {
    await withThreeFacts(store)
    await accepted(store, exactly(2), 3)
  }),
  law('Exactly an earlier revision is refused', async ({ store }) => {
    await withThreeFacts(store)
    await refused(store, exactly(1), 2)
  }),
  law('Exactly a later revision is refused, so that no gap can arise', async ({ store }) => {
    await withThreeFacts(store)
    await refused(store, exactly(3), 2)
  }),
  law('Exactly any revision is refused where there is no stream', ({ store }) =>
    refused(store, exactly(0), 'no-stream'),
  ),
  law('a revision below zero never means a missing stream', ({ store }) => refused(store, belowZero, 'no-stream')),
  law('Exists is accepted on an existing stream', async ({ store }) => {
    await withThreeFacts(store)
    await accepted(store, exists, 3)
  }),
  law('Exists is refused where there is no stream', ({ store }) => refused(store, exists, 'no-stream')),
  law('Any is accepted on an existing stream', async ({ store }) => {
    await withThreeFacts(store)
    await accepted(store, any, 3)
  }),
  law('Any is accepted where there is no stream', ({ store }) => accepted(store, any, 0)),
  law('a conflict names the true revision, so that one retry is enough', async ({ store }) => {
    await withThreeFacts(store)
    appended(await store.append('account-2', noStream, sampleFacts('other', 7)))
    const result = await store.append('account-1', exactly(0), [sampleFact('new')])
    expectSame(result._tag === 'Conflict' && result.actual, 2, 'revision named by the conflict')
    const actual = result._tag === 'Conflict' ? result.actual : 'no-stream'
    appended(await store.append('account-1', expectedAt(actual), [sampleFact('new')]))
  }),
  law('the revision of an append is that of its last fact', async ({ store }) => {
    expectSame(appended(await store.append('account-1', any, sampleFacts('a', 4))).revision, 3, 'revision')
    expectSame(appended(await store.append('account-1', any, sampleFacts('b', 2))).revision, 5, 'revision')
  }),
  law('an empty append on an existing stream changes nothing and tells the revision', async ({ store }) => {
    await withThreeFacts(store)
    const { position } = await store.head()
    for (const expected of [any, exists, exactly(2)]) {
      const result = await store.append('account-1', expected, [])
      expectSame(result, { _tag: 'Appended', revision: 2, position }, 'answer to an empty append')
    }
    expectSame((await store.read('account-1')).facts.length, 3, 'facts in the stream')
  }),
  law('an empty append makes no stream', async ({ store }) => {
    for (const expected of [any, noStream]) {
      const result = await store.append('account-1', expected, [])
      expectSame(result, { _tag: 'Appended', revision: -1, position: 0 }, 'answer to an empty append')
    }
    expectSame(await store.read('account-1'), { facts: [], revision: 'no-stream' }, 'stream')
  }),
  law('an empty append with a wrong belief is a conflict', async ({ store }) => {
    const missing = await store.append('account-1', exists, [])
    expectSame(missing, { _tag: 'Conflict', expected: exists, actual: 'no-stream' }, 'answer on a missing stream')
    await withThreeFacts(store)
    const standing = await store.append('account-1', noStream, [])
    expectSame(standing, { _tag: 'Conflict', expected: noStream, actual: 2 }, 'answer on an existing stream')
  }),
]
