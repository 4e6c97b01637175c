import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFacts, disputeCases, emptyLedgerView } from '../../src/index.js'
import { histories, pointsInTime } from '../account/histories.js'

describe('disputeCases', () => {
  it('a dispute gives no more than it was raised over, and gets no more back than it gave', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        for (const one of disputeCases(view, at)) {
          const { paidMinor, creditedMinor, writtenOffMinor } = one.case
          expect(Math.min(paidMinor, creditedMinor, writtenOffMinor)).toBeGreaterThanOrEqual(0)
          expect(paidMinor + creditedMinor + writtenOffMinor).toBe(one.originalMinor - one.case.remainingMinor)
        }
      }),
    )
  })
})
