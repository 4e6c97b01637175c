import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  candidatePlan,
  decidePayment,
  type EvidenceRuleSet,
  evidenceRuleSet,
  explainMatch,
  type MatchDecision,
  type MatchItem,
  type MatchPayment,
  type MatchPlan,
  prepareItems,
} from '../../../src/index.js'

/** Two percent until 10 January, three days of grace. */
const offered = (itemId: string, openMinor: number, lastDay = '2026-01-10'): MatchItem => ({
  ...plain(itemId, openMinor),
  discount: {
    taxMode: 'never-reduced',
    baseMinor: openMinor,
    graceDays: 3,
    tiers: [{ lastDay: localDate(lastDay), percent: decimal('2') }],
  },
})

const plain = (itemId: string, openMinor: number): MatchItem => ({
  itemId,
  openMinor,
  on: localDate('2026-01-02'),
  dueOn: localDate('2026-02-01'),
  identifiers: [itemId],
})

const book = [offered('2026001101', 1_234_56), offered('2026001102', 877_10), plain('2026001107', 3_410_25)]

const paid = (amountMinor: number, text = '', receivedOn = '2026-01-09'): MatchPayment => ({
  paymentId: 'P-1',
  amountMinor,
  receivedOn: localDate(receivedOn),
  text,
})

const decide = (
  payment: MatchPayment,
  ruleSet: EvidenceRuleSet = evidenceRuleSet,
  items: ReadonlyArray<MatchItem> = book,
): MatchDecision => decidePayment(payment, prepareItems(items), ruleSet)

const planOf = (payment: MatchPayment, decision: MatchDecision): MatchPlan => {
  if (decision._tag !== 'Apply') throw new Error(`${decision._tag} ${JSON.stringify(decision)}`)
  return candidatePlan(decision.candidate, book, payment)
}

const allTaken = 1_234_56 - 24_69 + 877_10 - 17_54

describe('discounts that the terms grant', () => {
  it('close two invoices with less money than they owe, and stand in the plan by name', () => {
    const payment = paid(allTaken, '2026001101 2026001102')
    expect(planOf(payment, decide(payment)).lines).toEqual([
      {
        itemId: '2026001101',
        cashMinor: 1_209_87,
        differences: [{ _tag: 'Discount', kind: 'earned', amountMinor: 24_69 }],
        openMinor: 0,
      },
      {
        itemId: '2026001102',
        cashMinor: 859_56,
        differences: [{ _tag: 'Discount', kind: 'earned', amountMinor: 17_54 }],
        openMinor: 0,
      },
    ])
  })

  it('are found without any text', () => {
    const payment = paid(1_209_87)
    expect(planOf(payment, decide(payment)).lines).toMatchObject([{ itemId: '2026001101', cashMinor: 1_209_87 }])
  })

  it('stand beside items that offer none', () => {
    const payment = paid(859_56 + 3_410_25)
    const [first, second] = planOf(payment, decide(payment)).lines
    expect([first?.differences.length, second?.differences.length]).toEqual([1, 0])
  })

  it('need not be taken', () => {
    const payment = paid(1_234_56)
    expect(planOf(payment, decide(payment)).lines).toMatchObject([{ cashMinor: 1_234_56, differences: [] }])
  })

  it('are granted on the last day of grace, at a cost', () => {
    const inTime = decide(paid(1_209_87, '', '2026-01-10'))
    const inGrace = decide(paid(1_209_87, '', '2026-01-13'))
    const shareOf = (decision: MatchDecision): number =>
      decision._tag === 'Apply' ? decision.candidate.posteriorPpm : Number.NaN
    expect(shareOf(inGrace)).toBeLessThan(shareOf(inTime))
    expect(decide(paid(1_209_87, '', '2026-01-14'))).toMatchObject({
      _tag: 'None',
      nearMisses: [{ why: { _tag: 'DiscountLike', basisPoints: 200 } }],
    })
  })

  it('are taken once by two payments of one item', () => {
    const once: MatchItem = { ...offered('2026001101', 1_234_56), discountTakenMinor: 20_00 }
    expect(decide(paid(1_229_87), evidenceRuleSet, [once])).toMatchObject({
      _tag: 'Apply',
      candidate: { notInFull: [{ differences: [{ amountMinor: 4_69 }] }] },
    })
  })

  it('leave it open whether an invoice was paid with its discount or another in full', () => {
    const decision = decide(paid(1_209_87), evidenceRuleSet, [...book, plain('2026001119', 1_209_87)])
    expect(decision).toMatchObject({ _tag: 'Ambiguous', because: 'rival' })
  })

  it('are explained', () => {
    const payment = paid(1_209_87)
    expect(explainMatch(payment, 'EUR', decide(payment)).slice(0, 2)).toEqual([
      'P-1, 1209.87 EUR: apply to 2026001101.',
      '  2026001101: 24.69 EUR discount, earned',
    ])
  })
})

