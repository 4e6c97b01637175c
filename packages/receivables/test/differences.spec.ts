import type { CashCommand } from '@quittance/cash-application'
import { decimal, keyedGet, localDate, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  accountBalances,
  type AccountCommand,
  type AccountState,
  decideAccount,
  itemStatus,
  netDays,
  openMinorOf,
} from '../src/index.js'
import { runAll } from './posted-plans.js'

const eur = (minor: number) => money('EUR', minor)
const day = localDate
const tax = { category: 'S', ratePercent: decimal('19') }
const invoice: AccountCommand = {
  _tag: 'IssueInvoice',
  on: day('2026-01-05'),
  documentId: 'INV',
  currency: 'EUR',
  lines: [{ netMinor: 100_00, tax }],
  terms: netDays(30),
}
const paid = (minor: number): ReadonlyArray<AccountCommand> => [
  { _tag: 'RecordReceipt', on: day('2026-02-04'), receiptId: 'R', amount: eur(minor), method: 'wire' },
  {
    _tag: 'ApplyCash',
    on: day('2026-02-04'),
    receiptId: 'R',
    lines: [{ applicationId: 'A', itemId: 'INV', amount: eur(minor) }],
  },
]
const refusal = (command: AccountCommand, state: AccountState): unknown => {
  const answer = decideAccount(command, state)
  return E.isLeft(answer) ? answer.left : 'accepted'
}

describe('a chargeback on an account', () => {
  const raise: CashCommand = {
    _tag: 'RaiseChargeback',
    on: day('2026-03-02'),
    chargebackId: 'CB',
    itemId: 'INV',
    amount: eur(19_00),
    reason: 'short pay',
    policy: { id: 'chargebacks', version: 1 },
  }
  const cancel: CashCommand = { _tag: 'CancelChargeback', on: day('2026-03-09'), chargebackId: 'CB', reason: 'paid' }
  const short = runAll([invoice, ...paid(100_00)]).state
  const raised = runAll([raise], short)

  it('closes its item and issues a debit note over the same amount, as old as the item', () => {
    expect(raised.facts).toMatchObject([
      { _tag: 'ChargebackItemRaised', dueOn: '2026-02-04' },
      {
        _tag: 'DebitNoteIssued',
        on: '2026-03-02',
        documentId: 'CB',
        precedingId: 'INV',
        reason: 'chargeback-item',
        totals: { payableMinor: 19_00, taxMinor: 0 },
        instalments: [{ dueOn: '2026-02-04' }],
      },
    ])
    expect([openMinorOf(raised.state, 'INV'), openMinorOf(raised.state, 'CB')]).toEqual([0, 19_00])
    expect(accountBalances(raised.state)).toEqual(accountBalances(short))
    expect([itemStatus(raised.state, 'INV'), itemStatus(raised.state, 'CB')]).toEqual(['paid', 'open'])
    const whole = runAll([invoice, { ...raise, amount: eur(119_00) }]).state
    expect(itemStatus(whole, 'INV')).toBe('transferred')
  })

  it('is taken back while its debit note is untouched: the note is void, the item owed as before', () => {
    const back = runAll([cancel], raised.state)
    expect(back.facts).toMatchObject([
      { _tag: 'ChargebackItemCancelled', on: '2026-03-02' },
      { _tag: 'InvoiceVoided', on: '2026-03-02', documentId: 'CB' },
    ])
    expect([openMinorOf(back.state, 'INV'), itemStatus(back.state, 'CB')]).toEqual([19_00, 'voided'])
    expect(accountBalances(back.state)).toEqual(accountBalances(short))
  })

  it('stays where money, a deduction or a dispute has touched its debit note', () => {
    const touching: ReadonlyArray<AccountCommand> = [
      {
        _tag: 'RecordDeduction',
        on: day('2026-03-03'),
        deductionId: 'D',
        itemId: 'CB',
        amount: eur(1),
        reasonCode: 'none-stated',
      },
      { _tag: 'RaiseDispute', on: day('2026-03-03'), disputeId: 'DSP', documentId: 'CB' },
      { ...raise, chargebackId: 'CB-2', itemId: 'CB', amount: eur(1) },
    ]
    for (const touch of touching)
      expect(refusal(cancel, runAll([touch], raised.state).state)).toMatchObject({
        _tag: 'VoidNotAllowed',
        because: 'touched',
      })
  })

  it('takes a number that no other document has', () => {
    expect(refusal({ ...raise, chargebackId: 'INV' }, short)).toMatchObject({ _tag: 'DocumentAlreadyIssued' })
  })
})

