import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differentExcuses, excuseFollowUp, shippedExcuses } from '../../../src/index.js'

const today = localDate('2026-06-30')
const codes = shippedExcuses.asks.map(({ excuse }) => excuse)

describe('excuseFollowUp', () => {
  it('what follows an excuse lies on the day that was named, or after the days of the table', () => {
    const excuse = fc.oneof(fc.constantFrom(...codes), fc.constant('something else'))
    fc.assert(
      fc.property(excuse, fc.option(fc.integer({ min: -5, max: 40 }), { nil: undefined }), (code, days) => {
        const { followUpOn, followUpDays } = excuseFollowUp(
          code,
          today,
          days === undefined ? undefined : addDays(today, days),
        )
        expect(followUpOn).toBe(addDays(today, days === undefined ? followUpDays : Math.max(0, days)))
      }),
    )
  })

  it('knows what to ask for after an excuse, and has an answer to those it does not know', () => {
    expect(excuseFollowUp('no-invoice', today, undefined)).toMatchObject({
      rootCause: 'invoice_not_received',
      followUpOn: addDays(today, 2),
    })
    expect(excuseFollowUp('the dog ate it', today, undefined)).toMatchObject({
      excuse: 'the dog ate it',
      ask: shippedExcuses.otherwise.ask,
    })
  })

  it('has a row for each excuse once', () => {
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('counts different excuses, not how often they came', () => {
    expect(differentExcuses(['paid', 'paid', 'no-invoice'])).toBe(2)
  })
})
