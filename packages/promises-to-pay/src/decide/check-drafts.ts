/** What is wrong with a promise before anything else is looked at, in the order of `PromisesRejection`. */
import { type BusinessCalendar, type CurrencyCode, firstRefusal, keyedGet, type LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { PromiseDraft } from '../commands.js'
import type { PromisesContext } from '../context.js'
import type { PromiseId, PromiseTerms } from '../model.js'
import { windowEnd } from '../policies/window-end.js'
import type { PromisesRejection } from '../rejections.js'
import type { PromisesState } from '../state.js'
import { endsTooEarly } from './end-earlier.js'
import { emptyField, openPromise } from './find-promise.js'

/** Promises to be made together. @internal */
export interface Drafts {
  readonly command: {
    readonly on: LocalDate
    readonly currency: CurrencyCode
    readonly terms: PromiseTerms
    readonly calendar?: BusinessCalendar
    readonly askedMinor?: number
  }
  readonly parts: ReadonlyArray<PromiseDraft>
  readonly supersedes: ReadonlyArray<PromiseId>
  readonly plan: { readonly planId: string; readonly accelerates: boolean } | undefined
}

/** What the checks found on the way, for each part. @internal */
export interface CheckedDraft {
  readonly windowEndsOn: LocalDate
  /** So much more than was owed. */
  readonly beyondOpenMinor: number
}

/** @internal */
export const checkDrafts = (
  drafts: Drafts,
  state: PromisesState,
  context: PromisesContext,
): E.Either<PromisesRejection, ReadonlyArray<CheckedDraft>> => {
  const { command, parts } = drafts
  const windows = parts.map(({ dueOn }) => windowEnd(dueOn, command.terms, command.calendar))
  const refusal = firstRefusal<PromisesRejection>([
    () => emptyField({ planId: drafts.plan?.planId }),
    () => first(parts, (part) => emptyField({ promiseId: part.promiseId })),
    () => badAmount(drafts),
    () => badTerms(command.terms, windows),
    () => forThePast(drafts),
    () => idTaken(drafts, state),
    () => unknownPromise(drafts, state),
    () => eachItem(drafts, (itemId) => unknownItem(itemId, context)),
    () => first(drafts.supersedes, (promiseId) => notOpen(promiseId, state)),
    () => eachItem(drafts, (itemId) => otherCurrency(context.itemOf(itemId)?.currency, command.currency)),
    () => first(drafts.supersedes, (id) => otherCurrency(keyedGet(state.promises, id)?.currency, command.currency)),
    () => eachItem(drafts, (itemId) => beforeItem(itemId, command.on, context)),
    () => endsTooEarly({ on: command.on, parts, supersedes: drafts.supersedes }, state, context),
    () =>
      eachItem(drafts, (itemId) => (context.openMinorOfItem(itemId) > 0 ? undefined : { _tag: 'NothingOwed', itemId })),
    () => moreThanAllowed(drafts, context),
  ])
  if (refusal !== undefined) return E.left(refusal)
  const beyond = beyondOpen(drafts, context)
  return E.right(
    parts.map(({ dueOn }, index) => ({
      windowEndsOn: windows[index] ?? dueOn,
      beyondOpenMinor: beyond[index] ?? 0,
    })),
  )
}

const first = <One>(
  all: ReadonlyArray<One>,
  check: (one: One) => PromisesRejection | undefined,
): PromisesRejection | undefined => firstRefusal(all.map((one) => () => check(one)))

const eachItem = (
  { parts }: Drafts,
  check: (itemId: string) => PromisesRejection | undefined,
): PromisesRejection | undefined => first(parts, ({ items }) => first(items ?? [], ({ itemId }) => check(itemId)))

const badAmount = ({ command, parts }: Drafts): PromisesRejection | undefined => {
  const { askedMinor } = command
  if (parts.length === 0) return { _tag: 'InvalidAmount', field: 'parts', amountMinor: 0 }
  if (askedMinor !== undefined && !isAmount(askedMinor))
    return { _tag: 'InvalidAmount', field: 'askedMinor', amountMinor: askedMinor }
  return first(parts, ({ amountMinor, items }) => {
    if (!isAmount(amountMinor)) return { _tag: 'InvalidAmount', field: 'amountMinor', amountMinor }
    if (items === undefined || items.length === 0) return undefined
    const bad = items.find((item) => !isAmount(item.amountMinor))
    if (bad !== undefined) return { _tag: 'InvalidAmount', field: `items.${bad.itemId}`, amountMinor: bad.amountMinor }
    const sumMinor = items.reduce((so, item) => so + item.amountMinor, 0)
    const isOnce = new Set(items.map(({ itemId }) => itemId)).size === items.length
    return sumMinor === amountMinor && isOnce
      ? undefined
      : { _tag: 'InvalidAmount', field: 'items', amountMinor: sumMinor }
  })
}

const isAmount = (minor: number): boolean => Number.isSafeInteger(minor) && minor > 0

const badTerms = (
  { graceDays, toleranceMinor, tolerancePercent }: PromiseTerms,
  windows: ReadonlyArray<LocalDate | undefined>,
): PromisesRejection | undefined => {
  const problem = (text: string): PromisesRejection => ({ _tag: 'InvalidPromiseTerms', problem: text })
  if (!Number.isSafeInteger(graceDays) || graceDays < 0 || graceDays > 366) return problem('grace of 0 to 366 days')
  if (toleranceMinor !== undefined && tolerancePercent !== undefined) return problem('one tolerance at most')
  if (toleranceMinor !== undefined && (!Number.isSafeInteger(toleranceMinor) || toleranceMinor < 0))
    return problem('a tolerance is not negative')
  if (tolerancePercent !== undefined) {
    const { unscaled, scale } = tolerancePercent
    if (unscaled < 0 || unscaled > 100 * 10 ** scale) return problem('a tolerance of 0 to 100 percent')
  }
  return windows.includes(undefined) ? problem('business days of grace need a calendar that has some') : undefined
}

const forThePast = ({ command: { on }, parts }: Drafts): PromisesRejection | undefined =>
  first(parts, ({ promiseId, dueOn }) =>
    dueOn < on ? { _tag: 'PromisedForThePast', promiseId, on, dueOn } : undefined,
  )

const idTaken = ({ parts }: Drafts, state: PromisesState): PromisesRejection | undefined => {
  const seen = new Set<PromiseId>()
  return first(parts, ({ promiseId }) => {
    if (keyedGet(state.promises, promiseId) !== undefined || seen.has(promiseId))
      return { _tag: 'PromiseAlreadyMade', promiseId }
    seen.add(promiseId)
    return undefined
  })
}

const unknownPromise = ({ supersedes }: Drafts, state: PromisesState): PromisesRejection | undefined =>
  first(supersedes, (promiseId) =>
    keyedGet(state.promises, promiseId) === undefined ? { _tag: 'PromiseUnknown', promiseId } : undefined,
  )

const notOpen = (promiseId: PromiseId, state: PromisesState): PromisesRejection | undefined => {
  const found = openPromise(state, promiseId)
  return E.isLeft(found) ? found.left : undefined
}

const unknownItem = (itemId: string, context: PromisesContext): PromisesRejection | undefined => {
  const item = context.itemOf(itemId)
  return item === undefined || item.voided ? { _tag: 'ItemUnknown', itemId } : undefined
}

const otherCurrency = (expected: string | undefined, got: string): PromisesRejection | undefined =>
  expected === undefined || expected === got ? undefined : { _tag: 'CurrencyMismatch', expected, got }

const beforeItem = (itemId: string, on: LocalDate, context: PromisesContext): PromisesRejection | undefined => {
  const issuedOn = context.itemOf(itemId)?.issuedOn
  return issuedOn !== undefined && on < issuedOn ? { _tag: 'TooEarly', on, notBefore: issuedOn } : undefined
}

/** By how much each part takes what is promised beyond what is owed; the parts of a plan add up. */
const beyondOpen = ({ command, parts }: Drafts, context: PromisesContext): ReadonlyArray<number> => {
  const promised = new Map<string, number>()
  const beyondOf = (key: string, minor: number, openMinor: number): number => {
    const before = promised.get(key) ?? 0
    promised.set(key, before + minor)
    return Math.max(0, before + minor - openMinor) - Math.max(0, before - openMinor)
  }
  return parts.map(({ items, amountMinor }) =>
    items === undefined || items.length === 0
      ? beyondOf('', amountMinor, Math.max(0, context.openMinorOf(command.currency)))
      : items.reduce(
          (so, item) => so + beyondOf(`item ${item.itemId}`, item.amountMinor, context.openMinorOfItem(item.itemId)),
          0,
        ),
  )
}

const moreThanAllowed = (drafts: Drafts, context: PromisesContext): PromisesRejection | undefined => {
  if (drafts.command.terms.beyondOpen === 'accept') return undefined
  const index = beyondOpen(drafts, context).findIndex((minor) => minor > 0)
  const part = drafts.parts[index]
  if (part === undefined) return undefined
  const itemId =
    part.items?.find((item) => item.amountMinor > context.openMinorOfItem(item.itemId))?.itemId ??
    part.items?.[0]?.itemId
  return {
    _tag: 'MorePromisedThanOwed',
    ...(itemId === undefined ? {} : { itemId }),
    openMinor: itemId === undefined ? context.openMinorOf(drafts.command.currency) : context.openMinorOfItem(itemId),
    promisedMinor: drafts.parts.reduce((so, { amountMinor }) => so + amountMinor, 0),
  }
}
