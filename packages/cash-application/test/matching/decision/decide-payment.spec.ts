import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  decideBatch,
  decidePayment,
  evidenceRuleSet,
  explainMatch,
  type MatchDecision,
  type MatchItem,
  type MatchPayment,
  prepareItems,
  recordMatch,
  ruleSetName,
  verifyMatch,
} from '../../../src/index.js'

const item = (itemId: string, openMinor: number, dueOn = '2026-02-01', on = '2026-01-02'): MatchItem => ({
  itemId,
  openMinor,
  on: localDate(on),
  dueOn: localDate(dueOn),
  identifiers: [itemId],
})

const payment = (amountMinor: number, text = '', more: Partial<MatchPayment> = {}): MatchPayment => ({
  paymentId: 'P-1',
  amountMinor,
  receivedOn: localDate('2026-02-03'),
  text,
  ...more,
})

const decide = (items: ReadonlyArray<MatchItem>, paid: MatchPayment): MatchDecision =>
  decidePayment(paid, prepareItems(items), evidenceRuleSet)

const applied = (decision: MatchDecision): ReadonlyArray<string> | string =>
  decision._tag === 'Apply' ? decision.candidate.itemIds : decision._tag

const book = [
  item('2026001101', 1_234_56, '2026-02-01'),
  item('2026001102', 877_10, '2026-02-02'),
  item('2026001107', 3_410_25, '2026-02-04'),
  item('2026001113', 219_99, '2026-02-09'),
  item('2026001120', 5_002_40, '2026-02-11'),
]

describe('decidePayment', () => {
  it('applies to the one invoice of that amount', () => {
    expect(applied(decide(book, payment(3_410_25)))).toEqual(['2026001107'])
  })

  it('applies to the invoices that the payer names, when they add up', () => {
    expect(applied(decide(book, payment(1_234_56 + 5_002_40, 'inv 2026001101, 2026001120')))).toEqual([
      '2026001101',
      '2026001120',
    ])
  })

  it('finds what the payer means behind stripped prefixes, missing zeros and swapped digits', () => {
    expect(applied(decide(book, payment(877_10 + 219_99, 'PAYMENT 6001102 2026001131')))).toEqual([
      '2026001102',
      '2026001113',
    ])
  })

  it('adds the invoice that the text left out, when only one makes the amount', () => {
    expect(applied(decide(book, payment(1_234_56 + 877_10 + 219_99, '2026001101 2026001102')))).toEqual([
      '2026001101',
      '2026001102',
      '2026001113',
    ])
  })

  it('uses up a credit note that belongs to the whole', () => {
    expect(
      applied(decide([...book.slice(0, 2), item('CN-77', -100_00, '2026-02-01')], payment(1_234_56 + 877_10 - 100_00))),
    ).toEqual(['2026001101', 'CN-77', '2026001102'])
  })

  it('leaves two equal invoices of different days for a person to choose between', () => {
    const decision = decide(
      [item('A', 500_00, '2026-02-01'), item('B', 500_00, '2026-03-01', '2026-02-01'), item('C', 71_30)],
      payment(500_00),
    )
    expect(decision).toMatchObject({ _tag: 'Ambiguous', because: 'rival' })
  })

  it('takes either of two invoices equal in amount and days, and says that they are interchangeable', () => {
    const decision = decide([item('A', 500_12), item('B', 500_12), item('C', 71_30)], payment(500_12))
    expect(decision).toMatchObject({ _tag: 'Apply', candidate: { itemIds: ['A'], interchangeable: [['A', 'B']] } })
  })

  it('knows twins for twins though an equal invoice with another discount stands between them', () => {
    const discount = {
      taxMode: 'never-reduced',
      baseMinor: 750_00,
      graceDays: 0,
      tiers: [{ lastDay: localDate('2026-02-09'), percent: decimal('2') }],
    } as const
    const three = [item('7700100', 750_00), { ...item('7700107', 750_00), discount }, item('7700114', 750_00)]
    const decision = decide(three, payment(1_500_00))
    const sets = decision._tag === 'Ambiguous' ? decision.candidates : []
    expect(sets.map(({ itemIds }) => itemIds.join(' ')).sort()).toEqual(['7700100 7700107', '7700100 7700114'])
  })

  it('takes the one of the equal invoices that the payer names', () => {
    const items = [item('77001', 500_00, '2026-02-01'), item('77002', 500_00, '2026-03-01', '2026-02-01')]
    expect(applied(decide(items, payment(500_00, 'inv 77002')))).toEqual(['77002'])
  })

  it('never applies a short payment on references alone', () => {
    const short = decide(book, payment(1_234_56 + 877_10 - 50_00, '2026001101 2026001102'))
    expect(short).toMatchObject({ _tag: 'Ambiguous', because: 'short-pay' })
  })

  it('does not believe a coincidence among many sets', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      item(`N${at}`, 100_00 + at * 1_00, '2026-02-01', `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`),
    )
    expect(decide(many, payment(3 * 100_00 + 30_00))._tag).toBe('Ambiguous')
  })

  it('asks only the rules that have a weight', () => {
    const mute = { ...evidenceRuleSet, id: 'mute', priors: { named: -100 } }
    expect(decidePayment(payment(3_410_25), prepareItems(book), mute)._tag).toBe('None')
    expect(applied(decidePayment(payment(3_410_25, '2026001107'), prepareItems(book), mute))).toEqual(['2026001107'])
  })

  it('leaves out what owes nothing, also when the whole account is paid', () => {
    const decision = decide([...book, item('2026001199', 0)], payment(10_744_30))
    expect(applied(decision)).toEqual(book.map(({ itemId }) => itemId))
  })

  it('leaves a payment that claims to settle everything to a person', () => {
    const claimed = payment(3_410_25, '', { fullSatisfactionClaimed: 'paid in full' })
    expect(decide(book, claimed)).toMatchObject({ _tag: 'Ambiguous', because: 'full-satisfaction' })
  })

  it.each([0, -5_00])('finds nothing for an amount of %i', (amountMinor) => {
    expect(decide(book, payment(amountMinor))._tag).toBe('None')
  })

  it('says undecided beyond the safe range', () => {
    expect(decide([item('A', Number.MAX_SAFE_INTEGER), item('B', Number.MAX_SAFE_INTEGER)], payment(1))).toEqual({
      _tag: 'Undecided',
      because: 'range',
    })
    expect(decide(book, payment(0.5))).toEqual({ _tag: 'Undecided', because: 'range' })
  })

  it('stands a megabyte of text and identifiers that are prefixes of others', () => {
    const items = [item('2026', 10_00), item('20260', 20_00), item('202600', 40_00), item('2026001', 80_00)]
    expect(decide(items, payment(20_00, `${'lorem 12 ipsum '.repeat(70_000)} 20260`))._tag).toBe('Apply')
  })
})

