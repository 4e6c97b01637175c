import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComponentRule, type Components, spreadOverComponents } from '../../src/index.js'

const names = ['line', 'tax', 'freight', 'charges'] as const
const amounts = fc.oneof(fc.constantFrom(0, 1, -1, 100_00), fc.integer({ min: -200_00, max: 200_00 }))
const components: fc.Arbitrary<Components> = fc.record({
  line: amounts,
  tax: amounts,
  freight: amounts,
  charges: amounts,
})
const rules = fc.constantFrom<ComponentRule>('line-first-tax-after', 'line-and-tax-prorate', 'prorate-all')

describe('spreadOverComponents', () => {
  it('the parts and what is left over add up to the amount', () => {
    fc.assert(
      fc.property(components, amounts, rules, (open, amount, rule) => {
        const { parts, leftMinor } = spreadOverComponents(open, amount, rule)
        expect(names.reduce((so, name) => so + parts[name], leftMinor)).toBe(amount)
      }),
      { numRuns: 300 },
    )
  })

  it('never takes more of a component than is open, never one of the other sign, and leaves over only what exceeds them all', () => {
    fc.assert(
      fc.property(components, amounts, rules, (open, amount, rule) => {
        const { parts, leftMinor } = spreadOverComponents(open, amount, rule)
        const sign = amount < 0 ? -1 : 1
        for (const name of names) {
          expect(parts[name]).not.toBe(-0)
          expect(parts[name] * sign).toBeGreaterThanOrEqual(0)
          expect(parts[name] * sign).toBeLessThanOrEqual(Math.max(open[name] * sign, 0))
        }
        const eligible = names.reduce((so, name) => so + Math.max(open[name] * sign, 0), 0)
        expect(Math.abs(leftMinor)).toBe(Math.max(Math.abs(amount) - eligible, 0))
      }),
      { numRuns: 300 },
    )
  })

  const open = { line: 100_00, tax: 20_00, freight: 10_00, charges: 5_00 }
  it.each([
    ['line-first-tax-after', { line: 100_00, tax: 10_00, freight: 0, charges: 0 }],
    ['line-and-tax-prorate', { line: 91_67, tax: 18_33, freight: 0, charges: 0 }],
    ['prorate-all', { line: 81_48, tax: 16_30, freight: 8_15, charges: 4_07 }],
  ] as const)('%s', (rule, parts) => {
    expect(spreadOverComponents(open, 110_00, rule)).toEqual({ parts, leftMinor: 0 })
  })
})
