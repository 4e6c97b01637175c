import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  alwaysReducedPercent,
  discountOffer,
  type DiscountTaxMode,
  netDays,
  type PaymentTerms,
} from '../../src/index.js'
import { day, invoiceFact } from '../room.js'

const tax = { category: 'S', ratePercent: decimal('20') }
const { totals } = invoiceFact({ lines: [{ netMinor: 100_00, tax }] })
const offering = (taxMode: DiscountTaxMode, base: 'total' | 'untaxed'): PaymentTerms => ({
  ...netDays(30),
  discount: {
    taxMode,
    base,
    graceDays: 2,
    tiers: [
      { percent: decimal('2'), days: 20 },
      { percent: decimal('3'), days: 10 },
      { amountMinor: 1_00, until: day('2026-01-31') },
      {},
    ],
  },
})

describe('discountOffer', () => {
  it('gives each step its last day: so many days from the date, or a day outright', () => {
    const offer = discountOffer(offering('reduce-on-payment', 'total'), totals, day('2026-01-10'))
    expect(offer?.tiers).toEqual([
      { lastDay: '2026-01-30', percent: decimal('2') },
      { lastDay: '2026-01-20', percent: decimal('3') },
      { lastDay: '2026-01-31', amountMinor: 1_00 },
      { lastDay: '2026-01-10' },
    ])
    expect(offer?.graceDays).toBe(2)
  })

  it.each([
    ['reduce-on-payment', 'total', 120_00],
    ['reduce-on-payment', 'untaxed', 100_00],
    ['never-reduced', 'total', 100_00],
    ['always-reduced', 'total', 100_00],
  ] as const)('%s on the %s is taken of %i', (taxMode, base, baseMinor) => {
    expect(discountOffer(offering(taxMode, base), totals, day('2026-01-10'))?.baseMinor).toBe(baseMinor)
  })

  it('is nothing where the terms offer nothing', () => {
    expect(discountOffer(netDays(30), totals, day('2026-01-10'))).toBeUndefined()
    const empty = { taxMode: 'never-reduced', base: 'total', graceDays: 0, tiers: [] } as const
    expect(discountOffer({ ...netDays(30), discount: empty }, totals, day('2026-01-10'))).toBeUndefined()
  })
})

describe('alwaysReducedPercent', () => {
  it('is the best step of terms whose tax is always reduced, and of no others', () => {
    expect(alwaysReducedPercent(offering('always-reduced', 'total'))).toEqual(decimal('3'))
    expect(alwaysReducedPercent(offering('never-reduced', 'total'))).toBeUndefined()
    expect(alwaysReducedPercent(netDays(30))).toBeUndefined()
  })
})
