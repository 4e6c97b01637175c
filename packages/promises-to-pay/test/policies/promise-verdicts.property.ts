import { addDays, epochDay, fromEpochDay, type LocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promiseVerdicts, type ReceivedMoney, type VerdictContext } from '../../src/index.js'
import { contextOf } from '../room.js'
import { days, moneys, promises } from './small-accounts.js'

const account = (money: ReadonlyArray<ReceivedMoney>): VerdictContext =>
  contextOf({ items: { I1: { owedMinor: 100 }, I2: { owedMinor: 100 } }, money })

describe('promiseVerdicts', () => {
  it('every promise has exactly one verdict at each point in time', () => {
    fc.assert(
      fc.property(promises, moneys, days, (all, money, asOf) => {
        const verdicts = promiseVerdicts(all, account(money), asOf)
        const made = all.filter(({ madeOn }) => madeOn <= asOf)
        expect([...verdicts.keys()].sort()).toEqual(made.map(({ promiseId }) => promiseId).sort())
      }),
    )
  })

  it('no minor unit of a receipt counts twice, in time or late', () => {
    fc.assert(
      fc.property(promises, moneys, days, (all, money, asOf) => {
        const used = new Map<string, number>()
        for (const { counted, late } of promiseVerdicts(all, account(money), asOf).values())
          for (const { receiptId, amountMinor } of [...counted, ...late])
            used.set(receiptId, (used.get(receiptId) ?? 0) + amountMinor)
        for (const { receiptId, amountMinor } of money)
          expect(used.get(receiptId) ?? 0).toBeLessThanOrEqual(amountMinor)
      }),
      { numRuns: 300 },
    )
  })

  it('never broken within the window, never open after it', () => {
    fc.assert(
      fc.property(promises, moneys, days, (all, money, asOf) => {
        for (const { state, windowEndsOn } of promiseVerdicts(all, account(money), asOf).values()) {
          if (state === 'broken' || state === 'partly-kept') expect(asOf > windowEndsOn).toBe(true)
          if (state === 'open') expect(asOf <= windowEndsOn).toBe(true)
        }
      }),
    )
  })

  it('a verdict that is final stays what it is while days pass and nothing comes to light', () => {
    fc.assert(
      fc.property(promises, moneys, days, fc.nat(9), (all, money, asOf, passed) => {
        // All of the money is known from the start and applied at once: only days pass.
        const known = money.map((piece) => ({
          ...piece,
          ...(piece.itemId === undefined ? {} : { appliedOn: piece.receivedOn }),
        }))
        const before = promiseVerdicts(all, account(known), asOf)
        const after = promiseVerdicts(all, account(known), addDays(asOf, passed))
        for (const [promiseId, { state }] of before)
          if (state !== 'open') expect(after.get(promiseId)?.state).toBe(state)
      }),
      { numRuns: 300 },
    )
  })

  it('shifting every day shifts every verdict', () => {
    fc.assert(
      fc.property(promises, moneys, days, fc.integer({ min: -400, max: 400 }), (all, money, asOf, by) => {
        const states = (shift: number) => {
          const to = (on: LocalDate) => fromEpochDay(epochDay(on) + shift)
          const moved = all.map((one) => ({
            ...one,
            madeOn: to(one.madeOn),
            dueOn: to(one.dueOn),
            windowEndsOn: to(one.windowEndsOn),
          }))
          const pieces = money.map(({ appliedOn, ...piece }) => ({
            ...piece,
            receivedOn: to(piece.receivedOn),
            ...(appliedOn === undefined ? {} : { appliedOn: to(appliedOn) }),
          }))
          return [...promiseVerdicts(moved, account(pieces), to(asOf))].map(([id, { state, keptMinor }]) => [
            id,
            state,
            keptMinor,
          ])
        }
        expect(states(by)).toEqual(states(0))
      }),
    )
  })
})
