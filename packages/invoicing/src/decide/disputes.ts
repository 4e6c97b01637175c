/** A customer objects, and how it ends. */
import { accept, keyedGet, laterOf, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { RaiseDispute, ResolveDispute } from '../commands.js'
import type { InvoicingContext } from '../context.js'
import type { InvoicingDecided } from '../decided.js'
import type { DisputeOutcome } from '../model.js'
import { lineTax } from '../policies/document-totals.js'
import type { CreditDoesNotSettle, InvalidDispute } from '../rejections.js'
import { alwaysReducedPercent } from '../policies/discount-offer.js'
import type { DisputeRecord, DocumentRecord, InvoicingState } from '../state.js'
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
  const line = unknownLine(found.right, command.lines)
  if (line !== undefined) return refuse({ _tag: 'InvalidDispute', disputeId, ...line })
  if (on < found.right.issuedOn) return refuse({ _tag: 'TooEarly', on, notBefore: found.right.issuedOn })

  const disputableMinor = Math.max(openMinor - found.right.disputedMinor, 0)
  const askedMinor = command.amountMinor ?? Math.min(linesMinor(found.right, command.lines), disputableMinor)
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

/** A line that the document does not have, or that is named twice. */
const unknownLine = (
  { lines: own }: DocumentRecord,
  lines: ReadonlyArray<number> | undefined,
): Pick<InvalidDispute, 'field' | 'problem'> | undefined => {
  if (lines === undefined) return undefined
  if (lines.length === 0) return { field: 'lines', problem: 'no line is named' }
  const at = lines.findIndex((no, index) => lines.indexOf(no) < index || own.every(({ lineNo }) => lineNo !== no))
  return at < 0 ? undefined : { field: `lines[${at}]`, problem: 'it is no line of the document, or named twice' }
}

/** What is left of the lines with its tax; without lines there is no limit by them. */
const linesMinor = (document: DocumentRecord, lines: ReadonlyArray<number> | undefined): number => {
  if (lines === undefined) return Number.POSITIVE_INFINITY
  const percent = alwaysReducedPercent(document)
  return document.lines
    .filter(({ lineNo }) => lines.includes(lineNo))
    .map(({ netMinor, creditedMinor, tax }) => {
      const leftMinor = netMinor - creditedMinor
      return leftMinor + lineTax(leftMinor, tax, percent)
    })
    .reduce((so, minor) => so + minor, 0)
}

/** @internal */
export const resolveDispute = (command: ResolveDispute, state: InvoicingState): InvoicingDecided => {
  const { disputeId, on, outcome, creditNoteId, disputeClass } = command
  const wording = wordingOf(command)
  if (wording !== undefined) return refuse({ _tag: 'InvalidDispute', disputeId, ...wording })
  const dispute = keyedGet(state.openDisputes, disputeId)
  const credit = creditNoteId === undefined ? undefined : keyedGet(state.documents, creditNoteId)
  if (creditNoteId !== undefined && credit?.kind !== 'credit-note')
    return refuse({ _tag: 'DocumentUnknown', documentId: creditNoteId })
  if (dispute === undefined) return refuse({ _tag: 'DisputeNotOpen', disputeId })
  const notBefore = credit === undefined ? dispute.raisedOn : laterOf(dispute.raisedOn, credit.issuedOn)
  if (on < notBefore) return refuse({ _tag: 'TooEarly', on, notBefore })
  const unsettled = credit === undefined ? undefined : unsettledBy(credit, dispute, outcome, state)
  if (unsettled !== undefined) return refuse(unsettled)
  if (isAccepted(outcome) && disputeClass === 'preventable' && dispute.cause === 'unknown')
    return refuse({ _tag: 'CauseRequired', disputeId })
  return accept({
    _tag: 'DisputeResolved',
    on,
    disputeId,
    documentId: dispute.documentId,
    releasedMinor: dispute.disputedMinor,
    outcome,
    ...(credit === undefined
      ? {}
      : {
          creditNoteId: credit.documentId,
          acceptedMinor: Math.min(credit.grossMinor, dispute.disputedMinor),
        }),
    ...(disputeClass === undefined ? {} : { disputeClass }),
  })
}

const isAccepted = (outcome: DisputeOutcome): boolean => outcome === 'accepted' || outcome === 'partly-accepted'

const wordingOf = ({
  outcome,
  creditNoteId,
  disputeClass,
}: ResolveDispute): Pick<InvalidDispute, 'field' | 'problem'> | undefined => {
  if (isAccepted(outcome) !== (creditNoteId !== undefined))
    return {
      field: 'creditNoteId',
      problem: isAccepted(outcome)
        ? 'what is accepted is credited: name the credit note'
        : 'only what is accepted is credited',
    }
  return isAccepted(outcome) && disputeClass === 'unauthorised'
    ? { field: 'disputeClass', problem: 'what was taken without a right is not accepted' }
    : undefined
}

/** A credit note settles one dispute, on its document, over exactly the amount, or in part over less than it; one over the whole invoice, to be billed again, settles every dispute of it. */
const unsettledBy = (
  credit: DocumentRecord,
  { disputeId, documentId, disputedMinor }: DisputeRecord,
  outcome: DisputeOutcome,
  state: InvoicingState,
): CreditDoesNotSettle | undefined => {
  const document = keyedGet(state.documents, documentId)
  const creditMinor = credit.grossMinor
  const isWhole = outcome === 'accepted' && credit.precedingId === documentId && creditMinor === document?.grossMinor
  const fits = outcome === 'accepted' ? creditMinor === disputedMinor : creditMinor < disputedMinor
  const because: CreditDoesNotSettle['because'] | undefined =
    credit.precedingId !== undefined && credit.precedingId !== documentId
      ? 'document'
      : credit.currency !== document?.currency
        ? 'currency'
        : isWhole
          ? undefined
          : credit.settles !== undefined
            ? 'settled-another'
            : fits
              ? undefined
              : 'amount'
  return because === undefined
    ? undefined
    : { _tag: 'CreditDoesNotSettle', disputeId, creditNoteId: credit.documentId, because, disputedMinor, creditMinor }
}