describe('a deduction on an account', () => {
  const record: CashCommand = {
    _tag: 'RecordDeduction',
    on: day('2026-02-10'),
    deductionId: 'D',
    itemId: 'INV',
    amount: eur(19_00),
    reasonCode: '24',
  }
  const accept = (netMinor: number): CashCommand => ({
    _tag: 'AcceptDeduction',
    on: day('2026-02-20'),
    deductionId: 'D',
    creditNoteId: 'CN',
    lines: [{ netMinor, tax }],
  })
  const pending = runAll([invoice, ...paid(100_00), record]).state

  it('stays open with its item and is an of-which of it, never more than is open', () => {
    expect(accountBalances(pending)).toMatchObject([{ openMinor: 19_00, deductedMinor: 19_00 }])
    const more = {
      ...paid(4_00)[1],
      lines: [{ applicationId: 'A-2', itemId: 'INV', amount: eur(4_00) }],
      receiptId: 'R-2',
    }
    const second = runAll(
      [
        { _tag: 'RecordReceipt', on: day('2026-02-12'), receiptId: 'R-2', amount: eur(4_00), method: 'wire' },
        { ...more, on: day('2026-02-12') } as AccountCommand,
      ],
      pending,
    ).state
    expect(accountBalances(second)).toMatchObject([{ openMinor: 15_00, deductedMinor: 15_00 }])
  })

  it('is accepted with a credit note of exactly its amount, with the tax of its invoice', () => {
    const { state, facts } = runAll([accept(15_97)], pending)
    expect(facts).toMatchObject([
      { _tag: 'DeductionAccepted', amountMinor: 19_00, creditNoteId: 'CN' },
      { _tag: 'CreditNoteIssued', precedingId: 'INV', offsetMinor: 19_00, totals: { netMinor: 15_97, taxMinor: 3_03 } },
    ])
    expect(accountBalances(state)).toMatchObject([{ openMinor: 0, deductedMinor: 0, creditMinor: 0 }])
  })

  it('is not accepted with a credit note of any other amount, and nothing is recorded then', () => {
    for (const [netMinor, askedMinor] of [
      [15_96, 18_99],
      [15_98, 19_02],
    ] as const)
      expect(refusal(accept(netMinor), pending)).toEqual({
        _tag: 'AmountDiffers',
        kind: 'deduction',
        id: 'D',
        expectedMinor: 19_00,
        askedMinor,
      })
    expect(refusal({ ...accept(15_97), creditNoteId: 'INV' } as AccountCommand, pending)).toMatchObject({
      _tag: 'DocumentAlreadyIssued',
    })
  })

  it('is pending again when the payment that closed its item bounces', () => {
    const more: ReadonlyArray<AccountCommand> = [
      { _tag: 'RecordReceipt', on: day('2026-02-12'), receiptId: 'R-2', amount: eur(19_00), method: 'wire' },
      {
        _tag: 'ApplyCash',
        on: day('2026-02-12'),
        receiptId: 'R-2',
        lines: [{ applicationId: 'A-2', itemId: 'INV', amount: eur(19_00) }],
      },
    ]
    const closed = runAll(more, pending).state
    expect(accountBalances(closed)).toMatchObject([{ openMinor: 0, deductedMinor: 0 }])
    const back = runAll([{ _tag: 'ReturnReceipt', on: day('2026-02-15'), receiptId: 'R-2', kind: 'nsf' }], closed).state
    expect(accountBalances(back)).toMatchObject([{ openMinor: 19_00, deductedMinor: 19_00 }])
  })
})

describe('a small difference on an account', () => {
  it('leaves its item paid, not written off', () => {
    const difference = (parts: object): AccountCommand =>
      ({
        _tag: 'WriteOff',
        on: day('2026-02-04'),
        writeOffId: 'W',
        itemId: 'INV',
        amount: eur(1_00),
        reason: 'small-difference',
        requestedBy: 'rules',
        applicationId: 'A',
        policy: { id: 'w', version: 1, smallBalanceMaxMinor: 5_00, smallDifference: { maxMinor: 1_00 }, limits: [] },
        ...parts,
      }) as AccountCommand
    const { state } = runAll([invoice, ...paid(118_00), difference({})])
    expect([openMinorOf(state, 'INV'), itemStatus(state, 'INV')]).toEqual([0, 'paid'])
    expect(keyedGet(state.cash.items, 'INV')).toMatchObject({ writtenOffMinor: 1_00, smallDifferenceMinor: 1_00 })
    const small = runAll([invoice, ...paid(118_00), difference({ reason: 'small-balance' })]).state
    expect(itemStatus(small, 'INV')).toBe('written-off')
  })
})

describe('a netting on an account', () => {
  it('pays its items and gives nothing back to them but by its reversal', () => {
    const net: CashCommand = {
      _tag: 'NetAgainstPayables',
      on: day('2026-02-10'),
      nettingId: 'N',
      lines: [{ itemId: 'INV', payableId: 'V', amount: eur(119_00) }],
      payables: [{ payableId: 'V', dueOn: day('2026-02-01'), open: eur(200_00) }],
      policy: { id: 'netting', version: 1, agreed: true },
    }
    const { state } = runAll([invoice, net])
    expect([openMinorOf(state, 'INV'), itemStatus(state, 'INV')]).toEqual([0, 'paid'])
    const back = runAll([{ _tag: 'ReverseNetting', on: day('2026-02-11'), nettingId: 'N', reason: 'x' }], state).state
    expect([openMinorOf(back, 'INV'), itemStatus(back, 'INV')]).toEqual([119_00, 'open'])
  })
})
