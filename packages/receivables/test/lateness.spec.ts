import type { InterestPolicy } from '@quittance/dunning'
import { decimal, localDate, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type AccountState,
  decideAccount,
  itemStatus,
  netDays,
  openMinorOf,
} from '../src/index.js'
import { runAll } from './posted-plans.js'

const day = localDate
const invoice: AccountCommand = {
  _tag: 'IssueInvoice',
  on: day('2025-12-02'),
  documentId: 'INV',
  currency: 'EUR',
  lines: [{ netMinor: 1000_00 }],
  terms: netDays(30),
}
const paid = (id: string, received: string, applied: string, minor: number): ReadonlyArray<AccountCommand> => [
  { _tag: 'RecordReceipt', on: day(received), receiptId: id, amount: money('EUR', minor), method: 'wire' },
  {
    _tag: 'ApplyCash',
    on: day(applied),
    receiptId: id,
    lines: [{ applicationId: `A-${id}`, itemId: 'INV', amount: money('EUR', minor) }],
  },
]
const policy: InterestPolicy = {
  id: 'twelve',
  version: 1,
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
const bill = (on: string, billId = `B-${on}`): AccountCommand => ({
  _tag: 'BillInterest',
  on: day(on),
  billId,
  currency: 'EUR',
  policy,
})
const answer = (command: AccountCommand, state: AccountState): unknown => {
  const decided = decideAccount(command, state)
  return E.isLeft(decided) ? decided.left : decided.right
}

describe('interest on an account', () => {
  it('is a debit note of its own in the same append, due on its own day, and stays owed when the principal is paid', () => {
    const { facts, state } = runAll([
      invoice,
      ...paid('R1', '2026-01-31', '2026-02-03', 400_00),
      ...paid('R2', '2026-03-02', '2026-03-02', 600_00),
      bill('2026-03-31', 'INT-1'),
    ])
    expect(facts.slice(-2)).toMatchObject([
      { _tag: 'InterestBilled', billId: 'INT-1', amountMinor: 15_78, items: [{ itemId: 'INV', accruedMinor: 15_78 }] },
      {
        _tag: 'DebitNoteIssued',
        documentId: 'INT-1',
        reason: 'late-interest',
        precedingId: 'INV',
        totals: { payableMinor: 15_78, taxMinor: 0 },
        instalments: [{ dueOn: '2026-04-14' }],
      },
    ])
    expect([openMinorOf(state, 'INV'), openMinorOf(state, 'INT-1')]).toEqual([0, 15_78])
    expect([itemStatus(state, 'INV'), itemStatus(state, 'INT-1')]).toEqual(['paid', 'open'])
    expect(answer(bill('2026-12-31'), state)).toMatchObject({ _tag: 'NothingToBill' })
  })

  it('runs to the day the money came, not to that of its application, and on where it was returned', () => {
    const late = runAll([invoice, ...paid('R1', '2026-01-31', '2026-02-28', 1000_00)])
    expect(answer(bill('2026-03-31'), late.state)).toMatchObject([{ amountMinor: 9_86 }, {}])
    const bounced = runAll([{ _tag: 'ReturnReceipt', on: day('2026-03-05'), receiptId: 'R1', kind: 'nsf' }], late.state)
    expect(answer(bill('2026-03-31'), bounced.state)).toMatchObject([{ amountMinor: 29_26 }, {}])
  })

  it('waits for what is disputed, and takes it up when the dispute has ended without a credit', () => {
    const raised = runAll([
      invoice,
      {
        _tag: 'RaiseDispute',
        on: day('2026-01-31'),
        disputeId: 'D1',
        documentId: 'INV',
        amountMinor: 1000_00,
      },
    ])
    expect(answer(bill('2026-03-31'), raised.state)).toMatchObject([{ amountMinor: 9_86 }, {}])
    const ended = runAll(
      [{ _tag: 'ResolveDispute', on: day('2026-03-01'), disputeId: 'D1', outcome: 'rejected' }],
      raised.state,
    )
    expect(answer(bill('2026-03-31'), ended.state)).toMatchObject([{ amountMinor: 29_26 }, {}])
  })

  it('counts a part that was charged back on its old item until then, and on the new one from then', () => {
    const moved = runAll([
      invoice,
      {
        _tag: 'RaiseChargeback',
        on: day('2026-01-31'),
        chargebackId: 'CB',
        itemId: 'INV',
        amount: money('EUR', 1000_00),
        reason: 'moved',
        policy: { id: 'chargebacks', version: 1 },
      },
    ])
    expect(answer(bill('2026-03-31'), moved.state)).toMatchObject([
      {
        items: [
          { itemId: 'INV', interestMinor: 9_86 },
          { itemId: 'CB', interestMinor: 19_40 },
        ],
      },
      {},
    ])
  })

  it('comes to the same however often it is billed, to the last cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(90), { minLength: 1, maxLength: 5 }),
        fc.nat(1000_00),
        fc.nat(90),
        (gaps, minor, later) => {
          const owing = runAll([
            invoice,
            ...(minor === 0 ? [] : paid('R1', `2026-0${1 + Math.floor(later / 31)}-15`, '2026-03-31', minor)),
          ])
          let state = owing.state
          let at = 90
          let billed = 0
          for (const gap of gaps) {
            at += gap
            const on = day(new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10))
            const decided = decideAccount(bill(on, `B${at}-${billed}`), state)
            if (E.isLeft(decided)) continue
            const [fact] = decided.right
            if (fact?._tag === 'InterestBilled') billed += fact.amountMinor
            state = runAll([bill(on, `B${at}-${billed}`)], state).state
          }
          const last = day(new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10))
          const [once] = (answer(bill(last), owing.state) as ReadonlyArray<{ readonly amountMinor?: number }>) ?? []
          expect(billed).toBe(once?.amountMinor ?? 0)
        },
      ),
    )
  })
})

describe('the fee of a notice', () => {
  it('is a debit note of its own, and is claimable when the invoice is paid', () => {
    const { facts, state } = runAll([
      invoice,
      {
        _tag: 'GiveNotice',
        on: day('2026-01-20'),
        noticeId: 'N1',
        currency: 'EUR',
        level: 2,
        kind: 'past-due-notice',
        channel: 'letter',
        items: [{ itemId: 'INV', instalmentNo: 1 }],
        by: 'carla',
        because: 'no ladder yet',
      },
      {
        _tag: 'ChargeNoticeFee',
        on: day('2026-01-20'),
        billId: 'FEE-1',
        noticeId: 'N1',
        policy: {
          id: 'fees',
          version: 1,
          rule: { _tag: 'FixedFee', currency: 'EUR', amountMinor: 5_00 },
          paymentDays: 0,
        },
      },
      ...paid('R1', '2026-01-31', '2026-01-31', 1000_00),
    ])
    expect(facts).toContainEqual(expect.objectContaining({ _tag: 'NoticeFeeCharged', amountMinor: 5_00 }))
    expect([openMinorOf(state, 'INV'), openMinorOf(state, 'FEE-1')]).toEqual([0, 5_00])
  })
})
