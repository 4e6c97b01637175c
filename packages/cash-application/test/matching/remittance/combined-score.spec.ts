import { describe, expect, it } from 'vitest'
import { combinedScore, scoreOutcome } from '../../../src/index.js'

const alone = (combined: number) => [{ id: 'A', combined }]
const two = (first: number, second: number) => [
  { id: 'A', combined: first },
  { id: 'B', combined: second },
]

describe('what may be done with scored candidates', () => {
  it('below the lower threshold nothing, below the upper one a suggestion, from there on applied', () => {
    const thresholds = { recommend: 60_00, auto: 85_00 }
    expect([59_99, 60_00, 84_99, 85_00].map((combined) => scoreOutcome(alone(combined), thresholds))).toEqual([
      'none',
      'suggest',
      'suggest',
      'auto',
    ])
  })

  it('two equal candidates above the upper threshold are for a person to choose between', () => {
    expect(scoreOutcome(two(91_00, 91_00), { auto: 85_00 })).toBe('ambiguous')
    expect(scoreOutcome(two(91_00, 90_99), { auto: 85_00 })).toBe('auto')
    expect(scoreOutcome(two(70_00, 70_00), { recommend: 60_00, auto: 85_00 })).toBe('suggest')
  })

  it('the best must be ahead by the margin', () => {
    expect(scoreOutcome(two(86_00, 91_00), { auto: 85_00, margin: 5_00 })).toBe('auto')
    expect(scoreOutcome(two(86_01, 91_00), { auto: 85_00, margin: 5_00 })).toBe('ambiguous')
  })

  it('nobody to choose from is no outcome, and without a lower threshold nothing is suggested', () => {
    expect(scoreOutcome([], { auto: 0 })).toBe('none')
    expect(scoreOutcome(alone(84_99), { auto: 85_00 })).toBe('none')
  })

  it('scores are weighed, and what is missing counts nothing', () => {
    const weights = { customer: 20, reference: 50, amount: 30 }
    expect(combinedScore({ customer: 100_00, reference: 75_00, amount: 100_00 }, weights)).toBe(87_50)
    expect(combinedScore({ reference: 75_00, amount: 100_00 }, weights)).toBe(67_50)
    expect(combinedScore({ reference: 100_00, amount: 100_00, date: 0 }, weights)).toBe(80_00)
    expect(combinedScore({ reference: 100_00 }, {})).toBe(0)
    expect(combinedScore({ a: 100_00, b: 0, c: 0 }, { a: 1, b: 1, c: 1 })).toBe(33_33)
  })
})
