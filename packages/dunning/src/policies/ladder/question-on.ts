/** An account on a day, as a ladder asks about it. */
import { keyedGet, keyedValues, type LocalDate } from '@quittance/kernel'
import type { AccountOnDay, OwedInstalment } from '../../context.js'
import type { DunnableItem, DunningHold, ReachedLevel, RunQuestion } from '../../run-question.js'
import type { DunningState, HoldRecord } from '../../state.js'
import { reachedLevel } from './reached-level.js'

/** Which items a run is about. @category policies @since 0.1.0 */
export interface RunScope {
  readonly ladderId: string
  /** Whether items that nobody put on a ladder are on this one. */
  readonly forUnassigned: boolean
}

/**
 * What a ladder must know of an account on a run day: what is open on the items that are on this ladder, with what
 * holds each up and the level that each has reached; and what we have of the customer's. An item is on the ladder
 * that it was put on last, else on that of its account.
 *
 * @param scope - absent: all items, whatever their ladder
 * @law an item climbs one ladder at a time
 * @category policies
 * @since 0.1.0
 */
export const questionOn = (account: AccountOnDay, on: LocalDate, scope?: RunScope): RunQuestion => {
  const { dunning, credits } = account
  const holds = keyedValues(dunning.holds).filter(({ lifted }) => !lifted)
  const items = account.items.filter(({ itemId }) => scope === undefined || isOnLadder(dunning, itemId, scope))
  return {
    on,
    items: items.map((item) => dunnable(item, dunning, holds)),
    credits,
    holds: holds.filter((hold) => hold.items.length === 0).map(asHold),
  }
}

/** Whether an item is on a ladder: the one that it was put on last, else that of its account. @category policies @since 0.1.0 */
export const isOnLadder = (
  dunning: Pick<DunningState, 'items' | 'ladders'>,
  itemId: string,
  { ladderId, forUnassigned }: RunScope,
): boolean => {
  const assigned = keyedGet(dunning.items, itemId)?.ladders.at(-1) ?? dunning.ladders.at(-1)
  return assigned === undefined ? forUnassigned : assigned.ladderId === ladderId
}

const dunnable = (item: OwedInstalment, dunning: DunningState, holds: ReadonlyArray<HoldRecord>): DunnableItem => {
  const lastNotice = levelReached(dunning, item)
  return {
    ...item,
    holds: [
      ...holds.filter((hold) => hold.items.includes(item.itemId)).map(asHold),
      ...placementHold(dunning, item.itemId),
    ],
    ...(lastNotice === undefined ? {} : { lastNotice }),
  }
}

const asHold = ({ reason, from, until }: HoldRecord): DunningHold =>
  until === undefined ? { reason, from } : { reason, from, until }

/** While it is with an agency nobody else asks. */
const placementHold = (dunning: DunningState, itemId: string): ReadonlyArray<DunningHold> => {
  const placementId = keyedGet(dunning.items, itemId)?.placementId
  const placement = placementId === undefined ? undefined : keyedGet(dunning.placements, placementId)
  return placement === undefined ? [] : [{ reason: 'placement', from: placement.on }]
}

/**
 * The level that an instalment has reached, and when: of its latest notice that counts, or where somebody put it by
 * hand later.
 *
 * @law a level falls only by a notice that is ignored or fails, or by hand
 * @category policies
 * @since 0.1.0
 */
export const levelReached = (
  dunning: DunningState,
  { itemId, instalmentNo }: Pick<OwedInstalment, 'itemId' | 'instalmentNo'>,
): ReachedLevel | undefined => {
  const item = keyedGet(dunning.items, itemId)
  const notes = (item?.notes ?? []).filter((note) => note.instalmentNo === instalmentNo)
  const changes = [...dunning.ladders, ...(item?.ladders ?? [])].flatMap(({ level, on }) =>
    level === undefined ? [] : [{ level, on }],
  )
  return reachedLevel(
    notes.map(({ level, on, counts }) => ({ level, on, state: counts ? 'due' : 'ignored' })),
    changes,
  )
}
