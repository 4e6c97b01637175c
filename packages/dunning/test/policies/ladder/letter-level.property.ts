import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterLevel } from '../../../src/index.js'

const level = fc.integer({ min: 1, max: 9 })

describe('letterLevel', () => {
  it('law: a letter is never headed above its highest item or the last letter', () => {
    const rules = fc.constantFrom('highest-line' as const, 'last-posted-letter' as const)
    fc.assert(
      fc.property(fc.array(level), fc.option(level, { nil: undefined }), rules, (levels, posted, rule) => {
        const headed = letterLevel(levels, posted, rule)
        expect(headed ?? 0).toBeLessThanOrEqual(Math.max(posted ?? 0, ...levels, 0))
      }),
    )
  })
})
