/** Laws of differences: what leaves an item under another name arrives there, and a deduction ends once. */
import type { Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import { type AccountLog, type AuditLaw, auditLaw } from './law.js'

/** The facts of the same command. */
const beside = (log: AccountLog, { commandId }: Recorded<AccountFact>): ReadonlyArray<AccountFact> =>
  log.filter((one) => one.commandId === commandId).map(({ fact }) => fact)

/** A check of each fact for itself, given the facts of its command. */
const eachBeside = (
  name: string,
  wrong: (fact: AccountFact, own: () => ReadonlyArray<AccountFact>) => string | undefined,
): AuditLaw =>
  auditLaw(name, (log) => {
    for (const recorded of log) {
      const says = wrong(recorded.fact, () => beside(log, recorded))
      if (says !== undefined) return { revision: recorded.revision, says }
    }
    return undefined
  })

/** A chargeback has its debit note in the same command: same number, same amount, made from the same item; its cancellation has the void. @category laws @since 0.1.0 */
export const chargebacksOwed: AuditLaw = eachBeside(
  'what is charged back is owed on a debit item of its own',
  (fact, own) => {
    if (fact._tag === 'ChargebackItemRaised') {
      const isOwed = own().some(
        (other) =>
          other._tag === 'DebitNoteIssued' &&
          other.documentId === fact.chargebackId &&
          other.precedingId === fact.itemId &&
          other.totals.payableMinor === fact.amountMinor,
      )
      return isOwed ? undefined : `${fact.amountMinor} left ${fact.itemId}, and are not owed on ${fact.chargebackId}`
    }
    if (fact._tag !== 'ChargebackItemCancelled') return undefined
    const isVoid = own().some((other) => other._tag === 'InvoiceVoided' && other.documentId === fact.chargebackId)
    return isVoid ? undefined : `${fact.chargebackId} is cancelled, and still owed`
  },
)

/** An accepted deduction has its credit note in the same command, over exactly what was pending, all of it taken off the item. @category laws @since 0.1.0 */
export const deductionsCredited: AuditLaw = eachBeside(
  'an accepted deduction is credited to the last minor unit',
  (fact, own) => {
    if (fact._tag !== 'DeductionAccepted') return undefined
    const isCredited = own().some(
      (other) =>
        other._tag === 'CreditNoteIssued' &&
        other.documentId === fact.creditNoteId &&
        other.precedingId === fact.itemId &&
        other.totals.grossMinor === fact.amountMinor &&
        other.offsetMinor === fact.amountMinor,
    )
    return isCredited ? undefined : `${fact.amountMinor} of ${fact.deductionId} accepted, and not credited`
  },
)

/** From pending to accepted, rejected or written off, and nowhere else; a reversed write-off makes it pending again. @category laws @since 0.1.0 */
export const deductionsEndOnce: AuditLaw = auditLaw('a deduction is recorded once and ends once', (log) => {
  const pending = new Map<string, boolean>()
  for (const { fact, revision } of log) {
    for (const { id, from, to } of movesOf(fact)) {
      if (pending.get(id) !== from) return { revision, says: `${fact._tag} of ${id}, which is not ${wordFor(from)}` }
      pending.set(id, to)
    }
  }
  return undefined
})

const wordFor = (from: boolean | undefined): string => (from === undefined ? 'new' : from ? 'pending' : 'ended')

interface DeductionMove {
  readonly id: string
  /** Pending, ended, or not there yet. */
  readonly from: boolean | undefined
  readonly to: boolean
}

const movesOf = (fact: AccountFact): ReadonlyArray<DeductionMove> => {
  switch (fact._tag) {
    case 'DeductionRecorded':
      return [{ id: fact.deductionId, from: undefined, to: true }]
    case 'DeductionAccepted':
    case 'DeductionRejected':
      return [{ id: fact.deductionId, from: true, to: false }]
    case 'WrittenOff':
    case 'WriteOffReversed': {
      const isEnd = fact._tag === 'WrittenOff'
      return fact.deduction === undefined ? [] : [{ id: fact.deduction.deductionId, from: isEnd, to: !isEnd }]
    }
    default:
      return []
  }
}
