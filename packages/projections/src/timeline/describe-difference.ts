/** Facts that name differences, as sentences. */
import type { DifferenceFact } from '@quittance/cash-application'
import { amount } from './describe-cash.js'

/** @internal */
export const describeDifference = (fact: DifferenceFact): string => {
  switch (fact._tag) {
    case 'DeductionRecorded':
      return `Deduction ${fact.deductionId}: ${amount(fact.amountMinor, fact.currency)} of ${fact.itemId} held back (${fact.reasonCode})`
    case 'DeductionAccepted':
      return `Deduction ${fact.deductionId} accepted: ${amount(fact.amountMinor, fact.currency)} of ${fact.itemId} credited by ${fact.creditNoteId}`
    case 'DeductionRejected':
      return `Deduction ${fact.deductionId} rejected: ${fact.reason}`
    case 'ChargebackItemRaised':
      return `${amount(fact.amountMinor, fact.currency)} of ${fact.itemId} charged back as ${fact.chargebackId}, due ${fact.dueOn}: ${fact.reason}`
    case 'ChargebackItemCancelled':
      return `Chargeback ${fact.chargebackId} of ${fact.itemId} cancelled: ${fact.reason}`
    case 'Netted': {
      const nettedMinor = fact.lines.reduce((so, { amountMinor }) => so + amountMinor, 0)
      return `${amount(nettedMinor, fact.currency)} netted against payables: ${fact.nettingId}`
    }
    case 'NettingReversed':
      return `Netting ${fact.nettingId} reversed: ${fact.reason}`
  }
}
