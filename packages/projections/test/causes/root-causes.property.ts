import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCauseFacts,
  addFacts,
  type CauseBooks,
  emptyLedgerView,
  evidenceRanks,
  explainItem,
  openItems,
  paidLateBy,
  rootCauses,
  shippedCauseRules as rules,
} from '../../src/index.js'
import { histories, pointsInTime } from '../account/histories.js'
import { booksOf } from './books.js'

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)

describe('laws of root causes', () => {
  it('past-due items explained and unexplained are all that is past due', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const books = booksOf(facts)
        const { rows, currencies } = rootCauses(books, at, rules)
        const pastDue = openItems(books.ledger, at).filter(
          ({ daysPastDue, openMinor }) => daysPastDue > 0 && openMinor > 0,
        )
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
        for (const { tags } of rootCauses(booksOf(facts), at, rules, { scope: 'all' }).rows)
          for (const tag of tags.filter(({ role }) => role !== 'weak'))
            expect(evidenceRanks.indexOf(tag.rank)).toBeGreaterThanOrEqual(
              evidenceRanks.indexOf(tags[0]?.rank ?? 'excuse'),
            )
      }),
    )
  })

  it('what was said of causes for an earlier knowledge never changes', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const counted = facts.filter(
          ({ effectiveOn, recordedAt }) => effectiveOn <= at.asOf && recordedAt <= at.knownAt,
        )
        const ask = (of: typeof facts): unknown =>
          rootCauses(booksOf(of), at, rules, { scope: 'all' }).rows.map(({ subject: _, ...row }) => row)
        expect(ask(facts)).toEqual(ask(counted))
      }),
    )
  })

  it('causes folded in one go are those folded in parts', () => {
    fc.assert(
      fc.property(histories, pointsInTime, fc.nat(), ({ facts }, at, cut) => {
        const here = facts.length === 0 ? 0 : cut % facts.length
        const { ledger, causes } = booksOf(facts.slice(0, here))
        rootCauses({ ledger, causes }, at, rules, { scope: 'all' })
        addFacts(ledger, facts.slice(here))
        addCauseFacts(causes, facts.slice(here))
        const ask = (books: CauseBooks): unknown => rootCauses(books, at, rules, { scope: 'all' })
        expect(ask({ ledger, causes })).toEqual(ask(booksOf(facts)))
      }),
    )
  })

  it('an explanation of an item says what its row says', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const books = booksOf(facts)
        for (const row of rootCauses(books, at, rules, { scope: 'all' }).rows) {
          const explained = explainItem(books, at, rules, { itemId: row.itemId })
          expect(explained?.item).toEqual(row)
          for (const { positions } of row.tags)
            expect(explained?.positions).toEqual(expect.arrayContaining([...positions]))
        }
      }),
      { numRuns: 20 },
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
