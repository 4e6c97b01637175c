// What must not compile. Checked by `tsc -p tsconfig.tests.json`; nothing here runs.
import { localDate, money } from '@quittance/kernel'
import type { ApplicationPolicy, CashApplied, CashCommand, CashFact, ReturnKind, TakenDiscount } from '../src/index.js'

const on = localDate('2026-01-10')

// @ts-expect-error a fact names its currency
export const bare: CashFact = { _tag: 'PlacedOnAccount', on, receiptId: 'R', amountMinor: 1 }

// @ts-expect-error a fact has its business day
export const timeless: CashFact = { _tag: 'PlacedOnAccount', currency: 'EUR', receiptId: 'R', amountMinor: 1 }

// @ts-expect-error an amount comes with its currency
export const number: CashCommand = { _tag: 'PlaceOnAccount', on, receiptId: 'R', amount: 100 }

type CreditLine = Extract<CashCommand, { readonly _tag: 'ApplyCredit' }>['lines'][number]
// @ts-expect-error credit takes no discount
export type CreditDiscount = CreditLine['discount']

// @ts-expect-error a return says of what kind it is, by a word of the list
export const kind: ReturnKind = 'chargeback'

// @ts-expect-error a write-off is asked for by somebody, under a policy
export const lawless: CashCommand = {
  _tag: 'WriteOff',
  on,
  writeOffId: 'W',
  itemId: 'A',
  amount: money('EUR', 1),
  reason: 'bad-debt',
}

// @ts-expect-error a policy leaves none of its options open
export const half: ApplicationPolicy = {
  id: 'usual',
  version: 1,
  discounts: 'earned',
  partialDiscount: true,
  overpayment: 'specific',
}

// @ts-expect-error a discount says what of it falls on net and on tax
export const vague: TakenDiscount = { discountMinor: 1, kind: 'earned', lastDay: on, withinGrace: false }

declare const fact: CashApplied
// @ts-expect-error nothing of a fact is ever changed
fact.amountMinor = 1
