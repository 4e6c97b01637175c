/** A customer objects, and how it ends. */
import { accept, keyedGet, laterOf, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { RaiseDispute, ResolveDispute } from '../commands.js'
import type { InvoicingContext } from '../context.js'
import type { InvoicingDecided } from '../decided.js'
import type { InvoicingState } from '../state.js'
import { emptyClaim } from './dispute-work.js'
import { owedDocument } from './find-document.js'

/** @internal */
export const raiseDispute = (
  command: RaiseDispute,
  state: InvoicingState,
  context: InvoicingContext,
): InvoicingDecided => {
  const { disputeId, documentId, on } = command
  if (disputeId === '')
    return refuse({ _tag: 'InvalidDocument', documentId, field: 'disputeId', problem: 'a dispute has an id' })
  const empty = emptyClaim(command)
  if (empty !== undefined) return refuse({ _tag: 'InvalidDispute', disputeId, ...empty })
  const { openMinor } = context.settlementOf(documentId)
  const found = owedDocument(state, documentId)
  if (E.isLeft(found)) return found
  if (keyedGet(state.openDisputes, disputeId) !== undefined || keyedGet(state.endedDisputes, disputeId) !== undefined)
    return refuse({ _tag: 'DisputeAlreadyRaised', disputeId })
  if (on < found.right.issuedOn) return refuse({ _tag: 'TooEarly', on, notBefore: found.right.issuedOn })

  const disputableMinor = Math.max(openMinor - found.right.disputedMinor, 0)
  const askedMinor = command.amountMinor ?? disputableMinor
  if (!Number.isSafeInteger(askedMinor) || askedMinor <= 0 || askedMinor > disputableMinor)
    return refuse({ _tag: 'OverDisputed', documentId, disputableMinor, askedMinor })
  return accept({
    _tag: 'DisputeRaised',
    on,
    disputeId,
    documentId,
    disputedMinor: askedMinor,
    cause: command.cause ?? 'unknown',
    ...(command.words === undefined ? {} : { words: command.words }),
    ...(command.lines === undefined ? {} : { lines: command.lines }),
    ...(command.claimCode === undefined ? {} : { claimCode: command.claimCode }),
    ...(command.evidence === undefined ? {} : { evidence: command.evidence }),
  })
}

/** @internal */
export const resolveDispute = (command: ResolveDispute, state: InvoicingState): InvoicingDecided => {
  const { disputeId, on, outcome, creditNoteId } = command
  const dispute = keyedGet(state.openDisputes, disputeId)
  const credit = creditNoteId === undefined ? undefined : keyedGet(state.documents, creditNoteId)
  if (creditNoteId !== undefined && credit?.kind !== 'credit-note')
    return refuse({ _tag: 'DocumentUnknown', documentId: creditNoteId })
  if (dispute === undefined) return refuse({ _tag: 'DisputeNotOpen', disputeId })
  const notBefore = credit === undefined ? dispute.raisedOn : laterOf(dispute.raisedOn, credit.issuedOn)
  if (on < notBefore) return refuse({ _tag: 'TooEarly', on, notBefore })
  return accept({
    _tag: 'DisputeResolved',
    on,
    disputeId,
    documentId: dispute.documentId,
    releasedMinor: dispute.disputedMinor,
    outcome,
    ...(creditNoteId === undefined ? {} : { creditNoteId }),
  })
}
