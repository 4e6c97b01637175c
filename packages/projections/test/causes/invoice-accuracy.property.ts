import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  firstPassRejections,
  invoiceAccuracy,
  invoiceRecords,
  rootCauses,
  shippedCauseRules,
  upstreamTrend,
} from '../../src/index.js'
import { firstDay, histories, latest, pointsInTime } from '../account/histories.js'
import { booksOf } from './books.js'

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)
const by = fc.constantFrom('month' as const, 'customer' as const, 'rep' as const)

describe('laws of the accuracy of invoices', () => {
  it('accurate and faulty invoices are all that are old enough', () => {
    fc.assert(
      fc.property(histories, pointsInTime, fc.nat(90), by, ({ facts }, at, lagDays, grouping) => {
        const records = invoiceRecords(booksOf(facts), at, shippedCauseRules)
        const old = records.filter(({ issuedOn }) => addDays(issuedOn, lagDays) <= at.asOf)
        const rows = invoiceAccuracy(records, { asOf: at.asOf, lagDays, by: grouping })
        expect(sum(rows.map(({ issued }) => issued))).toBe(old.length)
        expect(sum(rows.map(({ accurate }) => accurate))).toBe(old.filter(({ faults }) => faults.length === 0).length)
        expect(sum(rows.map(({ issuedMinor }) => issuedMinor))).toBe(sum(old.map(({ billedMinor }) => billedMinor)))
      }),
    )
  })

  it('an invoice that is too young changes no accuracy', () => {
    fc.assert(
      fc.property(histories, fc.nat(90), fc.nat(300), ({ facts }, lagDays, days) => {
        const records = invoiceRecords(booksOf(facts), latest, shippedCauseRules)
        const question = { asOf: addDays(firstDay, days), lagDays }
        const old = records.filter(({ issuedOn }) => addDays(issuedOn, lagDays) <= question.asOf)
        expect(invoiceAccuracy(records, question)).toEqual(invoiceAccuracy(old, question))
      }),
    )
  })

  it('every first try is refused or not', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const records = invoiceRecords(booksOf(facts), at, shippedCauseRules)
        for (const { sent, rejected, codes } of firstPassRejections(records, { asOf: at.asOf, lagDays: 0 })) {
          expect(rejected).toBeLessThanOrEqual(sent)
          expect(sum(codes.map(({ invoices }) => invoices))).toBeGreaterThanOrEqual(rejected)
        }
      }),
    )
  })

  it('a fault that is known is never forgotten', () => {
    let seen = 0
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const books = booksOf(facts)
        const later = new Map(
          invoiceRecords(books, latest, shippedCauseRules).map(({ documentId, faults }) => [
            documentId,
            faults.map(({ fault }) => fault),
          ]),
        )
        for (const { documentId, faults } of invoiceRecords(books, at, shippedCauseRules))
          for (const { fault } of faults) {
            seen += 1
            expect(later.get(documentId)).toContain(fault)
          }
      }),
    )
    expect(seen).toBeGreaterThan(0)
  })

  it('the last point of a trend is the report itself', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const books = booksOf(facts)
        const from = addDays(at.asOf, -100)
        const trend = upstreamTrend(books, at, shippedCauseRules, { from })
        expect(trend.at(-1)).toEqual({ on: at.asOf, currencies: rootCauses(books, at, shippedCauseRules).currencies })
        expect(trend.map(({ on }) => on)).toEqual(trend.map(({ on }) => on).toSorted())
        expect(new Set(trend.map(({ on }) => on)).size).toBe(trend.length)
      }),
      { numRuns: 30 },
    )
  })
})
