import { currencies, positiveMinor } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { atRate, decimal, type InvalidExchange, type StatedValue, valueInBase } from '../src/index.js'

const rates = fc.record({ unscaled: fc.integer({ min: 1, max: 999_999 }), scale: fc.integer({ min: 0, max: 6 }) })
/** So many yen at the highest of these rates are still worth a safe number of centimes; more is out of range. */
const minors = positiveMinor(90_000_000)
const usd = { currency: 'USD', minor: 100_00 }

describe('valueInBase', () => {
  it('a value in the base currency is the amount at its rate', () => {
    fc.assert(
      fc.property(currencies, minors, rates, (currency, minor, rate) => {
        const amount = { currency, minor }
        const valued = valueInBase(amount, { baseCurrency: 'CHF', rate })
        expect(valued).toEqual(E.right({ baseCurrency: 'CHF', baseMinor: atRate(amount, 'CHF', rate), rate }))
      }),
    )
  })

  it('what the bank booked at a rate fits the rate, though the rate was rounded when it was written down', () => {
    fc.assert(
      fc.property(currencies, minors, rates, (currency, minor, rate) => {
        const amount = { currency, minor }
        const exact = { unscaled: rate.unscaled * 10 + 4, scale: rate.scale + 1 }
        const baseMinor = atRate(amount, 'CHF', exact)
        if (baseMinor === 0) return
        const valued = valueInBase(amount, { baseCurrency: 'CHF', rate, baseMinor })
        expect(valued).toEqual(E.right({ baseCurrency: 'CHF', baseMinor, rate }))
      }),
    )
  })

  it('rounds half away from zero, once, between currencies of different places', () => {
    expect(atRate({ currency: 'JPY', minor: 1_000 }, 'EUR', decimal('0.0061'))).toBe(610)
    expect(atRate({ currency: 'JPY', minor: 1 }, 'EUR', decimal('0.005'))).toBe(1)
    expect(atRate({ currency: 'KWD', minor: 1_500 }, 'EUR', decimal('3'))).toBe(450)
    expect(atRate({ currency: 'USD', minor: 1 }, 'JPY', decimal('49.9'))).toBe(0)
    expect(atRate({ currency: 'USD', minor: 1 }, 'JPY', decimal('50'))).toBe(1)
  })

  it('takes what was booked where no rate is known', () => {
    expect(valueInBase(usd, { baseCurrency: 'EUR', baseMinor: 92_40 })).toEqual(
      E.right({ baseCurrency: 'EUR', baseMinor: 92_40 }),
    )
  })

  it('takes an amount in the base currency at one, and at nothing else', () => {
    const eur = { currency: 'EUR', minor: 100_00 }
    const one = { baseCurrency: 'EUR', rate: decimal('1.00') }
    expect(valueInBase(eur, one)).toEqual(E.right({ ...one, baseMinor: 100_00 }))
    expect(valueInBase(eur, { ...one, baseMinor: 100_00 })).toEqual(E.right({ ...one, baseMinor: 100_00 }))
    expect(problemOf(eur, { baseCurrency: 'EUR', rate: decimal('1.01') })).toBe('exchange.rate not-one')
    expect(problemOf(eur, { baseCurrency: 'EUR', baseMinor: 99_99 })).toBe('exchange.baseMinor not-one')
    expect(problemOf(eur, { ...one, baseMinor: 99_99 })).toBe('exchange.rate not-one')
  })

  it('says what is wrong, the first fault first', () => {
    const rate = decimal('0.92')
    expect(problemOf(usd, { baseCurrency: 'EURO' })).toBe('exchange.baseCurrency unknown-currency')
    expect(problemOf(usd, { baseCurrency: 'EUR' })).toBe('exchange nothing-stated')
    expect(problemOf(usd, { baseCurrency: 'EUR', rate: decimal('0'), baseMinor: 0 })).toBe('exchange.rate not-positive')
    expect(problemOf(usd, { baseCurrency: 'EUR', rate: decimal('-1') })).toBe('exchange.rate not-positive')
    expect(problemOf(usd, { baseCurrency: 'EUR', baseMinor: 0 })).toBe('exchange.baseMinor not-positive')
    expect(problemOf(usd, { baseCurrency: 'EUR', rate, baseMinor: -1 })).toBe('exchange.baseMinor not-positive')
    expect(problemOf(usd, { baseCurrency: 'EUR', baseMinor: 0.5 })).toBe('exchange.baseMinor out-of-range')
    expect(problemOf({ ...usd, minor: Number.MAX_SAFE_INTEGER }, { baseCurrency: 'EUR', rate: decimal('1.1') })).toBe(
      'exchange.rate out-of-range',
    )
    expect(problemOf({ currency: 'JPY', minor: 92_820_501 }, { baseCurrency: 'CHF', rate: decimal('970389') })).toBe(
      'exchange.rate out-of-range',
    )
    expect(problemOf(usd, { baseCurrency: 'EUR', rate, baseMinor: 92_51 })).toBe('exchange rate-and-base-differ')
    expect(problemOf(usd, { baseCurrency: 'EUR', rate, baseMinor: 91_49 })).toBe('exchange rate-and-base-differ')
  })

  it('lets a rate stand for all that would be written so', () => {
    for (const baseMinor of [91_50, 92_00, 92_50])
      expect(E.isRight(valueInBase(usd, { baseCurrency: 'EUR', rate: decimal('0.92'), baseMinor }))).toBe(true)
  })

  it('gives nothing for nothing', () => {
    const none = { currency: 'USD', minor: 0 }
    expect(valueInBase(none, { baseCurrency: 'EUR', baseMinor: 0 })).toEqual(
      E.right({ baseCurrency: 'EUR', baseMinor: 0 }),
    )
    expect(problemOf(none, { baseCurrency: 'EUR', baseMinor: 1 })).toBe('exchange.baseMinor not-positive')
  })
})

const problemOf = (amount: { readonly currency: string; readonly minor: number }, stated: StatedValue): string => {
  const valued = valueInBase(amount, stated)
  return E.isRight(valued) ? 'accepted' : told(valued.left)
}

const told = ({ field, problem }: InvalidExchange): string => `${field} ${problem}`
