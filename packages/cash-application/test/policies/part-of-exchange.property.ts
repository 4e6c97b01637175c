import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exchangeLess, type LinkPart, partOfExchange } from '../../src/index.js'

const link = fc.record({
  amountMinor: fc.integer({ min: 1, max: 1_000 }),
  discountMinor: fc.nat(20),
  crossMinor: fc.option(fc.nat(500), { nil: undefined }),
  sourceBaseMinor: fc.nat(9_999),
  clearedBaseMinor: fc.nat(9_999),
  discountBaseMinor: fc.nat(99),
})

describe('partOfExchange', () => {
  it('apply then take back leaves nothing realised', () => {
    fc.assert(
      fc.property(link, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), (one, cuts) => {
        const { sourceBaseMinor, clearedBaseMinor, crossMinor } = one
        let exchange = exchangeLess(
          {
            baseCurrency: 'EUR',
            sourceBaseMinor,
            clearedBaseMinor,
            ...(one.discountMinor === 0 ? {} : { discountBaseMinor: one.discountBaseMinor }),
            realisedBaseMinor: sourceBaseMinor - clearedBaseMinor,
          },
          undefined,
        )
        let left: LinkPart = {
          amountMinor: one.amountMinor,
          discountMinor: one.discountMinor,
          cross: crossMinor === undefined ? undefined : { currency: 'JPY', amountMinor: crossMinor },
        }
        for (const cut of [...cuts, 1]) {
          const part = cut === 1 ? left : shareOf(left, cut)
          if (part.amountMinor === 0) continue
          const gone = partOfExchange({ ...left, exchange }, part)
          expect(gone?.realisedBaseMinor).toBe((gone?.sourceBaseMinor ?? 0) - (gone?.clearedBaseMinor ?? 0))
          exchange = exchangeLess(exchange, gone)
          left = less(left, part)
          if (left.amountMinor === 0) break
        }
        expect(exchange).toEqual({
          baseCurrency: 'EUR',
          sourceBaseMinor: 0,
          clearedBaseMinor: 0,
          realisedBaseMinor: 0,
        })
      }),
    )
  })

  it('an application without base values has none to give back', () => {
    const whole = { amountMinor: 10, discountMinor: 0, cross: undefined }
    expect(partOfExchange({ ...whole, exchange: undefined }, { ...whole, amountMinor: 3 })).toBeUndefined()
  })

  it('what is taken back of an application is never more than was put on', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded }) => {
        const net = new Map<string, number>()
        for (const { fact } of recorded) {
          if (fact._tag !== 'CashApplied' && fact._tag !== 'CashUnapplied') continue
          const sign = fact._tag === 'CashApplied' ? 1 : -1
          const so = (net.get(fact.applicationId) ?? 0) + sign * (fact.exchange?.clearedBaseMinor ?? 0)
          net.set(fact.applicationId, so)
          expect(so).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 60 },
    )
  })
})

const shareOf = ({ amountMinor, discountMinor, cross }: LinkPart, cut: number): LinkPart => ({
  amountMinor: Math.floor(amountMinor * cut),
  discountMinor: Math.floor(discountMinor * cut),
  cross: cross === undefined ? undefined : { ...cross, amountMinor: Math.floor(cross.amountMinor * cut) },
})

const less = (left: LinkPart, part: LinkPart): LinkPart => ({
  amountMinor: left.amountMinor - part.amountMinor,
  discountMinor: left.discountMinor - part.discountMinor,
  cross:
    left.cross === undefined
      ? undefined
      : { ...left.cross, amountMinor: left.cross.amountMinor - (part.cross?.amountMinor ?? 0) },
})
