import { type Decimal, decimal } from '@quittance/kernel'
import { paymentTerms } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { netDays, type PaymentTerms, paymentTermsCodec, unusableTerms } from '../../src/index.js'
import { decide, issue } from '../room.js'

const discount = (percent: Decimal): PaymentTerms => ({
  ...netDays(30),
  discount: { taxMode: 'never-reduced', base: 'total', graceDays: 0, tiers: [{ percent, days: 10 }] },
})

/** Terms with one of their numbers or words spoilt, as a file or another program might. */
const spoilt = fc.oneof(
  paymentTerms.map((terms) => ({ ...terms, id: '' })),
  paymentTerms.map((terms) => ({ ...terms, version: 1.5 })),
  paymentTerms.map((terms) => ({ ...terms, parts: terms.parts.map((part) => ({ ...part, due: { days: 0.5 } })) })),
)

describe('unusableTerms', () => {
  it('terms that are used can be read back', () => {
    fc.assert(
      fc.property(fc.oneof(paymentTerms, spoilt), (terms) => {
        const issued = decide([], { ...issue, lines: [{ netMinor: 10_000_00 }], terms })
        if (E.isRight(issued)) expect(paymentTermsCodec.is(terms)).toBe(true)
        else expect(issued.left._tag).toBe('InvalidTerms')
      }),
    )
  })

  it('finds nothing wrong with terms of every shape', () => {
    fc.assert(
      fc.property(paymentTerms, (terms) => {
        expect(unusableTerms(terms)).toBeUndefined()
      }),
    )
  })

  it('takes a discount from 0 to below 100 percent', () => {
    expect(['0', '99.99'].map((text) => unusableTerms(discount(decimal(text))))).toEqual([undefined, undefined])
    const says = 'a discount is at least 0 and below 100 percent'
    expect(['-0.01', '100'].map((text) => unusableTerms(discount(decimal(text))))).toEqual([says, says])
  })

  it('takes no negative discount or grace', () => {
    const { discount: offered } = discount(decimal('2'))
    if (offered === undefined) throw new Error('the sample offers a discount')
    const terms = discount(decimal('2'))
    expect(unusableTerms({ ...terms, discount: { ...offered, graceDays: -1 } })).toBe('days of grace are not negative')
    expect(unusableTerms({ ...terms, discount: { ...offered, tiers: [{ amountMinor: -1 }] } })).toBe(
      'a discount is not negative',
    )
  })
})
