import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pendingDeductions, pendingMinor } from '../../src/index.js'

const standing = fc.array(
  fc.integer({ min: 1, max: 100_00 }).map((amountMinor) => amountMinor),
  { maxLength: 5 },
)
const named = standing.map((amounts) => amounts.map((amountMinor, at) => ({ deductionId: `D-${at}`, amountMinor })))
const open = fc.oneof(fc.constantFrom(0, 1, 100_00), fc.integer({ min: 0, max: 400_00 }))
const sum = (parts: ReturnType<typeof pendingDeductions>): number =>
  parts.reduce((so, part) => so + part.pendingMinor, 0)

describe('what is pending of deductions', () => {
  it('pending deductions never exceed what is open', () => {
    fc.assert(
      fc.property(named, open, (deductions, openMinor) => {
        const parts = pendingDeductions(deductions, openMinor)
        const recordedMinor = deductions.reduce((so, { amountMinor }) => so + amountMinor, 0)
        expect(sum(parts)).toBe(Math.min(recordedMinor, openMinor))
        expect(pendingMinor(deductions, openMinor)).toBe(sum(parts))
        for (const [at, part] of parts.entries())
          expect(part.pendingMinor <= (deductions[at]?.amountMinor ?? 0) && part.pendingMinor >= 0).toBe(true)
      }),
    )
  })

  it('gives way from the latest on: of an earlier one nothing is lost while a later one has any', () => {
    fc.assert(
      fc.property(named, open, (deductions, openMinor) => {
        const parts = pendingDeductions(deductions, openMinor)
        const short = parts.findIndex(({ pendingMinor: left }, at) => left < (deductions[at]?.amountMinor ?? 0))
        if (short >= 0) expect(parts.slice(short + 1).every(({ pendingMinor: left }) => left === 0)).toBe(true)
      }),
    )
  })

  it('has nothing pending on an item that is in credit', () => {
    expect(pendingMinor([{ deductionId: 'D', amountMinor: 5 }], -1)).toBe(0)
    expect(pendingDeductions([{ deductionId: 'D', amountMinor: 5 }], -1)).toEqual([
      { deductionId: 'D', pendingMinor: 0 },
    ])
  })
})
