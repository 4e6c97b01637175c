import { addDays, type Instant, instantOn, type LocalDate, utcDayOf } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFacts, agingReport, emptyLedgerView, fiveBuckets } from '../src/index.js'
import { factsAt } from './account/balances.js'
import { histories, latest, pointsInTime } from './account/histories.js'
import { answersOf } from './account/questions.js'

describe('two times', () => {
  it('asOf ignores what is effective later, knownAt ignores what was recorded later', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const all = addFacts(emptyLedgerView(), facts)
        const known = addFacts(
          emptyLedgerView(),
          facts.filter(({ recordedAt }) => recordedAt <= at.knownAt),
        )
        const counted = addFacts(emptyLedgerView(), factsAt(facts, at))
        expect(answersOf(all, at)).toEqual(answersOf(known, at))
        expect(answersOf(all, at, 'drop')).toEqual(answersOf(counted, at, 'drop'))
        expect(answersOf(counted, at, 'drop')).toEqual(answersOf(counted, { ...latest, asOf: at.asOf }, 'drop'))
      }),
    )
  })

  it('an answer for what was known at a moment never changes when later facts arrive', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), pointsInTime, ({ facts }, cut, { asOf }) => {
        const next = facts[cut]
        // The last moment of the day before what comes next was recorded: all before it is known, nothing after it.
        const knownAt = next === undefined ? latest.knownAt : lastMomentBefore(next.recordedAt)
        const before = facts.filter(({ recordedAt }) => recordedAt <= knownAt)
        const view = addFacts(emptyLedgerView(), before)
        const first = answersOf(view, { asOf, knownAt })
        for (const later of facts.slice(before.length)) {
          addFacts(view, [later])
          expect(answersOf(view, { asOf, knownAt })).toEqual(first)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('a fact counts from its day and from its moment on, both inclusive', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), ({ facts }, at) => {
        const fact = facts[at]
        if (fact === undefined) return
        const bothInclusive = factsAt(facts, { asOf: fact.effectiveOn, knownAt: fact.recordedAt })
        const view = addFacts(emptyLedgerView(), facts)
        const own = addFacts(emptyLedgerView(), bothInclusive)
        expect(bothInclusive).toContain(fact)
        expect(answersOf(view, { asOf: fact.effectiveOn, knownAt: fact.recordedAt }, 'drop')).toEqual(
          answersOf(own, latestOn(fact.effectiveOn), 'drop'),
        )
      }),
    )
  })
})

const lastMomentBefore = (moment: Instant): Instant => instantOn(addDays(utcDayOf(moment), -1), '23:59:59.999')
const latestOn = (asOf: LocalDate): typeof latest => ({ ...latest, asOf })

describe('moving the calendar', () => {
  it('shifting every day by as many days leaves every bucket, age and figure as it was', () => {
    fc.assert(
      fc.property(histories, pointsInTime, fc.integer({ min: -800, max: 800 }), ({ facts }, at, days) => {
        const shifted = JSON.parse(shiftDays(JSON.stringify(facts), days)) as typeof facts
        const asOf = addDays(at.asOf, days)
        const knownAt = at.knownAt === latest.knownAt ? at.knownAt : (shiftDays(at.knownAt, days) as Instant)
        for (const edges of ['closed-upper', 'half-open-upper'] as const) {
          const scheme = { ...fiveBuckets, edges }
          const then = agingReport(addFacts(emptyLedgerView(), facts), at, { scheme })
          const now = agingReport(addFacts(emptyLedgerView(), shifted), { asOf, knownAt }, { scheme })
          expect(now.customers).toEqual(then.customers)
          const ages = ({ rows }: typeof now): unknown =>
            rows.map(({ id, ageDays, bucket, openMinor }) => ({ id, ageDays, bucket, openMinor }))
          expect(ages(now)).toEqual(ages(then))
        }
      }),
    )
  })
})

/** Every `YYYY-MM-DD` of a text, moved. */
const shiftDays = (text: string, days: number): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}(?=["T])|^\d{4}-\d{2}-\d{2}/g, (day) => addDays(day as LocalDate, days))
