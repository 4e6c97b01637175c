/** An account as clearing up sees it: what is open, and every cent of the customer's that nothing has used. */
import {
  type CleanUpCredit,
  type CleanUpDebit,
  type CleanUpPolicy,
  type CleanUpQuestion,
  type MatcherItem,
  unappliedMinor,
} from '@quittance/cash-application'
import { type CurrencyCode, keyedGet, keyedValues, laterOf, type LocalDate } from '@quittance/kernel'
import { openPromisesOn } from '@quittance/promises-to-pay'
import type { AccountState } from '../account/state.js'
import { matchItemsOf } from './match-items.js'

/** What clearing up needs beside the account. @category policies @since 0.1.0 */
export interface CleanUpTerms {
  readonly currency: CurrencyCode
  /** The day of the commands, and the last day that is looked at, inclusive. */
  readonly asOf: LocalDate
  readonly policy: CleanUpPolicy
  /** In whose name small debits are given up. */
  readonly requestedBy: string
  /** Names the run: ids of what its commands make begin with it. */
  readonly runId: string
}

/**
 * The question that `proposeCleanUp` answers, from the state of an account.
 *
 * @law clearing up an account leaves what it says
 * @category policies
 * @since 0.1.0
 */
export const cleanUpQuestionOf = (state: AccountState, terms: CleanUpTerms): CleanUpQuestion => {
  const items = matchItemsOf(state, terms.currency, terms.asOf)
  return {
    ...terms,
    debits: items.flatMap((item) => (item.openMinor > 0 ? [debitOf(state, item, terms.asOf)] : [])),
    credits: [
      ...items.flatMap((item) => (item.openMinor < 0 ? [noteOf(state, item)] : [])),
      ...receiptsOf(state, terms),
    ],
  }
}

const debitOf = (
  { promises }: AccountState,
  { itemId, openMinor, on, dueOn, identifiers, disputed }: MatcherItem,
  asOf: LocalDate,
): CleanUpDebit => {
  const promised = openPromisesOn(promises, itemId, asOf).map(({ heldUntil }) => heldUntil)
  return {
    itemId,
    openMinor,
    on,
    dueOn,
    identifiers,
    ...(disputed === true ? { disputed } : {}),
    ...(promised.length === 0 ? {} : { promisedUntil: promised.reduce(laterOf) }),
  }
}

const noteOf = (state: AccountState, { itemId, openMinor, on, identifiers }: MatcherItem): CleanUpCredit => {
  const relatesTo = keyedGet(state.invoicing.documents, itemId)?.precedingId
  return {
    _tag: 'CreditNote',
    creditId: itemId,
    on,
    freeMinor: 0 - openMinor,
    identifiers,
    ...(relatesTo === undefined ? {} : { relatesTo }),
  }
}

/** Receipts with money that is unapplied or on account. */
const receiptsOf = (state: AccountState, { currency, asOf }: CleanUpTerms): ReadonlyArray<CleanUpCredit> =>
  keyedValues(state.cash.receipts).flatMap((receipt): ReadonlyArray<CleanUpCredit> => {
    const freeMinor = unappliedMinor(receipt)
    if (receipt.status !== 'live' || receipt.currency !== currency || receipt.receivedOn > asOf) return []
    if (freeMinor + receipt.onAccountMinor <= 0) return []
    const { remittanceText, fullSatisfactionClaimed } = receipt.words
    return [
      {
        _tag: 'Receipt',
        creditId: receipt.receiptId,
        on: receipt.receivedOn,
        unappliedMinor: freeMinor,
        onAccountMinor: receipt.onAccountMinor,
        text: remittanceText ?? '',
        ...(fullSatisfactionClaimed === undefined ? {} : { fullSatisfactionClaimed }),
      },
    ]
  })
