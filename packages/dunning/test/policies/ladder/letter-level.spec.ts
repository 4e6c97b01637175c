import { describe, expect, it } from 'vitest'
import { letterLevel } from '../../../src/index.js'

describe('letterLevel', () => {
  it('heads a letter with its highest item', () => {
    expect(letterLevel([1, 3, 2], 1, 'highest-line')).toBe(3)
  })

  it('heads it with the level that the last letter reached, the first one with its own', () => {
    expect(letterLevel([1, 2], 1, 'last-posted-letter')).toBe(1)
    expect(letterLevel([2], undefined, 'last-posted-letter')).toBe(2)
  })

  it('knows no letter without items', () => {
    expect(letterLevel([], 2, 'last-posted-letter')).toBeUndefined()
  })
})
