import { addDays, keyedGet, type LocalDate, localDate, money } from '@quittance/kernel'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type AccountState,
  decideAccount,
  evolveAccount,
  initialAccount,
  openMinorOf,
} from '../src/index.js'

/** One minor unit of a receipt: nothing is simpler to give to one promise and to no other. */
interface Coin {
  readonly receiptId: string
  readonly receivedOn: LocalDate
  itemId: string | undefined
  applicationId: string | undefined
}

interface NaivePromise {
  readonly id: string
  readonly on: LocalDate
  readonly dueOn: LocalDate
  readonly lastDay: LocalDate
  readonly itemId: string | undefined
  readonly amount: number
  readonly tolerance: number
  readonly level: number
  readonly before: ReadonlyArray<string>
  standing: string
}

/** Everything as plain lists; a verdict looks through all coins for every unit that was promised. */
interface Naive {
  readonly coins: Array<Coin>
  readonly credits: Array<{ readonly itemId: string; readonly on: LocalDate; readonly amount: number }>
  readonly promises: Array<NaivePromise>
}

const owed: Readonly<Record<string, number>> = { I1: 40, I2: 15 }

const verdictsOf = ({ coins, credits, promises }: Naive, asOf: LocalDate): ReadonlyMap<string, string> => {
  const taken = new Set<Coin>()
  const verdicts = new Map<string, string>()
  // Of one receipt, what lies on no item goes first.
  const place = ({ receivedOn, receiptId, itemId }: Coin): string => `${receivedOn} ${receiptId} ${itemId ?? ''}`
  const byDay = coins.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) === place(b) ? 0 : 1))
  for (const promise of promises) {
    if (promise.standing === 'superseded' || promise.standing === 'withdrawn') continue
    const isBefore = (coin: Coin): boolean =>
      coin.receivedOn < promise.on || (coin.receivedOn === promise.on && promise.before.includes(coin.receiptId))
    let expected = promise.amount
    if (promise.itemId !== undefined) {
      const credited = credits.filter(({ itemId, on }) => itemId === promise.itemId && on <= promise.lastDay)
      const paid = coins.filter((coin) => coin.itemId === promise.itemId && isBefore(coin)).length
      expected = Math.min(
        expected,
        (owed[promise.itemId] ?? 0) - paid - credited.reduce((so, one) => so + one.amount, 0),
      )
    }
    let kept = 0
    for (const coin of byDay) {
      if (kept >= expected || taken.has(coin) || isBefore(coin) || coin.receivedOn > promise.lastDay) continue
      if (promise.itemId !== undefined && coin.itemId !== promise.itemId) continue
      taken.add(coin)
      kept += 1
    }
    const enough = Math.max(1, expected - Math.min(promise.tolerance, promise.amount - 1))
    const state = kept >= enough ? 'kept' : asOf <= promise.lastDay ? 'open' : kept > 0 ? 'partly-kept' : 'broken'
    verdicts.set(promise.id, expected <= 0 ? 'void' : state)
  }
  return verdicts
}

interface Play {
  state: AccountState
  today: LocalDate
  readonly naive: Naive
  made: number
}

const run = (play: Play, command: AccountCommand): boolean => {
  const decided = decideAccount(command, play.state)
  if (E.isLeft(decided)) return false
  for (const fact of decided.right) evolveAccount(play.state, fact)
  return true
}

const standingsAgree = ({ state, naive }: Play): void => {
  for (const { id, standing, level } of naive.promises) {
    const record = keyedGet(state.promises.promises, id)
    expect([id, record?.standing, record?.level]).toEqual([id, standing, level])
  }
}

const assess = (play: Play): void => {
  run(play, { _tag: 'AssessPromises', on: play.today })
  const verdicts = verdictsOf(play.naive, play.today)
  for (const promise of play.naive.promises) promise.standing = verdicts.get(promise.id) ?? promise.standing
  standingsAgree(play)
}

type Act = (play: Play) => void

const receive =
  (amount: number): Act =>
  (play) => {
    const receiptId = `R${(play.made += 1)}`
    const { today: receivedOn } = play
    if (!run(play, { _tag: 'RecordReceipt', on: receivedOn, receiptId, amount: money('EUR', amount), method: 'wire' }))
      return
    for (let unit = 0; unit < amount; unit += 1)
      play.naive.coins.push({ receiptId, receivedOn, itemId: undefined, applicationId: undefined })
  }

const apply =
  (choice: number, itemId: string, amount: number): Act =>
  (play) => {
    const having = play.naive.coins.filter((coin) => coin.itemId === undefined)
    const receiptId = having[choice % Math.max(having.length, 1)]?.receiptId ?? 'NOWHERE'
    const applicationId = `A${(play.made += 1)}`
    const lines = [{ applicationId, itemId, amount: money('EUR', amount) }]
    if (!run(play, { _tag: 'ApplyCash', on: play.today, receiptId, lines })) return
    const free = play.naive.coins.filter((coin) => coin.receiptId === receiptId && coin.itemId === undefined)
    for (const coin of free.slice(0, amount)) Object.assign(coin, { itemId, applicationId })
  }

const unapply =
  (choice: number): Act =>
  (play) => {
    const applied = play.naive.coins.flatMap(({ applicationId }) => applicationId ?? [])
    const applicationId = applied[choice % Math.max(applied.length, 1)] ?? 'NOWHERE'
    if (!run(play, { _tag: 'Unapply', on: play.today, applicationId, because: 'reallocation', reason: 'moved' })) return
    for (const coin of play.naive.coins)
      if (coin.applicationId === applicationId) Object.assign(coin, { itemId: undefined, applicationId: undefined })
  }

