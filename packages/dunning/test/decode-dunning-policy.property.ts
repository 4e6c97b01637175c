import { canonicalJson, type Json } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeDunningPolicy, type ItemLadder } from '../src/index.js'
import { ladders } from './ladders.js'

describe('decodeDunningPolicy', () => {
  it('law: a policy of dunning written as JSON is the same when it is read', () => {
    fc.assert(
      fc.property(ladders(), (ladder: ItemLadder) => {
        const written = canonicalJson(ladder as unknown as Json)
        expect(decodeDunningPolicy(JSON.parse(written))).toEqual(E.right(ladder))
      }),
    )
  })
})
