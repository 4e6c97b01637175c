// The baseline: blame whatever was said last about an invoice, by dispute, deduction, rejection, remittance or excuse.
import { causeEntry, mapCode, shippedCauses, x12Reasons } from '@quittance/projections'

const knows = (cause) => cause !== undefined && cause !== 'unknown' && causeEntry(shippedCauses, cause).cause === cause

/** The cause of each invoice of an account by the latest word on it; `tables` as a clerk would have them, the customer's own first. */
export const lastWords = (facts, tables) => {
  const causes = new Map()
  const read = (code) =>
    code === undefined
      ? undefined
      : [...tables, x12Reasons].map((table) => mapCode(table, code).cause).find((cause) => cause !== 'unknown')
  const say = (documentId, cause, code) => {
    const found = knows(cause) ? cause : read(code)
    if (found !== undefined) causes.set(documentId, found)
  }
  for (const { fact } of facts)
    switch (fact._tag) {
      case 'DisputeRaised':
        say(fact.documentId, fact.cause, fact.claimCode)
        break
      case 'DeductionRecorded':
        say(fact.itemId, fact.cause, fact.reasonCode)
        break
      case 'InvoiceRejected':
        say(fact.documentId, undefined, fact.code)
        break
      case 'RemittanceRecorded':
        for (const { documentId, deductions = [] } of fact.lines)
          for (const { code } of deductions) say(documentId, undefined, code)
        break
      case 'ExcuseGiven':
        for (const documentId of fact.items ?? []) say(documentId, fact.cause, fact.code)
        break
    }
  return causes
}
