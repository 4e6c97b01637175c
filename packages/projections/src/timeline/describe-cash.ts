/** Facts of what was paid, as sentences. */
import type {
  CashApplied,
  CashFact,
  CashUnapplied,
  DifferenceFact,
  RemittanceRecorded,
} from '@quittance/cash-application'
import { formatMinor, type LinkExchange } from '@quittance/kernel'

/** @internal */
export const amount = (minor: number, currency: string): string => `${formatMinor(minor, currency)} ${currency}`

/** @internal */
export const describeCash = (fact: Exclude<CashFact, DifferenceFact>): string => {
  switch (fact._tag) {
    case 'ReceiptRecorded':
      return `Receipt ${fact.receiptId} of ${amount(fact.amountMinor, fact.currency)} by ${fact.method}`
    case 'CashApplied': {
      const discount =
        fact.discount === undefined
          ? ''
          : `, ${fact.discount.kind} discount ${amount(fact.discount.discountMinor, fact.currency)}`
      return `${given(fact)} of receipt ${fact.receiptId} applied to ${fact.itemId}${got(fact)}${discount}${realised(fact.exchange)}`
    }
    case 'CashUnapplied':
      return `${given(fact)} of receipt ${fact.receiptId} taken back from ${fact.itemId}${got(fact)}: ${fact.reason}`
    case 'CreditApplied':
      return `${amount(fact.amountMinor, fact.currency)} of credit ${fact.creditId} applied to ${fact.itemId}`
    case 'CreditUnapplied':
      return `${amount(fact.amountMinor, fact.currency)} of credit ${fact.creditId} taken back from ${fact.itemId}: ${fact.reason}`
    case 'RemittanceRecorded':
      return `Remittance ${fact.remittanceId} advised for ${itemNames(fact.lines.map(({ documentId }) => documentId))}${heldBack(fact)}`
    case 'PaymentMatched':
      return `Receipt ${fact.receiptId} matched by rule set ${fact.ruleSet.split('#')[0]} to ${itemNames(fact.answered.chosen.itemIds)}`
    case 'PlacedOnAccount':
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} left on account`
    case 'ReleasedFromAccount':
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} taken off account`
    default:
      return describeMovement(fact)
  }
}

const heldBack = ({ lines, currency }: RemittanceRecorded): string => {
  const deductions = lines.flatMap((line) => line.deductions ?? [])
  if (deductions.length === 0) return ''
  return `, held back ${deductions.map(({ amountMinor, code }) => `${amount(amountMinor, currency)} (${code})`).join(', ')}`
}

/** What the receipt gave, in its own currency. */
const given = ({ amountMinor, currency, cross }: CashApplied | CashUnapplied): string =>
  cross === undefined ? amount(amountMinor, currency) : amount(cross.amountMinor, cross.currency)

/** What the item got for it, where that is in another currency. */
const got = ({ amountMinor, currency, cross }: CashApplied | CashUnapplied): string =>
  cross === undefined ? '' : ` for ${amount(amountMinor, currency)}`

const realised = (exchange: LinkExchange | undefined): string => {
  const minor = exchange?.realisedBaseMinor ?? 0
  if (exchange === undefined || minor === 0) return ''
  return `, exchange ${minor > 0 ? 'gain' : 'loss'} ${amount(Math.abs(minor), exchange.baseCurrency)}`
}

type Movement = Extract<
  CashFact,
  {
    readonly _tag:
      | 'ReceiptReturned'
      | 'CardPaymentReversed'
      | 'ReturnCancelled'
      | 'ReceiptVoided'
      | 'Refunded'
      | 'RefundCancelled'
      | 'WrittenOff'
      | 'WriteOffReversed'
      | 'CashTransferredOut'
      | 'CashTransferredIn'
      | 'CashTransferReturned'
      | 'CashTransferRecalled'
  }
>

const describeMovement = (fact: Movement): string => {
  switch (fact._tag) {
    case 'ReceiptReturned':
      return `Receipt ${fact.receiptId} returned by the bank (${fact.kind}): ${amount(fact.returnedMinor, fact.currency)}`
    case 'CardPaymentReversed':
      return `Card payment ${fact.receiptId} reversed: ${amount(fact.returnedMinor, fact.currency)}`
    case 'ReturnCancelled':
      return `Return of receipt ${fact.receiptId} cancelled`
    case 'ReceiptVoided':
      return `Receipt ${fact.receiptId} voided as an entry error: ${fact.reason}`
    case 'Refunded':
      return `${amount(fact.amountMinor, fact.currency)} of ${fact.sourceId} refunded`
    case 'RefundCancelled':
      return `Refund ${fact.refundId} cancelled: ${fact.reason}`
    case 'WrittenOff':
      return `${amount(fact.amountMinor, fact.currency)} of ${fact.itemId} written off (${fact.reason})`
    case 'WriteOffReversed':
      return `Write-off ${fact.writeOffId} reversed: ${fact.reason}`
    case 'CashTransferredOut':
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} sent to account ${fact.toCustomer}`
    case 'CashTransferredIn':
      return `Receipt ${fact.receiptId} of ${amount(fact.amountMinor, fact.currency)} from account ${fact.fromCustomer}`
    case 'CashTransferReturned':
      return `Transfer ${fact.transferId} sent back: ${fact.reason}`
    case 'CashTransferRecalled':
      return `Transfer ${fact.transferId} recalled: ${amount(fact.returnedMinor, fact.currency)}`
  }
}

const mostNamed = 4

const itemNames = (ids: ReadonlyArray<string>): string =>
  ids.length <= mostNamed ? ids.join(', ') : `${ids.slice(0, mostNamed).join(', ')} and ${ids.length - mostNamed} more`
