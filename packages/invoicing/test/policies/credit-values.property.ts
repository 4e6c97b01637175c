import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CreditedCase, creditValues } from '../../src/index.js'

const invoice = fc
  .record({ payableMinor: fc.integer({ min: 1, max: 99_999 }), baseMinor: fc.nat(999_999), paid: fc.nat(99) })
  .map(({ payableMinor, baseMinor, paid }) => {
    const paidMinor = Math.floor((payableMinor * paid) / 100)
    const openBaseMinor = baseMinor - Math.min(Math.round((baseMinor * paidMinor) / payableMinor), baseMinor)
    return {
      exchange: { baseCurrency: 'EUR', baseMinor },
      payableMinor,
      openMinor: payableMinor - paidMinor,
      openBaseMinor,
    }
  })

const owed: NonNullable<CreditedCase['invoice']> = {
  exchange: { baseCurrency: 'EUR', baseMinor: 50_00 },
  payableMinor: 100_00,
  openMinor: 100_00,
  openBaseMinor: 50_00,
}

describe('creditValues', () => {
  it('a credit note without a value of its own realises nothing', () => {
    fc.assert(
      fc.property(invoice, fc.integer({ min: 1, max: 150_000 }), (one, grossMinor) => {
        const offsetMinor = Math.min(grossMinor, one.openMinor)
        const { exchange, offsetExchange } = creditValues({ stated: undefined, grossMinor, offsetMinor, invoice: one })
        expect(offsetExchange?.realisedBaseMinor).toBe(0)
        expect(offsetExchange?.sourceBaseMinor).toBe(offsetExchange?.clearedBaseMinor)
        expect(exchange?.baseMinor).toBeGreaterThanOrEqual(offsetExchange?.sourceBaseMinor ?? 0)
        if (offsetMinor === one.openMinor) expect(offsetExchange?.clearedBaseMinor).toBe(one.openBaseMinor)
        if (offsetMinor === grossMinor) expect(exchange?.baseMinor).toBe(offsetExchange?.sourceBaseMinor)
      }),
    )
  })

  it('takes all of the value with all of the invoice', () => {
    expect(creditValues({ stated: undefined, grossMinor: 100_00, offsetMinor: 0, invoice: owed })).toEqual({
      exchange: { baseCurrency: 'EUR', baseMinor: 50_00 },
      offsetExchange: undefined,
    })
  })

  it('realises the difference where it states another value', () => {
    const stated = { baseCurrency: 'EUR', baseMinor: 24_00 }
    expect(creditValues({ stated, grossMinor: 40_00, offsetMinor: 40_00, invoice: owed }).offsetExchange).toEqual({
      baseCurrency: 'EUR',
      sourceBaseMinor: 24_00,
      clearedBaseMinor: 20_00,
      realisedBaseMinor: 4_00,
    })
  })

  it('is worth nothing in the base currency where neither it nor its invoice is', () => {
    const unvalued = { ...owed, exchange: undefined, openBaseMinor: 0 }
    const none = { exchange: undefined, offsetExchange: undefined }
    expect(creditValues({ stated: undefined, grossMinor: 40_00, offsetMinor: 40_00, invoice: unvalued })).toEqual(none)
    expect(creditValues({ stated: undefined, grossMinor: 40_00, offsetMinor: 0, invoice: undefined })).toEqual(none)
  })

  it('knows its own side alone where the invoice has no value', () => {
    const unvalued = { ...owed, exchange: undefined, openBaseMinor: 0 }
    const stated = { baseCurrency: 'EUR', baseMinor: 24_00 }
    expect(creditValues({ stated, grossMinor: 40_00, offsetMinor: 10_00, invoice: unvalued }).offsetExchange).toEqual({
      baseCurrency: 'EUR',
      sourceBaseMinor: 6_00,
    })
  })
})
