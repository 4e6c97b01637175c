import { storeLaws, type EventStore, type StoreUnderTest } from '@quittance/event-store'
import { describe, it } from 'vitest'
import { opened, temporaryFile } from './temporary-file.js'

const open = async (): Promise<StoreUnderTest> => {
  const { file, remove } = temporaryFile()
  const handles: EventStore[] = []
  const handle = (): EventStore => {
    const store = opened(file, { synchronous: 'NORMAL', pollMilliseconds: 5 })
    handles.push(store)
    return store
  }
  return {
    store: handle(),
    reopen: async () => handle(),
    cleanup: async () => {
      await Promise.all(handles.map((store) => store.close()))
      remove()
    },
  }
}

describe('the store on SQLite', () => {
  for (const law of storeLaws) it(law.name, () => law.run(open))
})
