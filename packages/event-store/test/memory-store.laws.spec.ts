import { describe, expect, it } from 'vitest'
import { inMemoryEventStore, storeLaws, type StoreUnderTest } from '../src/index.js'

const open = async (): Promise<StoreUnderTest> => {
  const store = inMemoryEventStore()
  return { store, cleanup: () => store.close() }
}

describe('the store in memory', () => {
  for (const law of storeLaws) it.skipIf(law.needs === 'reopen')(law.name, () => law.run(open))

  it('is judged by laws that each have a name of their own', () => {
    expect(new Set(storeLaws.map(({ name }) => name)).size).toBe(storeLaws.length)
    expect(storeLaws.length).toBeGreaterThanOrEqual(90)
  })
})
