import { accountHistories, auditLaws } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

describe('the laws of an account, over histories made by its own commands', () => {
  for (const { name, breach } of auditLaws)
    it(name, () => {
      fc.assert(
        fc.property(accountHistories(50), ({ recorded }) => {
          expect(breach(recorded)).toBeUndefined()
        }),
        { numRuns: 80 },
      )
    })

  it('an accepted command leaves a fact, so that its id is remembered', () => {
    fc.assert(
      fc.property(accountHistories(50), ({ attempts }) => {
        for (const { command, answer } of attempts)
          if (E.isRight(answer)) expect([command, answer.right.length > 0]).toEqual([command, true])
      }),
      { numRuns: 80 },
    )
  })
})
