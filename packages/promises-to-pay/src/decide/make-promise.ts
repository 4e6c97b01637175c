/**
 * A promise is made, alone, as a plan, or in place of others. What is open on the same items comes to its end
 * first: judged where the money or the day has decided it, else superseded.
 */
import { accept, foldShared, keyedGet, type LocalDate, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { Asked, MakePromise, MakePromisePlan, PromiseDraft, SupersedePromise } from '../commands.js'
import type { PromisesContext } from '../context.js'
import type { PromisesDecided } from '../decided.js'
import type { PromiseMade, PromisesFact } from '../events.js'
import { evolvePromises } from '../evolve.js'
import { type EarlierPromise, promiseLevel } from '../policies/promise-level.js'
import type { PromisesState } from '../state.js'
import { checkDrafts, type Drafts } from './check-drafts.js'
import { endEarlier } from './end-earlier.js'

/** @internal */
export const makePromise = (command: MakePromise, state: PromisesState, context: PromisesContext): PromisesDecided =>
  make({ command, parts: [draftOf(command)], supersedes: [], plan: undefined }, state, context)

/** @internal */
export const makePromisePlan = (
  command: MakePromisePlan,
  state: PromisesState,
  context: PromisesContext,
): PromisesDecided => {
  const { planId, accelerates } = command
  const parts = [...command.parts].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn === b.dueOn ? 0 : 1))
  return make({ command, parts, supersedes: [], plan: { planId, accelerates } }, state, context)
}

/** @internal */
export const supersedePromise = (
  command: SupersedePromise,
  state: PromisesState,
  context: PromisesContext,
): PromisesDecided => {
  const { supersedes, reason } = command
  if (supersedes.length === 0) return refuse({ _tag: 'MissingField', field: 'supersedes' })
  return make({ command, parts: [draftOf(command)], supersedes, plan: undefined, reason }, state, context)
}

const draftOf = ({ promiseId, amountMinor, dueOn, items }: PromiseDraft): PromiseDraft => ({
  promiseId,
  amountMinor,
  dueOn,
  ...(items === undefined ? {} : { items }),
})

interface Making extends Drafts {
  readonly command: MakePromise | MakePromisePlan | SupersedePromise
  readonly reason?: string | undefined
}

const make = (making: Making, state: PromisesState, context: PromisesContext): PromisesDecided => {
  const { command, parts, plan, supersedes, reason } = making
  const { on, currency, terms } = command
  const checked = checkDrafts(making, state, context)
  if (E.isLeft(checked)) return checked
  const ended = endEarlier({ on, parts, supersedes, reason }, state, context)
  const reached = foldShared(evolvePromises, state, ended)
  const level = promiseLevel(
    coversOf(parts, currency, [...supersedes, ...ended.map(({ promiseId }) => promiseId)], reached),
  )
  const receivedBefore = receiptsOf(on, terms.basis, context)
  const made = parts.map((part, index): PromiseMade => {
    const { beyondOpenMinor, windowEndsOn } = checked.right[index] ?? { beyondOpenMinor: 0, windowEndsOn: part.dueOn }
    return {
      _tag: 'PromiseMade',
      on,
      promiseId: part.promiseId,
      currency,
      amountMinor: part.amountMinor,
      dueOn: part.dueOn,
      windowEndsOn,
      items: part.items ?? [],
      terms,
      level,
      ...(plan === undefined ? {} : { plan: { ...plan, no: index + 1, of: parts.length } }),
      ...(beyondOpenMinor === 0 ? {} : { beyondOpenMinor }),
      ...(receivedBefore.length === 0 ? {} : { receivedBefore }),
      ...askedOf(command),
    }
  })
  const facts: ReadonlyArray<PromisesFact> = [...ended, ...made]
  return accept(...facts)
}

/** What was last promised of each item, or of the balance, and what the new promise is in place of. */
const coversOf = (
  parts: ReadonlyArray<PromiseDraft>,
  currency: string,
  ended: ReadonlyArray<string>,
  state: PromisesState,
): ReadonlyArray<ReadonlyArray<EarlierPromise>> => {
  const itemIds = new Set(parts.flatMap(({ items }) => items?.map(({ itemId }) => itemId) ?? []))
  const forBalance = parts.some(({ items }) => items === undefined || items.length === 0)
  const covers = [...itemIds].map((itemId) => keyedGet(state.lastOnItem, itemId)?.promiseIds ?? [])
  const balance = forBalance ? [keyedGet(state.lastOnBalance, currency)?.promiseIds ?? []] : []
  const all = [...covers, ...balance, ...ended.map((promiseId) => [promiseId])]
  return all.map((promiseIds) => promiseIds.flatMap((promiseId) => keyedGet(state.promises, promiseId) ?? []))
}

/** Receipts whose money counts on the day of making and was on record before: the promise is about other money. */
const receiptsOf = (
  on: LocalDate,
  basis: 'receipt-date' | 'application-date',
  context: PromisesContext,
): ReadonlyArray<string> => {
  const found = new Set<string>()
  for (const { receiptId, receivedOn, arrivedOn, appliedOn } of context.money())
    if ((arrivedOn ?? receivedOn) <= on && (basis === 'receipt-date' ? receivedOn : appliedOn) === on)
      found.add(receiptId)
  return [...found].sort()
}

const askedOf = ({ askedMinor, channel, takenBy, madeBy, touchId }: Asked): Asked => ({
  ...(askedMinor === undefined ? {} : { askedMinor }),
  ...(channel === undefined ? {} : { channel }),
  ...(takenBy === undefined ? {} : { takenBy }),
  ...(madeBy === undefined ? {} : { madeBy }),
  ...(touchId === undefined ? {} : { touchId }),
})
