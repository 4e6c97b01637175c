/** Finding the document a command names, with the refusals that come first. */
import { keyedGet } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { DocumentId } from '../model.js'
import type { DocumentUnknown, DocumentVoided, WrongDocumentKind } from '../rejections.js'
import type { DocumentRecord, InvoicingState } from '../state.js'

/** A document that is there, not voided, and owed to us. @internal */
export const owedDocument = (
  state: InvoicingState,
  documentId: DocumentId,
): E.Either<DocumentUnknown | WrongDocumentKind | DocumentVoided, DocumentRecord> => {
  const document = keyedGet(state.documents, documentId)
  if (document === undefined) return E.left({ _tag: 'DocumentUnknown', documentId })
  if (document.kind === 'credit-note')
    return E.left({ _tag: 'WrongDocumentKind', documentId, kind: document.kind, wanted: 'invoice or debit note' })
  return document.voided ? E.left({ _tag: 'DocumentVoided', documentId }) : E.right(document)
}
