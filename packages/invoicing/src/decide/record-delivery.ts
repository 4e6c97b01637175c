/** What became of sending a document. */
import { accept, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { RecordDelivery } from '../commands.js'
import type { InvoicingDecided } from '../decided.js'
import type { InvoicingState } from '../state.js'
import { owedDocument } from './find-document.js'

/** @internal */
export const recordDelivery = (command: RecordDelivery, state: InvoicingState): InvoicingDecided => {
  const { documentId, on, outcome } = command
  const found = owedDocument(state, documentId)
  if (E.isLeft(found)) return found
  if (on < found.right.issuedOn) return refuse({ _tag: 'TooEarly', on, notBefore: found.right.issuedOn })
  switch (outcome._tag) {
    case 'Delivered':
      return accept({ _tag: 'InvoiceDelivered', on, documentId, channel: outcome.channel })
    case 'Bounced':
      return accept({ _tag: 'InvoiceBounced', on, documentId, channel: outcome.channel, reason: outcome.reason })
    case 'Rejected':
      return accept({
        _tag: 'InvoiceRejected',
        on,
        documentId,
        reason: outcome.reason,
        ...(outcome.code === undefined ? {} : { code: outcome.code }),
      })
    case 'Viewed':
      return accept({ _tag: 'InvoiceViewed', on, documentId })
  }
}
