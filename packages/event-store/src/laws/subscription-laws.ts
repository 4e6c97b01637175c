/**
 * Following the store: nothing lost between catching up and living on, nothing twice, and failures that say where.
 */
import { any } from '../expected.js'
import type { EventStore, StoredFact } from '../port.js'
import { expectLaw, expectSame, law, reopenLaw, within, type StoreLaw } from './law.js'
import { appended, everything, idsOf, sampleFact, sampleFacts } from './sample-fact.js'

const patience = 3000

/** A handler that collects, and a promise for the moment when so many have come. */
const collector = (
  count: number,
): {
  readonly seen: StoredFact[]
  readonly full: Promise<void>
  readonly take: (page: readonly StoredFact[]) => void
} => {
  const seen: StoredFact[] = []
  let ready = (): void => undefined
  const full = new Promise<void>((resolve) => (ready = resolve))
  const take = (page: readonly StoredFact[]): void => {
    seen.push(...page)
    if (seen.length >= count) ready()
  }
  return { seen, full, take }
}

const write = async (store: EventStore, prefix: string, count: number): Promise<readonly string[]> => {
  const facts = sampleFacts(prefix, count)
  appended(await store.append('account-1', any, facts))
  return idsOf(facts)
}

/** Laws of subscriptions. @category laws @since 0.1.0 */
export const subscriptionLaws: readonly StoreLaw[] = [
  law('a subscription sees every fact once and in order, those that stand and those that come', async ({ store }) => {
    const due = [...(await write(store, 'old', 20))]
    const { seen, full, take } = collector(60)
    const subscription = store.subscribe(0, take)
    for (let at = 0; at < 40; at++) due.push(...(await write(store, `new-${at}`, 1)))
    await within(patience, full, 'sixty facts')
    await subscription.close()
    expectSame(idsOf(seen), due, 'facts handed over')
  }),
  law('a subscription after a position sees later facts only', async ({ store }) => {
    await write(store, 'old', 5)
    const { position } = await store.head()
    const { seen, full, take } = collector(3)
    const subscription = store.subscribe(position, take)
    const due = await write(store, 'new', 3)
    await within(patience, full, 'three facts')
    await subscription.close()
    expectSame(idsOf(seen), due, 'facts handed over')
  }),
  law('a subscription on an idle store wakes up for each append', async ({ store }) => {
    const { seen, full, take } = collector(3)
    const subscription = store.subscribe(0, take)
    for (let at = 0; at < 3; at++) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      await write(store, `fact-${at}`, 1)
    }
    await within(patience, full, 'three facts')
    await subscription.close()
    expectSame(idsOf(seen), ['fact-0-0', 'fact-1-0', 'fact-2-0'], 'facts handed over')
  }),
  law('the checkpoint is the last fact handled, and a new subscription continues there', async ({ store }) => {
    const due = [...(await write(store, 'old', 7))]
    const first = collector(7)
    const before = store.subscribe(0, first.take)
    await within(patience, first.full, 'seven facts')
    await before.close()
    expectSame(before.checkpoint, first.seen.at(-1)?.position, 'checkpoint')
    due.push(...(await write(store, 'new', 4)))
    const second = collector(4)
    const after = store.subscribe(before.checkpoint, second.take)
    await within(patience, second.full, 'four facts')
    await after.close()
    expectSame(idsOf([...first.seen, ...second.seen]), due, 'facts over both subscriptions')
  }),
  law('one page is handled before the next is handed over', async ({ store }) => {
    let [running, overlaps] = [0, 0]
    const { full, take } = collector(2100)
    const subscription = store.subscribe(0, async (page) => {
      running += 1
      if (running > 1) overlaps += 1
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
      take(page)
    })
    for (let at = 0; at < 3; at++) await write(store, `batch-${at}`, 700)
    await within(patience, full, '2100 facts')
    await subscription.close()
    expectSame(overlaps, 0, 'pages handed over while another was handled')
  }),
  law('a closed subscription hands over nothing more', async ({ store }) => {
    const { seen, full, take } = collector(1)
    const subscription = store.subscribe(0, take)
    await write(store, 'first', 1)
    await within(patience, full, 'one fact')
    await subscription.close()
    expectSame((await within(patience, subscription.ended, 'end'))._tag, 'Closed', 'end of the subscription')
    await write(store, 'late', 1)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expectSame(idsOf(seen), ['first-0'], 'facts handed over')
  }),
  law('a handler that fails ends the subscription, and the checkpoint does not pass the page', async ({ store }) => {
    await write(store, 'good', 3)
    const { position } = await store.head()
    const subscription = store.subscribe(0, (page) => {
      if (page.some(({ id }) => id === 'bad')) throw new Error('the read model refused it')
    })
    await new Promise((resolve) => setTimeout(resolve, 10))
    appended(await store.append('account-1', any, [sampleFact('bad')]))
    const end = await within(patience, subscription.ended, 'end of the subscription')
    expectSame(end._tag, 'Failed', 'end of the subscription')
    expectLaw(end.checkpoint <= position, `checkpoint ${end.checkpoint} passed the page that failed`)
  }),
  law('a subscription may be restricted to a category and to types', async ({ store }) => {
    const { seen, full, take } = collector(2)
    const subscription = store.subscribe(0, take, { category: 'account', types: ['x.A'] })
    appended(await store.append('account-1', any, [sampleFact('a', { type: 'x.A' }), sampleFact('b', { type: 'x.B' })]))
    appended(await store.append('policy-1', any, [sampleFact('c', { type: 'x.A' })]))
    appended(await store.append('account-2', any, [sampleFact('d', { type: 'x.A' })]))
    await within(patience, full, 'two facts')
    await subscription.close()
    expectSame(idsOf(seen), ['a', 'd'], 'facts handed over')
  }),
  law('several subscriptions each see everything', async ({ store }) => {
    const readers = Array.from({ length: 4 }, () => collector(30))
    const running = readers.map(({ take }) => store.subscribe(0, take))
    for (let at = 0; at < 10; at++) await write(store, `batch-${at}`, 3)
    await Promise.all(readers.map(({ full }) => within(patience, full, 'thirty facts')))
    await Promise.all(running.map((subscription) => subscription.close()))
    const all = idsOf(await everything(store))
    for (const { seen } of readers) expectSame(idsOf(seen), all, 'facts handed over')
  }),
  reopenLaw('a subscription sees what another handle writes', async (store, reopen) => {
    const other = await reopen()
    const { seen, full, take } = collector(10)
    const subscription = store.subscribe(0, take)
    const due: string[] = []
    for (let at = 0; at < 10; at++) due.push(...(await write(other, `fact-${at}`, 1)))
    await within(patience, full, 'ten facts of the other handle')
    await subscription.close()
    expectSame(idsOf(seen), due, 'facts handed over')
  }),
]
