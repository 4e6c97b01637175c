/**
 * What one fact does to base values: what it takes of an item's value, and what it realises. Facts carry both, so no
 * other fact and no rate is needed to read one.
 */
import type { ReleasedApplication, SourceKind } from '@quittance/cash-application'
import { itemBaseOf, type LinkExchange } from '@quittance/kernel'
import type { LedgerFact } from './deltas-of-fact.js'

/** What an application (or taking it back) moves in the base currency. @internal */
export interface LinkMoved {
  /** The application; where a credit note reduced its invoice at once, the number of the note. */
  readonly linkId: string
  readonly itemId: string
  readonly source: SourceKind | undefined
  readonly sourceId: string
  readonly baseCurrency: string
  /** Taken of the item's base value, below zero where it is given back. */
  readonly takenBaseMinor: number
  /** A gain is positive; nothing where one side has no value. */
  readonly realisedBaseMinor: number | undefined
}

const none: ReadonlyArray<LinkMoved> = []

/** @internal */
export const linksMoved = (fact: LedgerFact): ReadonlyArray<LinkMoved> => {
  switch (fact._tag) {
    case 'CreditNoteIssued':
      return fact.precedingId === undefined
        ? none
        : moved(fact.documentId, fact.precedingId, 'credit-note', fact.documentId, fact.offsetExchange, 1)
    case 'CashApplied':
      return moved(fact.applicationId, fact.itemId, 'receipt', fact.receiptId, fact.exchange, 1)
    case 'CashUnapplied':
      return moved(fact.applicationId, fact.itemId, 'receipt', fact.receiptId, fact.exchange, -1)
    case 'CreditApplied':
      return moved(fact.applicationId, fact.itemId, 'credit-note', fact.creditId, fact.exchange, 1)
    case 'CreditUnapplied':
      return moved(fact.applicationId, fact.itemId, 'credit-note', fact.creditId, fact.exchange, -1)
    case 'WrittenOff':
      return moved(fact.writeOffId, fact.itemId, undefined, fact.writeOffId, fact.exchange, 1)
    case 'WriteOffReversed':
      return moved(fact.writeOffId, fact.itemId, undefined, fact.writeOffId, fact.exchange, -1)
    case 'ChargebackItemRaised':
      return moved(fact.chargebackId, fact.itemId, undefined, fact.chargebackId, fact.exchange, 1)
    case 'ChargebackItemCancelled':
      return moved(fact.chargebackId, fact.itemId, undefined, fact.chargebackId, fact.exchange, -1)
    case 'Netted':
    case 'NettingReversed':
      return fact.lines.flatMap(({ itemId, exchange }) =>
        moved(fact.nettingId, itemId, undefined, fact.nettingId, exchange, fact._tag === 'Netted' ? 1 : -1),
      )
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
    case 'CashTransferRecalled':
      return fact.released.flatMap((link) => relinked(link, fact.receiptId, -1))
    case 'ReturnCancelled':
      return fact.reapplied.flatMap((link) => relinked(link, fact.receiptId, 1))
    default:
      return none
  }
}

const relinked = (link: ReleasedApplication, receiptId: string, sign: 1 | -1): ReadonlyArray<LinkMoved> =>
  moved(link.applicationId, link.itemId, 'receipt', receiptId, link.exchange, sign)

const moved = (
  linkId: string,
  itemId: string,
  source: SourceKind | undefined,
  sourceId: string,
  exchange: LinkExchange | undefined,
  sign: 1 | -1,
): ReadonlyArray<LinkMoved> =>
  exchange === undefined
    ? none
    : [
        {
          linkId,
          itemId,
          source,
          sourceId,
          baseCurrency: exchange.baseCurrency,
          takenBaseMinor: sign * itemBaseOf(exchange),
          realisedBaseMinor: exchange.realisedBaseMinor === undefined ? undefined : sign * exchange.realisedBaseMinor,
        },
      ]
