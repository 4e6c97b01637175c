/** How long disputes take, from the day of the dispute and from the day of the invoice, by whoever has them. */
import { daysBetween, type LocalDate } from '@quittance/kernel'
import type { RegisteredDispute } from '../../disputes/dispute-register.js'
import type { LedgerView } from '../../ledger-view/ledger-view.js'
import { groupedBy } from '../grouped-by.js'
import { compareTexts } from './compare-texts.js'

/** What disputes are grouped by. @category model @since 0.1.0 */
export type DisputeGrouping = 'department' | 'person' | 'cause' | 'customer'

/** Disputes of one group and currency at a day. An average is days over `ended`. @category projections @since 0.1.0 */
export interface DisputeTimes {
  readonly currency: string
  /** Absent where the dispute was given to nobody. */
  readonly group?: string
  readonly disputes: number
  readonly disputedMinor: number
  readonly open: number
  readonly openMinor: number
  readonly oldestOpenDays?: number
  readonly ended: number
  /** Of those that ended: how many the customer was right in, wholly or in part. */
  readonly accepted: number
  /** Days from raising to end, over those that had ended. */
  readonly daysFromDispute: number
  /** Days from the invoice to the end, over the same. */
  readonly daysFromInvoice: number
  /** Ended after the day on which the answer was wanted, or open past it. */
  readonly late: number
  /** The facts, by position in the store, ascending. */
  readonly positions: ReadonlyArray<number>
}

/**
 * The register in groups, by currency, the group with the largest open amount first; ties by disputed amount, then by name.
 *
 * @param register - of the same view, as of `asOf`
 * @law every dispute of the register is in exactly one group
 * @category projections
 * @since 0.1.0
 */
export const disputeTimes = (
  view: LedgerView,
  register: ReadonlyArray<RegisteredDispute>,
  asOf: LocalDate,
  by: DisputeGrouping,
): ReadonlyArray<DisputeTimes> => {
  const groups = groupedBy(register, (one) => JSON.stringify([one.currency, one[by] ?? null]))
  return [...groups.values()]
    .map((group) => timesOf(view, group, asOf, by))
    .sort(
      (a, b) =>
        compareTexts(a.currency, b.currency) ||
        b.openMinor - a.openMinor ||
        b.disputedMinor - a.disputedMinor ||
        compareTexts(a.group ?? '', b.group ?? ''),
    )
}

const timesOf = (
  view: LedgerView,
  group: ReadonlyArray<RegisteredDispute>,
  asOf: LocalDate,
  by: DisputeGrouping,
): DisputeTimes => {
  const [first] = group
  const name = first?.[by]
  const ended = group.filter(({ endedOn }) => endedOn !== undefined)
  const open = group.filter(({ endedOn }) => endedOn === undefined)
  const ages = open.map(({ raisedOn }) => daysBetween(raisedOn, asOf))
  const daysTo = (from: (one: RegisteredDispute) => LocalDate): number =>
    ended.reduce((so, one) => so + daysBetween(from(one), one.endedOn ?? asOf), 0)
  return {
    currency: first?.currency ?? '',
    ...(name === undefined ? {} : { group: name }),
    disputes: group.length,
    disputedMinor: sum(group),
    open: open.length,
    openMinor: sum(open),
    ...(ages.length === 0 ? {} : { oldestOpenDays: Math.max(...ages) }),
    ended: ended.length,
    accepted: ended.filter(({ outcome }) => outcome === 'accepted' || outcome === 'partly-accepted').length,
    daysFromDispute: daysTo(({ raisedOn }) => raisedOn),
    daysFromInvoice: daysTo(({ subject, raisedOn }) => view.subjects[subject]?.on ?? raisedOn),
    late: group.filter(({ dueOn, endedOn }) => dueOn !== undefined && (endedOn ?? asOf) > dueOn).length,
    positions: [...new Set(group.flatMap(({ positions }) => positions))].sort((a, b) => a - b),
  }
}

const sum = (disputes: ReadonlyArray<RegisteredDispute>): number =>
  disputes.reduce((so, { originalMinor }) => so + originalMinor, 0)
