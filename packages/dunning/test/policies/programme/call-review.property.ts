import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewCall, shippedCallChecklist } from '../../../src/index.js'

const codes = shippedCallChecklist.items.map(({ code }) => code)

describe('reviewCall', () => {
  it('met, missed and unanswered are the checklist', () => {
    const answer = fc.record({ code: fc.constantFrom(...codes, 'weather'), met: fc.boolean() })
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        const { met, missed, unanswered, unknown } = reviewCall(answers)
        expect([...met, ...missed, ...unanswered].toSorted()).toEqual(codes.toSorted())
        expect(unknown).toEqual(answers.some(({ code }) => code === 'weather') ? ['weather'] : [])
      }),
    )
  })

  it('takes the last of several answers', () => {
    const answers = [
      { code: 'full-ask', met: false },
      { code: 'full-ask', met: true },
      { code: 'firm-date', met: false },
    ]
    expect(reviewCall(answers)).toMatchObject({ met: ['full-ask'], missed: ['firm-date'] })
    expect(new Set(codes).size).toBe(codes.length)
  })
})
