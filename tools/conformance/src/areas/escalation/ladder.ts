/** The ladder below the escalation: which items a run duns, and when the last notice went out. */
import { type ItemLadder, proposeNotices, type ReachedLevel, type StepMode } from '@quittance/dunning'
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { beforeEverything, isPlaced, openOn, type StatedItem } from './account.js'

const modes: Readonly<Record<string, StepMode>> = {
  net_days: 'net-days',
  end_of_month: 'end-of-month',
  previous_date: 'previous-date',
}

interface Step {
  readonly mode: StepMode
  readonly delayDays: number
}

/** The levels of a case: days after due, or modes with their delays. */
const stepsOf = (given: Reader): ReadonlyArray<Step> => {
  const node = given.node('levels')
  if (node === undefined) return []
  if (node.kind === 'list' && node.items.every(({ kind }) => kind === 'map'))
    return given.maps('levels').map((level) => ({
      mode: level.oneOf('mode', modes) ?? 'net-days',
      delayDays: level.whole('delay') ?? unsupported(`${level.path} without delay`),
    }))
  return given.wholes('levels').map((delayDays) => ({ mode: 'net-days', delayDays }))
}

/** The ladder of a case; absent when it names no levels. */
export const ladderOf = (given: Reader): ItemLadder | undefined => {
  const steps = stepsOf(given)
  if (steps.length === 0) return undefined
  return {
    _tag: 'ItemLadder',
    id: 'case',
    version: 1,
    steps: steps.map((step, at) => ({ ...step, level: at + 1, kind: 'past-due-notice', channel: 'letter' })),
    sequential: true,
    graceDays: 0,
    tolerances: [],
    repeatsLastStep: false,
    credits: 'left-aside',
    runDays: { _tag: 'EveryDays', from: beforeEverything, days: 1 },
    sendWithinDays: 0,
  }
}

/** The items that a run asks for, with the level they reach. */
export const dunnedOn = (
  ladder: ItemLadder,
  items: ReadonlyArray<StatedItem>,
  reached: ReadonlyMap<string, ReachedLevel>,
  on: LocalDate,
  currency: CurrencyCode,
): ReadonlyArray<readonly [itemId: string, level: number]> =>
  proposeNotices(ladder, {
    on,
    credits: [],
    holds: [],
    items: items.map((item) => {
      const openMinor = Math.max(0, openOn(item, on))
      const disputed = item.disputeOpenedOn !== undefined && item.disputeOpenedOn <= on
      const lastNotice = reached.get(item.itemId)
      return {
        itemId: item.itemId,
        instalmentNo: 1,
        currency,
        openMinor,
        dueOn: item.dueOn ?? beforeEverything,
        issuedOn: beforeEverything,
        disputedMinor: disputed ? openMinor : 0,
        holds: isPlaced(item.placedOn, on) ? [{ reason: 'placement', from: beforeEverything }] : [],
        ...(lastNotice === undefined ? {} : { lastNotice }),
      }
    }),
  }).lines.map(({ itemId, level }) => [itemId, level])
