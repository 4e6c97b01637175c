import { getInMemoryEventStore } from '@event-driven-io/emmett'

export const name = 'emmett 0.42.0 in memory'

/** A store that appends one event per call, without an expected version, which spares it a check that ours makes. */
export const openStore = () => {
  const store = getInMemoryEventStore()
  return { append: (stream, revision, type, data) => store.appendToStream(stream, [{ type, data }]) }
}

/** One stream with all the events, to be folded in place. */
export const filledStream = async (events) => {
  const store = getInMemoryEventStore()
  await store.appendToStream('stream', events)
  return {
    fold: async (initialState, evolve) => {
      const { state } = await store.aggregateStream('stream', {
        initialState,
        evolve: (state, event) => {
          evolve(state, event.data)
          return state
        },
      })
      return state
    },
  }
}