const bounce =
  (choice: number): Act =>
  (play) => {
    const receiptId = play.naive.coins[choice % Math.max(play.naive.coins.length, 1)]?.receiptId ?? 'NOWHERE'
    if (!run(play, { _tag: 'ReturnReceipt', on: play.today, receiptId, kind: 'nsf' })) return
    const left = play.naive.coins.filter((coin) => coin.receiptId !== receiptId)
    play.naive.coins.splice(0, play.naive.coins.length, ...left)
  }

const credit =
  (itemId: string, amount: number): Act =>
  (play) => {
    const documentId = `CN${(play.made += 1)}`
    const lines = [{ netMinor: amount }]
    const command = {
      _tag: 'IssueCreditNote',
      on: play.today,
      documentId,
      currency: 'EUR',
      lines,
      precedingId: itemId,
    } as const
    const before = openMinorOf(play.state, itemId)
    if (!run(play, { ...command, reason: 'bonus' })) return
    const offset = before - openMinorOf(play.state, itemId)
    if (offset > 0) play.naive.credits.push({ itemId, on: play.today, amount: offset })
  }

interface Made {
  readonly itemId: string | undefined
  readonly amount: number
  readonly long: number
  readonly graceDays: number
  readonly tolerance: number
}

/** What is open on the same item ends: by its verdict, else replaced. Levels count per item. */
const promise =
  ({ itemId, amount, long, graceDays, tolerance }: Made): Act =>
  (play) => {
    const { naive, today: on } = play
    const id = `P${(play.made += 1)}`
    const dueOn = addDays(on, long)
    const made = run(play, {
      _tag: 'MakePromise',
      on,
      promiseId: id,
      currency: 'EUR',
      amountMinor: amount,
      dueOn,
      ...(itemId === undefined ? {} : { items: [{ itemId, amountMinor: amount }] }),
      terms: { ...defaultPromiseTerms, graceDays, toleranceMinor: tolerance },
    })
    if (!made) return
    const verdicts = verdictsOf(naive, on)
    const same = naive.promises.filter((one) => one.itemId === itemId)
    const open = itemId === undefined ? [] : same.filter(({ standing }) => standing === 'open')
    for (const old of open) {
      const verdict = verdicts.get(old.id) ?? 'open'
      old.standing = verdict === 'open' ? 'superseded' : verdict
    }
    const levels = [...open, ...same.slice(-1)].map((old) =>
      old.standing === 'kept' ? 1 : old.standing === 'void' ? old.level : old.level + 1,
    )
    const level = Math.max(1, ...levels)
    const before = [...new Set(naive.coins.filter((coin) => coin.receivedOn === on).map(({ receiptId }) => receiptId))]
    const own = keyedGet(play.state.promises.promises, id)
    // Promises of the balance stand beside each other: which of them sets the level is the specs' matter.
    naive.promises.push({
      id,
      on,
      dueOn,
      lastDay: addDays(dueOn, graceDays),
      itemId,
      amount,
      tolerance,
      before,
      standing: 'open',
      level: itemId === undefined ? (own?.level ?? 0) : level,
    })
    standingsAgree(play)
  }

const withdraw =
  (choice: number): Act =>
  (play) => {
    const open = play.naive.promises.filter(({ standing }) => standing === 'open')
    const one = open[choice % Math.max(open.length, 1)]
    if (one === undefined) return
    const isAllowed = play.today <= one.dueOn && verdictsOf(play.naive, play.today).get(one.id) === 'open'
    const command = { _tag: 'WithdrawPromise', on: play.today, promiseId: one.id, by: 'us', reason: 'error' } as const
    expect(run(play, command)).toBe(isAllowed)
    if (isAllowed) one.standing = 'withdrawn'
  }

const nextDay =
  (days: number): Act =>
  (play) => {
    for (let passed = 0; passed < days; passed += 1) {
      assess(play)
      play.today = addDays(play.today, 1)
    }
  }

const items = fc.constantFrom('I1', 'I2')
const small = fc.integer({ min: 1, max: 6 })
const acts: fc.Arbitrary<ReadonlyArray<Act>> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }).map(nextDay) },
    { weight: 5, arbitrary: small.map(receive) },
    { weight: 6, arbitrary: fc.tuple(fc.nat(50), items, small).map((args) => apply(...args)) },
    { weight: 1, arbitrary: fc.nat(50).map(unapply) },
    { weight: 1, arbitrary: fc.nat(50).map(bounce) },
    { weight: 1, arbitrary: fc.tuple(items, small).map((args) => credit(...args)) },
    { weight: 1, arbitrary: fc.nat(50).map(withdraw) },
    {
      weight: 4,
      arbitrary: fc
        .record({
          itemId: fc.constantFrom('I1', undefined, 'I2'),
          amount: small,
          long: fc.nat(4),
          graceDays: fc.nat(2),
          tolerance: fc.nat(1),
        })
        .map(promise),
    },
  ),
  { minLength: 10, maxLength: 40, size: 'max' },
)

describe('promises on an account against plain lists of coins', () => {
  it('agrees on every standing and level after every promise and every day', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const on = localDate('2026-05-01')
        const play: Play = {
          state: initialAccount(),
          today: on,
          naive: { coins: [], credits: [], promises: [] },
          made: 0,
        }
        for (const [documentId, netMinor] of Object.entries(owed))
          run(play, { _tag: 'IssueInvoice', on, documentId, currency: 'EUR', lines: [{ netMinor }] })
        for (const act of all) act(play)
        nextDay(9)(play)
      }),
      { numRuns: 150 },
    )
  })
})
