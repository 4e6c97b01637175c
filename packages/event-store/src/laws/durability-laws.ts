/**
 * What stands survives the handle that wrote it, and two handles agree.
 */
import { instant } from '@quittance/kernel'
import { any, exactly, noStream } from '../expected.js'
import { expectSame, reopenLaw, type StoreLaw } from './law.js'
import { appended, everything, sampleFact, sampleFacts } from './sample-fact.js'

/** Laws of durability and of several handles. @category laws @since 0.1.0 */
export const durabilityLaws: readonly StoreLaw[] = [
  reopenLaw('facts, claims and clock survive closing and opening again', async (store, reopen) => {
    const recordedAt = instant('2026-01-05T11:00:00.000Z')
    appended(
      await store.append('account-1', noStream, sampleFacts('fact', 3, { recordedAt }), { claims: ['document'] }),
    )
    const [before, head] = [await everything(store), await store.head()]
    await store.close()
    const again = await reopen()
    expectSame(await everything(again), before, 'facts')
    expectSame(await again.head(), head, 'head')
    expectSame(await again.claimedBy('document'), 'account-1', 'holder of the claim')
    const result = appended(await again.append('account-1', exactly(2), [sampleFact('next')]))
    expectSame([result.revision, result.recordedAt], [3, recordedAt], 'revision and stamp of the next fact')
  }),
  reopenLaw('a retry after opening again is recognised', async (store, reopen) => {
    const facts = sampleFacts('fact', 3)
    appended(await store.append('account-1', noStream, facts))
    await store.close()
    const again = await reopen()
    expectSame(await again.append('account-1', noStream, facts), { _tag: 'Duplicate', revision: 2 }, 'answer')
  }),
  reopenLaw('what one handle was told is written the other reads', async (store, reopen) => {
    const other = await reopen()
    for (let at = 0; at < 10; at++) {
      const writer = at % 2 === 0 ? store : other
      const reader = at % 2 === 0 ? other : store
      const { revision } = appended(await writer.append('account-1', any, [sampleFact(`fact-${at}`)]))
      expectSame((await reader.read('account-1')).revision, revision, 'end of the stream for the other handle')
    }
  }),
  reopenLaw('a handle that was overtaken gets a conflict with the true revision', async (store, reopen) => {
    const other = await reopen()
    appended(await store.append('account-1', noStream, [sampleFact('a')]))
    appended(await other.append('account-1', exactly(0), sampleFacts('b', 3)))
    const late = await store.append('account-1', exactly(0), [sampleFact('c')])
    expectSame(late, { _tag: 'Conflict', expected: exactly(0), actual: 3 }, 'answer to the one overtaken')
    appended(await store.append('account-1', exactly(3), [sampleFact('c')]))
  }),
  reopenLaw('of two handles with the same revision exactly one wins, every time', async (store, reopen) => {
    const other = await reopen()
    appended(await store.append('account-1', noStream, [sampleFact('first')]))
    for (let at = 0; at < 10; at++) {
      const results = await Promise.all([
        store.append('account-1', exactly(at), [sampleFact(`left-${at}`)]),
        other.append('account-1', exactly(at), [sampleFact(`right-${at}`)]),
      ])
      expectSame(results.map(({ _tag }) => _tag).sort(), ['Appended', 'Conflict'], `answers in round ${at}`)
    }
    expectSame((await everything(other)).length, 11, 'facts in the store')
  }),
  reopenLaw('two handles share one clock', async (store, reopen) => {
    const other = await reopen()
    const noon = instant('2026-01-05T12:00:00.000Z')
    appended(await store.append('account-1', noStream, [sampleFact('a', { recordedAt: noon })]))
    const result = appended(await other.append('account-2', noStream, [sampleFact('b')]))
    expectSame(result.recordedAt, noon, 'stamp given by the other handle')
  }),
  reopenLaw('an empty store opened again is still empty', async (store, reopen) => {
    await store.close()
    const again = await reopen()
    expectSame([await everything(again), await again.head()], [[], { position: 0 }], 'facts and head')
  }),
]
