/** What is done about a dispute while nobody has decided it: papers come in, somebody looks into it, and says what caused it. */
import { accept, keyedGet, refuse } from '@quittance/kernel'
import type { AssignDispute, SubstantiateDispute, TagDisputeCause } from '../commands.js'
import type { InvoicingDecided } from '../decided.js'
import type { InvoicingState } from '../state.js'

/** @internal */
export const substantiateDispute = (command: SubstantiateDispute, state: InvoicingState): InvoicingDecided => {
  const { disputeId, on, claimCode, evidence = [], words } = command
  const refusal = emptyClaim(command)
  if (refusal !== undefined) return refuse({ _tag: 'InvalidDispute', disputeId, ...refusal })
  if (claimCode === undefined && evidence.length === 0 && words === undefined)
    return refuse({ _tag: 'InvalidDispute', disputeId, field: 'evidence', problem: 'nothing is added to the claim' })
  const dispute = keyedGet(state.openDisputes, disputeId)
  if (dispute === undefined) return refuse({ _tag: 'DisputeNotOpen', disputeId })
  if (on < dispute.raisedOn) return refuse({ _tag: 'TooEarly', on, notBefore: dispute.raisedOn })
  return accept({
    _tag: 'DisputeSubstantiated',
    on,
    disputeId,
    documentId: dispute.documentId,
    ...(claimCode === undefined ? {} : { claimCode }),
    evidence,
    ...(words === undefined ? {} : { words }),
  })
}

/** The field of a claim that is given and says nothing. @internal */
export const emptyClaim = ({
  claimCode,
  evidence = [],
}: Pick<SubstantiateDispute, 'claimCode' | 'evidence'>):
  { readonly field: string; readonly problem: string } | undefined => {
  const at = evidence.indexOf('')
  const field = claimCode === '' ? 'claimCode' : at < 0 ? undefined : `evidence[${at}]`
  return field === undefined ? undefined : { field, problem: 'it is empty' }
}

/** @internal */
export const assignDispute = (command: AssignDispute, state: InvoicingState): InvoicingDecided => {
  const { disputeId, on, department, person, dueOn } = command
  const field = department === '' ? 'department' : person === '' ? 'person' : undefined
  if (field !== undefined) return refuse({ _tag: 'InvalidDispute', disputeId, field, problem: 'it is empty' })
  if (dueOn !== undefined && dueOn < on)
    return refuse({ _tag: 'InvalidDispute', disputeId, field: 'dueOn', problem: 'it lies before the assignment' })
  const dispute = keyedGet(state.openDisputes, disputeId)
  if (dispute === undefined) return refuse({ _tag: 'DisputeNotOpen', disputeId })
  if (on < dispute.raisedOn) return refuse({ _tag: 'TooEarly', on, notBefore: dispute.raisedOn })
  return accept({
    _tag: 'DisputeAssigned',
    on,
    disputeId,
    documentId: dispute.documentId,
    department,
    ...(person === undefined ? {} : { person }),
    ...(dueOn === undefined ? {} : { dueOn }),
  })
}

/** @internal */
export const tagDisputeCause = (command: TagDisputeCause, state: InvoicingState): InvoicingDecided => {
  const { disputeId, on, cause, by, because } = command
  const field = cause === '' ? 'cause' : by === '' ? 'by' : because === '' ? 'because' : undefined
  if (field !== undefined) return refuse({ _tag: 'InvalidDispute', disputeId, field, problem: 'it is empty' })
  const dispute = keyedGet(state.openDisputes, disputeId) ?? keyedGet(state.endedDisputes, disputeId)
  if (dispute === undefined) return refuse({ _tag: 'DisputeUnknown', disputeId })
  if (on < dispute.raisedOn) return refuse({ _tag: 'TooEarly', on, notBefore: dispute.raisedOn })
  return accept({ _tag: 'DisputeCauseTagged', on, disputeId, documentId: dispute.documentId, cause, by, because })
}
