import { foldOwned } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountState,
  addDays,
  decideAccount,
  evolveAccount,
  initialAccount,
  localDate,
  overdueState,
  type OverdueStates,
} from '../../src/index.js'

const first = localDate('2026-01-05')

const withInvoices = (...invoices: ReadonlyArray<{ readonly day: number; readonly minor: number }>): AccountState =>
  invoices.reduce((state, { day, minor }, index) => {
    const decided = decideAccount(
      {
        _tag: 'IssueInvoice',
        on: addDays(first, day),
        documentId: `I${index}`,
        currency: 'EUR',
        lines: [{ netMinor: minor }],
      },
      state,
    )
    if (E.isLeft(decided)) throw new Error(decided.left._tag)
    return foldOwned(evolveAccount, state, decided.right)
  }, initialAccount())

const rule = (by: OverdueStates['by'], late: number, worse: number): OverdueStates => ({
  by,
  states: [
    { name: 'WORSE', from: worse },
    { name: 'LATE', from: late },
  ],
})

describe('overdueState', () => {
  it('reaches a state on the day of its threshold, not the day before', () => {
    const account = withInvoices({ day: 0, minor: 100 }, { day: 20, minor: 100 })
    const on = (days: number): string | undefined =>
      overdueState(account, 'EUR', addDays(first, days), rule('invoice-age', 30, 40))
    expect([29, 30, 39, 40].map(on)).toEqual([undefined, 'LATE', 'LATE', 'WORSE'])
  })

  it('counts unpaid invoices, or what is unpaid of them', () => {
    const account = withInvoices({ day: 0, minor: 100 }, { day: 0, minor: 50 })
    expect(overdueState(account, 'EUR', first, rule('unpaid-count', 2, 3))).toBe('LATE')
    expect(overdueState(account, 'EUR', first, rule('unpaid-count', 1, 2))).toBe('WORSE')
    expect(overdueState(account, 'EUR', first, rule('unpaid-balance', 150, 151))).toBe('LATE')
    expect(overdueState(account, 'EUR', first, rule('unpaid-balance', 151, 152))).toBeUndefined()
  })

  it('knows no state while nothing is unpaid, in this currency, by this day', () => {
    const account = withInvoices({ day: 5, minor: 100 }, { day: 0, minor: 0 })
    expect(overdueState(account, 'EUR', addDays(first, 4), rule('invoice-age', 0, 0))).toBeUndefined()
    expect(overdueState(account, 'USD', addDays(first, 9), rule('unpaid-count', 0, 1))).toBeUndefined()
    expect(overdueState(initialAccount(), 'EUR', first, rule('unpaid-balance', 0, 1))).toBeUndefined()
  })
})
