import { canonicalJson } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type EvidenceRuleSet,
  evidenceRuleSet,
  type MatchCandidate,
  type MatchItem,
  type MatchRule,
} from '../../../src/index.js'
import { answerIn, books, candidatesOf, decide, questions, today } from './questions.js'

const rules = Object.keys(evidenceRuleSet.priors) as ReadonlyArray<MatchRule>

const withRules = (own: ReadonlyArray<MatchRule>): EvidenceRuleSet => ({
  ...evidenceRuleSet,
  priors: Object.fromEntries(own.map((rule) => [rule, evidenceRuleSet.priors[rule]])) as EvidenceRuleSet['priors'],
})

const keyOf = ({ itemIds, notInFull }: MatchCandidate): string => canonicalJson([itemIds, notInFull])

/** What the text says for a candidate, without the ways by which it was reached and what it would close without money. */
const saidOf = ({ terms }: MatchCandidate): number =>
  terms.reduce((so, { what, centibits }) => so + (/^\d+ .*named/.test(what) ? centibits : 0), 0)

/** Items that are taken and not named, by their own words in the explanation. */
const unnamedIn = ({ terms }: MatchCandidate): number =>
  Number(
    terms.map(({ what }) => /^(\d+) taken and not named$/.exec(what)?.[1]).find((count) => count !== undefined) ?? 0,
  )

const sumOf = (open: ReadonlyArray<MatchItem>, places: ReadonlyArray<number>): number =>
  places.reduce((so, at) => so + (open[at]?.openMinor ?? 0), 0)

