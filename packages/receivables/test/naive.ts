/**
 * The account as a child would keep it: the list of facts, and for every question the list is read again from
 * the start. Shares no code with the package.
 */
import type { CashFact, ReleasedApplication } from '@quittance/cash-application'
import type { AccountFact } from '../src/index.js'

type Facts = ReadonlyArray<AccountFact>
type Tag = AccountFact['_tag']
type Of<Name extends Tag> = Extract<AccountFact, { readonly _tag: Name }>

const all = <Name extends Tag>(facts: Facts, ...names: ReadonlyArray<Name>): ReadonlyArray<Of<Name>> =>
  facts.filter((fact): fact is Of<Name> => (names as ReadonlyArray<string>).includes(fact._tag))

const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((so, one) => so + one, 0)

/** Every time an application was put on (+) or taken off (-), with the receipt it came from. */
const links = (facts: Facts): ReadonlyArray<Link> => facts.flatMap(linksOf)

interface Link extends ReleasedApplication {
  readonly sign: 1 | -1
  readonly receiptId: string
}

const linksOf = (fact: AccountFact): ReadonlyArray<Link> => {
  switch (fact._tag) {
    case 'CashApplied':
      return [{ ...fact, discountMinor: fact.discount?.discountMinor ?? 0, sign: 1 }]
    case 'CashUnapplied':
      return [{ ...fact, sign: -1 }]
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
    case 'CashTransferRecalled':
      return fact.released.map((link) => ({ ...link, receiptId: fact.receiptId, sign: -1 }))
    case 'ReturnCancelled':
      return fact.reapplied.map((link) => ({ ...link, receiptId: fact.receiptId, sign: 1 }))
    default:
      return []
  }
}

/** What is open on an invoice or debit note. */
export const openOf = (facts: Facts, itemId: string): number => {
  const issued = all(facts, 'InvoiceIssued', 'DebitNoteIssued').filter(({ documentId }) => documentId === itemId)
  if (all(facts, 'InvoiceVoided').some(({ documentId }) => documentId === itemId)) return 0
  const onItem = <Fact extends { readonly itemId: string }>(fact: Fact): boolean => fact.itemId === itemId
  return (
    sum(issued.map(({ totals }) => totals.payableMinor)) -
    sum(all(facts, 'CreditNoteIssued').map((note) => (note.precedingId === itemId ? note.offsetMinor : 0))) -
    sum(
      links(facts)
        .filter(onItem)
        .map((link) => link.sign * (link.amountMinor + link.discountMinor)),
    ) -
    sum(
      all(facts, 'CreditApplied', 'WrittenOff', 'ChargebackItemRaised')
        .filter(onItem)
        .map(({ amountMinor }) => amountMinor),
    ) +
    sum(
      all(facts, 'CreditUnapplied', 'WriteOffReversed', 'ChargebackItemCancelled')
        .filter(onItem)
        .map(({ amountMinor }) => amountMinor),
    ) -
    sum(
      all(facts, 'Netted')
        .flatMap(({ lines }) => lines)
        .filter(onItem)
        .map(({ amountMinor }) => amountMinor),
    ) +
    sum(
      all(facts, 'NettingReversed')
        .flatMap(({ lines }) => lines)
        .filter(onItem)
        .map(({ amountMinor }) => amountMinor),
    )
  )
}

const ofReceipt =
  (receiptId: string) =>
  (fact: { readonly receiptId: string }): boolean =>
    fact.receiptId === receiptId
const refundsOf = (
  facts: Facts,
  sourceId: string,
): ReadonlyArray<{ readonly sign: 1 | -1 } & Of<'Refunded' | 'RefundCancelled'>> =>
  all(facts, 'Refunded', 'RefundCancelled')
    .filter((fact) => fact.sourceId === sourceId)
    .map((fact) => ({ ...fact, sign: fact._tag === 'Refunded' ? 1 : -1 }))

