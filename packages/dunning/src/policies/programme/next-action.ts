/** What is done next about an item, and when: one thing, never none. */
import { addDays, laterOf, type LocalDate } from '@quittance/kernel'

/** Something that is to happen to an item by itself: a notice, a call, a demand. @category model @since 0.1.0 */
export interface PlannedStep {
  readonly on: LocalDate
  readonly step: string
}

/** An item past due with something undisputed open, and all that decides what comes next. @category model @since 0.1.0 */
export interface ActionableItem {
  readonly itemId: string
  readonly instalmentNo: number
  /** It is kept back: by a hold, to its last day where it has one, or by an agency. */
  readonly heldBack?: { readonly isPlaced: boolean; readonly until?: LocalDate }
  /** Money or credits in hand cover all that is undisputed and not promised. */
  readonly isInHand?: boolean
  /** The last day in time of a promise that covers all of what may be asked. */
  readonly promisedUntil?: LocalDate
  /** The first day on which a promise about it was broken, where nobody has been in touch since. */
  readonly brokenOn?: LocalDate
  /** When the latest excuse said that it would be settled, where nobody has been in touch since that day. */
  readonly excuseUntil?: LocalDate
  /** The next step of a ladder. */
  readonly planned?: PlannedStep
  /** The day by which the floor under all accounts asks for a contact. */
  readonly touchBy: LocalDate
}

/** What comes next. @category model @since 0.1.0 */
export type ActionKind =
  | 'ask-agency'
  | 'review-hold'
  | 'apply-money'
  | 'check-promise'
  | 'follow-up-promise'
  | 'follow-up-excuse'
  | 'ladder-step'
  | 'contact'

/** The one next action of an item; never before the day on which it is asked for. @category projections @since 0.1.0 */
export interface ItemAction {
  readonly itemId: string
  readonly instalmentNo: number
  readonly kind: ActionKind
  readonly on: LocalDate
  /** Of a ladder step: which. */
  readonly step?: string
}

/**
 * The next action of an item. What is placed is asked of the agency when a contact is due; a hold is looked at on the
 * day after its last, or when a contact is due. Money in hand that covers it is applied before anybody asks. A promise that covers all that may be asked is waited for, and checked on the first day
 * after its window. A broken one is followed up at once. Else what was said is taken at its word: an excuse with a day is followed up on that day. Else
 * the earlier of the ladder's next step and the day by which the floor asks for a contact; on the same day the step.
 *
 * @law every open undisputed item past due has exactly one next action, and none lies in the past
 * @category policies
 * @since 0.1.0
 */
export const nextAction = (item: ActionableItem, on: LocalDate): ItemAction => {
  const { itemId, instalmentNo, heldBack, isInHand, promisedUntil, brokenOn, excuseUntil, planned, touchBy } = item
  const is = (kind: ActionKind, day: LocalDate): ItemAction => ({ itemId, instalmentNo, kind, on: laterOf(on, day) })
  if (heldBack?.isPlaced === true) return is('ask-agency', touchBy)
  if (heldBack !== undefined)
    return is('review-hold', heldBack.until === undefined ? touchBy : addDays(heldBack.until, 1))
  if (isInHand === true) return is('apply-money', on)
  if (promisedUntil !== undefined && promisedUntil >= on) return is('check-promise', addDays(promisedUntil, 1))
  if (brokenOn !== undefined) return is('follow-up-promise', brokenOn)
  if (excuseUntil !== undefined) return is('follow-up-excuse', excuseUntil)
  return planned !== undefined && planned.on <= touchBy
    ? { ...is('ladder-step', planned.on), step: planned.step }
    : is('contact', touchBy)
}

/** The next actions, one for each item, in their order. @law every open undisputed item past due has exactly one next action, and none lies in the past @category policies @since 0.1.0 */
export const nextActions = (items: ReadonlyArray<ActionableItem>, on: LocalDate): ReadonlyArray<ItemAction> =>
  items.map((item) => nextAction(item, on))
