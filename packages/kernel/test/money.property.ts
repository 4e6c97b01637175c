import { currencies, moneyAmounts } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { addMoney, currencyExponent, formatMinor, formatMoney, money, parseMoney, subtractMoney } from '../src/index.js'

describe('money', () => {
  it('format then parse gives the amount back', () => {
    fc.assert(
      fc.property(moneyAmounts, (amount) => {
        expect(parseMoney(formatMinor(amount.minor, amount.currency), amount.currency)).toEqual(E.right(amount))
      }),
    )
  })

  it('is written with exactly the places of its currency, then the code', () => {
    fc.assert(
      fc.property(moneyAmounts, (amount) => {
        const [digits = '', code] = formatMoney(amount).split(' ')
        expect(code).toBe(amount.currency)
        expect(digits.split('.')[1]?.length ?? 0).toBe(currencyExponent(amount.currency))
      }),
    )
  })

  it('reads zeros beyond the places of the currency and refuses other digits there', () => {
    fc.assert(
      fc.property(
        moneyAmounts,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (amount, zeros, digit) => {
          const text = formatMinor(amount.minor, amount.currency)
          const dotted = text.includes('.') ? text : `${text}.`
          expect(parseMoney(dotted + '0'.repeat(zeros), amount.currency)).toEqual(E.right(amount))
          expect(parseMoney(dotted + '0'.repeat(zeros) + String(digit), amount.currency)).toMatchObject({
            left: { _tag: 'TooManyDecimals' },
          })
        },
      ),
    )
  })

  it('never reads anything but an amount, and never through a float', () => {
    fc.assert(
      fc.property(fc.string(), currencies, (text, currency) => {
        const parsed = parseMoney(text, currency)
        if (E.isRight(parsed)) expect(Number.isSafeInteger(parsed.right.minor)).toBe(true)
        else expect(['NotAnAmount', 'TooManyDecimals', 'AmountOutOfRange']).toContain(parsed.left._tag)
      }),
    )
  })

  it('less what was added is what it was', () => {
    const small = fc.integer({ min: -1e12, max: 1e12 })
    fc.assert(
      fc.property(currencies, small, small, (currency, a, b) => {
        expect(subtractMoney(addMoney(money(currency, a), money(currency, b)), money(currency, b))).toEqual(
          money(currency, a),
        )
      }),
    )
  })
})
