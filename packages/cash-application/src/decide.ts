/**
 * Decisions on what was paid. Reads no clock, store or other room: what an item is worth arrives in the
 * context. No amount is ever applied beyond what is open, nor spent beyond what is free.
 */
import type { CashCommand } from './commands.js'
import type { CashContext } from './context.js'
import { applyCash } from './decide/apply-cash.js'
import { applyCredit } from './decide/apply-credit.js'
import { cancelReturn } from './decide/cancel-return.js'
import { cancelChargeback, raiseChargeback } from './decide/chargeback.js'
import { acceptDeduction, recordDeduction, rejectDeduction } from './decide/deductions.js'
import { netAgainstPayables, reverseNetting } from './decide/netting.js'
import { placeOnAccount, releaseFromAccount } from './decide/on-account.js'
import { recordMatch } from './decide/record-match.js'
import { recordReceipt } from './decide/record-receipt.js'
import { cancelRefund, refund } from './decide/refund.js'
import { recallCashTransfer } from './decide/recall-transfer.js'
import { recordRemittance } from './decide/record-remittance.js'
import { returnReceipt, reverseCardPayment } from './decide/return-receipt.js'
import { returnCashTransfer, transferCashIn, transferCashOut } from './decide/transfer.js'
import { unapply } from './decide/unapply.js'
import { voidReceipt } from './decide/void-receipt.js'
import { reverseWriteOff, writeOff } from './decide/write-off.js'
import type { CashDecided } from './decided.js'
import type { CashState } from './state.js'

/**
 * Turn a command into the facts it causes, or the reason it causes none. Each act has a file of its own.
 *
 * @rejects in the order of `CashRejection`
 * @law conservation of a receipt
 * @law no over-application
 * @category decisions
 * @since 0.1.0
 */
export const decideCash = (command: CashCommand, state: CashState, context: CashContext): CashDecided => {
  switch (command._tag) {
    case 'RecordReceipt':
      return recordReceipt(command, state)
    case 'RecordRemittance':
      return recordRemittance(command, state)
    case 'ApplyCash':
      return applyCash(command, state, context)
    case 'ApplyCredit':
      return applyCredit(command, state, context)
    case 'RecordMatch':
      return recordMatch(command, state, context)
    case 'Unapply':
      return unapply(command, state)
    case 'PlaceOnAccount':
      return placeOnAccount(command, state)
    case 'ReleaseFromAccount':
      return releaseFromAccount(command, state)
    case 'ReturnReceipt':
      return returnReceipt(command, state)
    case 'ReverseCardPayment':
      return reverseCardPayment(command, state)
    case 'CancelReturn':
      return cancelReturn(command, state, context)
    case 'VoidReceipt':
      return voidReceipt(command, state)
    case 'Refund':
      return refund(command, state, context)
    case 'CancelRefund':
      return cancelRefund(command, state)
    case 'WriteOff':
      return writeOff(command, state, context)
    case 'ReverseWriteOff':
      return reverseWriteOff(command, state)
    case 'TransferCashOut':
      return transferCashOut(command, state)
    case 'TransferCashIn':
      return transferCashIn(command, state)
    case 'ReturnCashTransfer':
      return returnCashTransfer(command, state)
    case 'RecallCashTransfer':
      return recallCashTransfer(command, state)
    case 'RecordDeduction':
      return recordDeduction(command, state, context)
    case 'AcceptDeduction':
      return acceptDeduction(command, state, context)
    case 'RejectDeduction':
      return rejectDeduction(command, state)
    case 'RaiseChargeback':
      return raiseChargeback(command, state, context)
    case 'CancelChargeback':
      return cancelChargeback(command, state)
    case 'NetAgainstPayables':
      return netAgainstPayables(command, state, context)
    case 'ReverseNetting':
      return reverseNetting(command, state)
  }
}
