/** All that whoever calls must have before them, on one page; what is said of it is the summary alone. */
import {
  type CallRest,
  callRest,
  type CallRestReason,
  type CallSummary,
  callSummary,
  type CollectiblePart,
  type ContactSigns,
  contactSigns,
  type DeskPolicy,
  deskPolicy,
  type ExcuseFollowUp,
  excuseFollowUp,
  type ExcuseGiven,
  type ItemLadder,
  type OrderPlaced,
  partsToAsk,
  type TouchRecorded,
} from '@quittance/dunning'
import type { LocalDate } from '@quittance/kernel'
import { type PromiseRates, promiseRates } from '@quittance/promises-to-pay'
import type { PointInTime } from '../point-in-time.js'
import type { PromiseAt } from '../promises/account-promises.js'
import { type AccountAction, accountActions } from './account-actions.js'
import { type DeskBooks, deskAccount, type DeskSums } from './desk-account.js'
import type { HeldBack } from './held-back.js'
import { ladderSteps } from './ladder-steps.js'
import { newOrders, restReasons } from './work-list.js'

/** Promises of a currency, as a record. @category projections @since 0.1.0 */
export interface PromiseRecordOf extends PromiseRates {
  readonly currency: string
}

/** The page before a call. @category projections @since 0.1.0 */
export interface CallPack {
  readonly customer: string
  readonly on: LocalDate
  readonly policy: { readonly id: string; readonly version: number }
  /** Whom we last spoke with. */
  readonly contact?: { readonly name: string; readonly on: LocalDate }
  /** Reasons to leave them alone today; none: call. */
  readonly reasonsToWait: ReadonlyArray<CallRestReason>
  /** What is said. */
  readonly summary: CallSummary
  /** What is past due as well and is not said. */
  readonly rest: ReadonlyArray<CallRest>
  /** By currency: what is asked for is `askMinor`, everything undisputed. */
  readonly sums: ReadonlyArray<DeskSums>
  /** The largest two that may be asked for, whatever is said. */
  readonly largest: ReadonlyArray<CollectiblePart>
  readonly disputed: ReadonlyArray<CollectiblePart>
  /** Parts of which nothing is asked for now, and why. */
  readonly heldBack: ReadonlyArray<CollectiblePart & { readonly held: HeldBack }>
  /** Orders placed while something is past due: ask, and let credit control look. */
  readonly newOrders: ReadonlyArray<OrderPlaced>
  readonly openPromises: ReadonlyArray<PromiseAt>
  readonly promiseRecord: ReadonlyArray<PromiseRecordOf>
  /** The latest first, at most three. */
  readonly lastTouches: ReadonlyArray<TouchRecorded>
  readonly lastExcuse?: { readonly given: ExcuseGiven; readonly next: ExcuseFollowUp }
  /** Absent where nothing is past due. */
  readonly signs?: ContactSigns
  readonly actions: ReadonlyArray<AccountAction>
}

/** How a pack is made. @category projections @since 0.1.0 */
export interface CallPackOptions {
  readonly policy?: DeskPolicy
  readonly isPlaced?: (customer: string) => boolean
  /** The ladder whose next steps stand beside what was promised, said and noted. */
  readonly ladder?: ItemLadder
}

/**
 * The pack of a customer at a point in time.
 *
 * @law a call names at most two invoices, or a total, and nothing disputed or in hand
 * @law what is said and what is left beside it are all that may be asked
 * @category projections
 * @since 0.1.0
 */
export const callPack = (
  books: DeskBooks,
  at: PointInTime,
  customer: string,
  { policy = deskPolicy, isPlaced = () => false, ladder }: CallPackOptions = {},
): CallPack => {
  const on = at.asOf
  const account = deskAccount(books, at, customer)
  const { parts, promises, contacts, sums, oldestDueOn } = account
  const summary = callSummary(parts, on, policy.call)
  const touches = contacts.touches.map(({ fact }) => fact)
  const spoken = touches.findLast(({ spokeWith }) => spokeWith !== undefined)
  const excuse = contacts.excuses.at(-1)?.fact
  return {
    customer,
    on,
    policy: { id: policy.id, version: policy.version },
    ...(spoken?.spokeWith === undefined ? {} : { contact: { name: spoken.spokeWith, on: spoken.on } }),
    reasonsToWait: restReasons(account, on, policy, isPlaced(customer)),
    summary,
    rest: callRest(summary, parts, on, policy.call),
    sums,
    largest: partsToAsk(parts, on, 0).slice(0, 2),
    disputed: parts.filter(({ disputedMinor }) => disputedMinor > 0),
    heldBack: parts.flatMap((part) => {
      const held = account.heldBack(part.itemId)
      return held === undefined ? [] : [{ ...part, held }]
    }),
    newOrders: newOrders(account, on, policy),
    openPromises: promises.filter(({ standing }) => standing === 'open'),
    promiseRecord: [...new Set(promises.map(({ currency }) => currency))].sort().map((currency) => ({
      currency,
      ...promiseRates(promises.filter((promise) => promise.currency === currency)),
    })),
    lastTouches: touches.slice(-3).reverse(),
    ...(excuse === undefined
      ? {}
      : { lastExcuse: { given: excuse, next: excuseFollowUp(excuse.code, excuse.on, excuse.resolveOn) } }),
    ...(oldestDueOn === undefined ? {} : { signs: contactSigns(touches, oldestDueOn, on, policy.signs) }),
    actions: accountActions(
      account,
      on,
      policy,
      ladder === undefined ? undefined : ladderSteps(books.ledger, at, account, ladder),
    ),
  }
}
