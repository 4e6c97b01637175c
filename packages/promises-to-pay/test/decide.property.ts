import { addDays, foldOwned, foldShared, keyedValues } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  decidePromises,
  evolvePromises,
  initialPromises,
  type MakePromise,
  type PromisesFact,
  type PromisesState,
  promiseVerdicts,
  type ReceivedMoney,
} from '../src/index.js'
import { contextOf, promise } from './room.js'
import { days, moneys, promises } from './policies/small-accounts.js'

const items = { I1: { owedMinor: 100 }, I2: { owedMinor: 100 } }
const lastDay = addDays(promise.on, 30)

/** The promises as somebody would have given them, one command each, in the order of their days. */
const commands = promises.map((all) =>
  [...all]
    .sort((a, b) => (a.madeOn < b.madeOn ? -1 : 1))
    .map(({ promiseId, madeOn, amountMinor, dueOn, lines, terms }): MakePromise => ({
      ...promise,
      promiseId,
      on: madeOn,
      amountMinor,
      dueOn,
      items: lines.map(({ itemId }) => ({ itemId, amountMinor })),
      terms,
    })),
)

/** Give the promises and assess every day, with the money known by then; some of it goes back. */
const run = (
  all: ReadonlyArray<MakePromise>,
  money: ReadonlyArray<ReceivedMoney>,
  returned: ReadonlyArray<readonly [string, string]>,
): { readonly facts: ReadonlyArray<PromisesFact>; readonly states: ReadonlyArray<PromisesState> } => {
  const [facts, states]: [Array<PromisesFact>, Array<PromisesState>] = [[], []]
  let state = initialPromises()
  for (let on = promise.on; on <= lastDay; on = addDays(on, 1)) {
    const gone = returned.filter(([, day]) => day <= on)
    const here = money.filter((one) => one.receivedOn <= on && !gone.some(([id]) => id === one.receiptId))
    const context = contextOf({ items, money: here, returned: gone.map(([id]) => id) })
    for (const command of [...all.filter((one) => one.on === on), { _tag: 'AssessPromises', on } as const]) {
      const decided = decidePromises(command, state, context)
      if (E.isLeft(decided)) continue
      facts.push(...decided.right.facts)
      state = foldShared(evolvePromises, state, decided.right.facts)
    }
    states.push(state)
    const verdicts = promiseVerdicts(keyedValues(state.promises), context, on)
    for (const { promiseId, standing } of keyedValues(state.promises))
      if (standing !== 'superseded' && standing !== 'withdrawn')
        expect([promiseId, standing]).toEqual([promiseId, verdicts.get(promiseId)?.state])
    expect(decidePromises({ _tag: 'AssessPromises', on }, state, context)).toMatchObject({
      left: { _tag: 'NothingToAssess' },
    })
  }
  return { facts, states }
}

const returns = fc.array(fc.tuple(fc.constantFrom('R0', 'R1', 'R2'), days), { maxLength: 2 })

describe('decidePromises', () => {
  it('a recorded verdict is the derived one', () => {
    fc.assert(
      fc.property(commands, moneys, returns, (all, money, returned) => {
        run(all, money, returned)
      }),
      { numRuns: 30 },
    )
  })

  it('on any day a promise is in one state, and after its window it has a verdict', () => {
    fc.assert(
      fc.property(commands, moneys, returns, (all, money, returned) => {
        const { states } = run(all, money, returned)
        for (const record of keyedValues(states.at(-1)?.promises ?? initialPromises().promises))
          expect(record.standing).not.toBe('open')
      }),
      { numRuns: 20 },
    )
  })

  it('a verdict that was given before follows on a reopening with its cause', () => {
    fc.assert(
      fc.property(commands, moneys, returns, (all, money, returned) => {
        const standing = new Map<string, string>()
        for (const fact of run(all, money, returned).facts) {
          if (fact._tag === 'PromiseReopened') expect(standing.get(fact.promiseId)).toBe(fact.was)
          else if ('counted' in fact) expect(standing.get(fact.promiseId) ?? 'open').toBe('open')
          if (fact._tag === 'PromiseKept') standing.set(fact.promiseId, 'kept')
          else if (fact._tag === 'PromisePartlyKept') standing.set(fact.promiseId, 'partly-kept')
          else if (fact._tag === 'PromiseBroken') standing.set(fact.promiseId, 'broken')
          else if (fact._tag === 'PromiseVoided') standing.set(fact.promiseId, 'void')
          else if (fact._tag === 'PromiseReopened') standing.set(fact.promiseId, 'open')
        }
      }),
      { numRuns: 20 },
    )
  })

  it('both modes of the fold agree', () => {
    fc.assert(
      fc.property(commands, moneys, returns, fc.nat(20), (all, money, returned, cut) => {
        const { facts, states } = run(all, money, returned)
        const owned = foldOwned(evolvePromises, initialPromises(), facts)
        const first = foldShared(evolvePromises, initialPromises(), facts.slice(0, cut))
        expect(foldShared(evolvePromises, first, facts.slice(cut))).toEqual(owned)
        expect(states.at(-1)).toEqual(owned)
      }),
      { numRuns: 20 },
    )
  })
})
