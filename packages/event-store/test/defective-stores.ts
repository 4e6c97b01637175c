/**
 * Stores with one defect each, all seen in the wild: what the laws are good for is measured against them.
 */
import {
  any,
  inMemoryEventStore,
  type AppendResult,
  type EventStore,
  type Expected,
  type NewFact,
  type ReadAllFilter,
  type StoredFact,
} from '../src/index.js'

/** A store in which some of the methods are replaced by wrong ones. */
const broken = (wrong: (sound: EventStore) => Partial<EventStore>): (() => EventStore) => {
  return () => {
    const sound = inMemoryEventStore()
    const kept: EventStore = {
      append: (...args) => sound.append(...args),
      read: (...args) => sound.read(...args),
      readAll: (...args) => sound.readAll(...args),
      subscribe: (...args) => sound.subscribe(...args),
      streams: (category) => sound.streams(category),
      claimedBy: (claim) => sound.claimedBy(claim),
      head: () => sound.head(),
      close: () => sound.close(),
    }
    return Object.assign(kept, wrong(sound))
  }
}

const believing = (believe: (expected: Expected) => Expected): (() => EventStore) =>
  broken((sound) => ({
    append: (stream, expected, facts, options) => sound.append(stream, believe(expected), facts, options),
  }))

const answering = (answer: (result: AppendResult, facts: readonly NewFact[]) => AppendResult): (() => EventStore) =>
  broken((sound) => ({
    append: async (stream, expected, facts, options) =>
      answer(await sound.append(stream, expected, facts, options), facts),
  }))

const writing = (write: (facts: readonly NewFact[], turn: number) => readonly NewFact[]): (() => EventStore) => {
  let turn = 0
  return broken((sound) => ({
    append: (stream, expected, facts, options) => sound.append(stream, expected, write(facts, turn++), options),
  }))
}

const telling = (tell: (fact: StoredFact) => StoredFact): (() => EventStore) =>
  broken((sound) => ({
    read: async (stream, from) => {
      const { facts, revision } = await sound.read(stream, from)
      return { facts: facts.map(tell), revision }
    },
    readAll: async function* (after?: number, filter?: ReadAllFilter) {
      for await (const page of sound.readAll(after, filter)) yield page.map(tell)
    },
  }))

const paging = (page: (facts: readonly StoredFact[]) => readonly StoredFact[]): (() => EventStore) =>
  broken((sound) => ({
    readAll: async function* (after?: number, filter?: ReadAllFilter) {
      for await (const facts of sound.readAll(after, filter)) yield page(facts)
    },
  }))

const sharing = (): EventStore => {
  const given = new Map<string, NewFact['data']>()
  const copied = (fact: NewFact): NewFact => ({ ...fact, data: structuredClone(fact.data) as NewFact['data'] })
  return broken((sound) => ({
    append: (stream, expected, facts, options) => {
      for (const { id, data } of facts) given.set(id, data)
      return sound.append(stream, expected, facts.map(copied), options)
    },
    read: async (stream, from) => {
      const { facts, revision } = await sound.read(stream, from)
      return { facts: facts.map((fact) => ({ ...fact, data: given.get(fact.id) ?? fact.data })), revision }
    },
  }))()
}

const rebuildsOnce = broken((sound) => {
  let spent = false
  return {
    readAll: async function* (after?: number, filter?: ReadAllFilter) {
      if (spent) return
      yield* sound.readAll(after, filter)
      spent = true
    },
  }
})

const busyNowAndThen = (): EventStore => {
  let turn = 0
  return answering((result) => (++turn % 300 === 0 ? { _tag: 'Unknown', reason: 'SQLITE_BUSY' } : result))()
}

const half = broken((sound) => ({
  append: async (stream, expected, facts, options) => {
    const result = await sound.append(stream, expected, facts, options)
    if (result._tag !== 'Conflict' || expected._tag !== 'Any') return result
    for (const fact of facts) await sound.append(stream, expected, [fact], options)
    return result
  },
}))

const recordingAsGiven = broken((sound) => {
  const given = new Map<string, StoredFact['recordedAt']>()
  return {
    append: async (stream, expected, facts, options) => {
      const result = await sound.append(stream, expected, facts, options)
      if (result._tag !== 'Appended') return result
      for (const { id, recordedAt } of facts) given.set(id, recordedAt)
      const last = facts.at(-1)
      return last === undefined ? result : { ...result, recordedAt: last.recordedAt }
    },
    read: async (stream, from) => {
      const { facts, revision } = await sound.read(stream, from)
      return { facts: facts.map((fact) => ({ ...fact, recordedAt: given.get(fact.id) ?? fact.recordedAt })), revision }
    },
  }
})

