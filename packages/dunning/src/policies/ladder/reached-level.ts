/** Which level an item has reached, out of all that was ever sent for it. */
import type { LocalDate } from '@quittance/kernel'
import type { ReachedLevel } from '../../run-question.js'

/** A notice for an item, as it stands now. @category model @since 0.1.0 */
export interface ItemNotice {
  readonly level: number
  /** Its run day. */
  readonly on: LocalDate
  readonly state: 'due' | 'sent' | 'ignored' | 'failed'
}

/** That an item came under another policy, at a level of it, from a day on. @category model @since 0.1.0 */
export interface PolicyChange {
  readonly level: number
  readonly on: LocalDate
}

/**
 * The level reached: of the latest notice that was neither ignored nor failed, which is the highest. A change of
 * policy puts its level and day in place of every notice given before it or on its day. Nothing: no notice counts.
 *
 * @param notices - in any order
 * @param changes - in any order
 * @law a notice that is ignored or has failed changes no level
 * @category policies
 * @since 0.1.0
 */
export const reachedLevel = (
  notices: ReadonlyArray<ItemNotice>,
  changes: ReadonlyArray<PolicyChange> = [],
): ReachedLevel | undefined => {
  const change = latest(changes)
  const counting = notices.filter(
    ({ state, on }) => state !== 'ignored' && state !== 'failed' && (change === undefined || on > change.on),
  )
  const reached = latest(counting) ?? change
  return reached === undefined || reached.level < 1 ? undefined : { level: reached.level, on: reached.on }
}

const latest = <Dated extends ReachedLevel>(all: ReadonlyArray<Dated>): Dated | undefined =>
  all.reduce<Dated | undefined>(
    (so, one) => (so === undefined || one.on > so.on || (one.on === so.on && one.level > so.level) ? one : so),
    undefined,
  )
