/** Area `escalation`: the end of the ladder, placement with an agency, and what it earns. */
import { agencyCommission, type EscalationPolicy, type EscalationStep } from '@quittance/dunning'
import type { CurrencyCode } from '@quittance/kernel'
import { amounts } from '../books/amounts.js'
import { finerCurrencyOf, minorOf } from '../books/currency.js'
import type { Adapter } from '../run/adapter.js'
import { answer, type Ask } from '../run/ask.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { amount, fields, list, nothing, set, text, type Value, yesNo } from '../run/value.js'
import { openOn, type StatedItem, statedItems } from './escalation/account.js'
import { ladderOf } from './escalation/ladder.js'
import { playRuns, type RunOutcome } from './escalation/runs.js'

/** The adapter of escalation. */
export const escalation: Adapter = (given, asked) => {
  const currency = finerCurrencyOf(given)
  const run = given.date('run')
  const runs = run === undefined ? given.dates('runs') : [run]
  const { outcomes, items } = playRuns(
    {
      items: statedItems(given, currency),
      currency,
      policy: policyOf(given, currency),
      ladder: ladderOf(given),
      lastNoticeOn: given.date('last_notice'),
      finalDemandOn: given.date('final_demand'),
    },
    runs,
  )
  return answer(
    {
      actions: () => list(outcomes.map(({ step }) => actionOf(step))),
      reason: (ask) => (ask.kind === 'list' ? list(outcomes.map(({ step }) => reasonOf(step))) : lastReason(outcomes)),
      dunned_items: (ask) => dunned(outcomes, ask),
      open: (ask) =>
        amounts(
          ask,
          items.map((item) => [item.itemId, openOn(item)] as const),
          currency,
        ),
      agency_notice: (ask) => noticeOf(items, ask, currency),
      commission: (ask) =>
        amounts(
          ask,
          items.map((item) => [item.itemId, agencyAccount(item).commissionMinor] as const),
          currency,
        ),
    },
    asked,
  )
}

const policyOf = (given: Reader, currency: CurrencyCode): EscalationPolicy | undefined => {
  const finalDemandAfterDays = given.whole('final_demand_after_days')
  const agencyAfterDays = given.whole('agency_after_days')
  const minor = minorOf(given, 'min_agency_amount', currency)
  const minimumPer = given.map('policy')?.oneOf('min_agency_per', { item: 'item', account: 'account' } as const)
  if (finalDemandAfterDays === undefined && agencyAfterDays === undefined) return undefined
  return {
    id: 'case',
    version: 1,
    finalDemandAfterDays: finalDemandAfterDays ?? never,
    agencyAfterDays: agencyAfterDays ?? never,
    agencyMinimums: minor === undefined ? [] : [{ currency, minor }],
    minimumPer: minimumPer ?? 'account',
    guardsHold: 'item',
    needsApproval: false,
    needsDocuments: false,
  }
}

/** A step that the case does not speak of lies beyond all its days. */
const never = 100_000

const actionOf = (step: EscalationStep): Value => {
  switch (step._tag) {
    case 'NothingDue':
      return text('none')
    case 'SendFinalDemand':
      return text('final_demand')
    case 'HoldBack':
      return text('hold')
    case 'PlaceWithAgency':
      return fields({ place: set(step.place.map(text)), review: set(step.review.map(text)) })
  }
}

const reasonOf = (step: EscalationStep): Value => {
  if (step._tag === 'NothingDue') return nothing
  const [held] = step.held
  return held === undefined ? nothing : text(held.reason)
}

const lastReason = (outcomes: ReadonlyArray<RunOutcome>): Value =>
  outcomes.map(({ step }) => reasonOf(step)).findLast(({ kind }) => kind !== 'nothing') ?? nothing

/** By run where a list of lists is asked for, else those of the last run. */
const dunned = (outcomes: ReadonlyArray<RunOutcome>, ask: Ask): Value => {
  const byRun = outcomes.map((outcome) => set(outcome.dunned.map(text)))
  if (ask.kind === 'list' && ask.items.some(({ kind }) => kind === 'list')) return list(byRun)
  return byRun.at(-1) ?? unsupported('dunned items without a run')
}

const agencyAccount = (item: StatedItem): ReturnType<typeof agencyCommission> =>
  item.placedOn === undefined || item.feePercent === undefined
    ? { collectedMinor: 0, commissionMinor: 0, toReport: [] }
    : agencyCommission({ placedOn: item.placedOn, feePercent: item.feePercent }, item.payments)

/** Whether the agency is to be told of a payment to us; by item or as a list, of which ones. */
const noticeOf = (items: ReadonlyArray<StatedItem>, ask: Ask, currency: CurrencyCode): Value => {
  const told = items.flatMap((item) =>
    agencyAccount(item).toReport.map((payment) => ({ itemId: item.itemId, payment })),
  )
  const row = ({ itemId, payment }: (typeof told)[number]): Value =>
    fields({ item: text(itemId), date: text(payment.on), amount: amount(payment.amountMinor, currency) })
  if (ask.kind === 'one') return yesNo(told.length > 0)
  if (ask.kind === 'list')
    return ask.items.some(({ kind }) => kind === 'map')
      ? list(told.map(row))
      : set(told.map(({ itemId }) => text(itemId)))
  const [first] = told
  if (ask.entries.has('amount') || ask.entries.has('item')) return first === undefined ? nothing : row(first)
  return amounts(
    ask,
    items.map((item) => [item.itemId, agencyAccount(item).collectedMinor] as const),
    currency,
  )
}
