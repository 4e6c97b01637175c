/**
 * The day's work: whom to call, in which order and why, who is put off for want of time, and who is left alone. Every
 * account with something to ask for stands in exactly one of the three.
 */
import {
  type CallRestReason,
  callRestReasons,
  type DayPlan,
  type DeskPolicy,
  deskPolicy,
  type ItemLadder,
  nextTouchBy,
  type OrderPlaced,
  orderWork,
  planDay,
  type RankedWork,
} from '@quittance/dunning'
import { addDays, daysBetween, earlierOf, type Fraction, type LocalDate } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'
import { type AccountAction, accountActions, namedDayAhead } from './account-actions.js'
import { type DeskAccount, type DeskBooks, deskAccounts, type DeskSums } from './desk-account.js'
import { ladderSteps } from './ladder-steps.js'
import { brokenYesterday, freshlyBroken, largestAsks, newOrder, workInputs } from './work-inputs.js'

/** An account that somebody has to work on. @category projections @since 0.1.0 */
export interface DeskWork {
  readonly customer: string
  readonly inputs: Readonly<Record<string, Fraction>>
  readonly flags: ReadonlyArray<string>
  /** In each currency with something to ask for. */
  readonly sums: ReadonlyArray<DeskSums>
  readonly oldestDueOn: LocalDate
  readonly lastTouchOn?: LocalDate
  /** Since when somebody should have been in touch. */
  readonly waitingSince: LocalDate
  /** The earliest of the next actions of its items: what comes anyhow, and when. */
  readonly next?: AccountAction
}

/** An account that is left alone today, and why. @category projections @since 0.1.0 */
export interface RestingAccount {
  readonly customer: string
  readonly reasons: ReadonlyArray<CallRestReason>
  /** What is open, and why it may not be asked for. */
  readonly sums: ReadonlyArray<DeskSums>
}

/** A day's work under a policy. @category projections @since 0.1.0 */
export interface WorkList extends DayPlan<RankedWork<DeskWork>> {
  readonly on: LocalDate
  readonly policy: { readonly id: string; readonly version: number }
  readonly resting: ReadonlyArray<RestingAccount>
}

/** How a list is made. @category projections @since 0.1.0 */
export interface WorkListOptions {
  readonly policy?: DeskPolicy
  /** How many accounts the day has room for; without it all of them. */
  readonly capacity?: number
  /** Accounts that others collect: an agency, a court. */
  readonly isPlaced?: (customer: string) => boolean
  /** The ladder whose next steps are told. */
  readonly ladder?: ItemLadder
}

/**
 * The work list of a day. An account with past-due items is worked on if something may be asked for and it was not
 * contacted lately; a contact before a promise broke does not count against the call that follows it.
 *
 * @law every account past due is planned, put off or left alone with a reason, once
 * @law nobody on the list is asked for money that is disputed, promised in time, held back or in hand
 * @category projections
 * @since 0.1.0
 */
export const workList = (books: DeskBooks, at: PointInTime, options: WorkListOptions = {}): WorkList => {
  const { policy = deskPolicy, isPlaced = () => false } = options
  const accounts = deskAccounts(books, at).filter(({ oldestDueOn }) => oldestDueOn !== undefined)
  const judged = accounts.map((account) => ({
    account,
    reasons: restReasons(account, at.asOf, policy, isPlaced(account.customer)),
  }))
  const largest = largestAsks(accounts)
  const work = judged.flatMap(({ account, reasons }) =>
    reasons.length > 0
      ? []
      : [withNext(workOf(account, at.asOf, policy, largest), nextOf(books, at, account, options))],
  )
  const ordered = orderWork(work, policy.work)
  return {
    on: at.asOf,
    policy: { id: policy.id, version: policy.version },
    ...planDay(ordered, options.capacity ?? ordered.length, at.asOf),
    resting: judged.flatMap(({ account: { customer, sums }, reasons }) =>
      reasons.length === 0 ? [] : [{ customer, reasons, sums }],
    ),
  }
}

