import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  decideBatch,
  decidePayment,
  evidenceRuleSet,
  explainMatch,
  type MatchDecision,
  type MatchHistory,
  type MatchItem,
  type MatchPayment,
  prepareHistory,
  prepareItems,
  recordMatch,
  verifyMatch,
} from '../../../src/index.js'

const item = (itemId: string, openMinor: number): MatchItem => ({
  itemId,
  openMinor,
  on: localDate('2026-01-02'),
  dueOn: localDate('2026-02-01'),
  identifiers: [itemId],
})

const book = [item('2026001101', 1_234_56), item('2026001102', 877_10), item('2026001107', 3_410_25)]

const paid = (paymentId: string, amountMinor: number, text = '', more: Partial<MatchPayment> = {}): MatchPayment => ({
  paymentId,
  amountMinor,
  receivedOn: localDate('2026-02-03'),
  text,
  ...more,
})

const before = (payments: ReadonlyArray<MatchPayment>, closed: MatchHistory['closed'] = []): MatchHistory => ({
  payments,
  closed,
})

const decide = (payment: MatchPayment, history: MatchHistory): MatchDecision =>
  decidePayment(payment, prepareItems(book), evidenceRuleSet, prepareHistory(history))

const january = { receivedOn: localDate('2026-01-20') }

describe('suspect payments', () => {
  it('have the amount and the text of an earlier one, and still say what they would settle', () => {
    const earlier = paid('P-0', 877_10, 'Order 4711', january)
    expect(decide(paid('P-1', 877_10, ' order  4711 '), before([earlier]))).toMatchObject({
      _tag: 'Suspect',
      of: [{ _tag: 'Duplicate', paymentId: 'P-0', same: 'text' }],
      otherwise: { _tag: 'Apply', candidate: { itemIds: ['2026001102'] } },
    })
  })

  it('have the reference of an earlier bank entry', () => {
    const earlier = paid('P-0', 877_10, '', { bankReference: 'N77', ...january })
    expect(decide(paid('P-1', 877_10, '', { bankReference: 'N77' }), before([earlier]))).toMatchObject({
      of: [{ _tag: 'Duplicate', same: 'bank-reference' }],
    })
  })

  it.each([
    ['another amount', paid('P-0', 877_11, 'Order 4711', january)],
    ['another payer', paid('P-0', 877_10, 'Order 4711', { ...january, payerKey: 'c2' })],
    ['another currency', paid('P-0', 877_10, 'Order 4711', { ...january, currency: 'USD' })],
    ['another text', paid('P-0', 877_10, 'Order 4712', january)],
    ['a later day', paid('P-0', 877_10, 'Order 4711', { receivedOn: localDate('2026-02-04') })],
    ['a day long ago', paid('P-0', 877_10, 'Order 4711', { receivedOn: localDate('2025-12-31') })],
  ])('are not those of %s', (_, other) => {
    const payment = paid('P-1', 877_10, 'Order 4711', { payerKey: 'c1', currency: 'EUR' })
    expect(decide(payment, before([other]))._tag).toBe('Apply')
  })

  it('are not those whose text is words that stand on every payment', () => {
    expect(decide(paid('P-1', 877_10, 'PAYMENT'), before([paid('P-0', 877_10, 'payment', january)]))._tag).toBe('Apply')
  })

  const closed = [{ itemId: '2025009001', closedOn: january.receivedOn, identifiers: ['2025009001'], closedBy: 'P-0' }]

  it('name an item that an earlier payment closed', () => {
    expect(decide(paid('P-1', 500_00, 'inv 2025009001'), before([], closed))).toMatchObject({
      _tag: 'Suspect',
      of: [{ _tag: 'ClosedItem', itemId: '2025009001', closedBy: 'P-0' }],
      otherwise: { _tag: 'None' },
    })
    expect(decide(paid('P-1', 877_10, 'inv 2025009001'), before([], closed))._tag).toBe('Suspect')
  })

  it('are not those that pay what is open and named, and speak of a closed item too', () => {
    expect(decide(paid('P-1', 877_10, '2026001102, after 2025009001'), before([], closed))._tag).toBe('Apply')
  })

  it('are not those that name an item closed long ago', () => {
    const payment = paid('P-1', 500_00, '2025009001', { receivedOn: localDate('2026-07-20') })
    expect(decide(payment, before([], closed))._tag).toBe('None')
  })

  it('are shown with what they repeat', () => {
    const payment = paid('P-1', 877_10, 'Order 4711')
    const decision = decide(payment, before([paid('P-0', 877_10, 'Order 4711', january)], closed))
    expect(explainMatch(payment, 'EUR', decision).slice(0, 2)).toEqual([
      'P-1, 877.10 EUR: suspect, it has the amount and the text of P-0.',
      '  if it is a payment of its own: apply to 2026001102.',
    ])
  })

  it('stay suspect when they are decided again from what was recorded', () => {
    const payment = paid('P-1', 877_10, 'Order 4711')
    const recorded = recordMatch(payment, book, evidenceRuleSet, before([paid('P-0', 877_10, 'Order 4711', january)]))
    expect(recorded.decision._tag).toBe('Suspect')
    expect(verifyMatch(recorded, evidenceRuleSet)).toEqual({ _tag: 'Stands' })
  })

  it('are found within a batch, whichever stands first', () => {
    const batch = [paid('P-2', 877_10, 'Order 4711'), paid('P-1', 877_10, 'Order 4711')]
    for (const payments of [batch, [...batch].reverse()]) {
      const decided = decideBatch(payments, book, evidenceRuleSet, before([]))
      expect(decided.map(({ payment, decision }) => [payment.paymentId, decision._tag])).toEqual([
        ['P-1', 'Apply'],
        ['P-2', 'Suspect'],
      ])
    }
  })
})

describe('questions that have no answer', () => {
  const items = [
    { ...item('A', 1_110_37), currency: 'EUR' },
    { ...item('B', 1_110_37), currency: 'USD' },
  ]

  it('are those of several currencies, when the payment names none', () => {
    expect(decidePayment(paid('P', 10_00), prepareItems(items), evidenceRuleSet)).toEqual({
      _tag: 'Undecided',
      because: 'currency',
    })
    expect(
      decidePayment(paid('P', 1_110_37, '', { currency: 'USD' }), prepareItems(items), evidenceRuleSet),
    ).toMatchObject({ _tag: 'Apply', candidate: { itemIds: ['B'] } })
  })

  it.each([
    ['nothing is open', [], 'no-items'],
    ['what is open owes nothing', [item('A', 0)], 'no-items'],
  ] as const)('are told from payments for which %s', (_, open, because) => {
    expect(decidePayment(paid('P', 10_00), prepareItems(open), evidenceRuleSet)).toMatchObject({
      _tag: 'None',
      because,
    })
  })

  it('are those whose parts are beyond the safe range, though their sum is not', () => {
    const huge = [item('A', Number.MAX_SAFE_INTEGER), item('B', -Number.MAX_SAFE_INTEGER), item('C', 10_00)]
    expect(decidePayment(paid('P', 10_00), prepareItems(huge), evidenceRuleSet)).toEqual({
      _tag: 'Undecided',
      because: 'range',
    })
  })
})
