import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  commissionByRep,
  commissionEligibility,
  commissionRegister,
  commissionTermsOn,
  decodeCommissionPolicy,
  emptyLedgerView,
  shippedCommissionPolicy,
  type SoldInvoice,
} from '../../src/index.js'
import { histories, pointsInTime } from '../account/histories.js'

const start = localDate('2026-01-01')
const [terms] = shippedCommissionPolicy.terms
const sold: SoldInvoice = {
  issuedOn: start,
  dueOn: addDays(start, 30),
  billedMinor: 100_00,
  paidMinor: 100_00,
  takenOffMinor: 0,
  writtenOffMinor: 0,
  creditedForFault: false,
}
const days = fc.nat(400)
const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)

describe('laws of commission', () => {
  it('the last collection day earns and the day after does not', () => {
    fc.assert(
      fc.property(days, fc.nat(200), fc.constantFrom('issued' as const, 'due' as const), (max, later, countFrom) => {
        if (terms === undefined) throw new Error('no terms')
        const own = { ...terms, maxCollectionDays: max, countFrom }
        const last = addDays(countFrom === 'issued' ? sold.issuedOn : sold.dueOn, max)
        const paidOn = (day: typeof last) =>
          commissionEligibility({ ...sold, settledOn: day }, own, addDays(day, later))
        expect(paidOn(last)).toMatchObject({ outcome: 'paid-in-full', earnsUntil: last })
        expect(paidOn(addDays(last, 1))).toMatchObject({ outcome: 'late', daysLate: 1 })
        expect(commissionEligibility(sold, own, last).outcome).toBe('open')
        expect(commissionEligibility(sold, own, addDays(last, 1)).outcome).toBe('late')
      }),
    )
  })

  it('an advance is given back on the day after the grace, and not before', () => {
    fc.assert(
      fc.property(days, days, (grace, max) => {
        if (terms === undefined) throw new Error('no terms')
        const own = { ...terms, clawbackGraceDays: grace, maxCollectionDays: max }
        const backOn = addDays(sold.dueOn, grace + 1)
        expect(commissionEligibility(sold, own, addDays(backOn, -1))).not.toHaveProperty('clawbackOn')
        expect(commissionEligibility(sold, own, backOn)).toMatchObject({ clawbackOn: backOn })
        const paid = { ...sold, settledOn: addDays(start, max) }
        expect(commissionEligibility(paid, own, addDays(backOn, 900))).not.toHaveProperty('clawbackOn')
      }),
    )
  })

  it('an invoice in the register is of exactly one outcome', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const named = view.subjects.map((one) => (one.documentKind === 'invoice' ? { ...one, salesRepId: 'ann' } : one))
        const register = commissionRegister({ ...view, subjects: named }, at, shippedCommissionPolicy)
        expect(new Set(register.map(({ itemId }) => itemId)).size).toBe(register.length)
        for (const { outcome, billedMinor, paidMinor, positions } of register) {
          expect(positions.length).toBeGreaterThan(0)
          if (outcome === 'paid-in-full') expect(paidMinor).toBeGreaterThanOrEqual(billedMinor)
        }
      }),
    )
  })

  it('the outcomes of a representative are all their invoices', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const named = view.subjects.map((one, index) =>
          one.documentKind === 'invoice' ? { ...one, salesRepId: index % 2 === 0 ? 'ann' : 'bob' } : one,
        )
        const register = commissionRegister({ ...view, subjects: named }, at, shippedCommissionPolicy)
        const reps = commissionByRep(register)
        expect(sum(reps.map(({ invoices }) => invoices))).toBe(register.length)
        for (const { invoices, billedMinor, outcomes } of reps) {
          expect(sum(Object.values(outcomes).map((one) => one.invoices))).toBe(invoices)
          expect(sum(Object.values(outcomes).map((one) => one.billedMinor))).toBe(billedMinor)
        }
      }),
    )
  })

  it('a commission policy written as JSON is the same when it is read', () => {
    const one = fc.record({
      countFrom: fc.constantFrom('issued' as const, 'due' as const),
      maxCollectionDays: fc.nat(),
      clawbackGraceDays: fc.nat(),
      toleranceMinor: fc.nat(),
      faultStages: fc.array(fc.constantFrom('sales', 'order-entry')),
    })
    fc.assert(
      fc.property(fc.array(one), (listed) => {
        const policy = {
          id: 'own',
          version: 2,
          terms: listed.map((term, index) => ({ ...term, from: addDays(start, index) })),
        }
        expect(decodeCommissionPolicy(JSON.parse(JSON.stringify(policy)))).toEqual(E.right(policy))
        for (const [index, { from }] of policy.terms.entries())
          expect(commissionTermsOn(policy, from)).toEqual(policy.terms[index])
        expect(commissionTermsOn(policy, addDays(start, -1))).toBeUndefined()
      }),
    )
    const wrong = { id: 'own', version: 2, terms: [terms, { ...terms, maxCollectionDays: -1 }] }
    expect(decodeCommissionPolicy(wrong)).toEqual(
      E.left(['terms.1.from: 0001-01-01 stands twice', 'terms.1.maxCollectionDays: -1 is below nothing']),
    )
    expect(decodeCommissionPolicy({ terms: [] })).toMatchObject({ _tag: 'Left' })
  })
})