describe('evidence that is changed a little', () => {
  it('two payments in one, each with its items named, have both sets among the explanations', () => {
    // A credit that cancels its charge exactly is netted away with it, named or not.
    const unlinked = books.map((open) => open.map(({ linkedTo: _, ...item }) => item))
    const drafts = unlinked.chain((open) =>
      fc.record({
        open: fc.constant(open),
        sides: fc.array(fc.nat(2), { minLength: open.length, maxLength: open.length }),
      }),
    )
    fc.assert(
      fc.property(drafts, ({ open, sides }) => {
        const places = [...open.keys()].filter((at) => sides[at] !== 0)
        const [one, other] = [1, 2].map((side) =>
          sumOf(
            open,
            [...open.keys()].filter((at) => sides[at] === side),
          ),
        )
        const amountMinor = (one ?? 0) + (other ?? 0)
        if (amountMinor <= 0) return
        const text = places.map((at) => open[at]?.itemId).join('\n')
        const found = candidatesOf(decide(open, { paymentId: 'P', amountMinor, receivedOn: today, text }))
        const union = places
          .map((at) => open[at]?.itemId)
          .sort()
          .join()
        expect(found.map(({ itemIds }) => [...itemIds].sort().join())).toContain(union)
      }),
    )
  })

  it('naming an item never speaks for a set without it more than for one with it', () => {
    fc.assert(
      fc.property(questions, fc.nat(10), ({ open, payment }, which) => {
        const named = payment.text.split(' ').filter((word) => word !== '')
        const gone = named[which % Math.max(named.length, 1)]
        if (gone === undefined) return
        const less = { ...payment, text: named.filter((word) => word !== gone).join(' ') }
        const before = new Map(candidatesOf(decide(open, payment)).map((one) => [keyOf(one), one]))
        const after = new Map(candidatesOf(decide(open, less)).map((one) => [keyOf(one), one]))
        const both = [...before.keys()].filter((key) => after.has(key))
        const gainOf = (key: string): number =>
          saidOf(before.get(key) as MatchCandidate) - saidOf(after.get(key) as MatchCandidate)
        // Beside one that leaves no fewer items unnamed: each unnamed item has a price once anything is named.
        for (const key of both.filter((one) => before.get(one)?.itemIds.includes(gone)))
          for (const other of both.filter((one) => before.get(one)?.itemIds.includes(gone) === false))
            if (unnamedIn(before.get(key) as MatchCandidate) <= unnamedIn(before.get(other) as MatchCandidate))
              expect(gainOf(key)).toBeGreaterThanOrEqual(gainOf(other))
      }),
      { numRuns: 300 },
    )
  })

  it('a payment that names nothing has less for its set than one that names just that', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const bare = candidatesOf(decide(open, { ...payment, text: '' }))
        for (const candidate of bare) {
          expect(saidOf(candidate)).toBe(0)
          const named = candidatesOf(decide(open, { ...payment, text: candidate.itemIds.join('\n') }))
          const same = named.find((one) => keyOf(one) === keyOf(candidate))
          expect(saidOf(same ?? expect.fail('a set that is named is found'))).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('an identifier that an item does not have speaks neither for it nor against it', () => {
    fc.assert(
      fc.property(questions, fc.nat(10), ({ open, payment }, which) => {
        const nameless = open.map((item, at) => (at === which % open.length ? { ...item, identifiers: [] } : item))
        const silent = { ...payment, text: '' }
        expect(canonicalJson(decide(nameless, silent))).toBe(canonicalJson(decide(open, silent)))
      }),
    )
  })

  it('a rule that finds an explanation again never makes it less certain', () => {
    fc.assert(
      fc.property(questions, fc.subarray([...rules]), fc.constantFrom(...rules), ({ open, payment }, some, more) => {
        if (some.includes(more)) return
        const before = candidatesOf(decide(open, payment, withRules(some)))
        const after = candidatesOf(decide(open, payment, withRules([...some, more])))
        // Only where all that the new rule found was there: a new explanation takes its share from all others.
        const fresh = after.filter((one) => before.every((other) => keyOf(other) !== keyOf(one)))
        if (fresh.length > 0) return
        const again = after.filter(({ routes }) => routes.some(({ rule }) => rule === more))
        if (again.length !== 1) return
        const [one] = again as [MatchCandidate]
        const share = before.find((other) => keyOf(other) === keyOf(one))?.posteriorPpm ?? 0
        expect(one.posteriorPpm).toBeGreaterThanOrEqual(share)
      }),
      { numRuns: 300 },
    )
  })

  it('an explanation weighs what all the ways to it weigh together', () => {
    const weightOf = (candidate: MatchCandidate): number =>
      candidate.routes.reduce((so, { rule, membersCentibits, adjustments = [] }) => {
        const priced = adjustments.reduce((all, one) => all + (evidenceRuleSet.adjustments[one] ?? 0), 0)
        const score = (evidenceRuleSet.priors[rule] ?? 0) - membersCentibits + priced + saidOf(candidate)
        return so + 2 ** (score / 100)
      }, 0)
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const [first, ...others] = candidatesOf(decide(open, payment)).filter(
          ({ posteriorPpm }) => posteriorPpm > 10_000,
        )
        if (first === undefined) return
        for (const other of others) {
          const wanted = weightOf(other) / weightOf(first)
          expect(other.posteriorPpm / first.posteriorPpm / wanted).toBeCloseTo(1, 1)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a longer list of differences never turns what is applied into something else', () => {
    const patient = { ...evidenceRuleSet, tolerance: { centsMinor: [1, 2, -1], bankFeesMinor: [5_00, 25_00] } }
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const exact = answerIn(decide(open, payment))
        const tolerant = decide(open, payment, patient)
        if (exact._tag !== 'Apply') return
        expect(candidatesOf(tolerant).map(keyOf)).toContain(keyOf(exact.candidate))
        const answer = answerIn(tolerant)
        if (answer._tag === 'Apply') expect(keyOf(answer.candidate)).toBe(keyOf(exact.candidate))
      }),
      { numRuns: 200 },
    )
  })

  it('of explanations that weigh the same none has more than its share', () => {
    fc.assert(
      fc.property(questions, ({ open, payment }) => {
        const answer = answerIn(decide(open, payment))
        const [first, second] = candidatesOf(answer)
        if (first === undefined || second === undefined || first.posteriorPpm !== second.posteriorPpm) return
        expect(first.posteriorPpm).toBeLessThanOrEqual(500_000)
        expect(answer._tag).not.toBe('Apply')
      }),
      { numRuns: 300 },
    )
  })

  it('a search that is cut short applies nothing that a longer one does not', () => {
    fc.assert(
      fc.property(questions, fc.oneof(fc.constant(0), fc.nat(40), fc.nat(5000)), ({ open, payment }, budget) => {
        const full = answerIn(decide(open, payment))
        const cut = answerIn(decide(open, payment, { ...evidenceRuleSet, budget }))
        if (cut._tag === 'None') expect(full._tag).toBe('None')
        if (cut._tag !== 'Apply') return
        expect(full._tag).toBe('Apply')
        if (full._tag === 'Apply') expect(keyOf(cut.candidate)).toBe(keyOf(full.candidate))
      }),
      { numRuns: 300 },
    )
  })
})
