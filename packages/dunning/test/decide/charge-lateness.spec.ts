import { decimal, localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type {
  BillInterest,
  ChargeNoticeFee,
  DunningCommand,
  DunningFact,
  FeePolicy,
  InterestPolicy,
  OwedOverTime,
} from '../../src/index.js'
import { type Around, around, decide, factsOf } from '../room.js'

const day = localDate
const policy: InterestPolicy = {
  id: 'twelve',
  version: 3,
  terms: {
    rate: { _tag: 'FixedRate', percent: decimal('12') },
    dayCountDays: 365,
    compounding: 'none',
    rounding: 'once',
    disputed: 'waits',
  },
  minimumMinor: 0,
  paymentDays: 14,
}
const owed = (itemId: string, decreases: OwedOverTime['decreases'] = []): OwedOverTime => ({
  itemId,
  currency: 'EUR',
  instalments: [{ dueOn: day('2026-01-01'), amountMinor: 1000_00 }],
  decreases,
  disputes: [],
})
const account: Around = around({ items: { I1: {}, I2: {} }, bearing: [owed('I1'), owed('I2')] })
const bill = (on: string, more: Partial<BillInterest> = {}): BillInterest => ({
  _tag: 'BillInterest',
  on: day(on),
  billId: `B-${on}`,
  currency: 'EUR',
  policy,
  ...more,
})
const answer = (facts: ReadonlyArray<DunningFact>, command: DunningCommand, of: Around = account): unknown => {
  const decided = decide(facts, command, of)
  return E.isLeft(decided) ? decided.left : decided.right
}
const after = (...commands: ReadonlyArray<DunningCommand>): ReadonlyArray<DunningFact> =>
  commands.reduce<ReadonlyArray<DunningFact>>((so, one) => [...so, ...factsOf(decide(so, one, account))], [])

describe('BillInterest', () => {
  it('asks for what accrued on each item and for a debit note over it, with the terms that it used', () => {
    expect(answer([], bill('2026-01-31', { items: ['I1'] }))).toEqual({
      facts: [
        {
          _tag: 'InterestBilled',
          on: '2026-01-31',
          billId: 'B-2026-01-31',
          currency: 'EUR',
          amountMinor: 9_86,
          items: [
            {
              itemId: 'I1',
              until: '2026-01-31',
              accruedMinor: 9_86,
              billedBeforeMinor: 0,
              interestMinor: 9_86,
              fixedSumMinor: 0,
            },
          ],
          policy: {
            id: 'twelve',
            version: 3,
            rate: 'FixedRate',
            percent: decimal('12'),
            dayCountDays: 365,
            compounding: 'none',
            rounding: 'once',
            disputed: 'waits',
            minimumMinor: 0,
          },
        },
      ],
      requests: [
        {
          _tag: 'ChargeLateness',
          on: '2026-01-31',
          documentId: 'B-2026-01-31',
          currency: 'EUR',
          lines: [{ description: 'late-payment interest', netMinor: 9_86 }],
          reason: 'late-interest',
          precedingId: 'I1',
          dueOn: '2026-02-14',
        },
      ],
    })
  })

  it('asks for no day twice, and for an item that was paid in between up to its payment', () => {
    const first = after(bill('2026-01-21'))
    const paid = around({ bearing: [owed('I1', [{ on: day('2026-01-31'), amountMinor: 1000_00 }]), owed('I2')] })
    expect(answer(first, bill('2026-01-21', { billId: 'B' }))).toEqual({
      _tag: 'NothingToBill',
      on: '2026-01-21',
      currency: 'EUR',
    })
    expect(answer(first, bill('2026-03-31'), paid)).toMatchObject({
      facts: [
        {
          items: [
            { itemId: 'I1', billedBeforeMinor: 6_58, interestMinor: 3_28 },
            { itemId: 'I2', billedBeforeMinor: 6_58, interestMinor: 22_68 },
          ],
        },
      ],
    })
  })

  it('bears no interest on a bill of interest', () => {
    const first = after(bill('2026-01-31'))
    const notes = around({ bearing: [{ ...owed('B-2026-01-31') }] })
    expect(answer(first, bill('2026-06-30'), notes)).toMatchObject({ _tag: 'NothingToBill' })
  })

  it('asks again for what a voided note had asked for', () => {
    const first = after(bill('2026-01-31', { items: ['I1'] }))
    const voided = around({
      items: { I1: {}, 'B-2026-01-31': { voided: true } },
      bearing: [owed('I1')],
    })
    expect(answer(first, bill('2026-01-31', { billId: 'B' }), voided)).toMatchObject({
      facts: [{ amountMinor: 9_86, items: [{ billedBeforeMinor: 0 }] }],
    })
  })

  it('is refused for its words, its items, its days and its rates, in this order', () => {
    const first = after(bill('2026-01-31'))
    expect(answer(first, bill('2026-02-01', { billId: '' }))).toEqual({ _tag: 'MissingField', field: 'billId' })
    expect(answer(first, bill('2026-02-01', { items: [] }))).toEqual({ _tag: 'MissingField', field: 'items' })
    expect(answer(first, bill('2026-02-01', { policy: { ...policy, paymentDays: -1 } }))).toMatchObject({
      _tag: 'InvalidAmount',
      field: 'policy.paymentDays',
    })
    expect(answer(first, bill('2026-01-31'))).toEqual({ _tag: 'IdAlreadyUsed', kind: 'bill', id: 'B-2026-01-31' })
    expect(answer(first, bill('2026-02-01', { items: ['I9'] }))).toEqual({ _tag: 'ItemUnknown', itemId: 'I9' })
    expect(answer(first, bill('2026-02-01', { items: ['I1'], currency: 'USD' }))).toMatchObject({
      _tag: 'CurrencyMismatch',
    })
    expect(answer(first, bill('2026-01-30'))).toEqual({
      _tag: 'TooEarly',
      on: '2026-01-30',
      notBefore: '2026-01-31',
    })
    const table = { id: 'own', source: 'own', rates: [] }
    const unknown = { ...policy, terms: { ...policy.terms, rate: { _tag: 'DatedRates', table } } } as const
    expect(answer(first, bill('2026-02-01', { policy: unknown }))).toMatchObject({ _tag: 'NoRateKnown', table: 'own' })
  })
})

describe('ChargeNoticeFee', () => {
  const notice: DunningCommand = {
    _tag: 'GiveNotice',
    on: day('2026-05-19'),
    noticeId: 'N1',
    currency: 'EUR',
    level: 2,
    kind: 'past-due-notice',
    channel: 'letter',
    items: [{ itemId: 'I1', instalmentNo: 1 }],
    sendBy: day('2026-05-26'),
    by: 'carla',
    because: 'no ladder yet',
  }
  const fees: FeePolicy = {
    id: 'fees',
    version: 1,
    rule: { _tag: 'FixedFee', currency: 'EUR', amountMinor: 5_00 },
    paymentDays: 0,
  }
  const charge = (more: Partial<ChargeNoticeFee> = {}): ChargeNoticeFee => ({
    _tag: 'ChargeNoticeFee',
    on: day('2026-05-20'),
    billId: 'F1',
    noticeId: 'N1',
    policy: fees,
    ...more,
  })

  it('asks for the fee of the notice by a debit note, once', () => {
    const given = after(notice)
    expect(answer(given, charge())).toMatchObject({
      facts: [{ _tag: 'NoticeFeeCharged', level: 2, amountMinor: 5_00, policy: { id: 'fees', version: 1 } }],
      requests: [{ reason: 'dunning-fee', documentId: 'F1', dueOn: '2026-05-20', lines: [{ netMinor: 5_00 }] }],
    })
    expect(answer([...given, ...after(notice, charge()).slice(1)], charge({ billId: 'F2' }))).toEqual({
      _tag: 'FeeChargedBefore',
      noticeId: 'N1',
      billId: 'F1',
    })
  })

  it('costs nothing where the notice is not to go out, and is refused where the rule charges nothing', () => {
    const given = after(notice)
    const ignored = after(notice, {
      _tag: 'IgnoreNotice',
      on: day('2026-05-20'),
      noticeId: 'N1',
      by: 'dan',
      reason: 'no',
    })
    expect(answer(ignored, charge())).toMatchObject({ _tag: 'AlreadyEnded', kind: 'notice' })
    expect(answer(given, charge({ policy: { ...fees, rule: { _tag: 'NoFee' } } }))).toMatchObject({
      _tag: 'NothingToBill',
    })
    expect(answer(given, charge({ noticeId: 'N9' }))).toEqual({ _tag: 'NotFound', kind: 'notice', id: 'N9' })
    expect(answer(given, charge({ billId: '' }))).toEqual({ _tag: 'MissingField', field: 'billId' })
    expect(answer(given, charge({ on: day('2026-05-18') }))).toMatchObject({ _tag: 'TooEarly' })
    const dollars = { ...fees, rule: { _tag: 'FixedFee', currency: 'USD', amountMinor: 5_00 } } as const
    expect(answer(given, charge({ policy: dollars }))).toMatchObject({ _tag: 'FeeWithoutRate' })
    expect(answer(given, charge({ policy: dollars, rate: decimal('0.9') }))).toMatchObject({
      facts: [{ amountMinor: 4_50 }],
    })
  })
})
