import { decimal } from '@quittance/kernel'
import { businessDays, paymentTerms, positiveMinor } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { instalmentsOf, netDays, type PaymentTerms, type Share } from '../../src/index.js'
import { day } from '../room.js'

const issuedOn = day('2026-01-10')
const parts = (...shares: ReadonlyArray<Share>): PaymentTerms => ({
  id: 'parts',
  version: 1,
  parts: shares.map((share, index) => ({ share, due: { days: index * 30 } })),
})
const amounts = (payableMinor: number, terms: PaymentTerms): ReadonlyArray<number> | string => {
  const result = instalmentsOf(terms, { payableMinor, netMinor: payableMinor }, { issuedOn })
  return E.isLeft(result) ? result.left : result.right.map(({ amountMinor }) => amountMinor)
}
const percent = (text: string): Share => ({ _tag: 'PercentOfGross', percent: decimal(text) })
const third: Share = { _tag: 'EqualPart', of: 3 }

describe('instalmentsOf', () => {
  it('instalments sum to what is payable, each >= 0', () => {
    const payable = fc.oneof(fc.constant(0), positiveMinor())
    fc.assert(
      fc.property(paymentTerms, payable, businessDays, (terms, payableMinor, on) => {
        const result = instalmentsOf(
          terms,
          { payableMinor, netMinor: Math.floor(payableMinor / 1.19) },
          { issuedOn: on },
        )
        if (E.isLeft(result)) {
          // Only parts that a small amount cannot bear are refused, never those of a usual invoice.
          expect(payableMinor).toBeLessThan(600_00)
          return
        }
        expect(result.right.reduce((so, { amountMinor }) => so + amountMinor, 0)).toBe(payableMinor)
        for (const [index, { no, amountMinor }] of result.right.entries()) {
          expect(amountMinor).toBeGreaterThanOrEqual(0)
          expect(no).toBe(index + 1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('changing the split never changes the total', () => {
    fc.assert(
      fc.property(positiveMinor(), fc.integer({ min: 2, max: 12 }), (payableMinor, of) => {
        const equal = amounts(
          payableMinor * of,
          parts(...Array.from({ length: of }, (): Share => ({ _tag: 'EqualPart', of }))),
        )
        expect(equal).toEqual(Array.from({ length: of }, () => payableMinor))
      }),
    )
  })

  it('leaves the odd minor units to the last part', () => {
    expect(amounts(100_00, parts(third, third, third))).toEqual([33_33, 33_33, 33_34])
    expect(amounts(100_01, parts(percent('33.33'), percent('33.33'), percent('33.34')))).toEqual([33_33, 33_33, 33_35])
  })

  it('rounds a share to whole units where the terms say so', () => {
    const terms = parts({ _tag: 'PercentOfNet', percent: decimal('30'), roundToMinor: 100 }, { _tag: 'Balance' })
    expect(amounts(123_45, terms)).toEqual([37_00, 86_45])
  })

  it('counts each part from the one before where the terms are sequential', () => {
    const due = { days: 10 }
    const sequential = {
      ...parts(third, third, third),
      sequential: true,
      parts: [third, third, third].map((share) => ({ share, due })),
    }
    const result = instalmentsOf(sequential, { payableMinor: 3, netMinor: 3 }, { issuedOn })
    expect(E.isRight(result) ? result.right.map(({ dueOn }) => dueOn) : result).toEqual([
      '2026-01-20',
      '2026-01-30',
      '2026-02-09',
    ])
  })

  it('moves a due day off a weekend by the calendar, without moving what counts from it', () => {
    const calendar = { id: 'weekends', weekend: [6, 7], holidays: [] }
    const terms: PaymentTerms = { ...netDays(7), shift: 'following' }
    const result = instalmentsOf(terms, { payableMinor: 1, netMinor: 1 }, { issuedOn }, calendar)
    expect(E.isRight(result) ? result.right[0]?.dueOn : result).toBe('2026-01-19')
  })

  it.each([
    ['no part', parts(), 'terms have at least one part'],
    [
      'two balances',
      parts({ _tag: 'Balance' }, { _tag: 'Balance' }),
      'one part at most is the balance, and it stands last',
    ],
    [
      'a balance that is not last',
      parts({ _tag: 'Balance' }, percent('10')),
      'one part at most is the balance, and it stands last',
    ],
    ['money left over', parts(percent('30'), percent('30')), 'the parts of the terms do not add up to the whole'],
    [
      'more than there is',
      parts({ _tag: 'Fixed', amountMinor: 100_01 }, { _tag: 'Balance' }),
      'part 1 of the terms would make a part negative',
    ],
  ])('refuses %s in words', (_, terms, says) => {
    expect(amounts(100_00, terms)).toBe(says)
  })
})
