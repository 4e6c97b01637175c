import { decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AvailableDiscount,
  type ItemSettlement,
  settleClaim,
  settleItem,
  type SettlementCase,
} from '../../src/index.js'
import { day } from '../room.js'

const available = (fullMinor: number, leftMinor: number, percent: string): AvailableDiscount => ({
  kind: 'earned',
  lastDay: day('2026-01-15'),
  withinGrace: false,
  fullMinor,
  leftMinor,
  tier: { lastDay: day('2026-01-15'), percent: decimal(percent) },
})
const discounts = fc.option(
  fc
    .tuple(fc.nat(50_00), fc.nat(50_00), fc.constantFrom('0', '1', '2', '3', '50', '99.99'))
    .map(([a, b, percent]) => available(Math.max(a, b), Math.min(a, b), percent)),
  { nil: undefined },
)
const policies = fc.record({
  partialDiscount: fc.boolean(),
  overpayment: fc.constantFrom<'specific' | 'unspecific'>('specific', 'unspecific'),
  maxPennyMinor: fc.constantFrom(0, 1, 5, 100),
})
/** Cash at the edges: of what is open, and of what is open less the discount. */
const cases: fc.Arbitrary<SettlementCase> = fc
  .tuple(
    fc.integer({ min: 1, max: 200_00 }),
    discounts,
    policies,
    fc.nat(6),
    fc.integer({ min: -3, max: 7 }),
    fc.nat(250_00),
  )
  .chain(([openMinor, offer, policy, pennyTakenMinor, off, any]) =>
    fc.constantFrom(openMinor + off, openMinor - (offer?.leftMinor ?? 0) + off, any).map((cash) => ({
      openMinor,
      cashMinor: Math.max(cash, 1),
      available: offer,
      policy,
      pennyTakenMinor,
    })),
  )

const inBounds = (openMinor: number, cashMinor: number, settled: ItemSettlement): void => {
  const { appliedMinor, discountMinor, pennyMinor, shortfallMinor } = settled
  const staysMinor = openMinor - appliedMinor - discountMinor
  expect(staysMinor).toBeGreaterThanOrEqual(0)
  expect(appliedMinor + discountMinor + staysMinor).toBe(openMinor)
  for (const part of [appliedMinor, discountMinor, pennyMinor, shortfallMinor]) expect(part).toBeGreaterThanOrEqual(0)
  expect(appliedMinor + pennyMinor).toBeLessThanOrEqual(cashMinor)
  expect(shortfallMinor).toBeLessThanOrEqual(staysMinor)
  if (pennyMinor > 0) expect(staysMinor).toBe(0)
}

describe('settleItem and settleClaim', () => {
  it('cash, discount and what stays open always add up to what was open', () => {
    fc.assert(
      fc.property(cases, fc.nat(60_00), (given, claimedMinor) => {
        inBounds(given.openMinor, given.cashMinor, settleItem(given))
        inBounds(
          given.openMinor,
          given.cashMinor,
          settleClaim(given.openMinor, given.cashMinor, claimedMinor, given.available),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('never grants more than is left of the discount, and keeps no penny beyond the maximum', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { discountMinor, pennyMinor } = settleItem(given)
        expect(discountMinor).toBeLessThanOrEqual(given.available?.leftMinor ?? 0)
        if (pennyMinor > 0) expect(pennyMinor + given.pennyTakenMinor).toBeLessThanOrEqual(given.policy.maxPennyMinor)
      }),
      { numRuns: 300 },
    )
  })

  const offer = available(20_00, 20_00, '2')
  const usual = { partialDiscount: false, overpayment: 'specific', maxPennyMinor: 5 } as const
  it.each<readonly [string, number, Partial<SettlementCase['policy']>, ItemSettlement]>([
    [
      'one unit short of the payable amount earns nothing',
      979_99,
      {},
      { appliedMinor: 979_99, discountMinor: 0, pennyMinor: 0, shortfallMinor: 0 },
    ],
    [
      'the payable amount closes the item',
      980_00,
      {},
      { appliedMinor: 980_00, discountMinor: 20_00, pennyMinor: 0, shortfallMinor: 0 },
    ],
    [
      'a little more is kept',
      980_05,
      {},
      { appliedMinor: 980_00, discountMinor: 20_00, pennyMinor: 5, shortfallMinor: 0 },
    ],
    [
      'more than a little stays with the receipt',
      980_06,
      {},
      { appliedMinor: 980_00, discountMinor: 20_00, pennyMinor: 0, shortfallMinor: 0 },
    ],
    [
      'or shrinks the discount',
      990_00,
      { overpayment: 'unspecific' },
      { appliedMinor: 990_00, discountMinor: 10_00, pennyMinor: 0, shortfallMinor: 0 },
    ],
    [
      'a part in time earns its part',
      490_00,
      { partialDiscount: true },
      { appliedMinor: 490_00, discountMinor: 10_00, pennyMinor: 0, shortfallMinor: 0 },
    ],
  ])('%s', (_, cashMinor, policy, settled) => {
    expect(
      settleItem({
        openMinor: 1000_00,
        cashMinor,
        available: offer,
        policy: { ...usual, ...policy },
        pennyTakenMinor: 0,
      }),
    ).toEqual(settled)
  })

  it('of a claim grants what there is and leaves the rest open under its name', () => {
    expect(settleClaim(1000_00, 950_00, 50_00, offer)).toEqual({
      appliedMinor: 950_00,
      discountMinor: 20_00,
      pennyMinor: 0,
      shortfallMinor: 30_00,
    })
  })
})
