import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  balanceForward,
  emptyLedgerView,
  type LedgerView,
  openItemStatement,
  type PointInTime,
  type StatementPeriod,
} from '../src/index.js'
import { firstDay, histories, pointsInTime } from './account/histories.js'

const customers = ['C-1', 'C-2', 'C-3']

const ends = (
  view: LedgerView,
  customer: string,
  period: StatementPeriod,
  which: 'openingMinor' | 'closingMinor',
): Record<string, number> =>
  Object.fromEntries(
    balanceForward(view, customer, period)
      .map((statement) => [statement.currency, statement[which]] as const)
      .filter(([, minor]) => minor !== 0),
  )

const openItemTotals = (view: LedgerView, customer: string, at: PointInTime): Record<string, number> =>
  Object.fromEntries(
    openItemStatement(view, customer, at)
      .currencies.map(({ currency, totalMinor }) => [currency, totalMinor] as const)
      .filter(([, minor]) => minor !== 0),
  )

describe('statements', () => {
  it("a statement's closing is the next one's opening, and equals the open-item total of that day", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(histories, pointsInTime, lengths, ({ facts }, { knownAt }, days) => {
        const view = addFacts(emptyLedgerView(), facts)
        for (const customer of customers) {
          let from = firstDay
          for (const length of days) {
            const to = addDays(from, length - 1)
            const next = { from: addDays(to, 1), to: addDays(to, 30), knownAt }
            const closing = ends(view, customer, { from, to, knownAt }, 'closingMinor')
            expect(ends(view, customer, next, 'openingMinor')).toEqual(closing)
            expect(openItemTotals(view, customer, { asOf: to, knownAt })).toEqual(closing)
            from = next.from
          }
        }
      }),
    )
  })

  it('every line moves the balance, lies in the period and runs on from the line before', () => {
    fc.assert(
      fc.property(histories, pointsInTime, fc.nat(90), ({ facts }, { asOf, knownAt }, days) => {
        const view = addFacts(emptyLedgerView(), facts)
        const from = addDays(asOf, -days)
        for (const customer of customers)
          for (const { openingMinor, movements, closingMinor } of balanceForward(view, customer, {
            from,
            to: asOf,
            knownAt,
          })) {
            let balance = openingMinor
            for (const { amountMinor, runningMinor, on } of movements) {
              balance += amountMinor
              expect(amountMinor).not.toBe(0)
              expect(runningMinor).toBe(balance)
              expect(on >= from && on <= asOf).toBe(true)
            }
            expect(closingMinor).toBe(balance)
          }
      }),
    )
  })

  it('a line refers to the document or receipt that its fact names', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, { asOf, knownAt }) => {
        const view = addFacts(emptyLedgerView(), facts)
        for (const customer of customers)
          for (const { movements } of balanceForward(view, customer, { from: firstDay, to: asOf, knownAt }))
            for (const { position, reference, tag } of movements) {
              const fact = facts[position - 1]?.fact
              if (fact === undefined) throw new Error(`no fact at ${position}`)
              const named =
                'itemId' in fact
                  ? fact.itemId
                  : 'documentId' in fact
                    ? fact.documentId
                    : 'sourceId' in fact
                      ? fact.sourceId
                      : 'receiptId' in fact
                        ? fact.receiptId
                        : 'nettingId' in fact
                          ? fact.nettingId
                          : ''
              expect([tag, reference]).toEqual([fact._tag, named])
            }
      }),
    )
  })

  it('an open-item statement lists only what is open, and its aging ties to its total', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        for (const customer of customers) {
          const { items, credits, currencies } = openItemStatement(view, customer, at)
          for (const item of items) expect(item.customer === customer && item.openMinor > 0).toBe(true)
          for (const credit of credits) expect(credit.customer === customer && credit.heldMinor > 0).toBe(true)
          for (const { openMinor, pastDueMinor, creditsMinor, totalMinor, aging } of currencies) {
            expect(totalMinor).toBe(openMinor - creditsMinor)
            expect(aging.totalMinor).toBe(totalMinor)
            expect(pastDueMinor).toBe(aging.bucketMinor.slice(1).reduce((so, minor) => so + minor, 0))
          }
        }
      }),
    )
  })
})
