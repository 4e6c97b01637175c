import { EventStore, EventType } from '@castore/core'
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory'

export const name = 'castore 2.4.2 in memory'

const storeWith = (types, eventStorageAdapter, reducer) =>
  new EventStore({
    eventStoreId: 'ACCOUNTS',
    eventTypes: types.map((type) => new EventType({ type })),
    reducer,
    eventStorageAdapter,
  })

/** A store that pushes one event per call; its version is its expectation. */
export const openStore = () => {
  const store = storeWith(['fact'], new InMemoryEventStorageAdapter(), (state) => state)
  return {
    append: (stream, revision, type, payload) =>
      store.pushEvent({ aggregateId: stream, version: revision + 1, type, payload }),
  }
}

/** One aggregate with all the events, to be folded in place. */
export const filledStream = async (events) => {
  const initialEvents = events.map(({ type, data }, at) => ({
    aggregateId: 'stream',
    version: at + 1,
    type,
    timestamp: '2026-01-05T10:00:00.000Z',
    payload: data,
  }))
  const types = [...new Set(events.map(({ type }) => type))]
  const adapter = new InMemoryEventStorageAdapter({ initialEvents })
  return {
    fold: async (initialState, evolve) => {
      const first = initialState()
      const reducer = (state, event) => {
        evolve(state ?? first, event.payload)
        return state ?? first
      }
      const store = storeWith(types, adapter, reducer)
      const { aggregate } = await store.getAggregate('stream')
      return aggregate
    },
  }
}
