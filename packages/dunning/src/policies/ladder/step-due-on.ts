/** When a step of a ladder comes. */
import { addDays, endOfMonth, laterOf, type LocalDate } from '@quittance/kernel'
import type { ItemLadder, LadderStep } from '../../dunning-policy.js'
import type { DunnableItem } from '../../run-question.js'

/**
 * The first day on which a step's days, the days of grace and the interval since the last notice have all passed
 * for an item; nothing for a step that counts from a notice which was not given. Inclusive: on that day the step
 * has come.
 *
 * @law a step comes no earlier for more days of delay, of grace or between notices
 * @example
 * const step = { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'end-of-month', delayDays: 30 }
 * const item = { dueOn: localDate('2013-02-28') }
 * stepDueOn(step, item, { steps: [step], graceDays: 0 }) // => '2013-03-31'
 * @category policies
 * @since 0.1.0
 */
export const stepDueOn = (
  step: LadderStep,
  { dueOn, deliveredOn, lastNotice }: Pick<DunnableItem, 'dueOn' | 'deliveredOn' | 'lastNotice'>,
  { steps, graceDays, intervalDays }: Pick<ItemLadder, 'steps' | 'graceDays' | 'intervalDays'>,
): LocalDate | undefined => {
  const previousOn =
    step.mode === 'previous-date' && lastNotice?.level === levelBelow(step, steps) ? lastNotice?.on : undefined
  let day = dayOfMode(step, { dueOn, deliveredOn, previousOn })
  if (day === undefined) return undefined
  if (graceDays > 0 && step.delayDays >= 0) day = laterOf(day, addDays(dueOn, graceDays + 1))
  if (intervalDays !== undefined && lastNotice !== undefined) day = laterOf(day, addDays(lastNotice.on, intervalDays))
  return day
}

/** The days from which steps count. */
interface StartDays {
  readonly dueOn: LocalDate
  readonly deliveredOn: LocalDate | undefined
  readonly previousOn: LocalDate | undefined
}

const dayOfMode = (
  { mode, delayDays }: LadderStep,
  { dueOn, deliveredOn, previousOn }: StartDays,
): LocalDate | undefined => {
  switch (mode) {
    case 'net-days':
      return addDays(dueOn, delayDays)
    case 'end-of-month':
      return endOfMonth(addDays(dueOn, delayDays))
    case 'previous-date':
      return previousOn === undefined ? undefined : addDays(previousOn, delayDays)
    case 'delivered-days':
      return deliveredOn === undefined ? undefined : addDays(deliveredOn, delayDays)
  }
}

const levelBelow = ({ level }: LadderStep, steps: ReadonlyArray<LadderStep>): number | undefined =>
  steps.reduce<number | undefined>(
    (so, step) => (step.level < level && (so === undefined || step.level > so) ? step.level : so),
    undefined,
  )
