import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { addMoney, currencyExponent, isCurrencyCode, money, parseMoney } from '../src/index.js'

describe('parseMoney', () => {
  it('names an unknown currency before anything else that is wrong', () => {
    expect(parseMoney('1.2.3', 'EURO')).toEqual(E.left({ _tag: 'UnknownCurrency', currency: 'EURO' }))
  })

  it('names text that is no amount before its decimals', () => {
    expect(parseMoney('1,234.567', 'EUR')).toEqual(E.left({ _tag: 'NotAnAmount', text: '1,234.567' }))
  })

  it('names digits too many before an amount out of range', () => {
    expect(parseMoney('99999999999999999.999', 'EUR')).toMatchObject({ left: { _tag: 'TooManyDecimals' } })
  })

  it('takes the largest safe amount and refuses one minor unit more', () => {
    expect(parseMoney('90071992547409.91', 'EUR')).toEqual(E.right({ currency: 'EUR', minor: Number.MAX_SAFE_INTEGER }))
    expect(parseMoney('90071992547409.92', 'EUR')).toMatchObject({ left: { _tag: 'AmountOutOfRange' } })
  })

  it('keeps minus zero out of the books', () => {
    expect(parseMoney('-0.00', 'EUR')).toEqual(E.right({ currency: 'EUR', minor: 0 }))
  })

  it.each(['', ' 1', '1 ', '1e3', '--1', '.5', '1_000', 'NaN', '１'])('refuses "%s"', (text) => {
    expect(parseMoney(text, 'EUR')).toMatchObject({ left: { _tag: 'NotAnAmount' } })
  })
})

describe('money', () => {
  it('stops where a program makes half a minor unit or a currency that is none', () => {
    expect(() => money('EUR', 0.5)).toThrow('Invariant broken')
    expect(() => money('EURO', 1)).toThrow('Invariant broken')
  })

  it('stops where a program adds currencies that it learns of only at run time', () => {
    const [euro, dollar]: ReadonlyArray<string> = ['EUR', 'USD']
    expect(() => addMoney(money(euro ?? '', 1), money(dollar ?? '', 1))).toThrow('EUR and USD are not added')
  })

  it('stops rather than pass the safe range', () => {
    expect(() => addMoney(money('EUR', Number.MAX_SAFE_INTEGER), money('EUR', 1))).toThrow('Invariant broken')
  })
})

describe('currencies', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['XXX', 2],
  ])('%s has %i places', (code, places) => {
    expect(currencyExponent(code)).toBe(places)
  })

  it('are known by their capital codes only, gold is none', () => {
    expect(['eur', 'XAU', '', 'constructor', '__proto__'].map(isCurrencyCode)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})
