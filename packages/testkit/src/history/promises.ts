/** Moves on promises: make, plan, confirm, replace, withdraw, and let days pass. */
import { addDays, keyedValues, type LocalDate } from '@quittance/kernel'
import {
  defaultPromiseTerms,
  type PromisedItem,
  type PromiseRecord,
  type PromiseTerms,
} from '@quittance/promises-to-pay'
import { accountBalances } from '@quittance/receivables'
import type { Dice } from './dice.js'
import { amountNear, dayNear, idOf, type Move, newId, openDocuments, someOf, type World } from './world.js'

const terms = (dice: Dice): PromiseTerms => ({
  ...defaultPromiseTerms,
  graceDays: dice.pick([0, 3, 0, 1]),
  ...(dice.oneIn(4) ? { toleranceMinor: 1 } : {}),
  ...(dice.oneIn(20) ? { tolerancePercent: { unscaled: 5, scale: 1 } } : {}),
  basis: dice.oneIn(5) ? 'application-date' : 'receipt-date',
  lateMoney: dice.oneIn(4) ? 'earliest-unpaid-first' : 'active-first',
  beyondOpen: dice.oneIn(6) ? 'refuse' : 'accept',
})

interface Draft {
  readonly currency: string
  readonly amountMinor: number
  readonly items?: ReadonlyArray<PromisedItem>
  readonly since: LocalDate | undefined
}

/** For one or two items, or for the balance. */
const draft = (world: World, dice: Dice): Draft => {
  const found = openDocuments(world, dice)
  const first = someOf(dice, found)
  if (first === undefined || dice.oneIn(4)) {
    const [balance] = accountBalances(world.state)
    const { currency } = balance ?? world
    return { currency, amountMinor: amountNear(dice, balance?.openMinor ?? 100), since: undefined }
  }
  const second = dice.oneIn(4) ? found.find(({ documentId }) => documentId !== first.documentId) : undefined
  const items = [first, ...(second === undefined ? [] : [second])].map(({ documentId, openMinor }) => ({
    itemId: documentId,
    amountMinor: amountNear(dice, openMinor),
  }))
  const amountMinor = items.reduce((so, item) => so + item.amountMinor, 0)
  return { currency: first.currency, amountMinor, items, since: first.issuedOn }
}

const itemsOf = ({ items }: Draft): { readonly items?: ReadonlyArray<PromisedItem> } =>
  items === undefined ? {} : { items }

const soon = (dice: Dice, on: LocalDate): LocalDate => addDays(on, dice.pick([5, 0, 1, 14, 2, dice.oneIn(8) ? -1 : 3]))

/** @internal */
export const makePromise: Move = (world, dice) => {
  const found = draft(world, dice)
  const on = dayNear(world, dice, found.since)
  return [
    {
      _tag: 'MakePromise',
      on,
      promiseId: newId(world, dice, 'P'),
      currency: dice.oneIn(40) ? 'USD' : found.currency,
      amountMinor: found.amountMinor,
      dueOn: soon(dice, on),
      ...itemsOf(found),
      terms: terms(dice),
      ...(dice.oneIn(2)
        ? { askedMinor: found.amountMinor * 2, channel: 'phone', takenBy: dice.pick(['carla', 'dan']) }
        : {}),
    },
  ]
}

/** @internal */
export const makePlan: Move = (world, dice) => {
  const found = draft(world, dice)
  const on = dayNear(world, dice, found.since)
  const parts = Math.max(1, Math.floor(found.amountMinor / 2))
  const own = found.items?.slice(0, 1).map(({ itemId }) => ({ itemId, amountMinor: parts }))
  return [
    {
      _tag: 'MakePromisePlan',
      on,
      planId: newId(world, dice, 'PLAN'),
      currency: found.currency,
      terms: terms(dice),
      accelerates: dice.oneIn(2),
      parts: [2, 9, 20].slice(0, dice.pick([2, 3, 1])).map((days) => ({
        promiseId: newId(world, dice, 'P'),
        amountMinor: parts,
        dueOn: addDays(on, days),
        ...(own === undefined ? {} : { items: own }),
      })),
    },
  ]
}

const someOpen = (world: World, dice: Dice): PromiseRecord | undefined => {
  const all = keyedValues(world.state.promises.promises)
  const open = all.filter(({ standing }) => standing === 'open')
  return someOf(dice, open.length === 0 || dice.oneIn(10) ? all : open)
}

/** @internal */
export const supersedePromise: Move = (world, dice) => {
  const old = someOpen(world, dice)
  const on = dayNear(world, dice, old?.lastOn)
  return [
    {
      _tag: 'SupersedePromise',
      on,
      supersedes: [idOf(dice, old === undefined ? [] : [old.promiseId])],
      promiseId: newId(world, dice, 'P'),
      currency: old?.currency ?? world.currency,
      amountMinor: old?.amountMinor ?? 1,
      dueOn: soon(dice, on),
      items: old?.lines.map(({ itemId, amountMinor }) => ({ itemId, amountMinor })) ?? [],
      terms: terms(dice),
    },
  ]
}

/** @internal */
export const confirmPromise: Move = (world, dice) => {
  const old = someOpen(world, dice)
  const promiseId = idOf(dice, old === undefined ? [] : [old.promiseId])
  return [{ _tag: 'ConfirmPromise', on: dayNear(world, dice, old?.madeOn), promiseId, channel: 'e-mail' }]
}

/** @internal */
export const withdrawPromise: Move = (world, dice) => {
  const old = someOpen(world, dice)
  const promiseId = idOf(dice, old === undefined ? [] : [old.promiseId])
  const on = dayNear(world, dice, old?.lastOn)
  return [{ _tag: 'WithdrawPromise', on, promiseId, by: dice.pick(['customer', 'us']), reason: 'goods came broken' }]
}

/** On the edge of a window, or whenever it is. @internal */
export const assessPromises: Move = (world, dice) => {
  const old = someOpen(world, dice)
  const after = old === undefined ? undefined : addDays(old.windowEndsOn, 1)
  const on = after !== undefined && dice.oneIn(2) ? dayNear(world, dice, after) : dayNear(world, dice, world.today)
  return [{ _tag: 'AssessPromises', on }]
}