/** Why an account is left alone; without a reason it is not. @category projections @since 0.1.0 */
export const restReasons = (
  account: DeskAccount,
  on: LocalDate,
  { quiet, brokenFirstDays }: Pick<DeskPolicy, 'quiet' | 'brokenFirstDays'>,
  isPlaced: boolean,
): ReadonlyArray<CallRestReason> => {
  const askMinor = account.sums.reduce((so, sum) => so + sum.askMinor, 0)
  const isBroken = freshlyBroken(account, on, brokenFirstDays).length > 0
  const { lastTouchOn } = account
  const counts = lastTouchOn !== undefined && !isBroken
  const running = account.promises.filter(({ standing }) => standing === 'open').map(({ windowEndsOn }) => windowEndsOn)
  const until = askMinor === 0 ? running.sort().at(-1) : undefined
  const excused = namedDayAhead(account, on)
  return callRestReasons(
    {
      pastDueMinor: askMinor,
      disputedMinor: 0,
      isPlaced: isPlaced || (askMinor === 0 && account.parts.some(({ itemId }) => account.heldBack(itemId)?.isPlaced)),
      ...(counts ? { lastContactOn: lastTouchOn } : {}),
      ...(until === undefined ? {} : { promisedUntil: until }),
      ...(excused === undefined ? {} : { excusedUntil: excused }),
    },
    on,
    quiet,
  )
}

/**
 * Orders of the last days of a customer with something past due beyond the grace: an occasion to ask, and for credit
 * control to look at a hold.
 *
 * @category projections
 * @since 0.1.0
 */
export const newOrders = (
  { contacts, parts }: Pick<DeskAccount, 'contacts' | 'parts'>,
  on: LocalDate,
  { orders }: Pick<DeskPolicy, 'orders'>,
): ReadonlyArray<OrderPlaced> => {
  const isLate = parts.some((part) => part.collectibleMinor > 0 && daysBetween(part.dueOn, on) > orders.graceDays)
  return isLate
    ? contacts.orders.map(({ fact }) => fact).filter((order) => daysBetween(order.on, on) <= orders.days)
    : []
}

/** The earliest action, of those on a day the first by due day. */
const nextOf = (
  { ledger }: DeskBooks,
  at: PointInTime,
  account: DeskAccount,
  { policy = deskPolicy, ladder }: WorkListOptions,
): AccountAction | undefined => {
  const plannedStepOf = ladder === undefined ? undefined : ladderSteps(ledger, at, account, ladder)
  return accountActions(account, at.asOf, policy, plannedStepOf).reduce<AccountAction | undefined>(
    (so, action) => (so === undefined || action.on < so.on ? action : so),
    undefined,
  )
}

const withNext = (work: DeskWork, next: AccountAction | undefined): DeskWork =>
  next === undefined ? work : { ...work, next }

const workOf = (
  account: DeskAccount,
  on: LocalDate,
  policy: DeskPolicy,
  largest: ReadonlyMap<string, number>,
): DeskWork => {
  const { customer, lastTouchOn, oldestDueOn = on } = account
  const isBroken = freshlyBroken(account, on, policy.brokenFirstDays).length > 0
  const touchBy = nextTouchBy(addDays(oldestDueOn, 1), lastTouchOn, policy.floor)
  return {
    customer,
    inputs: workInputs(account, on, largest, policy.brokenPromiseDays),
    flags: [...(isBroken ? [brokenYesterday] : []), ...(newOrders(account, on, policy).length > 0 ? [newOrder] : [])],
    sums: account.sums.filter(({ askMinor }) => askMinor > 0),
    oldestDueOn,
    ...(lastTouchOn === undefined ? {} : { lastTouchOn }),
    waitingSince: isBroken ? earlierOf(on, touchBy) : touchBy,
  }
}
