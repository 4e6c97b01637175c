/** What becomes of open promises that a new one takes the place of: judged where that is decided, else superseded. */
import { keyedGet, laterOf, type LocalDate } from '@quittance/kernel'
import type { PromiseDraft } from '../commands.js'
import type { PromisesContext } from '../context.js'
import type { PromisesFact, PromiseSuperseded } from '../events.js'
import type { CountsAs, PromiseId } from '../model.js'
import { judgeAll, type Judgement } from '../policies/promise-verdicts.js'
import type { TooEarly } from '../rejections.js'
import { inOrderMade, type PromiseRecord, type PromisesState, standingMinor } from '../state.js'
import { recordVerdict, verdictTooEarly } from './record-verdicts.js'

interface Replacement {
  readonly on: LocalDate
  readonly parts: ReadonlyArray<PromiseDraft>
  readonly supersedes: ReadonlyArray<PromiseId>
  readonly reason?: string | undefined
}

/** @internal */
export const endEarlier = (
  replacement: Replacement,
  state: PromisesState,
  context: PromisesContext,
): ReadonlyArray<PromisesFact> => {
  const earlier = earlierOpen(replacement, state)
  if (earlier.length === 0) return []
  const judgement = judgeAll(inOrderMade(state), context, replacement.on)
  return earlier.flatMap((record) => endOf(record, replacement, judgement, context))
}

/** Nothing ends before the latest fact about it, nor before what its verdict would build on. @internal */
export const endsTooEarly = (
  replacement: Replacement,
  state: PromisesState,
  context: PromisesContext,
): TooEarly | undefined => {
  const { on } = replacement
  const earlier = earlierOpen(replacement, state)
  if (earlier.length === 0) return undefined
  const notBefore = earlier.reduce<LocalDate>((latest, { lastOn }) => laterOf(latest, lastOn), on)
  return on < notBefore ? { _tag: 'TooEarly', on, notBefore } : verdictTooEarly(on, state, context)
}

/** Open promises that the new one names, or whose items it is for, in the order in which they were made. */
const earlierOpen = ({ parts, supersedes }: Replacement, state: PromisesState): ReadonlyArray<PromiseRecord> => {
  const itemIds = parts.flatMap(({ items }) => items?.map(({ itemId }) => itemId) ?? [])
  const covering = itemIds.flatMap((itemId) => keyedGet(state.openOnItem, itemId)?.promiseIds ?? [])
  const found = new Set([...supersedes, ...covering])
  return [...found]
    .flatMap((promiseId) => keyedGet(state.promises, promiseId) ?? [])
    .filter(({ standing }) => standing === 'open')
    .sort((a, b) => a.sequence - b.sequence)
}

const endOf = (
  record: PromiseRecord,
  { on, parts, supersedes, reason }: Replacement,
  judgement: Judgement,
  context: PromisesContext,
): ReadonlyArray<PromisesFact> => {
  const judged = recordVerdict(record, judgement, context, on)
  if (judged.length > 0) return judged
  const taken = new Set(parts.flatMap(({ items }) => items?.map(({ itemId }) => itemId) ?? []))
  const standing = record.lines.filter(({ replaced }) => !replaced)
  const own = supersedes.includes(record.promiseId) ? standing : standing.filter(({ itemId }) => taken.has(itemId))
  const isWhole = own.length === standing.length
  const keptMinor = keptOf(record, judgement, isWhole ? undefined : own.map(({ itemId }) => itemId))
  return [
    {
      _tag: 'PromiseSuperseded',
      on,
      promiseId: record.promiseId,
      byPromiseId: parts[0]?.promiseId ?? '',
      currency: record.currency,
      itemIds: isWhole ? [] : own.map(({ itemId }) => itemId),
      replacedMinor: isWhole ? standingMinor(record) : own.reduce((so, { amountMinor }) => so + amountMinor, 0),
      keptMinor,
      countsAs: countsAs(record, keptMinor, on, judgement),
      ...(reason === undefined ? {} : { reason }),
    } satisfies PromiseSuperseded,
  ]
}

const keptOf = (
  { promiseId }: PromiseRecord,
  { verdicts }: Judgement,
  itemIds: ReadonlyArray<string> | undefined,
): number => {
  const verdict = verdicts.get(promiseId)
  if (itemIds === undefined) return verdict?.keptMinor ?? 0
  return (verdict?.items ?? []).reduce((so, item) => (itemIds.includes(item.itemId) ? so + item.keptMinor : so), 0)
}

/** After its day a promise is not laundered by another: without money it was broken, with some of it partly kept. */
const countsAs = (record: PromiseRecord, keptMinor: number, on: LocalDate, { verdicts }: Judgement): CountsAs => {
  const dueOn = verdicts.get(record.promiseId)?.dueOn ?? record.dueOn
  return on <= dueOn ? 'nothing' : keptMinor > 0 ? 'partly-kept' : 'broken'
}
