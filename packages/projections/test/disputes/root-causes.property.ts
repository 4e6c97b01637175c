import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  type DisputeEvidence,
  emptyLedgerView,
  openItems,
  paidLateBy,
  rootCauses,
  shippedCauses,
} from '../../src/index.js'
import { histories, pointsInTime } from '../account/histories.js'

const rules = { id: 'shipped', version: 1, taxonomy: shippedCauses }
const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)
const rank: ReadonlyArray<DisputeEvidence> = ['raised', 'tagged', 'resolved']

describe('laws of root causes', () => {
  it('past-due items explained and unexplained are all that is past due', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const { rows, currencies } = rootCauses(view, at, rules)
        const pastDue = openItems(view, at).filter(({ daysPastDue, openMinor }) => daysPastDue > 0 && openMinor > 0)
        expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set(pastDue.map(({ subject }) => subject)))
        for (const { currency, share } of currencies) {
          const all = sum(pastDue.filter((one) => one.currency === currency).map(({ openMinor }) => openMinor))
          expect(share.upstreamMinor + share.notUpstreamMinor + share.unexplainedMinor).toBe(all)
          expect(sum(share.departments.map(({ openMinor }) => openMinor))).toBe(all - share.unexplainedMinor)
        }
      }),
    )
  })

  it('stronger evidence of a cause is never outweighed by weaker', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        for (const { primary, others } of rootCauses(addFacts(emptyLedgerView(), facts), at, rules).rows)
          for (const other of others.filter(({ cause }) => cause !== 'unknown'))
            expect(rank.indexOf(primary?.evidence ?? 'raised')).toBeGreaterThanOrEqual(rank.indexOf(other.evidence))
      }),
    )
  })

  it('groups that take every item lose none', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const key = (group: string): string => JSON.stringify(group)
        const [one, some] = [
          paidLateBy(view, at, () => 'all'),
          paidLateBy(view, at, ({ document, wasDisputed }) => key(`${document.on} ${wasDisputed}`)),
        ]
        for (const { currency, items, billedMinor, late, daysLate } of one) {
          const parts = some.filter((part) => part.currency === currency)
          expect(sum(parts.map((part) => part.items))).toBe(items)
          expect(sum(parts.map((part) => part.billedMinor))).toBe(billedMinor)
          expect(sum(parts.map((part) => part.late))).toBe(late)
          expect(sum(parts.map((part) => part.daysLate))).toBe(daysLate)
        }
      }),
    )
  })
})
