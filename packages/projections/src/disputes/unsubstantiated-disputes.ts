/** Claims without a code or papers: how long each has waited for them, and what is to be done about it next. */
import { addDays, daysBetween, type LocalDate } from '@quittance/kernel'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { disputeCases } from './dispute-cases.js'

/** How long a customer has to say more. @category policies @since 0.1.0 */
export interface SubstantiationTerms {
  /** Calendar days from the day on which the dispute was raised; the last one belongs to them. */
  readonly waitDays: number
}

/** Give it to somebody, ask the customer for the code and the papers, or decide on what is there. @category model @since 0.1.0 */
export type SubstantiationStep = 'assign' | 'ask' | 'decide'

/** A claim that waits for its ground. @category projections @since 0.1.0 */
export interface UnsubstantiatedDispute {
  readonly disputeId: string
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly raisedOn: LocalDate
  /** What is left of it. */
  readonly remainingMinor: number
  readonly department?: string
  readonly person?: string
  /** From the day on which it was raised. */
  readonly waitingDays: number
  /** The last day on which what is missing is waited for. */
  readonly waitUntil: LocalDate
  readonly nextStep: SubstantiationStep
}

/**
 * The queue of open disputes that have neither a code nor papers, the longest waiting first, then by id. What nobody looks into is given to
 * somebody first, however old it is; whoever has it asks, until the time to answer is over, and then decides on what is there. Words alone do not
 * take a dispute off the queue.
 *
 * @law who waits in the queue is open, in the register, and without ground
 * @category projections
 * @since 0.1.0
 */
export const unsubstantiatedDisputes = (
  view: LedgerView,
  at: PointInTime,
  { waitDays }: SubstantiationTerms,
  filter: { readonly customer?: string } = {},
): ReadonlyArray<UnsubstantiatedDispute> =>
  disputeCases(view, at, filter)
    .filter(
      ({ unsubstantiated, outcome, case: own }) =>
        unsubstantiated === true && outcome === undefined && own.state === 'open',
    )
    .map(({ disputeId, itemId, customer, currency, raisedOn, department, person, case: own }) => {
      const waitUntil = addDays(raisedOn, waitDays)
      return {
        disputeId,
        itemId,
        customer,
        currency,
        raisedOn,
        remainingMinor: own.remainingMinor,
        ...(department === undefined ? {} : { department }),
        ...(person === undefined ? {} : { person }),
        waitingDays: daysBetween(raisedOn, at.asOf),
        waitUntil,
        nextStep: department === undefined ? 'assign' : at.asOf <= waitUntil ? 'ask' : 'decide',
      }
    })
