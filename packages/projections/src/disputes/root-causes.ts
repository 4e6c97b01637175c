/** What is behind each item that is past due, with the facts that say so, and how much of it is our own doing. */
import { daysBetween, type LocalDate } from '@quittance/kernel'
import { balancesAt } from '../ledger-view/balances-at.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { type OpenItem, openItemsOf } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'
import { causeEntry, type CauseTaxonomy, unknownCause } from './cause-taxonomy.js'
import { type CodeMapping, mapCode } from './code-mapping.js'
import { type DisputeEvidence, disputeRegister, type RegisteredDispute } from './dispute-register.js'
import { type UpstreamShare, upstreamShare } from './upstream-share.js'

/** By which tables causes are found. @category policies @since 0.1.0 */
export interface CauseRules {
  readonly id: string
  readonly version: number
  readonly taxonomy: CauseTaxonomy
  /** Reads what was said of a cause where it is no cause of the taxonomy but a code. */
  readonly codes?: CodeMapping
}

/** A cause that a dispute says an item has. @category projections @since 0.1.0 */
export interface CauseEvidence {
  readonly disputeId: string
  readonly cause: string
  /** As it was written, where that is no cause of the taxonomy. */
  readonly rawCode?: string
  readonly evidence: DisputeEvidence
  readonly raisedOn: LocalDate
  /** The facts it rests on, by their positions in the store. */
  readonly positions: ReadonlyArray<number>
}

/** A past-due item and its cause. @category projections @since 0.1.0 */
export interface CausedItem {
  /** Index in the view, for `because`. */
  readonly subject: number
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly openMinor: number
  /** Of its oldest instalment past due. */
  readonly daysPastDue: number
  /** `unknown` where nothing says anything. */
  readonly cause: string
  /** Who owns the cause before all; absent where nobody does. */
  readonly department?: string
  readonly upstream: boolean
  /** What the cause was taken from; absent where nothing says anything. */
  readonly primary?: CauseEvidence
  /** What else is said: contributory where it agrees, a conflict where it names another cause. */
  readonly others: ReadonlyArray<CauseEvidence>
}

/** The report: rows, and the share of each currency. @category projections @since 0.1.0 */
export interface RootCauses {
  readonly rules: { readonly id: string; readonly version: number }
  /** The largest open amount first within a currency; ties by item. */
  readonly rows: ReadonlyArray<CausedItem>
  readonly currencies: ReadonlyArray<{ readonly currency: string; readonly share: UpstreamShare }>
}

/**
 * Past-due items with their causes. Of several disputes of an item one that was accepted outweighs one that was tagged, and that one
 * another that was only raised; among equals the first raised counts, for what came first made the item unpayable. A dispute that
 * was rejected or withdrawn says nothing of us, nor does one without a cause; a code that no table has is kept and outweighs nothing.
 *
 * @law past-due items explained and unexplained are all that is past due
 * @law stronger evidence of a cause is never outweighed by weaker
 * @category projections
 * @since 0.1.0
 */
export const rootCauses = (view: LedgerView, at: PointInTime, rules: CauseRules): RootCauses => {
  const pastDue = pastDueItems(view, at)
  const disputes = new Map<number, Array<RegisteredDispute>>()
  for (const dispute of disputeRegister(view, at)) {
    const known = disputes.get(dispute.subject)
    if (known === undefined) disputes.set(dispute.subject, [dispute])
    else known.push(dispute)
  }
  const rows = pastDue
    .map((item) => causedItem(item, disputes.get(item.subject) ?? [], at, rules))
    .sort(byCurrencyThenSize)
  const currencies = [...new Set(rows.map(({ currency }) => currency))].map((currency) => ({
    currency,
    share: upstreamShare(
      rows.filter((row) => row.currency === currency),
      rules.taxonomy,
    ),
  }))
  return { rules: { id: rules.id, version: rules.version }, rows, currencies }
}

const byCurrencyThenSize = (a: CausedItem, b: CausedItem): number => {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1
  return b.openMinor - a.openMinor || (a.itemId < b.itemId ? -1 : 1)
}

/** What is past due of each item, its instalments together, with the due day of the oldest. */
const pastDueItems = (view: LedgerView, at: PointInTime): ReadonlyArray<OpenItem> => {
  const bySubject = new Map<number, OpenItem>()
  for (const item of openItemsOf(view, at, balancesAt(view, at))) {
    if (item.daysPastDue <= 0 || item.openMinor <= 0) continue
    const so = bySubject.get(item.subject)
    bySubject.set(item.subject, so === undefined ? item : { ...so, openMinor: so.openMinor + item.openMinor })
  }
  return [...bySubject.values()]
}

const strength: Readonly<Record<DisputeEvidence, number>> = { resolved: 2, tagged: 1, raised: 0 }

/** A code that no table has says that there is a cause, and not which: anything else outweighs it. */
const weightOf = ({ cause, evidence }: CauseEvidence): number =>
  cause === unknownCause.cause ? -1 : strength[evidence]

const causedItem = (
  item: OpenItem,
  disputes: ReadonlyArray<RegisteredDispute>,
  at: PointInTime,
  rules: CauseRules,
): CausedItem => {
  const said = disputes.flatMap((dispute) => evidenceOf(dispute, rules)).sort((a, b) => weightOf(b) - weightOf(a))
  const [primary, ...others] = said
  const entry = causeEntry(rules.taxonomy, primary?.cause ?? unknownCause.cause)
  const [department] = entry.departments
  return {
    subject: item.subject,
    itemId: item.itemId,
    customer: item.customer,
    currency: item.currency,
    openMinor: item.openMinor,
    daysPastDue: daysBetween(item.dueOn, at.asOf),
    cause: entry.cause,
    ...(department === undefined ? {} : { department }),
    upstream: entry.upstream,
    ...(primary === undefined ? {} : { primary }),
    others,
  }
}

const evidenceOf = (
  { disputeId, cause: word, outcome, evidence, raisedOn, positions }: RegisteredDispute,
  { taxonomy, codes }: CauseRules,
): ReadonlyArray<CauseEvidence> => {
  if (outcome === 'rejected' || outcome === 'withdrawn') return []
  const isKnown = causeEntry(taxonomy, word).cause === word
  const cause = isKnown || codes === undefined ? causeEntry(taxonomy, word).cause : mapCode(codes, word).cause
  if (cause === unknownCause.cause && isKnown) return []
  return [{ disputeId, cause, ...(isKnown ? {} : { rawCode: word }), evidence, raisedOn, positions }]
}
