import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addFacts, balanceSign, because, deltasOfFact, emptyLedgerView, heldCredits, openItems } from '../src/index.js'
import { histories, pointsInTime } from './account/histories.js'

const total = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, one) => so + one, 0)

it('the causes of a figure add up to it', () => {
  fc.assert(
    fc.property(histories, pointsInTime, ({ facts }, at) => {
      const view = addFacts(emptyLedgerView(), facts)
      const items = openItems(view, at)
      for (const { subject } of items) {
        const causes = because(view, subject, at)
        const rows = items.filter((item) => item.subject === subject)
        const sum = (...measures: ReadonlyArray<string>): number =>
          total(causes.filter(({ measure }) => measures.includes(measure)).map(({ minor }) => minor))
        expect(total(rows.map(({ openMinor }) => openMinor))).toBe(
          total(causes.map(({ measure, minor }) => balanceSign(measure) * minor)),
        )
        const openMinor = total(rows.map((row) => row.openMinor))
        expect(total(rows.map(({ disputedMinor }) => disputedMinor))).toBe(Math.min(sum('disputed'), openMinor))
        expect(total(rows.map(({ deductedMinor }) => deductedMinor))).toBe(Math.min(sum('deducted'), openMinor))
      }
      for (const { subject, heldMinor } of heldCredits(view, at))
        expect(total(because(view, subject, at).map(({ measure, minor }) => -balanceSign(measure) * minor))).toBe(
          heldMinor,
        )
    }),
  )
})

it('a cause names a fact of the ledger that says the same, and was known and effective by then', () => {
  fc.assert(
    fc.property(histories, pointsInTime, ({ facts }, at) => {
      const view = addFacts(emptyLedgerView(), facts)
      for (const [subject, { id }] of view.subjects.entries()) {
        const causes = because(view, subject, at)
        for (const { position, tag, on, measure, minor } of causes) {
          const recorded = facts[position - 1]
          expect(recorded?.fact._tag).toBe(tag)
          expect(recorded?.effectiveOn).toBe(on)
          expect(recorded !== undefined && on <= at.asOf && recorded.recordedAt <= at.knownAt).toBe(true)
          const said = recorded === undefined ? [] : deltasOfFact(recorded.fact)
          expect(said).toContainEqual(expect.objectContaining({ subjectId: id, measure, minor }))
        }
        const positions = causes.map(({ position }) => position)
        expect(positions).toEqual([...positions].sort((a, b) => a - b))
      }
    }),
  )
})
