import { addFractions, compareFractions, type Fraction, wholeFraction } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountActions,
  addFacts,
  concentration,
  type DeskBooks,
  deskAccounts,
  emptyLedgerView,
  ladderSteps,
  noteContact,
  openItems,
  periodFigures,
  promisedParts,
  type PromiseAt,
  workList,
} from '../../src/index.js'
import { addDays, type LocalDate } from '@quittance/kernel'
import { deskPolicy, type HoldPlaced, type PlacedWithAgency } from '@quittance/dunning'
import { endOfTime, firstDay, histories, pointsInTime } from '../account/histories.js'
import { mondays, touch } from './desk.js'

/** A promise of the balance as the desk reads it. */
const promise = fc
  .record({
    customer: fc.constantFrom('C-1', 'C-2', 'C-3'),
    promisedMinor: fc.nat(400_00),
    ends: fc.integer({ min: -5, max: 500 }),
    standing: fc.constantFrom('open' as const, 'broken' as const, 'kept' as const),
  })
  .map(({ customer, ends, ...one }) => ({
    customer,
    promise: {
      ...one,
      currency: 'EUR',
      itemIds: [],
      keptMinor: 0,
      windowEndsOn: addDays(firstDay, ends),
    } as unknown as PromiseAt,
  }))

const hold = (on: LocalDate, days: number): HoldPlaced => ({
  _tag: 'HoldPlaced',
  on,
  holdId: `H-${on}`,
  reason: 'manual',
  until: addDays(on, days),
  by: 'test',
})
const placed = (on: LocalDate): PlacedWithAgency => ({
  _tag: 'PlacedWithAgency',
  on,
  placementId: `A-${on}`,
  agency: 'agency',
  currency: 'EUR',
  amountMinor: 1,
  items: [{ itemId: 'INV-1', amountMinor: 1 }],
  approvedBy: 'test',
})

const desks = fc
  .tuple(histories, pointsInTime, fc.array(promise, { maxLength: 4 }), fc.array(fc.nat(400), { maxLength: 4 }))
  .map(([{ facts }, at, promises, touched]) => {
    const contacts: DeskBooks['contacts'] = new Map()
    for (const [index, day] of touched.entries()) {
      const one = facts[index % Math.max(1, facts.length)]
      const fact = touch(addDays(firstDay, day))
      if (one === undefined) continue
      noteContact(contacts, { ...one, effectiveOn: fact.on, fact })
      noteContact(contacts, {
        ...one,
        effectiveOn: fact.on,
        fact: index % 2 === 0 ? hold(fact.on, day) : placed(fact.on),
      })
    }
    const books: DeskBooks = {
      ledger: addFacts(emptyLedgerView(), facts),
      contacts,
      promisesOf: (customer) => promises.filter((one) => one.customer === customer).map((one) => one.promise),
    }
    return { books, at }
  })

