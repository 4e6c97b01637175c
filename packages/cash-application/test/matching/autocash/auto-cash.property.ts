import { addDays, localDate } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autoCash, type AutoCashItem, type AutoCashRule, byAge, eligibleItems } from '../../../src/index.js'

const options = {
  discounts: 'none',
  discountGraceDays: 0,
  lateCharges: false,
  disputed: true,
  partial: true,
  remainder: 'unapplied',
} as const

// Few and small amounts, so that equal sums are common.
const items: fc.Arbitrary<ReadonlyArray<AutoCashItem>> = fc
  .array(
    fc.record({
      minor: fc.integer({ min: -3, max: 9 }).filter((minor) => minor !== 0),
      due: fc.integer({ min: -5, max: 5 }),
    }),
    { maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(({ minor, due }, at) => ({
      itemId: `I${at}`,
      openMinor: minor * 100,
      on: localDate('2026-02-01'),
      dueOn: addDays(localDate('2026-03-15'), due),
      termId: due % 2 === 0 ? 'a' : 'b',
    })),
  )
const receipt = fc.record({ amountMinor: fc.integer({ min: 1, max: 30 }).map((units) => units * 100) })
const exact: ReadonlyArray<AutoCashRule> = [
  'match-payment-with-invoice',
  'clear-the-account',
  'clear-past-due',
  'clear-past-due-by-term',
  'combination',
]
const receivedOn = localDate('2026-03-15')

describe('laws of AutoCash', () => {
  it('the exact rules apply all of the receipt or nothing', () => {
    fc.assert(
      fc.property(items, receipt, fc.constantFrom(...exact), (open, { amountMinor }, rule) => {
        const { lines, remainderMinor } = autoCash({ id: 't', version: 1, rules: [rule], options }, open, {
          amountMinor,
          receivedOn,
        })
        const used = lines.reduce((so, { cashMinor }) => so + cashMinor, 0)
        expect(used + remainderMinor).toBe(amountMinor)
        expect([0, amountMinor]).toContain(used)
      }),
    )
  })

  it('oldest first leaves no older eligible item open', () => {
    fc.assert(
      fc.property(items, receipt, (open, { amountMinor }) => {
        const { lines } = autoCash({ id: 't', version: 1, rules: ['apply-to-oldest-first'], options }, open, {
          amountMinor,
          receivedOn,
        })
        const order = [...eligibleItems(open, { amountMinor, receivedOn }, options)]
          .sort(byAge)
          .map(({ item }) => item.itemId)
        expect(lines.map(({ itemId }) => itemId)).toEqual(order.slice(0, lines.length))
        expect(lines.slice(0, -1).every(({ openMinor }) => openMinor === 0)).toBe(true)
      }),
    )
  })

  it('no rule chooses between equal sets unless it states how', () => {
    fc.assert(
      fc.property(items, receipt, (open, { amountMinor }) => {
        const debits = open.filter(({ openMinor }) => openMinor > 0)
        let fitting = 0
        for (let mask = 1; mask < 1 << debits.length; mask += 1) {
          const sum = debits.reduce((so, { openMinor }, at) => so + ((mask >> at) & 1 ? openMinor : 0), 0)
          if (sum === amountMinor) fitting += 1
        }
        const { outcome } = autoCash({ id: 't', version: 1, rules: ['combination'], options }, open, {
          amountMinor,
          receivedOn,
        })
        expect(outcome).toBe(fitting === 0 ? 'none' : fitting === 1 ? 'applied' : 'ambiguous')
        const match = autoCash({ id: 't', version: 1, rules: ['match-payment-with-invoice'], options }, open, {
          amountMinor,
          receivedOn,
        })
        const equal = debits.filter(({ openMinor }) => openMinor === amountMinor).length
        expect(match.tieBreak === undefined).toBe(equal <= 1)
      }),
    )
  })

  it('permuting unrelated items in the input changes no match', () => {
    fc.assert(
      fc.property(
        items,
        receipt,
        fc.constantFrom<AutoCashRule>(...exact, 'apply-to-oldest-first'),
        (open, { amountMinor }, rule) => {
          const ruleSet = { id: 't', version: 1, rules: [rule], options }
          const [one, other] = [open, [...open].reverse()].map((given) =>
            autoCash(ruleSet, given, { amountMinor, receivedOn }),
          )
          expect(other).toEqual(one)
        },
      ),
    )
  })
})
