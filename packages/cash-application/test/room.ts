/** The room alone: its facts folded, and an account round it with the items and credits the test names. */
import { decimal, foldOwned, localDate, type LocalDate, type Money, money } from '@quittance/kernel'
import {
  type ApplicationLine,
  type ApplicationPolicy,
  type CashApplied,
  type CashCommand,
  type CashDecided,
  type CashFact,
  type CashState,
  type CustomerCredit,
  decideCash,
  evolveCash,
  initialCash,
  type OwedItem,
  type PaymentMethod,
  type ReceiptRecorded,
} from '../src/index.js'

export const day = (text: string): LocalDate => localDate(text)
export const eur = (minor: number): Money => money('EUR', minor)

export const stateOf = (facts: ReadonlyArray<CashFact>): CashState => foldOwned(evolveCash, initialCash(), facts)

/** An item over 119.00 EUR with 19.00 of tax, dated 5 January 2026; 2 % off in ten days, 1 % in twenty. */
export const item = (itemId: string, parts: Partial<OwedItem> = {}): OwedItem => ({
  itemId,
  currency: 'EUR',
  issuedOn: day('2026-01-05'),
  owedMinor: 119_00,
  netMinor: 100_00,
  grossMinor: 119_00,
  creditedMinor: 0,
  taxes: [{ category: 'S', ratePercent: decimal('19'), taxMinor: 19_00 }],
  discount: {
    taxMode: 'reduce-on-payment',
    baseMinor: 119_00,
    graceDays: 0,
    tiers: [
      { lastDay: day('2026-01-15'), percent: decimal('2') },
      { lastDay: day('2026-01-25'), percent: decimal('1') },
    ],
  },
  instalments: [{ dueOn: day('2026-02-04'), amountMinor: 119_00 }],
  voided: false,
  ...parts,
})

const items: ReadonlyArray<OwedItem> = [
  item('A'),
  item('B'),
  item('DOLLARS', { currency: 'USD' }),
  item('GONE', { voided: true }),
  item('LATER', { issuedOn: day('2026-03-01') }),
]
const credits: ReadonlyArray<CustomerCredit> = [
  { creditId: 'CN', currency: 'EUR', issuedOn: day('2026-01-12'), creditMinor: 50_00 },
]

/** Decide on the facts so far, among the items A, B, DOLLARS, GONE, LATER and the credit CN (50.00, 12 January). */
export const decide = (
  facts: ReadonlyArray<CashFact>,
  command: CashCommand,
  others: ReadonlyArray<OwedItem> = [],
): CashDecided =>
  decideCash(command, stateOf(facts), {
    itemOf: (itemId) => [...others, ...items].find((one) => one.itemId === itemId),
    creditOf: (creditId) => credits.find((one) => one.creditId === creditId),
  })

/** The facts of a command that must be accepted. */
export const factsOf = (decided: CashDecided): ReadonlyArray<CashFact> => {
  if (decided._tag === 'Left') throw new Error(`refused: ${JSON.stringify(decided.left)}`)
  return decided.right.facts
}

/** The facts so far and those of the commands, one after the other, all of which must be accepted. */
export const after = (
  facts: ReadonlyArray<CashFact>,
  ...commands: ReadonlyArray<CashCommand>
): ReadonlyArray<CashFact> => commands.reduce((so, command) => [...so, ...factsOf(decide(so, command))], facts)

/** A receipt R over 200.00 EUR by wire on 10 January 2026. */
export const receipt = (parts: Partial<ReceiptRecorded> = {}): ReceiptRecorded => ({
  _tag: 'ReceiptRecorded',
  on: day('2026-01-10'),
  currency: 'EUR',
  receiptId: 'R',
  amountMinor: 200_00,
  method: 'wire',
  ...parts,
})

/** The receipt R over 200.00 EUR as it arrives from another account by the transfer T. */
export const arrival = (method: PaymentMethod = 'wire'): CashFact => ({
  _tag: 'CashTransferredIn',
  on: day('2026-01-10'),
  currency: 'EUR',
  transferId: 'T',
  receiptId: 'R',
  amountMinor: 200_00,
  fromCustomer: 'C-other',
  valueOn: day('2026-01-10'),
  method,
})

export const line = (
  applicationId: string,
  itemId: string,
  minor: number,
  discount?: ApplicationLine['discount'],
): ApplicationLine => ({
  applicationId,
  itemId,
  amount: eur(minor),
  ...(discount === undefined ? {} : { discount }),
})

export const apply = (on: string, ...lines: ReadonlyArray<ApplicationLine>): CashCommand => ({
  _tag: 'ApplyCash',
  on: day(on),
  receiptId: 'R',
  lines,
})

/** 119.00 of R applied to A on 12 January as application 1. */
export const applied: CashApplied = {
  _tag: 'CashApplied',
  on: day('2026-01-12'),
  currency: 'EUR',
  applicationId: '1',
  receiptId: 'R',
  itemId: 'A',
  amountMinor: 119_00,
  pennyMinor: 0,
}

/** What is earned is granted, the payable amount only, up to five cents kept. */
export const policy: ApplicationPolicy = {
  id: 'usual',
  version: 4,
  discounts: 'earned',
  partialDiscount: false,
  overpayment: 'specific',
  maxPennyMinor: 5,
}
