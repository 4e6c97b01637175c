/**
 * Reading one stream: from where, how far, and what the answer says about the end.
 */
import { any, exactly, noStream } from '../expected.js'
import { expectSame, law, type StoreLaw } from './law.js'
import { appended, idsOf, sampleFact, sampleFacts } from './sample-fact.js'

/** Laws of reading a stream. @category laws @since 0.1.0 */
export const readingLaws: readonly StoreLaw[] = [
  law('a missing stream is empty and says so', async ({ store }) => {
    expectSame(await store.read('account-1'), { facts: [], revision: 'no-stream' }, 'missing stream')
    expectSame(await store.read('account-1', 5), { facts: [], revision: 'no-stream' }, 'missing stream from 5')
  }),
  law('a fact comes back with every field as it was given', async ({ store }) => {
    const plain = sampleFact('plain')
    const full = sampleFact('full', {
      causationId: 'plain',
      importedAt: plain.recordedAt,
      data: { amount: { currency: 'EUR', minor: 12_345 }, lines: [1, 'two', null, true, { deep: [] }] },
    })
    appended(await store.append('account-1', noStream, [plain, full]))
    const { facts } = await store.read('account-1')
    const due = [plain, full].map((fact, revision) => ({ ...fact, stream: 'account-1', revision, position: undefined }))
    expectSame(
      facts.map((fact) => ({ ...fact, position: undefined })),
      due,
      'facts read',
    )
  }),
  law('a field that was absent stays absent', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('plain')]))
    const [fact] = (await store.read('account-1')).facts
    expectSame([fact && 'causationId' in fact, fact && 'importedAt' in fact], [false, false], 'absent fields present')
  }),
  law('revisions count from zero without gaps', async ({ store }) => {
    for (let at = 0; at < 5; at++) appended(await store.append('account-1', any, sampleFacts(`batch-${at}`, at + 1)))
    const { facts } = await store.read('account-1')
    expectSame(
      facts.map(({ revision }) => revision),
      Array.from({ length: 15 }, (_, at) => at),
      'revisions',
    )
  }),
  law('a read from a revision starts there, that fact included', async ({ store }) => {
    appended(await store.append('account-1', noStream, sampleFacts('fact', 6)))
    expectSame(idsOf((await store.read('account-1', 4)).facts), ['fact-4', 'fact-5'], 'tail of the stream')
  }),
  law('a read from a revision reports the end of the whole stream', async ({ store }) => {
    appended(await store.append('account-1', noStream, sampleFacts('fact', 50)))
    const { facts, revision } = await store.read('account-1', 40)
    expectSame([facts.length, revision], [10, 49], 'facts and end')
    appended(await store.append('account-1', exactly(49), [sampleFact('next')]))
  }),
  law('a read from beyond the end is empty and reports the true end', async ({ store }) => {
    appended(await store.append('account-1', noStream, sampleFacts('fact', 3)))
    expectSame(await store.read('account-1', 3), { facts: [], revision: 2 }, 'read from just beyond the end')
    expectSame(await store.read('account-1', 300), { facts: [], revision: 2 }, 'read from far beyond the end')
  }),
  law('a stream holds its own facts only', async ({ store }) => {
    appended(await store.append('account-1', noStream, sampleFacts('one', 2)))
    appended(await store.append('account-10', noStream, sampleFacts('ten', 2)))
    appended(await store.append('account', noStream, sampleFacts('bare', 1)))
    appended(await store.append('account-1', exactly(1), sampleFacts('more', 1)))
    expectSame(idsOf((await store.read('account-1')).facts), ['one-0', 'one-1', 'more-0'], 'facts of account-1')
    expectSame(idsOf((await store.read('account')).facts), ['bare-0'], 'facts of account')
  }),
  law('stream names are opaque: case, accents, quotes and wildcards tell streams apart', async ({ store }) => {
    const names = [
      'a-x',
      'A-x',
      'a-%',
      'a-_',
      "a-'; drop table facts; --",
      'a-é',
      'a-e\u0301',
      'a-💶',
      'a-x ',
      'a-"\\/',
    ]
    for (const name of names) appended(await store.append(name, noStream, [sampleFact(`in ${name}`)]))
    for (const name of names) {
      const { facts } = await store.read(name)
      expectSame(
        facts.map(({ id, stream }) => [id, stream]),
        [[`in ${name}`, name]],
        `facts of ${name}`,
      )
    }
  }),
  law('the streams of a category are told, each once and no other', async ({ store }) => {
    const own = Array.from({ length: 1_205 }, (_, at) => `account-${at}`)
    for (const name of ['accounts-1', 'account', ...own, 'policies-acme'])
      appended(await store.append(name, noStream, [sampleFact(`in ${name}`)]))
    appended(await store.append('account-7', exactly(0), [sampleFact('more')]))
    expectSame((await store.append('account-refused', exactly(3), [sampleFact('refused')]))._tag, 'Conflict', 'answer')
    const told: Array<string> = []
    for await (const page of store.streams('account')) {
      expectSame(page.length > 0, true, 'names on a page')
      told.push(...page)
    }
    expectSame(told.toSorted(), ['account', ...own].toSorted(), 'streams of the category')
    for await (const page of store.streams('nothing')) expectSame(page, [], 'streams of a category without any')
  }),
  law('an append after close answers instead of hanging, and writes nothing', async ({ store }) => {
    await store.close()
    const result = await store.append('account-1', any, [sampleFact('late')])
    expectSame(result._tag, 'Unknown', 'answer after close')
  }),
]
