import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  candidatePlan,
  decidePayment,
  type EvidenceRuleSet,
  evidenceRuleSet,
  type MatchDecision,
  type MatchItem,
  type MatchPayment,
  type PlannedLine,
  prepareItems,
} from '../../../src/index.js'

const item = (itemId: string, openMinor: number, more: Partial<MatchItem> = {}): MatchItem => ({
  itemId,
  openMinor,
  on: localDate('2026-01-02'),
  dueOn: localDate('2026-02-01'),
  identifiers: [itemId],
  ...more,
})

const paid = (amountMinor: number, text = '', more: Partial<MatchPayment> = {}): MatchPayment => ({
  paymentId: 'P-1',
  amountMinor,
  receivedOn: localDate('2026-02-03'),
  text,
  ...more,
})

const decide = (
  items: ReadonlyArray<MatchItem>,
  payment: MatchPayment,
  ruleSet: EvidenceRuleSet = evidenceRuleSet,
): MatchDecision => decidePayment(payment, prepareItems(items), ruleSet)

const linesOf = (items: ReadonlyArray<MatchItem>, payment: MatchPayment): ReadonlyArray<PlannedLine> => {
  const decision = decide(items, payment)
  if (decision._tag !== 'Apply') throw new Error(JSON.stringify(decision))
  return candidatePlan(decision.candidate, items, payment).lines
}

const line = (itemId: string, cashMinor: number, openMinor = 0): PlannedLine => ({
  itemId,
  cashMinor,
  differences: [],
  openMinor,
})

const later = { on: localDate('2026-01-05'), dueOn: localDate('2026-02-04') }
const book = [
  item('2026001101', 1_234_56),
  item('2026001102', 877_10, later),
  item('2026001107', 3_410_25, { dueOn: localDate('2026-02-09') }),
]

describe('credits that belong to a charge', () => {
  const credit = item('CN770015', -234_11, { linkedTo: '2026001101' })

  it('are used up with it', () => {
    expect(linesOf([...book, credit], paid(1_000_45))).toEqual([
      line('2026001101', 1_234_56),
      line('CN770015', -234_11),
    ])
  })

  it('are meant by a text that names the charge alone, or the credit alone', () => {
    for (const text of ['2026001101', 'less CN770015'])
      expect(linesOf([...book, credit], paid(1_000_45, text))).toHaveLength(2)
  })

  it('are taken with it when part of it stays open', () => {
    const payment = paid(900_45, '2026001101')
    const decision = decide([...book, credit], payment)
    if (decision._tag !== 'Ambiguous') throw new Error(decision._tag)
    const [first] = decision.candidates
    expect(first && candidatePlan(first, [...book, credit], payment).lines).toEqual([
      line('2026001101', 1_234_56 - 100_00, 100_00),
      line('CN770015', -234_11),
    ])
  })

  it('leave a rest to other items when they are more than their charge', () => {
    const items = [...book, item('CN770016', -1_500_00, { linkedTo: '2026001101', dueOn: localDate('2026-02-08') })]
    // 265.44 of it is free, and 1,234.56 stay reserved for the charge.
    expect(linesOf(items, paid(3_410_25 - 265_44, '2026001107 CN770016'))).toEqual([
      line('CN770016', -265_44, -1_234_56),
      line('2026001107', 3_410_25),
    ])
  })

  it('are not interchangeable with a charge that owes as much by itself', () => {
    const plain = item('2026001103', 1_000_45)
    expect(decide([...book, credit, plain], paid(1_000_45))).toMatchObject({ _tag: 'Ambiguous', because: 'rival' })
  })
})

describe('credits that a payer takes off by itself', () => {
  const credits = [item('CN770021', -55_13), item('CN770022', -410_07)]

  it('are found when the text names the invoices alone', () => {
    const payment = paid(1_234_56 + 877_10 - 410_07, '2026001101 2026001102')
    expect(linesOf([...book, ...credits], payment).map(({ itemId }) => itemId)).toEqual([
      '2026001101',
      'CN770022',
      '2026001102',
    ])
    const decision = decide([...book, ...credits], payment)
    expect(decision._tag === 'Apply' && decision.candidate.routes.map(({ rule }) => rule)).toContain('named-and-credit')
  })

  it('are found beside a few invoices that nobody names', () => {
    const payment = paid(877_10 + 3_410_25 - 55_13)
    const decision = decide([...book, ...credits], payment)
    expect(decision).toMatchObject({ _tag: 'Apply', candidate: { itemIds: ['CN770021', '2026001102', '2026001107'] } })
    expect(decision._tag === 'Apply' && decision.candidate.routes.map(({ rule }) => rule)).toContain('few-and-credit')
  })
})

describe('credit that waits on the account', () => {
  it('settles the charge of its amount, and never itself', () => {
    const own = item('CN-1', -877_10)
    const credit = paid(877_10, '', { paymentId: 'CN-1', source: 'on-account' })
    expect(linesOf([...book, own], credit)).toEqual([line('2026001102', 877_10)])
  })

  it('goes to the charge that it is linked to, of which a part may stay open', () => {
    const credit = paid(100_00, '', { source: 'credit-note', linkedTo: '2026001107' })
    expect(linesOf(book, credit)).toEqual([line('2026001107', 100_00, 3_310_25)])
  })

  it('that is no more than linked is no excuse for short receipts', () => {
    expect(decide(book, paid(100_00, '2026001107'))._tag).not.toBe('Apply')
  })

  it('pays no other credit when it is a credit note', () => {
    const items = [...book, item('CN770021', -55_13)]
    const credit = paid(877_10 - 55_13, '', { source: 'credit-note' })
    expect(decide(items, credit)._tag).toBe('None')
    expect(decide(items, { ...credit, source: 'on-account' })._tag).toBe('Apply')
  })
})

describe('items of the payer’s family', () => {
  const family = [
    ...book.map((one) => ({ ...one, account: 'parent' })),
    item('2026004401', 2_002_83, { account: 'child' }),
    item('2026004402', 645_11, { account: 'stranger' }),
  ]
  const accounts = [
    { customer: 'parent', costCentibits: 0 },
    { customer: 'child', costCentibits: 300 },
  ]

  it('are for a person, unless the rule set permits them', () => {
    const payment = paid(2_002_83, '', { accounts })
    expect(decide(family, payment)).toMatchObject({
      _tag: 'Ambiguous',
      because: 'policy',
      candidates: [{ itemIds: ['2026004401'], otherAccounts: ['child'] }],
    })
    const permitted = { ...evidenceRuleSet, id: 'groups', permits: ['cross-account'] as const }
    expect(decide(family, payment, permitted)._tag).toBe('Apply')
  })

  it('cost weight, and the term says whose account it is', () => {
    const decision = decide(family, paid(2_002_83, '', { accounts }))
    if (decision._tag !== 'Ambiguous') throw new Error(decision._tag)
    expect(decision.candidates[0]?.terms).toContainEqual({ what: 'account of child', centibits: -300 })
  })

  it('are those of the family only', () => {
    expect(decide(family, paid(645_11, '', { accounts }))._tag).toBe('None')
  })
})
