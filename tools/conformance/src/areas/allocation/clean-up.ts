/** The step `clean_up`: what would be cleared up and what would stay. It proposes; nothing moves. */
import { type CleanUp, type CleanUpProposal, type CleanUpRule, proposeCleanUp } from '@quittance/cash-application'
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import { cleanUpQuestionOf, type CleanUpTerms } from '@quittance/receivables'
import type { Books } from '../../books/books.js'
import { minorOf } from '../../books/currency.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { amount, fields, list, set, text, type Value } from '../../run/value.js'

/** How far the case lets clearing up go; credits are carried. */
export const cleanUpPolicyOf = (policy: Reader | undefined, currency: CurrencyCode): CleanUpTerms['policy'] => ({
  id: 'case',
  version: 1,
  smallDebit: {
    maxMinor: (policy === undefined ? undefined : minorOf(policy, 'small_balance_max', currency)) ?? 0,
    minDaysPastDue: policy?.whole('small_balance_min_age_days') ?? 0,
  },
  smallCredit: { maxMinor: 0, minAgeDays: 0, becomes: 'carry' },
  oldestFirstAgreed: false,
})

/** Clear up an account as it stands on a day. */
export const cleanUpOn = (
  books: Books,
  policy: CleanUpTerms['policy'],
  currency: CurrencyCode,
  asOf: LocalDate,
): CleanUp =>
  proposeCleanUp(cleanUpQuestionOf(books.state(), { currency, asOf, policy, requestedBy: 'case', runId: 'clean-up' }))

const reasons: Readonly<Record<CleanUpRule, string>> = {
  'reference-and-amount': 'reference_and_amount',
  reference: 'reference',
  'relates-to': 'relates_to',
  'equal-amount': 'equal_amount',
  'oldest-first': 'oldest_first',
  'same-reference': 'same_reference',
  'account-zero': 'account_zero',
  'small-debit': 'small_balance_aged',
  'small-credit': 'small_balance_aged',
}

/** `proposals` in their order, and `untouched`: what is left and no proposal speaks of. */
export const cleanUpAnswers = (cleanUp: CleanUp | undefined, currency: CurrencyCode): Answers => {
  if (cleanUp === undefined) return {}
  const touched = new Set(cleanUp.proposals.flatMap(({ leaves }) => leaves.map(({ id }) => id)))
  return {
    proposals: () => list(cleanUp.proposals.flatMap((proposal) => proposed(proposal, currency))),
    untouched: () => set(cleanUp.left.filter(({ id }) => !touched.has(id)).map(({ id }) => text(id))),
  }
}

const proposed = ({ rule, act }: CleanUpProposal, currency: CurrencyCode): ReadonlyArray<Value> => {
  const reason = text(reasons[rule])
  const money = (minor: number): Value => amount(minor, currency)
  switch (act._tag) {
    case 'Allocate':
      return act.pairs.map(({ creditId, itemId, amountMinor }) =>
        fields({
          allocate: fields({ from: text(creditId), to: text(itemId), amount: money(amountMinor), reason }),
        }),
      )
    case 'GiveUp':
      return [fields({ write_off: fields({ invoice: text(act.itemId), amount: money(act.amountMinor), reason }) })]
    case 'PayBack':
      return [fields({ refund: fields({ from: text(act.creditId), amount: money(act.amountMinor), reason }) })]
  }
}
