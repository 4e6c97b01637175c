/**
 * The same fact again is one fact: the answer to a lost reply.
 */
import { any, exactly, exists, noStream } from '../expected.js'
import { expectSame, law, reopenLaw, type StoreLaw } from './law.js'
import { appended, everything, idsOf, sampleFact, sampleFacts } from './sample-fact.js'

/** Laws of identity and idempotence. @category laws @since 0.1.0 */
export const identityLaws: readonly StoreLaw[] = [
  law('the same append again is one append', async ({ store }) => {
    const facts = sampleFacts('fact', 3)
    appended(await store.append('account-1', noStream, facts))
    const again = await store.append('account-1', noStream, facts)
    expectSame(again, { _tag: 'Duplicate', revision: 2 }, 'answer to the retry')
    expectSame(idsOf(await everything(store)), idsOf(facts), 'facts in the store')
  }),
  law('a retry is a duplicate before it is a conflict', async ({ store }) => {
    const facts = sampleFacts('fact', 2)
    appended(await store.append('account-1', noStream, facts))
    for (const expected of [noStream, exactly(0), exactly(7), exists, any]) {
      const again = await store.append('account-1', expected, facts)
      expectSame(again, { _tag: 'Duplicate', revision: 1 }, `answer to a retry that expects ${expected._tag}`)
    }
  }),
  law('a late retry names the place where the facts stand, not the end of the stream', async ({ store }) => {
    const facts = sampleFacts('fact', 2)
    appended(await store.append('account-1', noStream, [sampleFact('before')]))
    appended(await store.append('account-1', exactly(0), facts))
    appended(await store.append('account-1', any, sampleFacts('after', 3)))
    expectSame(await store.append('account-1', exactly(0), facts), { _tag: 'Duplicate', revision: 2 }, 'answer')
  }),
  law('many retries at once are one append', async ({ store }) => {
    const facts = sampleFacts('fact', 2)
    const results = await Promise.all(Array.from({ length: 8 }, () => store.append('account-1', noStream, facts)))
    expectSame(results.filter(({ _tag }) => _tag === 'Appended').length, 1, 'appends that wrote')
    expectSame(results.filter(({ _tag }) => _tag === 'Duplicate').length, 7, 'appends recognised as retries')
    expectSame((await store.read('account-1')).facts.length, 2, 'facts in the stream')
  }),
  law('some known and some new ids are a conflict and nothing is written', async ({ store }) => {
    appended(await store.append('account-1', noStream, sampleFacts('fact', 2)))
    const result = await store.append('account-1', any, sampleFacts('fact', 3))
    expectSame(result, { _tag: 'Conflict', expected: any, actual: 1 }, 'answer')
    expectSame((await everything(store)).length, 2, 'facts in the store')
  }),
  law('known ids in another order are a conflict', async ({ store }) => {
    const facts = sampleFacts('fact', 2)
    appended(await store.append('account-1', noStream, facts))
    const result = await store.append('account-1', any, [...facts].reverse())
    expectSame(result, { _tag: 'Conflict', expected: any, actual: 1 }, 'answer')
  }),
  law('known ids that do not stand next to each other are a conflict', async ({ store }) => {
    const facts = sampleFacts('fact', 3)
    appended(await store.append('account-1', noStream, facts))
    const result = await store.append(
      'account-1',
      any,
      facts.filter((_, at) => at !== 1),
    )
    expectSame(result, { _tag: 'Conflict', expected: any, actual: 2 }, 'answer')
  }),
  law('an id is unique in the whole store, not only in its stream', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('fact')]))
    const result = await store.append('account-2', noStream, [sampleFact('fact')])
    expectSame(result, { _tag: 'Conflict', expected: noStream, actual: 'no-stream' }, 'answer')
    expectSame((await everything(store)).length, 1, 'facts in the store')
  }),
  law('an append that names one id twice is a conflict', async ({ store }) => {
    const result = await store.append('account-1', any, [sampleFact('fact'), sampleFact('fact')])
    expectSame(result, { _tag: 'Conflict', expected: any, actual: 'no-stream' }, 'answer')
    expectSame((await everything(store)).length, 0, 'facts in the store')
  }),
  law('ids that differ by case only are different facts', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('a'), sampleFact('A')]))
    expectSame(idsOf(await everything(store)), ['a', 'A'], 'facts in the store')
  }),
  reopenLaw('the same command through two handles is one append', async (store, reopen) => {
    const other = await reopen()
    const facts = sampleFacts('fact', 2)
    const results = await Promise.all([
      store.append('account-1', noStream, facts),
      other.append('account-1', noStream, facts),
    ])
    expectSame(results.map(({ _tag }) => _tag).sort(), ['Appended', 'Duplicate'], 'answers')
    expectSame(idsOf(await everything(other)), idsOf(facts), 'facts in the store')
  }),
]
