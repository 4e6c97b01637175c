/**
 * Decisions on what is owed. Reads no clock, store or other room: how a document stands with cash
 * application arrives in the context.
 */
import type { InvoicingCommand } from './commands.js'
import type { InvoicingContext } from './context.js'
import { changeDueDate } from './decide/change-due-date.js'
import { assignDispute, substantiateDispute, tagDisputeCause } from './decide/dispute-work.js'
import { raiseDispute, resolveDispute } from './decide/disputes.js'
import { issueCreditNote } from './decide/issue-credit-note.js'
import { issueDebitNote, issueInvoice } from './decide/issue-invoice.js'
import { recordDelivery } from './decide/record-delivery.js'
import { acceptOrder, agreePrice, confirmRootCause, recordGoodsDelivered } from './decide/upstream.js'
import { voidInvoice } from './decide/void-invoice.js'
import type { InvoicingDecided } from './decided.js'
import type { InvoicingState } from './state.js'

/**
 * Turn a command into the facts it causes, or the reason it causes none. Each act has a file of its own.
 *
 * @rejects in the order of `InvoicingRejection`
 * @law no over-application: nothing is credited, disputed or voided beyond what is there
 * @category decisions
 * @since 0.1.0
 */
export const decideInvoicing = (
  command: InvoicingCommand,
  state: InvoicingState,
  context: InvoicingContext,
): InvoicingDecided => {
  switch (command._tag) {
    case 'IssueInvoice':
      return issueInvoice(command, state)
    case 'IssueDebitNote':
      return issueDebitNote(command, state)
    case 'IssueCreditNote':
      return issueCreditNote(command, state, context)
    case 'VoidInvoice':
      return voidInvoice(command, state, context)
    case 'ChangeDueDate':
      return changeDueDate(command, state)
    case 'RecordDelivery':
      return recordDelivery(command, state)
    case 'RaiseDispute':
      return raiseDispute(command, state, context)
    case 'SubstantiateDispute':
      return substantiateDispute(command, state)
    case 'AssignDispute':
      return assignDispute(command, state)
    case 'TagDisputeCause':
      return tagDisputeCause(command, state)
    case 'ResolveDispute':
      return resolveDispute(command, state)
    case 'AcceptOrder':
      return acceptOrder(command, state)
    case 'RecordGoodsDelivered':
      return recordGoodsDelivered(command, state)
    case 'AgreePrice':
      return agreePrice(command, state)
    case 'ConfirmRootCause':
      return confirmRootCause(command, state)
  }
}
