import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  candidatePlan,
  decideBatch,
  decidePayment,
  type EvidenceRuleSet,
  evidenceRuleSet,
  explainMatch,
  type MatchDecision,
  type MatchItem,
  type MatchPayment,
  prepareItems,
} from '../../../src/index.js'

const item = (itemId: string, openMinor: number, dueOn: string): MatchItem => ({
  itemId,
  openMinor,
  on: localDate('2026-01-02'),
  dueOn: localDate(dueOn),
  identifiers: [itemId],
})

const book = [
  item('2026001101', 1_234_56, '2026-02-01'),
  item('2026001102', 877_10, '2026-02-02'),
  item('2026001107', 3_410_25, '2026-02-04'),
  item('2026001113', 219_99, '2026-02-09'),
  item('2026001120', 5_002_40, '2026-02-11'),
]

const paid = (amountMinor: number, text = '', more: Partial<MatchPayment> = {}): MatchPayment => ({
  paymentId: 'P-1',
  amountMinor,
  receivedOn: localDate('2026-02-03'),
  text,
  ...more,
})

const decide = (payment: MatchPayment, ruleSet: EvidenceRuleSet = evidenceRuleSet): MatchDecision =>
  decidePayment(payment, prepareItems(book), ruleSet)

const bothNamed = '2026001101 2026001102'

describe('payments that are short of what they name', () => {
  it('are left to a person, with a part of the newest item that can bear it open', () => {
    const payment = paid(1_234_56 + 877_10 - 50_00, bothNamed)
    const decision = decide(payment)
    if (decision._tag !== 'Ambiguous') throw new Error(decision._tag)
    expect(decision.because).toBe('short-pay')
    const [first] = decision.candidates
    expect(first && candidatePlan(first, book, payment)).toEqual({
      lines: [
        { itemId: '2026001101', cashMinor: 1_234_56, differences: [], openMinor: 0 },
        { itemId: '2026001102', cashMinor: 827_10, differences: [], openMinor: 50_00 },
      ],
      pennyMinor: 0,
      remainderMinor: 0,
      remainder: 'unapplied',
    })
  })

  it('are applied under a rule set that permits it by name', () => {
    const permitted: EvidenceRuleSet = { ...evidenceRuleSet, id: 'own', oneIn: 3, permits: ['short-pay'] }
    expect(decide(paid(1_234_56 + 877_10 - 50_00, bothNamed), permitted)).toMatchObject({
      _tag: 'Apply',
      candidate: { notInFull: [{ itemId: '2026001102', openMinor: 50_00 }] },
    })
  })

  it('leave the part that stays open to later payments of the batch', () => {
    const permitted: EvidenceRuleSet = { ...evidenceRuleSet, id: 'own', oneIn: 3, permits: ['short-pay'] }
    const first = paid(1_234_56 + 877_10 - 50_31, bothNamed)
    const second = paid(50_31, '2026001102', { paymentId: 'P-2', receivedOn: localDate('2026-02-10') })
    const decided = decideBatch([first, second], book, permitted).map(({ decision }) => decision)
    expect(decided).toMatchObject([{ _tag: 'Apply' }, { _tag: 'Apply', candidate: { itemIds: ['2026001102'] } }])
  })

  it('are no short payments when they are so short that chance explains them better', () => {
    expect(decide(paid(3_27, bothNamed))).toMatchObject({
      _tag: 'None',
      because: 'nothing-fits',
      nearMisses: [{ why: { _tag: 'Short' } }],
    })
  })

  it('stay a matter of what is named when one named item cannot bear what is missing', () => {
    const small = [item('880001', 10_00, '2026-02-01'), item('880002', 12_00, '2026-02-02')]
    const decision = decidePayment(paid(7_77, '880001 880002'), prepareItems(small), evidenceRuleSet)
    if (decision._tag !== 'None') throw new Error(decision._tag)
    const [miss] = decision.nearMisses
    expect(miss?.plan.lines).toEqual([{ itemId: '880001', cashMinor: 7_77, differences: [], openMinor: 2_23 }])
  })
})

describe('near misses', () => {
  const missesOf = (payment: MatchPayment): ReadonlyArray<unknown> => {
    const decision = decide(payment)
    if (decision._tag !== 'None' && decision._tag !== 'Ambiguous') throw new Error(decision._tag)
    return decision.nearMisses.map(({ why }) => why)
  }

  it('say that two percent of all that is named were kept', () => {
    const kept = 24_69 + 17_54
    expect(missesOf(paid(1_234_56 + 877_10 - kept, bothNamed))).toContainEqual({
      _tag: 'DiscountLike',
      byMinor: kept,
      basisPoints: 200,
    })
  })

  it('say that two percent of the newest item were kept', () => {
    expect(missesOf(paid(1_234_56 + 877_10 - 17_54, bothNamed))).toContainEqual({
      _tag: 'DiscountLike',
      byMinor: 17_54,
      basisPoints: 200,
    })
  })

  it('say by how much a payment is more than what it names, and leave that over', () => {
    const decision = decide(paid(1_234_56 + 40_00, '2026001101'))
    expect(decision).toMatchObject({
      _tag: 'None',
      nearMisses: [{ why: { _tag: 'Over', byMinor: -40_00 }, plan: { remainderMinor: 40_00 } }],
    })
  })

  it.each([3, -3])('find the one item that is %i cents off, without any text', (off) => {
    expect(missesOf(paid(3_410_25 - off))).toEqual([{ _tag: 'Cents', byMinor: off }])
  })

  it('find the one item that is two percent off, without any text', () => {
    expect(missesOf(paid(5_002_40 - 100_05))).toEqual([{ _tag: 'DiscountLike', byMinor: 100_05, basisPoints: 200 }])
  })

  it('stand in the explanation', () => {
    const payment = paid(5_002_40 - 100_05)
    expect(explainMatch(payment, 'EUR', decide(payment))).toEqual([
      'P-1, 4902.35 EUR: nothing that is open explains it.',
      '  nearly: 2026001120, short by 100.05 EUR, 2.00 % of 2026001120: looks like a discount',
    ])
  })
})

describe('policy', () => {
  const strict: EvidenceRuleSet = { ...evidenceRuleSet, id: 'strict' }

  it('asks a second person from an amount on', () => {
    const fourEyes = { ...strict, bands: [{ fromMinor: 3_410_25, fourEyes: true }] }
    expect(decide(paid(3_410_25), fourEyes)).toMatchObject({ _tag: 'Ambiguous', because: 'policy' })
    expect(decide(paid(1_234_56), fourEyes)._tag).toBe('Apply')
  })

  it('is stricter with large amounts', () => {
    const stricter = { ...strict, bands: [{ fromMinor: 3_000_00, oneIn: 1_000_000 }] }
    expect(decide(paid(3_410_25), strict)._tag).toBe('Apply')
    expect(decide(paid(3_410_25), stricter)).toMatchObject({ _tag: 'Ambiguous', because: 'weak' })
  })
})
