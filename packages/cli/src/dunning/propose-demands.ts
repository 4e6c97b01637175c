/** Which accounts a final demand is for, what it would ask, and what stands in the way. */
import { type EscalationPolicy, itemsToDemand, type OverdueItem, overdueItems } from '@quittance/dunning'
import { addDays, type LocalDate } from '@quittance/kernel'
import { accountOnDay } from '@quittance/receivables'
import { accountAtPoint, type Desk } from '../matching/desk.js'
import { customersOf } from './propose-run.js'

/** What keeps an item out of a final demand. @category model @since 0.1.0 */
export interface NotDemanded {
  readonly itemId: string
  readonly reason: 'dispute' | 'promise' | 'hold' | 'agency' | 'demanded'
}

/** A final demand that could be sent to a customer in a currency. @category model @since 0.1.0 */
export interface DemandProposal {
  readonly customer: string
  readonly currency: string
  readonly items: ReadonlyArray<string>
  readonly amountMinor: number
  readonly oldestDueOn: LocalDate
  /** The lowest that one of the items has reached. */
  readonly level: number
  readonly lastNoticeOn?: LocalDate
  /** The first day on which the policy lets it go; absent: now. */
  readonly from?: LocalDate
  /** Why not at all for now: the steps before, or money in hand that is matched first. */
  readonly waitsFor?: 'earlier-levels' | 'money-in-hand'
  readonly left: ReadonlyArray<NotDemanded>
}

/** A question about final demands. @category model @since 0.1.0 */
export interface AskedDemands {
  readonly on: LocalDate
  readonly afterLevel: number
  readonly policy?: EscalationPolicy
  readonly customer?: string
}

/** Each customer and currency with something past due that a demand could ask for. @category policies @since 0.1.0 */
export const proposeDemands = async (desk: Desk, asked: AskedDemands): Promise<ReadonlyArray<DemandProposal>> => {
  const proposals: Array<DemandProposal> = []
  for (const customer of customersOf(desk, asked)) {
    const { state } = await accountAtPoint(desk, customer)
    const account = accountOnDay(state, asked.on)
    const overdue = overdueItems(account, asked.on)
    for (const currency of [...new Set(overdue.map((item) => item.currency))].sort()) {
      const inHandMinor = account.credits.reduce(
        (so, credit) => (credit.currency === currency ? so + credit.amountMinor : so),
        0,
      )
      proposals.push(...proposal(customer, currency, overdue, inHandMinor > 0, asked))
    }
  }
  return proposals
}

const proposal = (
  customer: string,
  currency: string,
  overdue: ReadonlyArray<OverdueItem>,
  isInHand: boolean,
  { on, afterLevel, policy }: AskedDemands,
): ReadonlyArray<DemandProposal> => {
  const items = itemsToDemand(overdue, currency)
  const [first] = items
  if (first === undefined) return []
  const level = Math.min(...items.map((item) => item.level))
  const lastNoticeOn = items
    .flatMap((item) => item.lastNoticeOn ?? [])
    .sort()
    .at(-1)
  const from =
    policy === undefined || lastNoticeOn === undefined ? undefined : addDays(lastNoticeOn, policy.finalDemandAfterDays)
  const waitsFor = isInHand ? 'money-in-hand' : level < afterLevel ? 'earlier-levels' : undefined
  return [
    {
      customer,
      currency,
      items: items.map(({ itemId }) => itemId),
      amountMinor: items.reduce((so, { openMinor }) => so + openMinor, 0),
      oldestDueOn: items.reduce((so, { dueOn }) => (dueOn < so ? dueOn : so), first.dueOn),
      level,
      ...(lastNoticeOn === undefined ? {} : { lastNoticeOn }),
      ...(from === undefined || from <= on ? {} : { from }),
      ...(waitsFor === undefined ? {} : { waitsFor }),
      left: overdue
        .filter((item) => item.currency === currency && !items.includes(item))
        .map((item) => ({ itemId: item.itemId, reason: reasonOf(item) })),
    },
  ]
}

const reasonOf = ({ disputedMinor, promisedMinor, onHold, placementId }: OverdueItem): NotDemanded['reason'] => {
  if (placementId !== undefined) return 'agency'
  if (disputedMinor > 0) return 'dispute'
  if (promisedMinor > 0) return 'promise'
  return onHold ? 'hold' : 'demanded'
}
