import { decimal, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeEscalationPolicy,
  decodeFeePolicy,
  decodeInterestPolicy,
  decodePlacementPolicy,
  type EscalationPolicy,
  type FeePolicy,
  type InterestPolicy,
  shippedPlacementPolicy,
  statutoryRegimes,
  statutoryTerms,
} from '../src/index.js'

const interest: fc.Arbitrary<InterestPolicy> = fc
  .record({ regime: fc.constantFrom(...statutoryRegimes), minimumMinor: fc.nat(500), paymentDays: fc.nat(30) })
  .map(({ regime, minimumMinor, paymentDays }) => ({
    id: regime.id,
    version: 1,
    terms: statutoryTerms(regime),
    minimumMinor,
    paymentDays,
    ...(regime.fixedSum === undefined ? {} : { fixedSum: regime.fixedSum }),
  }))
const fee: fc.Arbitrary<FeePolicy> = fc.record({
  id: fc.constant('fees'),
  version: fc.integer({ min: 1, max: 9 }),
  paymentDays: fc.nat(30),
  rule: fc.constantFrom<FeePolicy['rule']>(
    { _tag: 'NoFee' },
    { _tag: 'FixedFee', currency: 'EUR', amountMinor: 5_00 },
    { _tag: 'PercentFee', percent: decimal('1.5'), mostMinor: 50_00 },
    {
      _tag: 'BandedFee',
      levels: [{ level: 1, bands: [{ fromMinor: 0, charge: { _tag: 'Percent', percent: decimal('1') } }] }],
    },
  ),
})
const escalation: EscalationPolicy = {
  id: 'escalation',
  version: 1,
  finalDemandAfterDays: 15,
  agencyAfterDays: 10,
  agencyMinimums: [{ currency: 'EUR', minor: 250_00 }],
  minimumPer: 'item',
  guardsHold: 'account',
  needsApproval: true,
  needsDocuments: false,
}
const written = (policy: unknown): unknown => JSON.parse(JSON.stringify(policy))
const wrong = (read: { readonly _tag: string; readonly left?: unknown }): unknown => read.left

describe('policies of charges', () => {
  it('policies of charges written as JSON are the same when they are read', () => {
    fc.assert(
      fc.property(interest, fee, (one, other) => {
        expect(decodeInterestPolicy(written(one))).toEqual({ _tag: 'Right', right: one })
        expect(decodeFeePolicy(written(other))).toEqual({ _tag: 'Right', right: other })
      }),
    )
    expect(decodeEscalationPolicy(written(escalation))).toEqual({ _tag: 'Right', right: escalation })
    expect(decodePlacementPolicy(written(shippedPlacementPolicy))).toMatchObject({ right: shippedPlacementPolicy })
  })

  it('name everything that is wrong, missing or not known', () => {
    const { needsApproval, ...rest } = escalation
    expect(
      wrong(decodeEscalationPolicy({ ...rest, agencyAfterDays: -1, guardsHold: 'nobody', colour: 'red' })),
    ).toEqual([
      'agencyAfterDays: is -1, expected a whole number from 0',
      'guardsHold: is "nobody", expected item or account',
      'needsApproval: is missing, expected true or false',
      'colour: there is no such field',
    ])
    expect(needsApproval).toBe(true)
    expect(wrong(decodeFeePolicy({ id: 'f', version: 1, paymentDays: 0, rule: { _tag: 'Free' } }))).toEqual([
      'rule._tag: "Free" is none of NoFee, FixedFee, PercentFee, BandedFee',
    ])
    expect(wrong(decodeFeePolicy([]))).toEqual(['value: is [], expected an object'])
    const bands = { level: 1, bands: [{ fromMinor: 0, charge: { _tag: 'Fixed', amount: 1 } }] }
    expect(
      wrong(decodeFeePolicy({ id: 'f', version: 1, paymentDays: 0, rule: { _tag: 'BandedFee', levels: [bands] } })),
    ).toEqual([
      'rule.levels.0.bands.0.charge.amountMinor: is missing, expected a whole number from 0',
      'rule.levels.0.bands.0.charge.amount: there is no such field',
    ])
  })

  it('name what contradicts itself: rates out of order, a least above the most', () => {
    const rates = ['2026-07-01', '2026-01-01'].map((from) => ({ from: localDate(from), percent: decimal('1') }))
    const [policy] = fc.sample(interest, 1)
    const table = { id: 'own', source: 'own', rates }
    const dated = { ...policy, terms: { ...policy?.terms, rate: { _tag: 'DatedRates', table } } }
    expect(wrong(decodeInterestPolicy(written(dated)))).toEqual(['terms.rate.table.rates: not in order, each once'])
    const rule = { _tag: 'PercentFee', percent: decimal('1'), leastMinor: 2, mostMinor: 1 }
    expect(wrong(decodeFeePolicy(written({ id: 'f', version: 1, paymentDays: 0, rule })))).toEqual([
      'rule.leastMinor: above mostMinor',
    ])
  })
})
