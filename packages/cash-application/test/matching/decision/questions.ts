/** Small books with few different amounts and days, so that coincidences and twins are common; and payments that fit, nearly. */
import { addDays, decimal, localDate } from '@quittance/kernel'
import fc from 'fast-check'
import {
  decidePayment,
  type EvidenceRuleSet,
  evidenceRuleSet,
  type MatchAnswer,
  type MatchCandidate,
  type MatchDecision,
  type MatchItem,
  type MatchPayment,
  type OfferedDiscount,
  prepareItems,
} from '../../../src/index.js'

export const today = localDate('2026-03-01')

/** Some with cents that tell amounts apart; one in ten a credit. */
export const books: fc.Arbitrary<ReadonlyArray<MatchItem>> = fc
  .array(
    fc.record({
      minor: fc.oneof(
        fc.integer({ min: 1, max: 12 }).map((n) => n * 50_00),
        fc.integer({ min: 1_000, max: 900_000 }),
      ),
      credit: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      age: fc.integer({ min: 0, max: 6 }),
      // How many days ago the last day of a discount was; mostly there is none.
      offer: fc.constantFrom(undefined, undefined, undefined, -3, 0, 2, 9),
      isLinked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 11 },
  )
  .map((drafts) =>
    drafts.map(({ minor, credit, age, offer, isLinked }, at): MatchItem => ({
      itemId: `7700${at}13`,
      openMinor: credit ? -minor : minor,
      on: addDays(today, -40 - age),
      dueOn: addDays(today, -10 - age),
      identifiers: [`7700${at}13`],
      // A credit for the item before it; if that is a credit as well, the link says nothing.
      ...(credit && isLinked ? { linkedTo: `7700${at - 1}13` } : {}),
      ...(offer === undefined || credit ? {} : { discount: offered(minor, offer) }),
    })),
  )

/** Two percent until so many days ago, and three days of grace. */
const offered = (baseMinor: number, daysAgo: number): OfferedDiscount => ({
  taxMode: 'never-reduced',
  baseMinor,
  graceDays: 3,
  tiers: [{ lastDay: addDays(today, 0 - daysAgo), percent: decimal('2') }],
})

/** The ways in which a payer may count, all items in one way: in full, less discounts that are in time, or in grace as well. */
export const countings = ['whole', 'earned', 'in-grace'] as const

/** What an item is worth today to a payer who counts in that way. */
export const worthOf = ({ openMinor, discount }: MatchItem, counting: (typeof countings)[number]): number => {
  const lastDay = discount?.tiers[0]?.lastDay
  const graceDays = counting === 'in-grace' ? (discount?.graceDays ?? 0) : 0
  const isLess = counting !== 'whole' && lastDay !== undefined && today <= addDays(lastDay, graceDays)
  return isLess ? openMinor - Math.round(openMinor * 0.02) : openMinor
}

/** What a payer may think that an item is worth today. */
export const valuesOf = (item: MatchItem): ReadonlyArray<number> => [
  ...new Set(countings.map((counting) => worthOf(item, counting))),
]

export interface Question {
  readonly open: ReadonlyArray<MatchItem>
  readonly payment: MatchPayment
}

/** Mostly the sum of some items, sometimes off by a little or by a share; the text names them, others, or nothing. */
export const questions: fc.Arbitrary<Question> = books.chain((open) =>
  fc
    .record({
      chosen: fc.subarray([...open.keys()], { minLength: 1 }),
      off: fc.constantFrom(0, 0, 0, 1, -2, 500, -5_00, -25_00),
      percentOff: fc.constantFrom(0, 0, 0, 2, 3),
      named: fc.oneof(fc.constant(undefined), fc.subarray([...open.keys()])),
      says: fc.boolean(),
      takesDiscounts: fc.boolean(),
    })
    .map(({ chosen, off, percentOff, named, says, takesDiscounts }) => {
      const worth = (item: MatchItem): number => (takesDiscounts ? valuesOf(item).at(-1) : undefined) ?? item.openMinor
      const sum = chosen.reduce((so, at) => so + worth(open[at] as MatchItem), 0)
      return {
        open,
        payment: {
          paymentId: 'P',
          amountMinor: sum - Math.round((sum * percentOff) / 100) + off,
          receivedOn: today,
          text: says ? (named ?? chosen).map((at) => open[at]?.itemId).join(' ') : '',
        },
      }
    }),
)

export const decide = (
  open: ReadonlyArray<MatchItem>,
  payment: MatchPayment,
  ruleSet: EvidenceRuleSet = evidenceRuleSet,
): MatchDecision => decidePayment(payment, prepareItems(open), ruleSet)

export const answerIn = (decision: MatchDecision): MatchAnswer =>
  decision._tag === 'Suspect' ? decision.otherwise : decision

export const candidatesOf = (decision: MatchDecision): ReadonlyArray<MatchCandidate> => {
  const answer = answerIn(decision)
  if (answer._tag === 'Apply') return [answer.candidate, ...answer.others]
  return answer._tag === 'Ambiguous' ? answer.candidates : []
}
