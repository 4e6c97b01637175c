/** Facts of disputes, as sentences. */
import type {
  DisputeAssigned,
  DisputeCauseTagged,
  DisputeRaised,
  DisputeResolved,
  DisputeSubstantiated,
} from '@quittance/invoicing'
import { amount } from './describe-cash.js'

type DisputeFact = DisputeRaised | DisputeSubstantiated | DisputeAssigned | DisputeCauseTagged | DisputeResolved

/** @internal */
export const describeDispute = (fact: DisputeFact, currency: string): string => {
  const dispute = `Dispute ${fact.disputeId}`
  switch (fact._tag) {
    case 'DisputeRaised': {
      const of = fact.lines === undefined ? '' : ` of line ${fact.lines.join(', ')}`
      return `${dispute} raised over ${amount(fact.disputedMinor, currency)}${of}, cause ${fact.cause}${claim(fact)}`
    }
    case 'DisputeSubstantiated':
      return `${dispute} substantiated${claim(fact)}`
    case 'DisputeAssigned': {
      const to = fact.person === undefined ? fact.department : `${fact.person}, ${fact.department}`
      return `${dispute} given to ${to}${fact.dueOn === undefined ? '' : `, answer wanted by ${fact.dueOn}`}`
    }
    case 'DisputeCauseTagged':
      return `${dispute} caused by ${fact.cause}, says ${fact.by}: ${fact.because}`
    case 'DisputeResolved':
      return `${dispute} ended: ${fact.outcome}`
  }
}

const claim = ({ claimCode, evidence = [] }: Pick<DisputeRaised, 'claimCode' | 'evidence'>): string =>
  (claimCode === undefined ? '' : `, claim code ${claimCode}`) +
  (evidence.length === 0 ? '' : `, evidence ${evidence.join(', ')}`)
