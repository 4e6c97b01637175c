/** When a ladder comes to an item next, so that a desk can wait for it or go before it. */
import { addDays, laterOf, type LocalDate } from '@quittance/kernel'
import type { ItemLadder, LadderStep } from '../../dunning-policy.js'
import type { DunnableItem } from '../../run-question.js'
import type { PlannedStep } from '../programme/next-action.js'
import { firstRunDayFrom } from './run-days-in.js'
import { stepDueOn } from './step-due-on.js'
import { stepForItem } from './step-for-item.js'

type Climber = Pick<DunnableItem, 'dueOn' | 'deliveredOn' | 'lastNotice'>

/**
 * The step of a ladder that is next for an item, and the run day that gives it: the first one from `on` that finds it
 * due. Nothing at the top of a ladder, where a step counts from something that has not happened, and where no run day
 * is left. What an item owes, what holds it and the least amount of a step are not looked at.
 *
 * @param on - the first day that is looked at, inclusive: today
 * @law the step that is planned for an item is the one that its run day gives, and no earlier run day gives any
 * @category policies
 * @since 0.1.0
 */
export const nextStepOf = (item: Climber, ladder: ItemLadder, on: LocalDate): PlannedStep | undefined => {
  const { steps, repeatsLastStep, intervalDays = 1, runDays } = ladder
  const { lastNotice } = item
  const above = stepsAbove(ladder, lastNotice?.level ?? 0)
  const repeats = repeatsLastStep && above.length === 0 && lastNotice !== undefined && steps.length > 0
  const comesOn = repeats
    ? addDays(lastNotice.on, intervalDays)
    : above.flatMap((step) => stepDueOn(step, item, ladder) ?? []).sort()[0]
  const day = comesOn === undefined ? undefined : firstRunDayFrom(runDays, laterOf(comesOn, on))
  const step = day === undefined ? undefined : stepForItem(item, ladder, day)
  return day === undefined || step === undefined ? undefined : { on: day, step: step.kind }
}

/** Those that may be next: of a sequential ladder only the lowest. */
const stepsAbove = ({ steps, sequential }: ItemLadder, reached: number): ReadonlyArray<LadderStep> => {
  const above = steps.filter(({ level }) => level > reached).toSorted((a, b) => a.level - b.level)
  return sequential ? above.slice(0, 1) : above
}
