/** What is left of disputes that were settled but for a little, and whether the little may be given up without asking anybody. */
import { addDays, laterOf, type LocalDate } from '@quittance/kernel'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { disputeCases, type RegisteredCase } from './dispute-cases.js'
import { remainderToWriteOff } from './remainder-write-off.js'

/** How small a rest has to be, by currency: data with an id and a version, named by the write-off that used it. @category policies @since 0.1.0 */
export interface DisputeRemainderPolicy {
  readonly id: string
  readonly version: number
  /** Rests below this, in minor units of the currency; the limit itself is too much. In a currency that is not named nothing is given up. */
  readonly belowMinor: Readonly<Record<string, number>>
}

/** Why a rest stays: nothing of the dispute was settled yet, no limit in its currency, too much, or it may still be a discount. @category model @since 0.1.0 */
export type RemainderStays = 'untouched' | 'no-limit' | 'too-much' | 'discount-open'

/** An open dispute with what is left of it. @category projections @since 0.1.0 */
export interface DisputeRemainder {
  readonly disputeId: string
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly raisedOn: LocalDate
  readonly originalMinor: number
  readonly remainingMinor: number
  /** All of the rest, or 0. */
  readonly giveUpMinor: number
  /** Of a small rest: the first day on which it may be given up. */
  readonly givableFrom?: LocalDate
  /** Absent where it may be given up. */
  readonly because?: RemainderStays
}

/**
 * Open disputes with what is left of each, by day, then id. A rest is what payments, credits and write-offs left of a dispute: one that
 * nothing was taken from is answered, however small it is. It is given up below the limit of its currency, and from the day after the last
 * on which the discount of its document counts as earned.
 *
 * @law no more is given up than is left of a dispute that something was taken from
 * @category projections
 * @since 0.1.0
 */
export const disputeRemainders = (
  view: LedgerView,
  at: PointInTime,
  policy: DisputeRemainderPolicy,
  filter: { readonly customer?: string } = {},
): ReadonlyArray<DisputeRemainder> =>
  disputeCases(view, at, filter)
    .filter(({ outcome, case: own }) => outcome === undefined && own.state === 'open')
    .map((dispute) => ({ ...namesOf(dispute), ...judged(view, dispute, at.asOf, policy) }))

const namesOf = ({
  disputeId,
  itemId,
  customer,
  currency,
  raisedOn,
  case: { originalMinor, remainingMinor },
}: RegisteredCase): Omit<DisputeRemainder, 'giveUpMinor' | 'givableFrom' | 'because'> => ({
  disputeId,
  itemId,
  customer,
  currency,
  raisedOn,
  originalMinor,
  remainingMinor,
})

const judged = (
  view: LedgerView,
  { subject, currency, raisedOn, movements, case: { originalMinor, remainingMinor } }: RegisteredCase,
  asOf: LocalDate,
  policy: DisputeRemainderPolicy,
): Pick<DisputeRemainder, 'giveUpMinor' | 'givableFrom' | 'because'> => {
  const belowMinor = policy.belowMinor[currency]
  if (remainingMinor === originalMinor) return { giveUpMinor: 0, because: 'untouched' }
  if (belowMinor === undefined) return { giveUpMinor: 0, because: 'no-limit' }
  if (remainingMinor >= belowMinor) return { giveUpMinor: 0, because: 'too-much' }
  const until = view.subjects[subject]?.discountUntil
  const settledOn = movements.reduce((so, { on }) => laterOf(so, on), raisedOn)
  const givableFrom = until === undefined ? settledOn : laterOf(settledOn, addDays(until, 1))
  const giveUpMinor = remainderToWriteOff(remainingMinor, asOf, until, { belowMinor })
  return { giveUpMinor, givableFrom, ...(giveUpMinor > 0 ? {} : { because: 'discount-open' as const }) }
}
