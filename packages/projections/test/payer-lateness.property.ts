import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFacts, emptyLedgerView, payerLateness } from '../src/index.js'
import { histories, pointsInTime } from './account/histories.js'

describe('laws of payer lateness', () => {
  it('a dispute never makes a payer later', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const undisputed = facts.filter(({ fact }) => fact._tag !== 'DisputeRaised' && fact._tag !== 'DisputeResolved')
        expect(payerLateness(addFacts(emptyLedgerView(), facts), at)).toEqual(
          payerLateness(addFacts(emptyLedgerView(), undisputed), at),
        )
      }),
    )
  })
})
