/** Run after run: the ladder, then the final demand, then placement, each on what is known by that day. */
import {
  escalate,
  type EscalationPolicy,
  type EscalationStep,
  type ItemLadder,
  type ReachedLevel,
} from '@quittance/dunning'
import { type CurrencyCode, laterOf, type LocalDate } from '@quittance/kernel'
import { isPlaced, openOn, type StatedItem } from './account.js'
import { dunnedOn } from './ladder.js'

/** What the runs start from. */
export interface Opening {
  readonly items: ReadonlyArray<StatedItem>
  readonly currency: CurrencyCode
  readonly policy: EscalationPolicy | undefined
  readonly ladder: ItemLadder | undefined
  readonly lastNoticeOn: LocalDate | undefined
  readonly finalDemandOn: LocalDate | undefined
}

/** What a run did. */
export interface RunOutcome {
  readonly on: LocalDate
  readonly step: EscalationStep
  readonly dunned: ReadonlyArray<string>
}

/** The runs of a case in their order, and the items as they leave them. */
export const playRuns = (
  opening: Opening,
  runs: ReadonlyArray<LocalDate>,
): { readonly outcomes: ReadonlyArray<RunOutcome>; readonly items: ReadonlyArray<StatedItem> } => {
  const { currency, ladder, policy, lastNoticeOn } = opening
  let { items, finalDemandOn } = opening
  const reached = new Map<string, ReachedLevel>()
  const reviewed = new Set<string>()
  const outcomes = runs.map((on): RunOutcome => {
    const noticed = ladder === undefined ? [] : dunnedOn(ladder, items, reached, on, currency)
    for (const [itemId, level] of noticed) reached.set(itemId, { level, on })
    const last = lastNoticeOn ?? ladderEnd(ladder, items, reached, on)
    const step: EscalationStep =
      policy === undefined
        ? { _tag: 'NothingDue' }
        : escalate(caseOn({ ...opening, items, lastNoticeOn: last, finalDemandOn }, reviewed, on), policy)
    if (step._tag === 'SendFinalDemand') finalDemandOn = on
    if (step._tag === 'PlaceWithAgency') {
      for (const itemId of step.review) reviewed.add(itemId)
      items = items.map((item) => (step.place.includes(item.itemId) ? { ...item, placedOn: on } : item))
    }
    return { on, step, dunned: noticed.map(([itemId]) => itemId) }
  })
  return { outcomes, items }
}

/** The day of the last notice once every item that is still dunned has had its last one. */
const ladderEnd = (
  ladder: ItemLadder | undefined,
  items: ReadonlyArray<StatedItem>,
  reached: ReadonlyMap<string, ReachedLevel>,
  on: LocalDate,
): LocalDate | undefined => {
  if (ladder === undefined) return undefined
  const left = items.filter((item) => openOn(item, on) > 0 && !isPlaced(item.placedOn, on) && !isDisputed(item, on))
  const notices = left.flatMap(({ itemId }) => reached.get(itemId) ?? [])
  return notices.length === left.length && notices.every(({ level }) => level === ladder.steps.length)
    ? notices.reduce<LocalDate | undefined>(
        (so, notice) => (so === undefined ? notice.on : laterOf(so, notice.on)),
        undefined,
      )
    : undefined
}

const isDisputed = ({ disputeOpenedOn }: StatedItem, on: LocalDate): boolean =>
  disputeOpenedOn !== undefined && disputeOpenedOn <= on

const caseOn = (
  { items, currency, lastNoticeOn, finalDemandOn }: Opening,
  reviewed: ReadonlySet<string>,
  on: LocalDate,
): Parameters<typeof escalate>[0] => ({
  on,
  approved: true,
  // A demand that the case dates later has not gone out yet, and no second one goes before it.
  ...(finalDemandOn === undefined ? {} : { finalDemandOn }),
  ...(lastNoticeOn === undefined ? {} : { lastNoticeOn }),
  items: items
    .filter(({ placedOn }) => !isPlaced(placedOn, on))
    .map((item) => ({
      itemId: item.itemId,
      currency,
      openMinor: openOn(item, on),
      disputedMinor: isDisputed(item, on) ? Math.max(0, openOn(item, on)) : 0,
      documentsComplete: true,
      reviewed: reviewed.has(item.itemId),
    })),
})
