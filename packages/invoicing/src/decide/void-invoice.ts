/** A void: only where policy allows it, nobody has the document yet and nothing touched it. */
import { accept, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { VoidInvoice } from '../commands.js'
import type { InvoicingContext } from '../context.js'
import type { InvoicingDecided } from '../decided.js'
import { creditableMinor } from '../policies/credit-cap.js'
import type { VoidNotAllowed } from '../rejections.js'
import type { InvoicingState } from '../state.js'
import { owedDocument } from './find-document.js'

/** @internal */
export const voidInvoice = (
  command: VoidInvoice,
  state: InvoicingState,
  context: InvoicingContext,
): InvoicingDecided => {
  const found = owedDocument(state, command.documentId)
  if (E.isLeft(found)) return found
  const document = found.right
  if (command.on < document.issuedOn) return refuse({ _tag: 'TooEarly', on: command.on, notBefore: document.issuedOn })

  const { touched, reopenedOn } = context.settlementOf(command.documentId)
  const everTouched = touched || document.creditedMinor > 0 || document.disputedMinor > 0
  // The void takes the day of the invoice; something given back later would then precede what gave it.
  const reopenedLater = reopenedOn !== undefined && reopenedOn > document.issuedOn
  const because: VoidNotAllowed['because'] | undefined = !command.policy.voidAllowed
    ? 'policy'
    : document.deliveredOn !== undefined
      ? 'delivered'
      : everTouched || reopenedLater
        ? 'touched'
        : undefined
  if (because !== undefined)
    return refuse({
      _tag: 'VoidNotAllowed',
      documentId: document.documentId,
      because,
      creditInsteadMinor: creditableMinor(document),
    })
  return accept({
    _tag: 'InvoiceVoided',
    on: document.issuedOn,
    documentId: document.documentId,
    payableMinor: document.payableMinor,
    reason: command.reason,
  })
}
