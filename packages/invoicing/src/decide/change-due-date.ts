/** The due day of an instalment moves. */
import { accept, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ChangeDueDate } from '../commands.js'
import type { InvoicingDecided } from '../decided.js'
import type { InvoicingState } from '../state.js'
import { owedDocument } from './find-document.js'

/** @internal */
export const changeDueDate = (command: ChangeDueDate, state: InvoicingState): InvoicingDecided => {
  const { documentId, on, dueOn, reason } = command
  const found = owedDocument(state, documentId)
  if (E.isLeft(found)) return found
  const { instalments, issuedOn } = found.right
  const wanted = command.instalmentNo ?? (instalments.length === 1 ? instalments[0]?.no : undefined)
  const instalment = instalments.find(({ no }) => no === wanted)
  if (instalment === undefined)
    return refuse({ _tag: 'InstalmentUnknown', documentId, instalmentNo: command.instalmentNo })
  if (on < issuedOn) return refuse({ _tag: 'TooEarly', on, notBefore: issuedOn })
  if (dueOn < issuedOn) return refuse({ _tag: 'DueBeforeIssue', documentId, dueOn, issuedOn })
  // Accepted without a fact, the command id could not be remembered, and a late retry might move the day back.
  if (dueOn === instalment.dueOn) return refuse({ _tag: 'DueDateUnchanged', documentId, instalmentNo: instalment.no })
  return accept({
    _tag: 'DueDateChanged',
    on,
    documentId,
    instalmentNo: instalment.no,
    from: instalment.dueOn,
    to: dueOn,
    reason,
  })
}