describe('discounts taken without a right to them', () => {
  const late = paid(allTaken, '2026001101 2026001102', '2026-01-20')

  it('are for a person, where the items are named', () => {
    expect(decide(late)).toMatchObject({
      _tag: 'Ambiguous',
      because: 'policy',
      candidates: [{ notInFull: [{ differences: [{ _tag: 'Discount', kind: 'unearned' }] }, {}] }, {}],
    })
  })

  it('are granted by a rule set that permits it', () => {
    const generous: EvidenceRuleSet = { ...evidenceRuleSet, id: 'generous', permits: ['unearned-discount'] }
    expect(decide(late, generous)._tag).toBe('Apply')
  })

  it('are not looked for where nothing is named', () => {
    expect(decide({ ...late, text: '' })).toMatchObject({ _tag: 'None' })
  })

  it('leave what was earned off and the rest open', () => {
    // Five invoices of 200.00; 2 % was earned, 5 % was taken.
    const five = ['81', '82', '83', '84', '85'].map((end) => offered(`20260099${end}`, 200_00))
    const payment = paid(950_00, five.map(({ itemId }) => itemId).join(' '))
    const decision = decide(payment, evidenceRuleSet, five)
    if (decision._tag !== 'Ambiguous') throw new Error(decision._tag)
    expect(decision.because).toBe('short-pay')
    const plans = decision.candidates.map((candidate) => candidatePlan(candidate, five, payment))
    const earned = plans.find(({ lines }) => lines.every(({ differences }) => differences.length === 1))
    expect(earned?.lines.map(({ openMinor }) => openMinor)).toEqual([0, 0, 0, 0, 30_00])
  })
})

describe('small differences', () => {
  const tolerant: EvidenceRuleSet = {
    ...evidenceRuleSet,
    id: 'tolerant',
    adjustments: { ...evidenceRuleSet.adjustments, 'small-difference': -300, 'bank-fee': -300 },
    tolerance: { centsMinor: [1, -1, 2, -2], bankFeesMinor: [15_00] },
    permits: ['earned-discount', 'small-difference', 'bank-fee'],
  }

  it.each([
    [2, { notInFull: [{ differences: [{ _tag: 'SmallDifference', amountMinor: 2 }] }], pennyMinor: 0 }],
    [-2, { notInFull: [], pennyMinor: 2 }],
    [15_00, { notInFull: [{ differences: [{ _tag: 'BankFee', amountMinor: 15_00 }] }], pennyMinor: 0 }],
  ])('of %i are settled under their own name, by a rule set that lists and permits them', (missing, candidate) => {
    const payment = paid(3_410_25 - missing, '2026001107')
    expect(decide(payment, tolerant)).toMatchObject({ _tag: 'Apply', candidate })
    expect(decide(payment)._tag).not.toBe('Apply')
    expect(decide(payment, { ...tolerant, permits: [] })).toMatchObject({ _tag: 'Ambiguous', because: 'policy' })
  })

  it('that are not listed are not looked for', () => {
    expect(decide(paid(3_410_25 - 3, '2026001107'), tolerant)._tag).not.toBe('Apply')
  })

  it('come on top of a discount', () => {
    const payment = paid(1_209_87 - 1, '2026001101')
    expect(decide(payment, tolerant)).toMatchObject({
      _tag: 'Apply',
      candidate: { notInFull: [{ differences: [{ _tag: 'Discount' }, { _tag: 'SmallDifference', amountMinor: 1 }] }] },
    })
  })
})
