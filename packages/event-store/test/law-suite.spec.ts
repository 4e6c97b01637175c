import { describe, expect, it } from 'vitest'
import { inMemoryEventStore, storeLaws, type EventStore, type StoreUnderTest } from '../src/index.js'
import { defectiveStores } from './defective-stores.js'

const firstBroken = async (make: () => EventStore): Promise<string | undefined> => {
  const open = async (): Promise<StoreUnderTest> => {
    const store = make()
    return { store, cleanup: () => store.close() }
  }
  for (const law of storeLaws) {
    try {
      await law.run(open)
    } catch {
      return law.name
    }
  }
  return undefined
}

describe('the laws catch', () => {
  for (const [defect, make] of Object.entries(defectiveStores)) {
    it(defect, async () => {
      expect(await firstBroken(make), 'a law that the defective store breaks').toBeDefined()
    })
  }

  it('nothing in a sound store', async () => {
    expect(await firstBroken(inMemoryEventStore)).toBeUndefined()
  })

  it('a broken law says what was expected and what was seen', async () => {
    const law = storeLaws.find(({ name }) => name === 'NoStream is refused on an existing stream')
    const make = defectiveStores['NoStream accepted on an existing stream'] as () => EventStore
    const store = make()
    await expect(law?.run(async () => ({ store, cleanup: () => store.close() }))).rejects.toThrow(
      /expected \{"_tag":"Conflict".*saw \{"_tag":"Appended"/,
    )
  })
})
