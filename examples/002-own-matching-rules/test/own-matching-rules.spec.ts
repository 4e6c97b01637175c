import {
  type Matcher,
  type MatcherItem,
  matcherFaults,
  type MatchQuestion,
  diffDecisions,
} from '@quittance/cash-application'
import { addDays, localDate } from '@quittance/kernel'
import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownMatchingRules, wholeMonthMatcher } from '../src/index.js'

const rules = { id: 'whole-month', version: 1, monthsBack: 1, bonusMinor: 0 }
const json = { kind: 'whole-month', ...rules }

describe('own matching rules', () => {
  it('pay all of February with one payment, and are registered beside the shipped ones', async () => {
    expect(await ownMatchingRules(json, 650_00)).toEqual(
      right({
        ruleSets: ['autocash-exact@1', 'evidence@1', 'reconcile-model@1', 'whole-month@1'],
        payments: ['R-1: apply'],
        openMinor: { 'INV-1': 0, 'INV-2': 0, 'INV-3': 90_00 },
      }),
    )
  })

  it('leave a payment alone that is not a month', async () => {
    expect(await ownMatchingRules(json, 640_00)).toMatchObject(right({ payments: ['R-1: none'] }))
  })

  it('name the field that a file gets wrong', async () => {
    expect(await ownMatchingRules({ ...json, monthBack: 2 }, 650_00)).toEqual(
      left({ _tag: 'BadFields', kind: 'whole-month', errors: ['monthBack: no such field'] }),
    )
    expect(await ownMatchingRules({ ...json, monthsBack: 'two' }, 650_00)).toEqual(
      left({ _tag: 'BadFields', kind: 'whole-month', errors: ['monthsBack: is "two", expected wholeNumber'] }),
    )
  })

  it('leave two payments for one month to a person', () => {
    const items = [bill('INV-1', '2026-02-03', 400_00)]
    const payment = { paymentId: 'A', amountMinor: 400_00, receivedOn: localDate('2026-03-10'), text: '' }
    const answers = wholeMonthMatcher(rules).decide({ payments: [payment, { ...payment, paymentId: 'B' }], items })
    expect(answers.map(({ answer }) => answer._tag)).toEqual(['Ambiguous', 'Ambiguous'])
  })

  it('list what a second version would decide otherwise', () => {
    const items = [bill('INV-1', '2026-02-03', 400_00)]
    const asked = {
      payments: [{ paymentId: 'A', amountMinor: 390_00, receivedOn: localDate('2026-03-10'), text: '' }],
      items,
    }
    const second = wholeMonthMatcher({ ...rules, version: 2, bonusMinor: 10_00 })
    expect(diffDecisions(wholeMonthMatcher(rules), second, [asked])).toMatchObject([
      { question: 0, paymentId: 'A', before: { _tag: 'None' }, after: { _tag: 'Apply' } },
    ])
  })
})

const bill = (itemId: string, on: string, openMinor: number): MatcherItem => ({
  itemId,
  openMinor,
  on: localDate(on),
  dueOn: localDate(on),
  identifiers: [itemId],
})

describe('the laws, on rules of one’s own', () => {
  const matchers: fc.Arbitrary<Matcher> = fc
    .record({ monthsBack: fc.integer({ min: 1, max: 3 }), bonusMinor: fc.constantFrom(0, 5_00) })
    .map((terms) => wholeMonthMatcher({ ...rules, ...terms }))
  const questions: fc.Arbitrary<MatchQuestion> = fc
    .record({
      items: fc.array(
        fc.record({ day: fc.integer({ min: 0, max: 80 }), openMinor: fc.constantFrom(100_00, 200_00, -50_00) }),
        { maxLength: 6 },
      ),
      payments: fc.array(fc.constantFrom(100_00, 200_00, 300_00, 95_00, 295_00), { maxLength: 3 }),
    })
    .map((drafts) => ({
      items: drafts.items.map(({ day, openMinor }, at) => ({
        ...bill(`I${at}`, '2026-01-01', openMinor),
        on: addDays(localDate('2026-01-01'), day),
      })),
      payments: drafts.payments.map((amountMinor, at) => ({
        paymentId: `P${at}`,
        amountMinor,
        receivedOn: localDate('2026-03-25'),
        text: '',
      })),
    }))

  it('none is broken, whatever is open and whatever comes in', () => {
    fc.assert(
      fc.property(matchers, questions, (matcher, question) => {
        expect(matcherFaults(matcher, question)).toEqual([])
      }),
    )
  })
})
