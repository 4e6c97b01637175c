import { addDays, canonicalJson, localDate } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePayment, evidenceRuleSet, type MatchItem, prepareItems } from '../../../src/index.js'
import { mergeProposals } from '../../../src/matching/decision/merge.js'
import type { MatchRule } from '../../../src/matching/decision/model.js'
import type { Proposal } from '../../../src/matching/decision/proposals.js'
import { structured } from '../../../src/matching/decision/propose/structured.js'
import { windowBut } from '../../../src/matching/decision/propose/window-but.js'
import { withRivals } from '../../../src/matching/decision/rivals.js'
import { byConvention, everyRival, everyWindow, everyWindowBut } from './plain-ways.js'

const first = localDate('2026-03-01')

/** Few amounts, few days, some credits: twins, rivals and windows that add up are common. */
const items: fc.Arbitrary<ReadonlyArray<MatchItem>> = fc
  .array(
    fc.record({
      minor: fc.constantFrom(100, 100, 200, 300, 350, 700, -100),
      on: fc.integer({ min: 0, max: 4 }),
      terms: fc.constantFrom(30, 30, 30, 10),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((drafts) =>
    drafts.map(({ minor, on, terms }, at) => ({
      itemId: `I${at}`,
      openMinor: minor,
      on: addDays(first, on),
      dueOn: addDays(first, on + terms),
      identifiers: [],
    })),
  )

const placesOf = (open: ReadonlyArray<MatchItem>): fc.Arbitrary<ReadonlyArray<number>> => fc.subarray([...open.keys()])

const sumOf = (open: ReadonlyArray<MatchItem>, places: ReadonlyArray<number>): number =>
  places.reduce((so, place) => so + (open[place]?.openMinor ?? 0), 0)

const question = items.chain((open) =>
  fc.record({ open: fc.constant(prepareItems(open)), paid: placesOf(open), held: placesOf(open) }),
)

const byAmountOnly: ReadonlyArray<MatchRule> = ['single', 'pair', 'all-but']
const rules: ReadonlyArray<MatchRule> = [...byAmountOnly, 'oldest', 'named']

const proposals = items.chain((open) =>
  fc.record({
    open: fc.constant(prepareItems(open)),
    named: placesOf(open),
    list: fc.array(
      fc
        .record({ places: placesOf(open), rule: fc.constantFrom(...rules) })
        .map(({ places, rule }): Proposal => ({ places, route: { rule, membersCentibits: 0 } })),
      { maxLength: 6 },
    ),
  }),
)

describe('laws of proposals', () => {
  it('windows that add up are those that adding up each one finds', () => {
    fc.assert(
      fc.property(question, ({ open, paid }) => {
        const target = sumOf(open.items, paid)
        const found = structured(open, target, first)
        const windowsOf = (rule: MatchRule): ReadonlyArray<string> =>
          found.filter(({ route }) => route.rule === rule).map(({ places }) => places.join())
        const plain = (dayOf: (item: MatchItem) => string): ReadonlySet<string> =>
          new Set(
            everyWindow(open.items, dayOf)
              .filter(({ minor }) => minor === target)
              .map(({ places }) => places.join()),
          )
        for (const [rule, every] of [
          ['due-window', plain(({ dueOn }) => dueOn)],
          ['date-window', plain(({ on }) => on)],
        ] as const) {
          expect([...every]).toEqual(expect.arrayContaining([...windowsOf(rule)]))
          expect(new Set(windowsOf(rule)).size).toBe(Math.min(every.size, 8))
        }
      }),
    )
  })

  it('windows with one or two items held back are among those that looking at each one finds, and none is left out for nothing', () => {
    fc.assert(
      fc.property(question, ({ open, paid, held }) => {
        const target = sumOf(open.items, paid)
        const text = { mentions: [], mentioned: held, sure: held, spans: [] }
        const found = new Set(windowBut(open, text, target, evidenceRuleSet).map(({ places }) => places.join()))
        const every = new Set([
          ...everyWindowBut(open.items, ({ dueOn }) => dueOn, held, target),
          ...everyWindowBut(open.items, ({ on }) => on, held, target),
        ])
        expect([...every]).toEqual(expect.arrayContaining([...found]))
        expect(found.size > 0).toBe(every.size > 0)
      }),
    )
  })

  it('merged are the proposals with their rivals, told apart by what they settle', () => {
    fc.assert(
      fc.property(proposals, ({ open, named, list }) => {
        const plain = new Map<string, Set<string>>()
        const all = list.flatMap((one) =>
          byAmountOnly.includes(one.route.rule) ? everyRival(open.items, one).slice(0, 7) : [one],
        )
        for (const { places, route } of all) {
          const key = canonicalJson(byConvention(open.items, places, new Set(named)))
          plain.set(key, (plain.get(key) ?? new Set()).add(route.rule))
        }
        const merged = mergeProposals(open, list, new Map(named.map((place) => [place, 1]))).map(
          ({ places, interchangeable, routes }) => [
            canonicalJson({ places, choices: interchangeable }),
            routes.map(({ rule }) => rule),
          ],
        )
        expect(merged).toEqual([...plain].map(([key, names]) => [key, [...names]]))
      }),
    )
  })

  it('rivals are the first six of all that swap one item for an equal one of other days', () => {
    fc.assert(
      fc.property(proposals, ({ open, list }) => {
        for (const one of list.filter(({ route }) => route.rule === 'all-but'))
          expect(withRivals(open, one)).toEqual(everyRival(open.items, one).slice(0, 7))
      }),
    )
  })

  it('what was decided before on the same prepared items changes no decision', () => {
    fc.assert(
      fc.property(
        question,
        fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 3 }),
        ({ open, paid }, before) => {
          const payment = { paymentId: 'P', receivedOn: first, text: '' }
          for (const amountMinor of before) decidePayment({ ...payment, amountMinor }, open, evidenceRuleSet)
          const asked = { ...payment, amountMinor: sumOf(open.items, paid) }
          expect(decidePayment(asked, open, evidenceRuleSet)).toEqual(
            decidePayment(asked, prepareItems(open.items), evidenceRuleSet),
          )
        },
      ),
    )
  })
})
