/** When to look at an account again on which nothing happens. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { ItemLadder } from '../../dunning-policy.js'
import type { DunnableItem, DunningHold, RunQuestion } from '../../run-question.js'
import { stepDueOn } from './step-due-on.js'

/**
 * The first day after the question's on which time alone may change what a ladder asks for: a step comes, a hold
 * begins or is over, a promise is, an interval is, credit has lain in hand for too long, or the customer is long
 * enough in arrears. Nothing: as long as nothing happens, nothing changes.
 *
 * @law where nothing is asked nothing is until the next change
 * @category policies
 * @since 0.1.0
 */
export const nextChangeOn = (ladder: ItemLadder, question: RunQuestion): LocalDate | undefined => {
  const { on, items, credits, holds } = question
  let next: LocalDate | undefined
  const note = (day: LocalDate | undefined): void => {
    if (day !== undefined && day > on && (next === undefined || day < next)) next = day
  }
  const open = items.filter(({ openMinor }) => openMinor > 0)
  if (open.length === 0) return undefined
  noteHolds(holds, note)
  for (const { since } of credits) {
    note(since)
    if (ladder.postingWindowDays !== undefined) note(addDays(since, ladder.postingWindowDays + 1))
  }
  for (const item of open) {
    noteSteps(item, ladder, note)
    noteHolds(item.holds, note)
    if (item.promised !== undefined) note(addDays(item.promised.until, 1))
    if (ladder.minArrearsDays !== undefined) note(addDays(item.dueOn, ladder.minArrearsDays))
  }
  return next
}

type Note = (day: LocalDate | undefined) => void

const noteSteps = (item: DunnableItem, ladder: ItemLadder, note: Note): void => {
  const { steps, repeatsLastStep, intervalDays } = ladder
  const { lastNotice } = item
  for (const step of steps) if (step.level > (lastNotice?.level ?? 0)) note(stepDueOn(step, item, ladder))
  if (repeatsLastStep && lastNotice !== undefined) note(addDays(lastNotice.on, intervalDays ?? 1))
}

const noteHolds = (holds: ReadonlyArray<DunningHold>, note: Note): void => {
  for (const { from, until } of holds) {
    note(from)
    if (until !== undefined) note(addDays(until, 1))
  }
}
