import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CausedItem,
  type CauseRule,
  type CauseRules,
  evidenceRanks,
  type Found,
  noSettings,
  paretoOf,
  rootCauses,
  shippedCauseRules,
  shippedCauses,
} from '../../src/index.js'
import { asOf, newScene } from '../account/scene.js'
import { booksOf } from './books.js'

const words = [...shippedCauses.causes.map(({ cause }) => cause), 'no such code']
const found: fc.Arbitrary<Found> = fc.record({
  cause: fc.constantFrom(...words),
  confidence: fc.integer({ min: 1, max: 100 }),
  happenedOn: fc.integer({ min: 0, max: 3 }).map((days) => addDays(localDate('2026-01-01'), days)),
  positions: fc.constant([1]),
  because: fc.constant({ kind: 'test' }),
})
/** What rules of one rank each find. */
const evidence = fc.tuple(...evidenceRanks.map(() => fc.array(found, { maxLength: 3 })))

const { facts } = newScene().invoice('INV-1', 100_00, { on: '2026-01-01', dueOn: '2026-01-31' })
const books = booksOf(facts)

/** One rule a rank, finding what is given, in the order of arrival that is given. */
const rowOf = (finds: ReadonlyArray<ReadonlyArray<Found>>): CausedItem => {
  const functions = evidenceRanks.map((rank, index): CauseRule => ({
    id: rank,
    rank,
    settings: noSettings,
    find: () => finds[index] ?? [],
  }))
  const rules: CauseRules = { ...shippedCauseRules, rules: functions.map(({ id }) => ({ rule: id })) }
  const [row] = rootCauses(books, asOf('2026-03-01'), rules, { functions }).rows
  if (row === undefined) throw new Error('the item is past due')
  return row
}

const { minConfidence } = shippedCauseRules.weighing

describe('laws of weighing evidence', () => {
  it('stronger evidence wins whatever the order of arrival', () => {
    fc.assert(
      fc.property(evidence, fc.integer(), (finds, turn) => {
        const turned = finds.map((some) =>
          turn % 2 === 0 ? some.toReversed() : [...some.slice(1), ...some.slice(0, 1)],
        )
        const [row, other] = [rowOf(finds), rowOf(turned)]
        const { tags: _, conflicts, ...figures } = row
        const { tags: __, conflicts: others, ...otherFigures } = other
        expect(otherFigures).toEqual(figures)
        expect(new Set(others)).toEqual(new Set(conflicts))
      }),
    )
  })

  it('the cause is said by the strongest kind of evidence that says any, and upstream before the rest', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        // What people say can be doubted or contradicted by papers, which has examples of its own.
        const finds = all.map((some, rank) => (['claim', 'excuse'].includes(evidenceRanks[rank] ?? '') ? [] : some))
        const entryOf = (cause: string) => shippedCauses.causes.find((entry) => entry.cause === cause)
        const says = ({ cause, confidence }: Found): boolean =>
          confidence >= minConfidence && cause !== 'unknown' && entryOf(cause) !== undefined
        const strongest = finds.map((some) => some.filter(says)).find((some) => some.length > 0) ?? []
        const row = rowOf(finds)
        if (strongest.length === 0) {
          expect([row.cause, row.confidence]).toEqual(['unknown', 0])
          return
        }
        expect(strongest.map(({ cause }) => cause)).toContain(row.cause)
        expect(row.upstream).toBe(strongest.some(({ cause }) => entryOf(cause)?.upstream === true))
      }),
    )
  })

  it('every piece of evidence is shown once, and one of them at most is the first', () => {
    fc.assert(
      fc.property(evidence, (finds) => {
        const { tags, conflicts, cause } = rowOf(finds)
        expect(tags).toHaveLength(finds.flat().length)
        expect(tags.filter(({ role }) => role === 'first')).toHaveLength(cause === 'unknown' ? 0 : 1)
        expect(conflicts).not.toContain(cause)
        for (const { role, lostBy } of tags) expect(lostBy === undefined).toBe(role === 'first')
      }),
    )
  })

  it('more evidence that is weaker changes no cause', () => {
    fc.assert(
      fc.property(evidence, fc.nat(evidenceRanks.length - 1), (finds, from) => {
        const strong = rowOf(finds.map((some, rank) => (rank <= from ? some : [])))
        fc.pre(strong.cause !== 'unknown')
        const all = rowOf(finds)
        expect([all.cause, all.department]).toEqual([strong.cause, strong.department])
      }),
    )
  })

  it('totals by stage and by department add up to what is past due', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 6 }), (items) => {
        const rows = items.map((finds, index) => ({ ...rowOf(finds), itemId: `I-${index}`, openMinor: 1 + index }))
        const total = rows.reduce((so, { openMinor }) => so + openMinor, 0)
        for (const by of ['stage', 'department', 'cause'] as const) {
          const sums = paretoOf(rows, { by })
          expect(sums.reduce((so, row) => so + row.valueMinor, 0)).toBe(total)
        }
      }),
    )
  })
})
