/**
 * When the ledger learned of a fact: one clock for the whole store, except for imported history.
 */
import { instant, type Instant } from '@quittance/kernel'
import { any, noStream } from '../expected.js'
import type { EventStore } from '../port.js'
import { expectSame, law, type StoreLaw } from './law.js'
import { appended, sampleFact } from './sample-fact.js'

const [nine, ten, eleven, noon] = ['09', '10', '11', '12'].map((hour) => instant(`2026-01-05T${hour}:00:00.000Z`)) as [
  Instant,
  Instant,
  Instant,
  Instant,
]

const live = async (store: EventStore, stream: string, id: string, recordedAt: Instant): Promise<Instant | undefined> =>
  appended(await store.append(stream, any, [sampleFact(id, { recordedAt })])).recordedAt

const imported = async (
  store: EventStore,
  stream: string,
  id: string,
  recordedAt: Instant,
): Promise<Instant | undefined> =>
  appended(await store.append(stream, any, [sampleFact(id, { recordedAt, importedAt: noon })])).recordedAt

const stamps = async (store: EventStore, stream: string): Promise<readonly Instant[]> =>
  (await store.read(stream)).facts.map(({ recordedAt }) => recordedAt)

/** Laws of recording times. @category laws @since 0.1.0 */
export const recordingTimeLaws: readonly StoreLaw[] = [
  law('a live fact that is later than all others keeps its recording time', async ({ store }) => {
    expectSame(await live(store, 'account-1', 'a', ten), ten, 'first stamp')
    expectSame(await live(store, 'account-2', 'b', eleven), eleven, 'second stamp')
    expectSame([await stamps(store, 'account-1'), await stamps(store, 'account-2')], [[ten], [eleven]], 'stamps read')
  }),
  law("a live fact is never stamped below the store's highest recording time", async ({ store }) => {
    await live(store, 'account-1', 'a', eleven)
    expectSame(await live(store, 'account-2', 'b', nine), eleven, 'stamp of a writer whose clock is behind')
    expectSame(await stamps(store, 'account-2'), [eleven], 'stamp read')
  }),
  law('an imported fact keeps its own recording time, though the store is ahead', async ({ store }) => {
    await live(store, 'account-1', 'a', noon)
    expectSame(await imported(store, 'account-2', 'b', nine), nine, 'stamp of an imported fact')
    expectSame(await stamps(store, 'account-2'), [nine], 'stamp read')
  }),
  law('an imported fact is never stamped below the last fact of its own stream', async ({ store }) => {
    await live(store, 'account-1', 'a', eleven)
    expectSame(await imported(store, 'account-1', 'b', nine), eleven, 'stamp of an imported fact')
    await imported(store, 'account-2', 'c', ten)
    expectSame(await imported(store, 'account-2', 'd', nine), ten, 'stamp after another imported fact')
  }),
  law('a live fact after an imported one of a later time is raised to it', async ({ store }) => {
    await imported(store, 'account-1', 'a', noon)
    expectSame(await live(store, 'account-2', 'b', ten), noon, 'stamp of the live fact')
  }),
  law('a live fact after an imported one of an earlier time keeps the clock of the store', async ({ store }) => {
    await live(store, 'account-1', 'a', eleven)
    await imported(store, 'account-2', 'b', nine)
    expectSame(await live(store, 'account-2', 'c', ten), eleven, 'stamp of the live fact')
  }),
  law('within one append each fact is stamped after the one before', async ({ store }) => {
    const facts = [ten, noon, nine].map((recordedAt, at) => sampleFact(`fact-${at}`, { recordedAt }))
    appended(await store.append('account-1', noStream, facts))
    expectSame(await stamps(store, 'account-1'), [ten, noon, noon], 'live stamps')
    const history = [nine, eleven, ten].map((recordedAt, at) =>
      sampleFact(`old-${at}`, { recordedAt, importedAt: noon }),
    )
    appended(await store.append('account-2', noStream, history))
    expectSame(await stamps(store, 'account-2'), [nine, eleven, eleven], 'imported stamps')
  }),
  law('the head tells the highest recording time in the store', async ({ store }) => {
    await live(store, 'account-1', 'a', eleven)
    await imported(store, 'account-2', 'b', nine)
    expectSame((await store.head()).recordedAt, eleven, 'recording time at the head')
  }),
  law('a refused append moves no clock', async ({ store }) => {
    await live(store, 'account-1', 'a', ten)
    await store.append('account-1', noStream, [sampleFact('b', { recordedAt: noon })])
    expectSame((await store.head()).recordedAt, ten, 'recording time at the head')
    expectSame(await live(store, 'account-1', 'c', eleven), eleven, 'stamp of the next fact')
  }),
]
