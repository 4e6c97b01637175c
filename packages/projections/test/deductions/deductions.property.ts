import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  decodeDeductionPolicy,
  deductionDeadlines,
  deductionRegister,
  emptyLedgerView,
  invalidDeductionRates,
  openItems,
  shippedDeductionPolicy,
} from '../../src/index.js'
import { factsAt } from '../account/balances.js'
import { histories, pointsInTime } from '../account/histories.js'

const start = localDate('2026-01-01')
const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)

describe('laws of deductions', () => {
  it('the pending deductions of the register are what the open items show as deducted', () => {
    let seen = 0
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const register = deductionRegister(view, at, shippedDeductionPolicy).filter(({ state }) => state === 'pending')
        seen += register.length
        for (const currency of new Set(view.subjects.map((subject) => subject.currency)))
          expect(sum(register.filter((one) => one.currency === currency).map(({ openMinor }) => openMinor))).toBe(
            sum(
              openItems(view, at)
                .filter((one) => one.currency === currency)
                .map(({ deductedMinor }) => deductedMinor),
            ),
          )
      }),
    )
    expect(seen).toBeGreaterThan(0)
  })

  it('the register of all facts is that of the facts that count', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const rows = (view: ReturnType<typeof emptyLedgerView>): ReadonlyArray<unknown> =>
          deductionRegister(view, at, shippedDeductionPolicy).map(({ subject: _, ...row }) => row)
        expect(rows(addFacts(emptyLedgerView(), facts))).toEqual(rows(addFacts(emptyLedgerView(), factsAt(facts, at))))
      }),
    )
  })

  it('valid, invalid and undecided are all that was deducted', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const register = deductionRegister(addFacts(emptyLedgerView(), facts), at, shippedDeductionPolicy)
        const rates = invalidDeductionRates(register)
        expect(sum(rates.map(({ valid, invalid, undecided }) => valid + invalid + undecided))).toBe(register.length)
        expect(sum(rates.map((one) => one.validMinor + one.invalidMinor + one.undecidedMinor))).toBe(
          sum(register.map(({ originalMinor }) => originalMinor)),
        )
        for (const { undecidedMinor } of rates) expect(undecidedMinor).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('a deadline on its last day is kept, and on the day after it is missed', () => {
    const days = fc.nat(200)
    fc.assert(
      fc.property(days, days, days, days, (claimDays, answerDays, taken, refused) => {
        const windows = { claimFrom: 'issued', claimDays, answerDays, repayDays: 7 } as const
        const takenOn = addDays(start, taken)
        const of = (asOf: number, answered?: number) =>
          deductionDeadlines(
            {
              issuedOn: start,
              dueOn: start,
              takenOn,
              ...(answered === undefined ? {} : { answeredOn: addDays(takenOn, answered) }),
              ...(answered === undefined ? {} : { refusedOn: addDays(takenOn, answered) }),
            },
            windows,
            addDays(takenOn, asOf),
          )
        expect(of(0).claim?.missed).toBe(taken > claimDays)
        expect([of(answerDays).answer?.missed, of(answerDays + 1).answer?.missed]).toEqual([false, true])
        expect(of(500, refused).answer?.missed).toBe(refused > answerDays)
        expect([of(refused + 7, refused).repay?.missed, of(refused + 8, refused).repay?.missed]).toEqual([false, true])
      }),
    )
  })

  it('a deduction policy written as JSON is the same when it is read', () => {
    const window = fc.record(
      {
        claimFrom: fc.constantFrom('issued' as const, 'delivered' as const, 'due' as const),
        claimDays: fc.nat(),
        answerDays: fc.nat(),
        repayDays: fc.nat(),
      },
      { requiredKeys: ['claimFrom', 'answerDays', 'repayDays'] },
    )
    fc.assert(
      fc.property(window, fc.dictionary(fc.stringMatching(/^C-\d+$/), window), (windows, customers) => {
        const policy = { ...shippedDeductionPolicy, windows, customers }
        expect(decodeDeductionPolicy(JSON.parse(JSON.stringify(policy)))).toEqual(E.right(policy))
      }),
    )
  })

  it('a policy says what is wrong with it, by field', () => {
    const { windows } = shippedDeductionPolicy
    const wrong = {
      ...shippedDeductionPolicy,
      windows: { ...windows, answerDays: -1 },
      customers: { 'C-1': { ...windows, claimFrom: 'never' }, 'C-2': { ...windows, repayDays: -3 } },
    }
    expect(decodeDeductionPolicy(wrong)).toEqual(
      E.left([
        'windows.answerDays: -1 days are below nothing',
        expect.stringContaining('customers.C-1.claimFrom'),
        'customers.C-2.repayDays: -3 days are below nothing',
      ]),
    )
    expect(decodeDeductionPolicy({ ...shippedDeductionPolicy, customers: 3 })).toEqual(
      E.left(['customers: expected an object']),
    )
    expect(decodeDeductionPolicy(null)).toMatchObject({ _tag: 'Left' })
  })
})
