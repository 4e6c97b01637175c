import { type Difference, pendingMinor, planCommands, unappliedMinor } from '@quittance/cash-application'
import { keyedGet } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type AccountFact, openMinorOf } from '../src/index.js'
import { idsOf, on, opening, planCases, policies, runAll } from './posted-plans.js'

/** The differences that the facts name on an item, as a plan would. */
const namedOn = (facts: ReadonlyArray<AccountFact>, id: string): ReadonlyArray<Difference> =>
  facts.flatMap((fact): ReadonlyArray<Difference> => {
    if (!('itemId' in fact) || fact.itemId !== id) return []
    switch (fact._tag) {
      case 'CashApplied':
        return fact.discount === undefined
          ? []
          : [{ _tag: 'Discount', kind: fact.discount.kind, amountMinor: fact.discount.discountMinor }]
      case 'WrittenOff':
        return [{ _tag: fact.reason === 'bank-fee' ? 'BankFee' : 'SmallDifference', amountMinor: fact.amountMinor }]
      case 'DeductionRecorded':
        return [{ _tag: 'Deduction', reason: fact.reasonCode, amountMinor: fact.amountMinor }]
      case 'ChargebackItemRaised':
        return [{ _tag: 'Chargeback', reason: fact.reason, amountMinor: fact.amountMinor }]
      default:
        return []
    }
  })

describe('plans on real accounts', () => {
  it('a posted plan leaves the account as it says', () => {
    fc.assert(
      fc.property(planCases, (given) => {
        const { plan } = given
        const commands = planCommands(plan, idsOf(given), on, policies)
        if (E.isLeft(commands)) return expect.fail(JSON.stringify(commands.left))
        const before = runAll(opening(given)).state
        const { state, facts } = runAll(commands.right, before)
        for (const line of plan.lines) {
          const credit = given.credits.find(({ creditId }) => creditId === line.itemId)
          if (credit !== undefined) {
            const used = keyedGet(state.cash.credits, line.itemId)?.appliedMinor
            expect([line.itemId, used, (used ?? 0) - credit.creditMinor]).toEqual([
              line.itemId,
              -line.cashMinor,
              line.openMinor,
            ])
            continue
          }
          const record = keyedGet(state.cash.items, line.itemId)
          expect([line.itemId, openMinorOf(state, line.itemId)]).toEqual([line.itemId, line.openMinor])
          expect((record?.cashMinor ?? 0) + (record?.creditMinor ?? 0)).toBe(line.cashMinor)
          expect(namedOn(facts, line.itemId)).toEqual(line.differences)
          const [difference] = line.differences
          expect(pendingMinor(record?.deductions ?? [], line.openMinor)).toBe(
            difference?._tag === 'Deduction' ? difference.amountMinor : 0,
          )
        }
        const receipt = keyedGet(state.cash.receipts, 'R') ?? expect.fail('there is a receipt')
        const onAccount = plan.remainder === 'on-account'
        expect([unappliedMinor(receipt), receipt.onAccountMinor, receipt.pennyMinor]).toEqual([
          onAccount ? 0 : plan.remainderMinor,
          onAccount ? plan.remainderMinor : 0,
          plan.pennyMinor,
        ])
      }),
      { numRuns: 200 },
    )
  })

  it('uses credits up before money, on the oldest items first', () => {
    fc.assert(
      fc.property(planCases, (given) => {
        const ids = idsOf(given)
        const commands = planCommands(given.plan, ids, on, policies)
        if (E.isLeft(commands)) return expect.fail(JSON.stringify(commands.left))
        const { state } = runAll([...opening(given), ...commands.right])
        const open = given.plan.lines.filter(
          ({ cashMinor, differences }) => cashMinor > 0 && differences[0]?._tag !== 'Discount',
        )
        for (const line of open)
          for (const other of open) {
            const dueOf = (id: string): string => ids.dueOnOf?.(id) ?? ''
            if (dueOf(other.itemId) <= dueOf(line.itemId)) continue
            // Money on an older item means that credit never reached a younger one.
            const paidMinor = keyedGet(state.cash.items, line.itemId)?.cashMinor ?? 0
            if (paidMinor > 0) expect(keyedGet(state.cash.items, other.itemId)?.creditMinor ?? 0).toBe(0)
          }
      }),
      { numRuns: 100 },
    )
  })
})