describe('the desk', () => {
  it('what is open is disputed, promised, held back, in hand or collectible, and nothing twice', () => {
    fc.assert(
      fc.property(desks, ({ books, at }) => {
        for (const { sums, parts } of deskAccounts(books, at)) {
          for (const part of parts)
            if (part.openMinor > 0)
              expect(
                part.disputedMinor +
                  part.promisedMinor +
                  (part.heldBackMinor ?? 0) +
                  part.inHandMinor +
                  part.collectibleMinor,
              ).toBe(part.openMinor)
          for (const sum of sums) {
            expect(sum.askMinor).toBeLessThanOrEqual(sum.collectibleMinor)
            expect(sum.askOver60Minor).toBeLessThanOrEqual(sum.askMinor)
          }
        }
      }),
    )
  })

  it('a promise covers no more than it promises, and nothing after its window', () => {
    fc.assert(
      fc.property(desks, fc.array(promise, { maxLength: 4 }), ({ books, at }, made) => {
        const items = openItems(books.ledger, at, { customer: 'C-1' })
        const promises = made.map((one) => one.promise)
        const covered = promisedParts(items, promises, at.asOf).reduce((so, part) => so + part.promisedMinor, 0)
        const running = promises.filter(({ standing, windowEndsOn }) => standing === 'open' && windowEndsOn >= at.asOf)
        expect(covered).toBeLessThanOrEqual(running.reduce((so, one) => so + one.promisedMinor, 0))
      }),
    )
  })

  it('every account past due is planned, put off or left alone with a reason, once', () => {
    fc.assert(
      fc.property(desks, fc.nat(4), ({ books, at }, capacity) => {
        const { planned, deferred, resting } = workList(books, at, { capacity })
        const late = openItems(books.ledger, at).filter(({ dueOn }) => dueOn < at.asOf)
        const placed = [...planned, ...deferred, ...resting].map(({ customer }) => customer).toSorted()
        expect(placed).toEqual([...new Set(late.map(({ customer }) => customer))].sort())
        expect(planned.length).toBeLessThanOrEqual(capacity)
        for (const { reasons } of resting) expect(reasons.length).toBeGreaterThan(0)
      }),
    )
  })

  it('nobody on the list is asked for money that is disputed, promised in time, held back or in hand', () => {
    fc.assert(
      fc.property(desks, ({ books, at }) => {
        const accounts = new Map(deskAccounts(books, at).map((account) => [account.customer, account]))
        for (const { customer, sums } of workList(books, at).planned) {
          expect(sums.length).toBeGreaterThan(0)
          const parts = accounts.get(customer)?.parts ?? []
          for (const { currency, askMinor } of sums) {
            const free = parts
              .filter((part) => part.currency === currency && part.dueOn < at.asOf)
              .map((part) =>
                Math.max(
                  0,
                  part.openMinor -
                    part.disputedMinor -
                    part.promisedMinor -
                    (part.heldBackMinor ?? 0) -
                    part.inHandMinor,
                ),
              )
            expect(askMinor).toBe(free.reduce((so, minor) => so + minor, 0))
          }
        }
      }),
    )
  })

  it('every input of a work list lies between 0 and 1', () => {
    fc.assert(
      fc.property(desks, ({ books, at }) => {
        for (const { inputs, score } of workList(books, at).planned) {
          for (const input of Object.values(inputs)) {
            expect(compareFractions(input, wholeFraction(0))).toBeGreaterThanOrEqual(0)
            expect(compareFractions(input, wholeFraction(1))).toBeLessThanOrEqual(0)
          }
          expect(compareFractions(score, wholeFraction(100))).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('every open undisputed item past due has exactly one next action, and none lies in the past', () => {
    fc.assert(
      fc.property(desks, fc.boolean(), ({ books, at }, withLadder) => {
        for (const account of deskAccounts(books, at)) {
          const steps = withLadder ? ladderSteps(books.ledger, at, account, mondays) : undefined
          const actions = accountActions(account, at.asOf, deskPolicy, steps)
          const wanted = account.parts.filter(
            ({ dueOn, openMinor, disputedMinor }) => dueOn < at.asOf && openMinor > disputedMinor,
          )
          expect(actions.map(({ itemId, instalmentNo }) => [itemId, instalmentNo])).toEqual(
            wanted.map(({ itemId, instalmentNo }) => [itemId, instalmentNo]),
          )
          for (const { on, missedSince } of actions) {
            expect(on >= at.asOf).toBe(true)
            expect(missedSince === undefined || missedSince < at.asOf).toBe(true)
          }
        }
      }),
    )
  })
})

describe('concentration', () => {
  it('the shares of a currency add up to all of it', () => {
    fc.assert(
      fc.property(desks, ({ books, at }) => {
        const rows = concentration(books.ledger, at)
        for (const currency of new Set(rows.map((row) => row.currency))) {
          const own = rows.filter((row) => row.currency === currency)
          const shares = own.flatMap(({ shareOfOpen }): ReadonlyArray<Fraction> =>
            shareOfOpen === null ? [] : [shareOfOpen],
          )
          if (shares.length > 0) expect(shares.reduce(addFractions)).toEqual(wholeFraction(1))
          expect(own.map(({ rank }) => rank)).toEqual(own.map((_, index) => index + 1))
        }
      }),
    )
  })
})

describe('periodFigures', () => {
  it('the closing figures of a period are the opening ones of the next', () => {
    fc.assert(
      fc.property(histories, fc.nat(300), fc.nat(60), fc.nat(60), ({ facts }, start, first, second) => {
        const view = addFacts(emptyLedgerView(), facts)
        const day = (days: number): LocalDate => addDays(firstDay, start + days)
        const one = periodFigures(view, { from: day(0), to: day(first) }, endOfTime)
        const next = periodFigures(view, { from: day(first + 1), to: day(first + 1 + second) }, endOfTime)
        const both = periodFigures(view, { from: day(0), to: day(first + 1 + second) }, endOfTime)
        expect(next.map(({ openingMinor }) => openingMinor)).toEqual(one.map(({ closingMinor }) => closingMinor))
        expect(both.map(({ creditSalesMinor }) => creditSalesMinor)).toEqual(
          one.map(({ creditSalesMinor }, index) => creditSalesMinor + (next[index]?.creditSalesMinor ?? 0)),
        )
      }),
    )
  })
})
