import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  disputeCases,
  disputeRegister,
  disputeRemainders,
  emptyLedgerView,
  openItems,
  unsubstantiatedDisputes,
} from '../../src/index.js'
import { histories, pointsInTime } from '../account/histories.js'

const limits = fc.record({ EUR: fc.integer({ min: 0, max: 200_00 }), USD: fc.integer({ min: 0, max: 200_00 }) })

describe('disputeRemainders', () => {
  it('no more is given up than is left of a dispute that something was taken from', () => {
    fc.assert(
      fc.property(histories, pointsInTime, limits, ({ facts }, at, belowMinor) => {
        const view = addFacts(emptyLedgerView(), facts)
        for (const one of disputeRemainders(view, at, { id: 'p', version: 1, belowMinor })) {
          expect(one.giveUpMinor > 0).toBe(one.because === undefined)
          expect([0, one.remainingMinor]).toContain(one.giveUpMinor)
          if (one.giveUpMinor === 0) continue
          expect(one.giveUpMinor).toBeLessThan(one.originalMinor)
          expect(one.givableFrom! <= at.asOf).toBe(true)
        }
      }),
    )
  })
})

describe('unsubstantiatedDisputes', () => {
  it('who waits in the queue is open, in the register, and without ground', () => {
    fc.assert(
      fc.property(histories, pointsInTime, fc.nat(40), ({ facts }, at, waitDays) => {
        const view = addFacts(emptyLedgerView(), facts)
        const register = disputeRegister(view, at)
        for (const one of unsubstantiatedDisputes(view, at, { waitDays })) {
          const own = register.find((dispute) => dispute.disputeId === one.disputeId && dispute.itemId === one.itemId)
          expect(own).toMatchObject({ unsubstantiated: true })
          expect(own?.outcome).toBe(undefined)
          expect(one.remainingMinor).toBeGreaterThan(0)
          expect(one.waitingDays).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('what is disputed in the aging', () => {
  it('the aging shows all that is open of what is left of open disputes', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const leftMinor = new Map<number, number>()
        for (const { subject, outcome, case: own } of disputeCases(view, at))
          if (outcome === undefined) leftMinor.set(subject, (leftMinor.get(subject) ?? 0) + own.remainingMinor)
        const shown = new Map<number, { openMinor: number; disputedMinor: number }>()
        for (const { subject, openMinor, disputedMinor } of openItems(view, at)) {
          const item = shown.get(subject) ?? { openMinor: 0, disputedMinor: 0 }
          shown.set(subject, {
            openMinor: item.openMinor + openMinor,
            disputedMinor: item.disputedMinor + disputedMinor,
          })
        }
        for (const [subject, { openMinor, disputedMinor }] of shown)
          expect(disputedMinor).toBeGreaterThanOrEqual(Math.min(leftMinor.get(subject) ?? 0, openMinor))
      }),
    )
  })
})
