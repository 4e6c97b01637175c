import { addDays, decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ApplicationPolicy, baseAfterCredits, discountAvailable, type OwedItem } from '../../src/index.js'
import { day, item } from '../room.js'

type Asked = Pick<ApplicationPolicy, 'discounts' | 'unearnedMaxDays'>
const asked: fc.Arbitrary<Asked> = fc.record(
  {
    discounts: fc.constantFrom('none', 'earned', 'earned-and-unearned'),
    unearnedMaxDays: fc.constantFrom(0, 1, 10, 30),
  },
  { requiredKeys: ['discounts'] },
)
const from = day('2026-01-05')
const tiers = fc.array(
  fc.tuple(
    fc.nat(30),
    fc.oneof(
      fc.constantFrom('0', '1', '2', '3', '5').map((text) => ({ percent: decimal(text) })),
      fc.integer({ min: 0, max: 5_00 }).map((amountMinor) => ({ amountMinor })),
    ),
  ),
  { maxLength: 3 },
)
const items: fc.Arbitrary<OwedItem> = fc
  .tuple(tiers, fc.nat(3), fc.nat(119_00))
  .map(([steps, graceDays, creditedMinor]) =>
    item('A', {
      creditedMinor,
      discount: {
        taxMode: 'reduce-on-payment',
        baseMinor: 119_00,
        graceDays,
        tiers: steps.map(([days, size]) => ({ lastDay: addDays(from, days), ...size })),
      },
    }),
  )
const wide = { discounts: 'earned-and-unearned' } as const
const two = item('A')

describe('discountAvailable', () => {
  it('an earlier receipt never has less discount', () => {
    fc.assert(
      fc.property(items, asked, fc.nat(200), fc.nat(60), fc.nat(60), (offered, policy, taken, a, b) => {
        const [early, late] = [addDays(from, Math.min(a, b)), addDays(from, Math.max(a, b))]
        const onEarly = discountAvailable(offered, taken, early, policy)?.leftMinor ?? 0
        const onLate = discountAvailable(offered, taken, late, policy)?.leftMinor ?? 0
        expect(onEarly).toBeGreaterThanOrEqual(onLate)
      }),
      { numRuns: 500 },
    )
  })

  it('is never negative, never above what was offered, and less what was taken', () => {
    fc.assert(
      fc.property(items, asked, fc.nat(500), fc.nat(60), (offered, policy, taken, days) => {
        const available = discountAvailable(offered, taken, addDays(from, days), policy)
        if (available === undefined) return
        const { fullMinor, leftMinor, kind, withinGrace, lastDay } = available
        expect(leftMinor).toBe(Math.max(fullMinor - taken, 0))
        expect(fullMinor).toBeLessThanOrEqual(119_00)
        if (policy.discounts === 'earned') expect(kind).toBe('earned')
        if (withinGrace) expect([kind, addDays(from, days) > lastDay]).toEqual(['earned', true])
      }),
    )
  })

  it.each([
    ['2026-01-15', 'earned', 2_38],
    ['2026-01-16', 'earned', 1_19],
    ['2026-01-25', 'earned', 1_19],
  ] as const)('counts the last day as in time: on %s %s %i', (on, kind, fullMinor) => {
    expect(discountAvailable(two, 0, day(on), { discounts: 'earned' })).toMatchObject({ kind, fullMinor })
  })

  it('is over on the day after the last', () => {
    expect(discountAvailable(two, 0, day('2026-01-26'), { discounts: 'earned' })).toBeUndefined()
    expect(discountAvailable(two, 0, day('2026-01-10'), { discounts: 'none' })).toBeUndefined()
    expect(discountAvailable(item('A', { discount: undefined }), 0, day('2026-01-10'), wide)).toBeUndefined()
  })

  it('where unearned ones are allowed stays what it was, for so many days', () => {
    expect(discountAvailable(two, 0, day('2026-01-20'), wide)).toMatchObject({ kind: 'unearned', fullMinor: 2_38 })
    expect(discountAvailable(two, 0, day('2026-12-31'), wide)).toMatchObject({ kind: 'unearned', fullMinor: 2_38 })
    const capped = { ...wide, unearnedMaxDays: 10 }
    expect(discountAvailable(two, 0, day('2026-01-25'), capped)).toMatchObject({ kind: 'unearned', fullMinor: 2_38 })
    expect(discountAvailable(two, 0, day('2026-02-04'), capped)).toMatchObject({ kind: 'unearned', fullMinor: 1_19 })
    expect(discountAvailable(two, 0, day('2026-02-05'), capped)).toBeUndefined()
  })

  it('within its days of grace is earned', () => {
    const graced = item('A', { discount: { ...(two.discount ?? expect.fail()), graceDays: 2 } })
    expect(discountAvailable(graced, 0, day('2026-01-17'), { discounts: 'earned' })).toMatchObject({
      withinGrace: true,
      fullMinor: 2_38,
    })
  })

  it('shrinks with the credit notes of the document, and with it goes', () => {
    expect(baseAfterCredits({ grossMinor: 119_00, creditedMinor: 59_50 }, 119_00)).toBe(59_50)
    expect(baseAfterCredits({ grossMinor: 119_00, creditedMinor: 119_00 }, 100_00)).toBe(0)
    expect(baseAfterCredits({ grossMinor: 0, creditedMinor: 0 }, 7)).toBe(7)
  })
})
