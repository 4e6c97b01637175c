import { documentTotals, instalmentsOf, unusableTerms } from '@quittance/invoicing'
import { currencyExponent, endOfMonth, isBusinessDay, isLocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  anyMinor,
  businessCalendars,
  businessDays,
  decimals,
  diceOf,
  documentDrafts,
  moneyAmounts,
  numbersFrom,
  paymentTerms,
  percents,
  positiveMinor,
} from '../src/index.js'

const share = <A>(arbitrary: fc.Arbitrary<A>, of: (value: A) => boolean): number => {
  const values = fc.sample(arbitrary, { seed: 42, numRuns: 1000 })
  return values.filter(of).length / values.length
}

describe('arbitraries', () => {
  it('give amounts and decimals that the kernel takes', () => {
    fc.assert(
      fc.property(moneyAmounts, decimals, percents, positiveMinor(500), (amount, value, percent, minor) => {
        expect(Number.isSafeInteger(amount.minor) && currencyExponent(amount.currency) !== undefined).toBe(true)
        expect(Number.isSafeInteger(value.unscaled) && value.scale >= 0 && value.scale <= 12).toBe(true)
        expect(percent.unscaled / 10 ** percent.scale).toBeLessThan(100)
        expect(minor >= 1 && minor <= 500).toBe(true)
      }),
    )
  })

  it('like the edges: nothing, one minor unit, ends of months, leap days', () => {
    expect(share(anyMinor(), (minor) => Math.abs(minor) <= 1)).toBeGreaterThan(0.2)
    expect(share(businessDays, (date) => date === endOfMonth(date))).toBeGreaterThan(0.1)
    expect(share(businessDays, (date) => date.endsWith('-02-29'))).toBeGreaterThan(0.03)
    expect(share(moneyAmounts, ({ currency }) => currencyExponent(currency) !== 2)).toBeGreaterThan(0.3)
  })

  it('give days and calendars in which business is done', () => {
    fc.assert(
      fc.property(businessDays, businessCalendars, (date, calendar) => {
        expect(isLocalDate(date)).toBe(true)
        expect(
          [0, 1, 2, 3, 4, 5, 6].some((weekday) =>
            isBusinessDay(`2030-07-0${weekday + 1}` as never, { ...calendar, holidays: [] }),
          ),
        ).toBe(true)
      }),
    )
  })

  it('give drafts and terms that make invoices, mostly', () => {
    fc.assert(
      fc.property(documentDrafts, paymentTerms, (draft, terms) => {
        expect(E.isRight(documentTotals(draft))).toBe(true)
        expect(unusableTerms(terms)).toBeUndefined()
      }),
    )
    const amounts = { payableMinor: 1_190_00, netMinor: 1_000_00 }
    expect(
      share(paymentTerms, (terms) => E.isRight(instalmentsOf(terms, amounts, { issuedOn: '2026-01-05' as never }))),
    ).toBe(1)
  })

  it('make ordinary choices from small numbers, and the same from the same', () => {
    const ordinary = diceOf([])
    expect([ordinary.below(7), ordinary.pick(['first', 'second']), ordinary.oneIn(2)]).toEqual([0, 'first', false])
    const [a, b] = [numbersFrom(1), numbersFrom(1)]
    expect(Array.from({ length: 5 }, a)).toEqual(Array.from({ length: 5 }, b))
  })
})
