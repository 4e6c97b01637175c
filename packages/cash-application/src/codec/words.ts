/** The written form of what is said of money: the record of a match, the lines of a remittance advice. */
import { day, listOf, nonEmptyText, oneOf, struct, text, wholeNumber } from '@quittance/kernel'
import type * as t from 'io-ts'
import type { AnsweredMatch, AskedMatch, MatchedCandidate, MatchedDifference } from '../matching/record/model.js'
import type { RemittanceLine } from '../model.js'

const difference: t.Type<MatchedDifference> = struct(
  {
    what: oneOf(
      'earned-discount',
      'unearned-discount',
      'small-difference',
      'bank-fee',
      'deduction',
      'chargeback',
      'stays-open',
      'charge',
      'penny',
    ),
    amountMinor: wholeNumber,
  },
  { itemId: nonEmptyText, reason: text },
)
const candidate: t.Type<MatchedCandidate> = struct(
  {
    itemIds: listOf(nonEmptyText),
    routes: listOf(struct({ rule: nonEmptyText, membersCentibits: wholeNumber })),
    terms: listOf(struct({ what: nonEmptyText, centibits: wholeNumber })),
    interchangeable: listOf(listOf(nonEmptyText)),
  },
  { posteriorPpm: wholeNumber, differences: listOf(difference) },
)

/** @internal */
export const asked: t.Type<AskedMatch> = struct({ revision: wholeNumber, itemsOn: day, hash: nonEmptyText })

/** @internal */
export const answered: t.Type<AnsweredMatch> = struct({
  chosen: candidate,
  others: listOf(candidate),
  otherCount: wholeNumber,
  hash: nonEmptyText,
})

/** @internal */
export const remittanceLine: t.Type<RemittanceLine> = struct(
  { documentId: nonEmptyText },
  { paidMinor: wholeNumber, deductions: listOf(struct({ amountMinor: wholeNumber, code: nonEmptyText })) },
)
