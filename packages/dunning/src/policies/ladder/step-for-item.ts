/** Which step of a ladder is an item's turn on a day. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { ItemLadder, LadderStep } from '../../dunning-policy.js'
import type { DunnableItem, ReachedLevel } from '../../run-question.js'
import { stepDueOn } from './step-due-on.js'

/**
 * The step that has come for an item and lies above the level it has reached: in a sequential ladder the very next
 * one or none, else the highest. On the last step of a ladder that repeats it, that step again. What an item owes
 * and what holds it up are not looked at.
 *
 * @law a sequential ladder rises by one step a run
 * @law without a notice in between a later day is never a lower step
 * @category policies
 * @since 0.1.0
 */
export const stepForItem = (
  item: Pick<DunnableItem, 'dueOn' | 'deliveredOn' | 'lastNotice'>,
  ladder: Pick<ItemLadder, 'steps' | 'sequential' | 'graceDays' | 'intervalDays' | 'repeatsLastStep'>,
  on: LocalDate,
): LadderStep | undefined => {
  const { steps, sequential, repeatsLastStep, intervalDays } = ladder
  const reached = item.lastNotice?.level ?? 0
  let [next, highest, isLast]: [LadderStep | undefined, LadderStep | undefined, boolean] = [undefined, undefined, true]
  for (const step of steps) {
    if (step.level <= reached) continue
    isLast = false
    if (sequential) next = next === undefined || step.level < next.level ? step : next
    else if ((highest === undefined || step.level > highest.level) && hasCome(step, item, ladder, on)) highest = step
  }
  if (highest !== undefined) return highest
  if (next !== undefined) return hasCome(next, item, ladder, on) ? next : undefined
  return repeatsLastStep && isLast && item.lastNotice !== undefined
    ? repeated(steps, item.lastNotice, intervalDays ?? 1, on)
    : undefined
}

const hasCome = (
  step: LadderStep,
  item: Pick<DunnableItem, 'dueOn' | 'deliveredOn' | 'lastNotice'>,
  ladder: Pick<ItemLadder, 'steps' | 'graceDays' | 'intervalDays'>,
  on: LocalDate,
): boolean => {
  const dueOn = stepDueOn(step, item, ladder)
  return dueOn !== undefined && dueOn <= on
}

/** The last step again. It counts no days of its own, only those since its last notice. */
const repeated = (
  steps: ReadonlyArray<LadderStep>,
  { level, on: lastOn }: ReachedLevel,
  intervalDays: number,
  on: LocalDate,
): LadderStep | undefined =>
  addDays(lastOn, intervalDays) <= on ? steps.find((step) => step.level === level) : undefined
