/** What is done next about each item of an account, and what should have been done by now. */
import {
  type ActionableItem,
  type CollectiblePart,
  type DeskPolicy,
  excuseFollowUp,
  type ItemAction,
  nextAction,
  nextTouchBy,
  type PlannedStep,
  shippedExcuses,
} from '@quittance/dunning'
import { addDays, type LocalDate } from '@quittance/kernel'
import type { PromiseStanding } from '@quittance/promises-to-pay'
import type { DeskAccount } from './desk-account.js'

/** The next action of an item, and since when it waits where its day has passed. @category projections @since 0.1.0 */
export interface AccountAction extends ItemAction {
  /** The day on which somebody was to be contacted, if that is before the day asked about: nobody did it. */
  readonly missedSince?: LocalDate
}

/** The next step of a ladder for an item, where one is planned. @category model @since 0.1.0 */
export type PlannedStepOf = (
  part: Pick<CollectiblePart, 'itemId' | 'instalmentNo' | 'dueOn'>,
) => PlannedStep | undefined

/**
 * One next action for each part that is past due with something undisputed open, in the order of the parts.
 *
 * @law every open undisputed item past due has exactly one next action, and none lies in the past
 * @category projections
 * @since 0.1.0
 */
export const accountActions = (
  account: DeskAccount,
  on: LocalDate,
  { floor }: Pick<DeskPolicy, 'floor'>,
  plannedStepOf: PlannedStepOf = () => undefined,
): ReadonlyArray<AccountAction> => {
  const touches = account.contacts.touches.map(({ fact }) => fact)
  return account.parts
    .filter(({ dueOn, openMinor, disputedMinor }) => dueOn < on && openMinor - disputedMinor > 0)
    .map((part) => {
      const touched = touches.findLast(({ items }) => items === undefined || items.includes(part.itemId))?.on
      const touchBy = nextTouchBy(addDays(part.dueOn, 1), touched, floor)
      const item: ActionableItem = {
        itemId: part.itemId,
        instalmentNo: part.instalmentNo,
        touchBy,
        ...optional('heldBack', account.heldBack(part.itemId)),
        isInHand: part.inHandMinor > 0 && part.collectibleMinor === 0,
        ...optional('promisedUntil', part.collectibleMinor === 0 ? promisedUntil(account, part.itemId) : undefined),
        ...optional('brokenOn', brokenOn(account, part.itemId, touched)),
        ...optional('excuseUntil', excuseUntil(account, part.itemId, touched)),
        ...optional('planned', earlierStep(plannedStepOf(part), noted(account, part.itemId))),
      }
      const action = nextAction(item, on)
      const wanted = nextAction(item, part.dueOn).on
      return wanted < on && isContact(action) ? { ...action, missedSince: wanted } : action
    })
}

const byOthers: ReadonlySet<ItemAction['kind']> = new Set(['check-promise', 'apply-money', 'review-hold', 'ask-agency'])

/** Whether somebody has to do it: promises end, and money is applied, by others. */
const isContact = ({ kind }: ItemAction): boolean => !byOthers.has(kind)

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value })

/** On the same day what a person noted. */
const earlierStep = (planned: PlannedStep | undefined, byHand: PlannedStep | undefined): PlannedStep | undefined =>
  planned === undefined || (byHand !== undefined && byHand.on <= planned.on) ? byHand : planned

/** What was noted as the next step at the last contact about the item. */
const noted = ({ contacts }: DeskAccount, itemId: string): PlannedStep | undefined => {
  const last = contacts.touches.findLast(({ fact }) => fact.items === undefined || fact.items.includes(itemId))?.fact
  return last?.nextAction === undefined ? undefined : { on: last.nextAction.on, step: last.nextAction.kind }
}

/** The last day in time of the promises that run for an item. */
const promisedUntil = ({ promises }: DeskAccount, itemId: string): LocalDate | undefined =>
  promises
    .filter(({ standing, itemIds }) => standing === 'open' && (itemIds.length === 0 || itemIds.includes(itemId)))
    .map(({ windowEndsOn }) => windowEndsOn)
    .sort()
    .at(-1)

/** The day after the window of the latest promise not kept, until somebody was in touch since. */
const brokenOn = (
  { promises }: DeskAccount,
  itemId: string,
  touchedOn: LocalDate | undefined,
): LocalDate | undefined => {
  const ended = promises
    .filter(({ standing, itemIds }) => isBroken(standing) && (itemIds.length === 0 || itemIds.includes(itemId)))
    .map(({ windowEndsOn }) => windowEndsOn)
    .sort()
    .at(-1)
  return ended === undefined || (touchedOn !== undefined && touchedOn > ended) ? undefined : addDays(ended, 1)
}

const isBroken = (standing: PromiseStanding): boolean => standing === 'broken' || standing === 'partly-kept'

/**
 * The first of the days that the customer named for all that may be asked: he is asked again on it, and not before
 * . A day that the table of excuses has is ours, and holds nobody up; a broken promise is followed up whatever he said.
 *
 * @category projections
 * @since 0.1.0
 */
export const namedDayAhead = (account: DeskAccount, on: LocalDate): LocalDate | undefined => {
  const asked = account.parts.filter(({ dueOn, collectibleMinor }) => dueOn < on && collectibleMinor > 0)
  const days = asked.map(({ itemId }) => {
    const touched = account.contacts.touches.findLast(({ fact }) => fact.items?.includes(itemId) ?? true)?.fact.on
    if (brokenOn(account, itemId, touched) !== undefined) return undefined
    const named = account.contacts.excuses.findLast(({ fact }) => fact.items?.includes(itemId) ?? true)?.fact.resolveOn
    return named !== undefined && named > on ? named : undefined
  })
  return days.includes(undefined) ? undefined : days.flatMap((day) => day ?? []).sort()[0]
}

/** The day of the latest excuse, until somebody was in touch on it or later. */
const excuseUntil = (
  { contacts }: DeskAccount,
  itemId: string,
  touchedOn: LocalDate | undefined,
): LocalDate | undefined => {
  const last = contacts.excuses.findLast(({ fact }) => fact.items === undefined || fact.items.includes(itemId))?.fact
  if (last === undefined) return undefined
  const { followUpOn } = excuseFollowUp(last.code, last.on, last.resolveOn, shippedExcuses)
  return touchedOn !== undefined && touchedOn >= followUpOn && touchedOn > last.on ? undefined : followUpOn
}
