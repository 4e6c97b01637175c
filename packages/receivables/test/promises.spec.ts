import { type LocalDate, localDate, money } from '@quittance/kernel'
import { defaultPromiseTerms, openPromisesOn } from '@quittance/promises-to-pay'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type AccountFact,
  type AccountState,
  cleanUpQuestionOf,
  decideAccount,
  evolveAccount,
  initialAccount,
} from '../src/index.js'

const day = (text: string): LocalDate => localDate(text)

/** The account after commands that must all be accepted, and the facts of the last one. */
const after = (
  ...commands: ReadonlyArray<AccountCommand>
): { readonly state: AccountState; readonly last: ReadonlyArray<AccountFact> } => {
  const state = initialAccount()
  let last: ReadonlyArray<AccountFact> = []
  for (const command of commands) {
    const decided = decideAccount(command, state)
    if (E.isLeft(decided)) throw new Error(JSON.stringify(decided.left))
    last = decided.right
    for (const fact of last) evolveAccount(state, fact)
  }
  return { state, last }
}

const invoice: AccountCommand = {
  _tag: 'IssueInvoice',
  on: day('2026-04-01'),
  documentId: 'INV-1',
  currency: 'EUR',
  lines: [{ netMinor: 500_00 }],
}
const promise: AccountCommand = {
  _tag: 'MakePromise',
  on: day('2026-05-01'),
  promiseId: 'P-1',
  currency: 'EUR',
  amountMinor: 500_00,
  dueOn: day('2026-05-15'),
  items: [{ itemId: 'INV-1', amountMinor: 500_00 }],
  terms: defaultPromiseTerms,
}
const receive = (on: string): AccountCommand => ({
  _tag: 'RecordReceipt',
  on: day(on),
  receiptId: 'R-1',
  amount: money('EUR', 500_00),
  method: 'wire',
})
const apply = (on: string): AccountCommand => ({
  _tag: 'ApplyCash',
  on: day(on),
  receiptId: 'R-1',
  lines: [{ applicationId: 'A-1', itemId: 'INV-1', amount: money('EUR', 500_00) }],
})
const assess = (on: string): AccountCommand => ({ _tag: 'AssessPromises', on: day(on) })

describe('promises on an account', () => {
  it('are kept by money that is applied to their invoice', () => {
    expect(
      after(invoice, promise, receive('2026-05-14'), apply('2026-05-14'), assess('2026-05-14')).last,
    ).toMatchObject([{ _tag: 'PromiseKept', counted: [{ receiptId: 'R-1', itemId: 'INV-1', amountMinor: 500_00 }] }])
  })

  it('are reopened by a return of that money, and by its application elsewhere', () => {
    const kept = [invoice, promise, receive('2026-05-14'), apply('2026-05-14'), assess('2026-05-15')]
    const bounce: AccountCommand = { _tag: 'ReturnReceipt', on: day('2026-05-20'), receiptId: 'R-1', kind: 'nsf' }
    expect(after(...kept, bounce, assess('2026-05-20')).last).toMatchObject([
      { _tag: 'PromiseReopened', because: { reason: 'receipt-returned', receiptId: 'R-1' } },
      { _tag: 'PromiseBroken' },
    ])
    const moved: AccountCommand = {
      _tag: 'Unapply',
      on: day('2026-05-20'),
      applicationId: 'A-1',
      because: 'reallocation',
      reason: 'meant for another invoice',
    }
    expect(after(...kept, moved, assess('2026-05-20')).last).toMatchObject([
      { _tag: 'PromiseReopened', because: { reason: 'money-moved', receiptId: 'R-1' } },
      { _tag: 'PromiseBroken' },
    ])
  })

  it('are void when the invoice is voided, credited or written off in time', () => {
    const voided: AccountCommand = {
      _tag: 'VoidInvoice',
      on: day('2026-05-02'),
      documentId: 'INV-1',
      reason: 'issued twice',
      policy: { voidAllowed: true },
    }
    const credited: AccountCommand = {
      _tag: 'IssueCreditNote',
      on: day('2026-05-10'),
      documentId: 'CN-1',
      currency: 'EUR',
      lines: [{ netMinor: 500_00 }],
      precedingId: 'INV-1',
      reason: 'goods returned',
    }
    const policy = { id: 'w', version: 1, smallBalanceMaxMinor: 1000_00, limits: [] }
    const writtenOff: AccountCommand = {
      _tag: 'WriteOff',
      on: day('2026-05-10'),
      writeOffId: 'W-1',
      itemId: 'INV-1',
      amount: money('EUR', 500_00),
      reason: 'small-balance',
      requestedBy: 'carla',
      policy,
    }
    for (const command of [voided, credited, writtenOff])
      expect(after(invoice, promise, command, assess('2026-05-19')).last).toMatchObject([{ _tag: 'PromiseVoided' }])
  })

  it('are not made on a closed account, and judged there all the same', () => {
    const closed = [
      invoice,
      promise,
      receive('2026-05-19'),
      apply('2026-05-19'),
      { _tag: 'CloseAccount', on: day('2026-05-19'), reason: 'moved away' } as const,
    ]
    const { state } = after(...closed)
    expect(decideAccount({ ...promise, promiseId: 'P-2', items: [] }, state)).toEqual(
      E.left({ _tag: 'AccountIsClosed', closedOn: '2026-05-19' }),
    )
    expect(after(...closed, assess('2026-05-20')).last).toMatchObject([{ _tag: 'PromiseBroken' }])
  })

  it('are seen by others while they are in time: clearing up does not give up what was promised', () => {
    const { state } = after(invoice, promise)
    expect(openPromisesOn(state.promises, 'INV-1', day('2026-05-18'))).toMatchObject([{ promisedMinor: 500_00 }])
    const debits = (asOf: string) =>
      cleanUpQuestionOf(state, {
        currency: 'EUR',
        asOf: day(asOf),
        policy: {
          id: 'tidy',
          version: 1,
          smallDebit: { maxMinor: 500_00, minDaysPastDue: 0 },
          smallCredit: { maxMinor: 0, minAgeDays: 0, becomes: 'carry' },
          oldestFirstAgreed: false,
        },
        requestedBy: 'carla',
        runId: 'may',
      }).debits.map(({ itemId, promisedUntil }) => [itemId, promisedUntil])
    expect(debits('2026-05-18')).toEqual([['INV-1', '2026-05-18']])
    expect(debits('2026-05-19')).toEqual([['INV-1', undefined]])
  })
})
