import {
  type MatchPlan,
  planCommands,
  type PlanPolicies,
  reconcile,
  type ReconcileModel,
  reconcileModel,
  unappliedMinor,
} from '@quittance/cash-application'
import { decimal, foldShared, keyedGet, localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountBalances,
  type AccountCommand,
  type AccountState,
  chargeCommands,
  decideAccount,
  evolveAccount,
  freeReceipts,
  matchItemsOf,
  matchPaymentOf,
  openMinorOf,
} from '../../src/index.js'
import { accountsOfOneBase } from './accounts-of-one-base.js'

const on = localDate('2099-12-31')

const run = (state: AccountState, commands: ReadonlyArray<AccountCommand>): AccountState =>
  commands.reduce((so, command) => {
    const facts = decideAccount(command, so)
    if (E.isLeft(facts)) throw new Error(`${JSON.stringify(command)} refused: ${JSON.stringify(facts.left)}`)
    return foldShared(evolveAccount, so, facts.right)
  }, state)

const models: fc.Arbitrary<ReconcileModel> = fc
  .record({
    steps: fc.constantFrom<ReconcileModel['steps']>(
      ['customer-total', 'exact-single', 'within-tolerance', 'more-than-all'],
      ['exact-single', 'in-order'],
      ['in-order'],
    ),
    percent: fc.constantFrom('0', '5', '50'),
    maxPennyMinor: fc.constantFrom(0, 10_000_00),
    shortPayment: fc.constantFrom('partial', 'chargeback'),
    discountOnPart: fc.boolean(),
    feePerItemMinor: fc.constantFrom(0, 1),
    remainder: fc.constantFrom('unapplied', 'on-account'),
  })
  .map(({ percent, ...more }) => ({ ...reconcileModel, ...more, tolerance: { percent: decimal(percent) } }))

/** Bounds that never stand in the way: what is tested is that the plan fits the account, not who may decide it. */
const policiesOf = ({ maxPennyMinor }: ReconcileModel): PlanPolicies => ({
  application: {
    id: 'model',
    version: 1,
    discounts: 'earned',
    partialDiscount: false,
    overpayment: 'specific',
    maxPennyMinor,
  },
  writeOff: {
    id: 'model',
    version: 1,
    smallBalanceMaxMinor: 0,
    smallDifference: { maxMinor: 1_000_000_000 },
    limits: [],
  },
  chargeback: { id: 'model', version: 1 },
  requestedBy: 'model',
})

const commandsOf = (
  receiptId: string,
  currency: string,
  plan: MatchPlan,
  policies: PlanPolicies,
): ReadonlyArray<AccountCommand> => {
  const idOf = (thing: string, no: number): string => `M/${receiptId}/${thing}/${no}`
  const { charges: _, ...rest } = plan
  const posted = planCommands(rest, { receiptId, currency, idOf }, on, policies)
  if (E.isLeft(posted)) throw new Error(JSON.stringify(posted.left))
  return [...posted.right, ...chargeCommands(plan, { receiptId, currency, on, numberOf: (no) => idOf('charge', no) })]
}

describe('reconciliation models on real accounts', () => {
  it('a plan of a reconciliation model is what the account says afterwards', () => {
    fc.assert(
      fc.property(accountsOfOneBase(), models, ({ state }, model) => {
        let reached = state
        for (const { currency } of accountBalances(state)) {
          const payments = freeReceipts(state).filter((receipt) => receipt.currency === currency)
          const question = { payments: payments.map(matchPaymentOf), items: matchItemsOf(state, currency, on) }
          for (const { paymentId, answer } of reconcile(question, model)) {
            if (answer._tag !== 'Apply') continue
            reached = run(reached, commandsOf(paymentId, currency, answer.plan, policiesOf(model)))
            for (const { itemId, openMinor } of answer.plan.lines)
              if (openMinor >= 0 && keyedGet(reached.invoicing.documents, itemId)?.kind !== 'credit-note')
                expect(openMinorOf(reached, itemId)).toBe(openMinor)
            const receipt = keyedGet(reached.cash.receipts, paymentId)
            const { remainderMinor, remainder } = answer.plan
            if (receipt !== undefined && remainder === 'unapplied') expect(unappliedMinor(receipt)).toBe(remainderMinor)
          }
        }
      }),
    )
  })
})
