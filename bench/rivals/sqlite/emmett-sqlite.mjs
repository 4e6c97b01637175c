import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite'

export const name = 'emmett-sqlite 0.38.5'

/** A store on a file. It sometimes answers "database is locked" to a lone caller; such an append is tried again and counted. */
export const openStore = (fileName) => {
  const store = getSQLiteEventStore({ fileName, schema: { autoMigration: 'CreateOrUpdate' } })
  const failures = { count: 0 }
  const append = async (stream, events) => {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await store.appendToStream(stream, events)
      } catch (error) {
        failures.count += 1
        if (attempt === 5) throw error
      }
  }
  const count = async (stream) => {
    const { state } = await store.aggregateStream(stream, {
      initialState: () => ({ events: 0 }),
      evolve: (state) => {
        state.events += 1
        return state
      },
    })
    return state.events
  }
  return { append, count, failures }
}