describe('explainMatch', () => {
  it('names the items, the reasons and the next best', () => {
    const paid = payment(1_234_56 + 5_002_40, 'inv 2026001101, 2026001120')
    const [first, why, next] = explainMatch(paid, 'EUR', decide(book, paid))
    expect(first).toBe('P-1, 6236.96 EUR: apply to 2026001101 + 2026001120.')
    expect(why).toContain('2 named')
    expect(next).toBe('  nothing else explains it')
  })

  it('says why a person must decide', () => {
    const items = [item('A', 500_00, '2026-02-01'), item('B', 500_00, '2026-03-01', '2026-02-01')]
    expect(explainMatch(payment(500_00), 'EUR', decide(items, payment(500_00)))[0]).toContain(
      'for a person to decide, for other items explain it as well',
    )
  })
})

describe('verifyMatch', () => {
  it('lets a decision stand that the same rule set makes again', () => {
    expect(verifyMatch(recordMatch(payment(3_410_25), book, evidenceRuleSet), evidenceRuleSet)).toEqual({
      _tag: 'Stands',
    })
  })

  it('finds a decision that was tampered with, and a rule set that is another', () => {
    const recorded = recordMatch(payment(3_410_25), book, evidenceRuleSet)
    expect(
      verifyMatch({ ...recorded, decision: { _tag: 'None', because: 'nothing-fits', nearMisses: [] } }, evidenceRuleSet)
        ._tag,
    ).toBe('Differs')
    expect(verifyMatch(recorded, { ...evidenceRuleSet, oneIn: 1000 })._tag).toBe('OtherRuleSet')
    expect(ruleSetName(evidenceRuleSet)).toMatch(/^evidence@1#[0-9a-f]{64}$/)
  })
})

describe('decideBatch', () => {
  it('gives two payments of the same amount to two different invoices only when the text tells them apart', () => {
    const items = [item('77001', 500_00, '2026-02-01'), item('77002', 500_00, '2026-03-01', '2026-02-01')]
    const told = decideBatch(
      [payment(500_00, '77002', { paymentId: 'P-1' }), payment(500_00, '77001', { paymentId: 'P-2' })],
      items,
      evidenceRuleSet,
    )
    expect(told.map(({ decision }) => applied(decision))).toEqual([['77002'], ['77001']])
  })

  it('leaves two payments that want the same invoice to a person', () => {
    const decided = decideBatch(
      [payment(3_410_25, '', { paymentId: 'P-1' }), payment(3_410_25, '', { paymentId: 'P-2' })],
      book,
      evidenceRuleSet,
    )
    expect(decided.map(({ decision, contended }) => [decision._tag, contended])).toEqual([
      ['Ambiguous', ['P-2']],
      ['Ambiguous', ['P-1']],
    ])
  })
})
