import { keyedGet } from '@quittance/kernel'
import { accountHistories, itemsConserved, nothingOverApplied, receiptsConserved } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type ApplicationLine, type CashFact, takenOffMinor, unappliedMinor } from '../src/index.js'
import { apply, day, decide, factsOf, item, line, policy, receipt, stateOf } from './room.js'

describe('the money of an account', () => {
  for (const { name, breach } of [receiptsConserved, itemsConserved, nothingOverApplied])
    it(name, () => {
      fc.assert(
        fc.property(accountHistories(), ({ recorded }) => {
          expect(breach(recorded)).toBeUndefined()
        }),
        { numRuns: 60 },
      )
    })
})

interface Figures {
  readonly open: number
  readonly unapplied: number
  readonly discount: number
  readonly penny: number
}
const figures = (facts: ReadonlyArray<CashFact>): Figures => {
  const { receipts, items } = stateOf(facts)
  const [money, owed] = [keyedGet(receipts, 'R') ?? expect.fail('there is a receipt'), keyedGet(items, 'A')]
  return {
    open: item('A').owedMinor - takenOffMinor(owed),
    unapplied: unappliedMinor(money),
    discount: owed?.discountMinor ?? 0,
    penny: money.pennyMinor,
  }
}
const discounts: fc.Arbitrary<ApplicationLine['discount']> = fc.oneof(
  fc.constant(undefined),
  fc
    .record({
      partialDiscount: fc.boolean(),
      overpayment: fc.constantFrom<'specific' | 'unspecific'>('specific', 'unspecific'),
      maxPennyMinor: fc.constantFrom(0, 5, 500),
    })
    .map((parts) => ({ _tag: 'Allowed', policy: { ...policy, ...parts } }) as const),
  fc.nat(5_00).map((claimedMinor) => ({ _tag: 'Claimed', claimedMinor, policy }) as const),
)
const amounts = fc.oneof(fc.constantFrom(1, 116_61, 116_62, 116_63, 119_00), fc.integer({ min: 1, max: 119_00 }))

describe('apply, then unapply', () => {
  it('restores open, unapplied and discount exactly, and leaves two facts', () => {
    fc.assert(
      fc.property(
        amounts,
        discounts,
        fc.constantFrom<'mistake' | 'reallocation'>('mistake', 'reallocation'),
        (minor, discount, because) => {
          const before = [receipt()]
          const applied = factsOf(decide(before, apply('2026-01-12', line('1', 'A', minor, discount))))
          const undone = factsOf(
            decide([...before, ...applied], {
              _tag: 'Unapply',
              on: day('2026-01-20'),
              applicationId: '1',
              because,
              reason: 'wrong',
            }),
          )
          expect([...applied, ...undone].map(({ _tag }) => _tag)).toEqual(['CashApplied', 'CashUnapplied'])
          expect(figures([...before, ...applied, ...undone])).toEqual(figures(before))
        },
      ),
    )
  })

  it('in any number of parts restores the same, to the last minor unit of discount and penny', () => {
    fc.assert(
      fc.property(
        amounts,
        discounts,
        fc.array(fc.integer({ min: 1, max: 60_00 }), { maxLength: 6 }),
        (minor, discount, parts) => {
          const before = [receipt()]
          let facts: ReadonlyArray<CashFact> = [
            ...before,
            ...factsOf(decide(before, apply('2026-01-12', line('1', 'A', minor, discount)))),
          ]
          const back = {
            _tag: 'Unapply',
            on: day('2026-01-20'),
            applicationId: '1',
            because: 'reallocation',
            reason: 'wrong',
          } as const
          for (const amountMinor of parts) {
            const part = decide(facts, { ...back, amountMinor })
            if (E.isRight(part)) facts = [...facts, ...part.right.facts]
          }
          const rest = decide(facts, back)
          if (E.isRight(rest)) facts = [...facts, ...rest.right.facts]
          expect(figures(facts)).toEqual(figures(before))
        },
      ),
    )
  })
})