/** What lies on account of a receipt. */
export const onAccountOf = (facts: Facts, receiptId: string): number => {
  const own = ofReceipt(receiptId)
  const taken = all(facts, 'ReceiptReturned', 'CardPaymentReversed', 'CashTransferRecalled').filter(own)
  return (
    sum(
      all(facts, 'PlacedOnAccount')
        .filter(own)
        .map(({ amountMinor }) => amountMinor),
    ) -
    sum(
      all(facts, 'ReleasedFromAccount')
        .filter(own)
        .map(({ amountMinor }) => amountMinor),
    ) -
    sum(taken.map(({ fromOnAccountMinor }) => fromOnAccountMinor)) -
    sum(
      refundsOf(facts, receiptId)
        .filter(({ source }) => source === 'receipt')
        .map(({ sign, fromOnAccountMinor }) => sign * fromOnAccountMinor),
    )
  )
}

/** What the bank, the card scheme or another account has of a receipt, by fact. */
const goneOf = (fact: CashFact): number => {
  switch (fact._tag) {
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
      return fact.returnedMinor
    case 'CashTransferRecalled':
      return fact.side === 'source' ? 0 : fact.returnedMinor
    case 'ReturnCancelled':
      return -fact.returnedMinor
    case 'CashTransferredOut':
      return fact.amountMinor
    case 'CashTransferReturned':
      return fact.side === 'source' ? -fact.amountMinor : fact.amountMinor
    default:
      return 0
  }
}

/** What nothing has used of a receipt. */
export const unappliedOf = (facts: Facts, receiptId: string): number => {
  const own = ofReceipt(receiptId)
  if (all(facts, 'ReceiptVoided').some(own)) return 0
  const cash = facts.filter(
    (fact): fact is Extract<CashFact, { readonly receiptId: string }> =>
      'receiptId' in fact && fact.receiptId !== undefined && own({ receiptId: fact.receiptId }),
  )
  return (
    sum(
      all(facts, 'ReceiptRecorded', 'CashTransferredIn')
        .filter(own)
        .map(({ amountMinor }) => amountMinor),
    ) -
    sum(
      links(facts)
        .filter(own)
        .map((link) => link.sign * ((link.cross ?? link).amountMinor + link.pennyMinor)),
    ) -
    onAccountOf(facts, receiptId) -
    sum(
      refundsOf(facts, receiptId)
        .filter(({ source }) => source === 'receipt')
        .map(({ sign, amountMinor }) => sign * amountMinor),
    ) -
    sum(cash.map(goneOf))
  )
}

/** What a credit note still has to give. */
export const creditOf = (facts: Facts, creditId: string): number =>
  sum(
    all(facts, 'CreditNoteIssued').map((note) =>
      note.documentId === creditId ? note.totals.grossMinor - note.offsetMinor : 0,
    ),
  ) -
  sum(all(facts, 'CreditApplied').map((fact) => (fact.creditId === creditId ? fact.amountMinor : 0))) +
  sum(all(facts, 'CreditUnapplied').map((fact) => (fact.creditId === creditId ? fact.amountMinor : 0))) -
  sum(
    refundsOf(facts, creditId).map(({ source, sign, amountMinor }) =>
      source === 'credit-note' ? sign * amountMinor : 0,
    ),
  )

interface Balance {
  readonly openMinor: number
  readonly unappliedMinor: number
  readonly onAccountMinor: number
  readonly creditMinor: number
}

/** Balances by currency. */
export const balancesOf = (facts: Facts): Readonly<Record<string, Balance>> => {
  const balances = new Map<string, Balance>()
  const add = (currency: string, part: Partial<Balance>): void => {
    const so = balances.get(currency) ?? { openMinor: 0, unappliedMinor: 0, onAccountMinor: 0, creditMinor: 0 }
    balances.set(currency, {
      openMinor: so.openMinor + (part.openMinor ?? 0),
      unappliedMinor: so.unappliedMinor + (part.unappliedMinor ?? 0),
      onAccountMinor: so.onAccountMinor + (part.onAccountMinor ?? 0),
      creditMinor: so.creditMinor + (part.creditMinor ?? 0),
    })
  }
  for (const { documentId, currency } of all(facts, 'InvoiceIssued', 'DebitNoteIssued'))
    add(currency, { openMinor: openOf(facts, documentId) })
  for (const { documentId, currency } of all(facts, 'CreditNoteIssued'))
    add(currency, { creditMinor: creditOf(facts, documentId) })
  for (const { receiptId, currency } of all(facts, 'ReceiptRecorded', 'CashTransferredIn'))
    add(currency, { unappliedMinor: unappliedOf(facts, receiptId), onAccountMinor: onAccountOf(facts, receiptId) })
  return Object.fromEntries(balances)
}
