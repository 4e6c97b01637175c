/** The kinds of rule sets that can be written as JSON: what the fields are, and which code reads them. */
import { exactDecimal, nonEmptyText, oneOf, reportErrors, wholeNumber, yesNo, listOf } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { PolicyRef } from '../../model.js'
import type { AutoCashRuleSet } from '../autocash/model.js'
import type { EvidenceRuleSet } from '../decision/model.js'
import type { ReconcileModel } from '../reconcile-model/model.js'
import { autoCashMatcher } from './auto-cash-matcher.js'
import { evidenceMatcher } from './evidence-matcher.js'
import { droppedFields, exactly } from './exactly.js'
import type { Matcher } from './model.js'
import { reconcileMatcher } from './reconcile-matcher.js'

/** A kind of rule set; own kinds stand beside the shipped ones. @category codecs @since 0.1.0 */
export interface RuleSetKind {
  readonly kind: string
  /** The matcher of the fields (without `kind`), or what is wrong with them, a line each. */
  readonly read: (fields: unknown) => E.Either<ReadonlyArray<string>, Matcher>
}

/**
 * A kind from the codec of its rule sets and the code that decides by them. Fields that the codec does not know are refused
 * where it drops them (`t.exact`).
 *
 * @category codecs
 * @since 0.1.0
 */
export const ruleSetKind = <RuleSet extends PolicyRef>(
  kind: string,
  codec: t.Type<RuleSet>,
  matcher: (ruleSet: RuleSet) => Matcher,
): RuleSetKind => ({
  kind,
  read: (fields) => {
    const decoded = codec.decode(fields)
    if (E.isLeft(decoded)) return E.left(reportErrors(decoded.left))
    const unknown = droppedFields(fields, decoded.right)
    return unknown.length > 0
      ? E.left(unknown.map((path) => `${path}: no such field`))
      : E.right(matcher(decoded.right))
  },
})

/** What every rule set is named by. @internal */
export const named: { readonly id: t.Type<string>; readonly version: t.Type<number> } = {
  id: nonEmptyText,
  version: wholeNumber,
}

const autoCashCodec: t.Type<AutoCashRuleSet> = exactly({
  ...named,
  rules: listOf(
    oneOf(
      'match-payment-with-invoice',
      'clear-the-account',
      'clear-past-due',
      'clear-past-due-by-term',
      'apply-to-oldest-first',
      'combination',
    ),
  ),
  options: exactly({
    discounts: oneOf('none', 'earned', 'earned-and-unearned'),
    discountGraceDays: wholeNumber,
    lateCharges: yesNo,
    disputed: yesNo,
    partial: yesNo,
    remainder: oneOf('unapplied', 'on-account'),
  }),
})

const byFound = {
  structured: wholeNumber,
  exact: wholeNumber,
  digits: wholeNumber,
  suffix: wholeNumber,
  glued: wholeNumber,
  edit1: wholeNumber,
}

const permits = listOf(
  oneOf('earned-discount', 'unearned-discount', 'small-difference', 'bank-fee', 'short-pay', 'cross-account'),
)

const evidenceCodec: t.Type<EvidenceRuleSet> = exactly({
  ...named,
  priors: exactly(
    {},
    {
      named: wholeNumber,
      'named-part': wholeNumber,
      'named-and-more': wholeNumber,
      'named-and-near': wholeNumber,
      'named-short': wholeNumber,
      'named-and-credit': wholeNumber,
      'few-and-credit': wholeNumber,
      linked: wholeNumber,
      single: wholeNumber,
      'whole-account': wholeNumber,
      'past-due': wholeNumber,
      oldest: wholeNumber,
      'due-window': wholeNumber,
      'date-window': wholeNumber,
      'window-but': wholeNumber,
      pair: wholeNumber,
      three: wholeNumber,
      four: wholeNumber,
      'all-but': wholeNumber,
    },
  ),
  nothingFound: wholeNumber,
  partlyFound: wholeNumber,
  heldBack: wholeNumber,
  mentionCaps: exactly(byFound),
  missCosts: exactly(byFound),
  unnamedCost: wholeNumber,
  unnamedMost: wholeNumber,
  nearBeyond: wholeNumber,
  adjustments: exactly(
    {},
    {
      'earned-discount': wholeNumber,
      'discount-in-grace': wholeNumber,
      'unearned-discount': wholeNumber,
      'small-difference': wholeNumber,
      'bank-fee': wholeNumber,
    },
  ),
  tolerance: exactly({ centsMinor: listOf(wholeNumber), bankFeesMinor: listOf(wholeNumber) }),
  oneIn: wholeNumber,
  permits,
  bands: listOf(exactly({ fromMinor: wholeNumber }, { oneIn: wholeNumber, permits, fourEyes: yesNo })),
  suspicion: exactly({ duplicateDays: wholeNumber, closedDays: wholeNumber }),
  nearMisses: exactly({ centsMost: wholeNumber, discountBasisPoints: listOf(wholeNumber), most: wholeNumber }),
  membersMost: wholeNumber,
  budget: wholeNumber,
})

const reconcileCodec: t.Type<ReconcileModel> = exactly(
  {
    ...named,
    steps: listOf(oneOf('customer-total', 'exact-single', 'within-tolerance', 'more-than-all', 'in-order')),
    itemOrder: oneOf('due-date', 'interest-first', 'as-listed'),
    paymentOrder: oneOf('oldest', 'newest', 'as-listed'),
    tolerance: exactly({}, { percent: exactDecimal, amountMinor: wholeNumber }),
    maxPennyMinor: wholeNumber,
    shortPayment: oneOf('partial', 'chargeback'),
    discountOnPart: yesNo,
    feePerItemMinor: wholeNumber,
    remainder: oneOf('unapplied', 'on-account'),
  },
  { writeOffLimitMinor: wholeNumber },
)

/** The kinds that are shipped. @category codecs @since 0.1.0 */
export const shippedKinds: ReadonlyArray<RuleSetKind> = [
  ruleSetKind('autocash', autoCashCodec, autoCashMatcher),
  ruleSetKind('evidence', evidenceCodec, evidenceMatcher),
  ruleSetKind('reconcile-model', reconcileCodec, reconcileMatcher),
]
