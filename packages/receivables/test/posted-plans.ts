/** Accounts and plans that fit them: what a rule set might have answered, line by line, on made-up items. */
import type { Difference, MatchPlan, PlanIds, PlannedLine, PlanPolicies } from '@quittance/cash-application'
import { addDays, decimal, foldShared, localDate, type LocalDate, money } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import {
  type AccountCommand,
  type AccountFact,
  type AccountState,
  decideAccount,
  evolveAccount,
  initialAccount,
  netDays,
} from '../src/index.js'

export const issuedOn: LocalDate = localDate('2026-01-05')
export const on: LocalDate = localDate('2026-01-12')

export const policies: PlanPolicies = {
  application: {
    id: 'usual',
    version: 1,
    discounts: 'earned',
    partialDiscount: false,
    overpayment: 'specific',
    maxPennyMinor: 5,
  },
  writeOff: {
    id: 'differences',
    version: 2,
    smallBalanceMaxMinor: 0,
    smallDifference: { maxMinor: 5_00, maxPercent: decimal('1') },
    bankFee: { maxMinor: 15_00 },
    limits: [],
  },
  chargeback: { id: 'chargebacks', version: 1 },
  requestedBy: 'reconcile-model@1',
}

/** One item, and what the plan does with it. */
export interface PlannedItem {
  readonly itemId: string
  readonly openMinor: number
  readonly dueInDays: number
  readonly line: PlannedLine
}

const dueOf = ({ dueInDays }: Pick<PlannedItem, 'dueInDays'>): LocalDate => addDays(issuedOn, dueInDays)

type Turn = 'full' | 'discount' | 'small-difference' | 'bank-fee' | 'deduction' | 'chargeback' | 'part'

const named = (turn: Turn, openMinor: number, share: number): Difference | undefined => {
  const amountMinor = Math.max(Math.floor((openMinor * share) / 100), 1)
  switch (turn) {
    case 'discount':
      return { _tag: 'Discount', kind: 'earned', amountMinor: Math.round(openMinor / 50) }
    case 'small-difference':
      return { _tag: 'SmallDifference', amountMinor: Math.min(amountMinor, 5_00, Math.floor(openMinor / 100)) }
    case 'bank-fee':
      return { _tag: 'BankFee', amountMinor: Math.min(amountMinor, 15_00) }
    case 'deduction':
      return { _tag: 'Deduction', reason: 'pricing', amountMinor }
    case 'chargeback':
      return { _tag: 'Chargeback', reason: 'short pay', amountMinor }
    default:
      return undefined
  }
}