/** Each defect by its name. */
export const defectiveStores: Readonly<Record<string, () => EventStore>> = {
  'NoStream accepted on an existing stream': believing((expected) => (expected._tag === 'NoStream' ? any : expected)),
  'Exists accepted on a missing stream': believing((expected) => (expected._tag === 'Exists' ? any : expected)),
  'an exact revision that nobody checks': believing((expected) => (expected._tag === 'Exactly' ? any : expected)),
  'a conflict that always says -1': answering((result) =>
    result._tag === 'Conflict' ? { ...result, actual: -1 } : result,
  ),
  'a conflict answered as success': answering((result) =>
    result._tag === 'Conflict' ? { _tag: 'Appended', revision: 0, position: 0 } : result,
  ),
  'a revision that is one too high': answering((result) =>
    result._tag === 'Appended' ? { ...result, revision: result.revision + 1 } : result,
  ),
  'an empty append that throws': writing((facts) => {
    if (facts.length === 0) throw new TypeError('reading 0 of undefined')
    return facts
  }),
  'claims that nobody checks': broken((sound) => ({
    append: (stream, expected, facts) => sound.append(stream, expected, facts),
  })),
  'claims taken although the append was refused': broken((sound) => {
    const taken = new Map<string, string>()
    return {
      append: (stream, expected, facts, options) => {
        for (const claim of options?.claims ?? []) if (!taken.has(claim)) taken.set(claim, stream)
        return sound.append(stream, expected, facts, options)
      },
      claimedBy: async (claim) => taken.get(claim),
    }
  }),
  'a taken claim reported before a conflict': answering((result) =>
    result._tag === 'Conflict' ? { _tag: 'ClaimTaken', claim: 'acme:invoice:4711', by: 'account-1' } : result,
  ),
  'payloads shared with the caller': sharing,
  'ids made anew at each append': writing((facts, turn) =>
    facts.map((fact) => ({ ...fact, id: `${fact.id}#${turn}` })),
  ),
  'a read of a tail that reports the number of facts as the end': broken((sound) => ({
    read: async (stream, from) => {
      const { facts, revision } = await sound.read(stream, from)
      return { facts, revision: revision === 'no-stream' ? revision : facts.length - 1 }
    },
  })),
  'a read that starts one fact late': broken((sound) => ({
    read: (stream, from = 0) => sound.read(stream, from === 0 ? 0 : from + 1),
  })),
  'facts of a refused batch written one by one': half,
  'pages that overlap by one fact': broken((sound) => ({
    readAll: (after = 0, filter?: ReadAllFilter) => sound.readAll(Math.max(0, after - 1), filter),
  })),
  'pages that lose their last fact': paging((facts) => (facts.length > 500 ? facts.slice(0, -1) : facts)),
  'pages in reverse': paging((facts) => [...facts].reverse()),
  'a limit that nobody heeds': broken((sound) => ({
    readAll: (after, filter) => sound.readAll(after, { ...filter, limit: Number.MAX_SAFE_INTEGER }),
  })),
  'a category that matches by its beginning': broken((sound) => ({
    readAll: async function* (after, { category, ...filter } = {}) {
      for await (const facts of sound.readAll(after, filter)) {
        const page = facts.filter(({ stream }) => category === undefined || stream.startsWith(category))
        if (page.length > 0) yield page
      }
    },
  })),
  'a second rebuild that reads nothing': rebuildsOnce,
  'one append in three hundred that fails': busyNowAndThen,
  'numbers kept in 32 bits': telling((fact) => ({
    ...fact,
    data: JSON.parse(JSON.stringify(fact.data), (_, value: unknown) =>
      Number.isInteger(value) ? (value as number) | 0 : value,
    ),
  })),
  'payloads built by assignment, which loses __proto__': telling((fact) => {
    const data: Record<string, StoredFact['data'][string]> = {}
    for (const [key, value] of Object.entries(fact.data)) data[key] = value
    return { ...fact, data }
  }),
  'text cut to one byte a letter': telling((fact) => ({
    ...fact,
    data: JSON.parse(Buffer.from(JSON.stringify(fact.data), 'latin1').toString('latin1')),
  })),
  'stream names without regard to case': broken((sound) => ({
    append: (stream, ...rest) => sound.append(stream.toLowerCase(), ...rest),
    read: (stream, from) => sound.read(stream.toLowerCase(), from),
  })),
  'recording times taken as the caller gives them': recordingAsGiven,
  'imported facts stamped like live ones': writing((facts) =>
    facts.map(
      (fact) => Object.fromEntries(Object.entries(fact).filter(([key]) => key !== 'importedAt')) as unknown as NewFact,
    ),
  ),
  'streams told a page only': broken((sound) => ({
    streams: async function* (category: string) {
      for await (const page of sound.streams(category)) {
        yield page
        return
      }
    },
  })),
  'streams found by the beginning of their name': broken((sound) => ({
    streams: async function* (category: string) {
      for await (const page of sound.streams(category)) yield page
      if (category === 'account') for await (const page of sound.streams('accounts')) yield page
    },
  })),
  'a subscription that only catches up': broken((sound) => ({
    subscribe: (after, handler, filter) => {
      const subscription = sound.subscribe(after, handler, filter)
      setTimeout(() => void subscription.close(), 1)
      return subscription
    },
  })),
  'a subscription that hands each page over twice': broken((sound) => ({
    subscribe: (after, handler, filter) =>
      sound.subscribe(
        after,
        async (page) => {
          await handler(page)
          await handler(page)
        },
        filter,
      ),
  })),
  'a subscription that swallows the failure of its handler': broken((sound) => ({
    subscribe: (after, handler, filter) =>
      sound.subscribe(
        after,
        async (page) => {
          try {
            await handler(page)
          } catch {
            // Carried on as if nothing were.
          }
        },
        filter,
      ),
  })),
}
