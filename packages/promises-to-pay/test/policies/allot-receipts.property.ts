import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allotReceipts, type Claim, type CountedReceipt, type ReceivedMoney } from '../../src/index.js'
import { day } from '../room.js'
import { claims, days, moneys } from './small-accounts.js'

const total = (counted: ReadonlyArray<CountedReceipt>): number =>
  counted.reduce((so, { amountMinor }) => so + amountMinor, 0)

/** The same rule minor unit by minor unit: each claim looks through all that is left for the earliest it may take. */
const naive = (all: ReadonlyArray<Claim>, money: ReadonlyArray<ReceivedMoney>, asOf: string): ReadonlyArray<string> => {
  const units = money.flatMap((piece) => Array.from({ length: piece.amountMinor }, () => ({ ...piece, taken: false })))
  return all.map((claim) => {
    const got: Array<string> = []
    for (let needed = claim.neededMinor; needed > 0; needed -= 1) {
      const may = units
        .filter(({ taken, itemId, appliedOn, receivedOn, receiptId }) => {
          const on = claim.basis === 'receipt-date' ? receivedOn : appliedOn
          if (taken || on === undefined || receivedOn > asOf || on > asOf || on < claim.from || on > claim.until)
            return false
          if (on === claim.from && claim.excluded.includes(receiptId)) return false
          return claim.itemId === undefined || (claim.itemId === itemId && appliedOn !== undefined && appliedOn <= asOf)
        })
        .map((unit) => ({ unit, on: claim.basis === 'receipt-date' ? unit.receivedOn : (unit.appliedOn ?? '') }))
        .sort((a, b) => (a.on === b.on ? (a.unit.receiptId < b.unit.receiptId ? -1 : 1) : a.on < b.on ? -1 : 1))[0]
      if (may === undefined) break
      may.unit.taken = true
      got.push(`${may.unit.receiptId} ${may.on}`)
    }
    return got.join()
  })
}

describe('allotReceipts', () => {
  it('no minor unit of a receipt counts twice', () => {
    fc.assert(
      fc.property(claims, moneys, days, (all, money, asOf) => {
        const counted = allotReceipts(all, money, asOf).flat()
        for (const { receiptId, amountMinor } of money) {
          const used = total(counted.filter((one) => one.receiptId === receiptId))
          expect(used).toBeLessThanOrEqual(amountMinor)
        }
      }),
    )
  })

  it('gives what a search minor unit by minor unit gives', () => {
    fc.assert(
      fc.property(claims, moneys, days, (all, money, asOf) => {
        const got = allotReceipts(all, money, asOf).map((counted) =>
          counted
            .flatMap(({ receiptId, countedOn, amountMinor }) =>
              Array.from({ length: amountMinor }, () => `${receiptId} ${countedOn}`),
            )
            .join(),
        )
        expect(got).toEqual(naive(all, money, asOf))
      }),
      { numRuns: 300 },
    )
  })

  it('more money never worsens an allotment', () => {
    fc.assert(
      fc.property(claims, moneys, moneys, (all, money, more) => {
        const basis = 'receipt-date' as const
        const own = all.map((claim) => ({ ...claim, basis, excluded: [] }))
        const added = more.map((piece) => ({ ...piece, receiptId: `more ${piece.receiptId}` }))
        const before = allotReceipts(own, money, day('2026-12-31')).map(total)
        const after = allotReceipts(own, [...money, ...added], day('2026-12-31')).map(total)
        for (const [index, minor] of before.entries()) expect(after[index]).toBeGreaterThanOrEqual(minor)
      }),
      { numRuns: 300 },
    )
  })

  it('a claim made later takes nothing from one made before', () => {
    fc.assert(
      fc.property(claims, claims, moneys, days, (all, later, money, asOf) => {
        expect(allotReceipts([...all, ...later], money, asOf).slice(0, all.length)).toEqual(
          allotReceipts(all, money, asOf),
        )
      }),
    )
  })
})