const items: fc.Arbitrary<ReadonlyArray<PlannedItem>> = fc
  .array(
    fc.record({
      openMinor: fc.integer({ min: 100_00, max: 900_00 }),
      dueInDays: fc.integer({ min: 20, max: 22 }),
      share: fc.integer({ min: 1, max: 90 }),
      turn: fc.constantFrom<Turn>(
        'full',
        'discount',
        'small-difference',
        'bank-fee',
        'deduction',
        'chargeback',
        'part',
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(({ openMinor, dueInDays, share, turn }, at) => {
      const difference = named(turn, openMinor, share)
      const keptMinor = turn === 'part' ? Math.floor((openMinor * share) / 100) : 0
      const staysMinor = difference?._tag === 'Deduction' ? difference.amountMinor : keptMinor
      return {
        itemId: `INV-${at}`,
        openMinor,
        dueInDays,
        line: {
          itemId: `INV-${at}`,
          cashMinor: openMinor - (difference?.amountMinor ?? 0) - keptMinor,
          differences: difference === undefined ? [] : [difference],
          openMinor: staysMinor,
        },
      }
    }),
  )

/** A plan with the account that it is about: its items, its credit notes with more on them than the plan uses, its receipt. */
export interface PlanCase {
  readonly plan: MatchPlan
  readonly items: ReadonlyArray<PlannedItem>
  readonly credits: ReadonlyArray<{
    readonly creditId: string
    readonly creditMinor: number
    readonly usedMinor: number
  }>
  readonly receivedMinor: number
}

/** Credit takes no more than the items without a discount have for it, and a penny needs an item that only money closes. */
export const planCases: fc.Arbitrary<PlanCase> = fc
  .record({
    items,
    creditShares: fc.array(fc.integer({ min: 1, max: 49 }), { maxLength: 2 }),
    spareMinor: fc.nat(10_00),
    pennyMinor: fc.constantFrom(0, 0, 5),
    remainderMinor: fc.constantFrom(0, 0, 77_00),
    remainder: fc.constantFrom<MatchPlan['remainder']>('unapplied', 'on-account'),
    reverse: fc.boolean(),
  })
  .map(({ items: drawn, creditShares, spareMinor, pennyMinor, remainderMinor, remainder, reverse }) => {
    const hasDiscount = ({ line }: PlannedItem): boolean => line.differences[0]?._tag === 'Discount'
    const openToCredit = drawn.filter((item) => !hasDiscount(item)).reduce((so, { line }) => so + line.cashMinor, 0)
    const credits = creditShares
      .map((share, at) => {
        const usedMinor = Math.floor((openToCredit * share) / 100)
        return { creditId: `CN-${at}`, creditMinor: usedMinor + spareMinor, usedMinor }
      })
      .filter(({ usedMinor }) => usedMinor > 0)
    const creditLines = credits.map(({ creditId, creditMinor, usedMinor }): PlannedLine => ({
      itemId: creditId,
      cashMinor: -usedMinor,
      differences: [],
      openMinor: usedMinor - creditMinor,
    }))
    const lines = [...drawn.map(({ line }) => line), ...creditLines]
    const takesPenny = drawn.some(
      (item) =>
        hasDiscount(item) || (credits.length === 0 && item.line.openMinor === 0 && item.line.differences.length === 0),
    )
    const keptMinor = takesPenny ? pennyMinor : 0
    const plan: MatchPlan = {
      lines: reverse ? lines.reverse() : lines,
      pennyMinor: keptMinor,
      remainderMinor,
      remainder,
    }
    const cashMinor = plan.lines.reduce((so, line) => so + line.cashMinor, 0)
    return { plan, items: drawn, credits, receivedMinor: cashMinor + keptMinor + remainderMinor }
  })
  .filter(({ receivedMinor }) => receivedMinor > 0)

/** What the case needs on the account. */
export const opening = (given: PlanCase): ReadonlyArray<AccountCommand> => [
  ...given.items.map((item): AccountCommand => ({
    _tag: 'IssueInvoice',
    on: issuedOn,
    documentId: item.itemId,
    currency: 'EUR',
    lines: [{ netMinor: item.openMinor }],
    terms: {
      ...netDays(item.dueInDays),
      discount: { taxMode: 'never-reduced', base: 'total', graceDays: 0, tiers: [{ percent: decimal('2'), days: 10 }] },
    },
  })),
  ...given.credits.map(({ creditId, creditMinor }): AccountCommand => ({
    _tag: 'IssueCreditNote',
    on: issuedOn,
    documentId: creditId,
    currency: 'EUR',
    lines: [{ netMinor: creditMinor }],
    reason: 'bonus',
  })),
  { _tag: 'RecordReceipt', on, receiptId: 'R', amount: money('EUR', given.receivedMinor), method: 'wire' },
]

export const idsOf = (given: PlanCase): PlanIds => ({
  receiptId: 'R',
  currency: 'EUR',
  idOf: (thing, no) => `R/${thing}/${no}`,
  dueOnOf: (itemId) => {
    const item = given.items.find((one) => one.itemId === itemId)
    return item === undefined ? issuedOn : dueOf(item)
  },
})

/** The account after the commands, all of which must be accepted, and the facts they made. */
export const runAll = (
  commands: ReadonlyArray<AccountCommand>,
  from: AccountState = initialAccount(),
): { readonly state: AccountState; readonly facts: ReadonlyArray<AccountFact> } => {
  const facts: Array<AccountFact> = []
  let state = from
  for (const command of commands) {
    const answer = decideAccount(command, state)
    if (E.isLeft(answer)) throw new Error(`${command._tag} refused: ${JSON.stringify(answer.left)}`)
    facts.push(...answer.right)
    state = foldShared(evolveAccount, state, answer.right)
  }
  return { state, facts }
}
