/**
 * What a fact does to the memory of money. Total over all history; refuses nothing.
 */
import { keyedSet, type LocalDate } from '@quittance/kernel'
import type { CashFact } from './events.js'
import { evolveApplication, evolveCreditApplication, evolveUnapplication } from './evolve/applications.js'
import { evolveCancelledReturn, evolveTakenBack } from './evolve/returns.js'
import { evolveTransferIn, evolveTransferOut, evolveTransferReturn } from './evolve/transfers.js'
import { evolveRefund, evolveRefundCancelled } from './evolve/refunds.js'
import { evolveDifference } from './evolve/differences.js'
import { evolveWriteOff, evolveWriteOffReversed } from './evolve/write-offs.js'
import { changeReceipt, laterDay, newReceipt } from './evolve/records.js'
import type { CashState } from './state.js'

/**
 * Write one fact into the draft.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const evolveCash = (draft: CashState, fact: CashFact): void => {
  switch (fact._tag) {
    case 'ReceiptRecorded':
      return keyedSet(draft.receipts, fact.receiptId, newReceipt(fact))
    case 'RemittanceRecorded':
      return keyedSet(draft.remittances, fact.remittanceId, fact.on)
    case 'CashApplied':
      return evolveApplication(draft, fact)
    case 'CreditApplied':
      return evolveCreditApplication(draft, fact)
    case 'CashUnapplied':
    case 'CreditUnapplied':
      return evolveUnapplication(draft, fact)
    case 'PaymentMatched':
      return changeReceipt(draft, fact.receiptId, fact.on, () => undefined)
    case 'PlacedOnAccount':
      return moveOnAccount(draft, fact.receiptId, fact.on, fact.amountMinor)
    case 'ReleasedFromAccount':
      return moveOnAccount(draft, fact.receiptId, fact.on, -fact.amountMinor)
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
      return evolveTakenBack(draft, fact)
    case 'ReturnCancelled':
      return evolveCancelledReturn(draft, fact)
    case 'ReceiptVoided':
      return changeReceipt(draft, fact.receiptId, fact.on, (receipt) => {
        receipt.status = 'voided'
      })
    case 'Refunded':
      return evolveRefund(draft, fact)
    case 'RefundCancelled':
      return evolveRefundCancelled(draft, fact)
    case 'WrittenOff':
      return evolveWriteOff(draft, fact)
    case 'WriteOffReversed':
      return evolveWriteOffReversed(draft, fact)
    case 'CashTransferredOut':
      return evolveTransferOut(draft, fact)
    case 'CashTransferredIn':
      return evolveTransferIn(draft, fact)
    case 'CashTransferReturned':
      return evolveTransferReturn(draft, fact)
    case 'CashTransferRecalled':
      return evolveTakenBack(draft, fact)
    default:
      return evolveDifference(draft, fact)
  }
}

const moveOnAccount = (draft: CashState, receiptId: string, on: LocalDate, minor: number): void =>
  changeReceipt(draft, receiptId, on, (receipt) => {
    receipt.onAccountMinor += minor
    if (minor < 0) receipt.freedOn = laterDay(receipt.freedOn, on)
  })
