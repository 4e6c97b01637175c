/** A customer's account, and beside it the one where money waits whose payer nobody knows. */
import type { CleanUp } from '@quittance/cash-application'
import type { CurrencyCode } from '@quittance/kernel'
import { type Books, newBooks } from '../../books/books.js'
import { type Days } from '../../books/days.js'
import { type Opening, openBooks } from '../../books/opening.js'
import type { CleanUpTerms } from '@quittance/receivables'
import type { Reader } from '../../run/reader.js'
import { cleanUpPolicyOf } from './clean-up.js'
import { type PayableBalance, payablesOf } from './netting.js'

/** The state of an allocation case. */
export interface World {
  readonly customer: Books
  readonly suspense: Books
  readonly currency: CurrencyCode
  readonly days: Days
  readonly invoices: ReadonlyArray<string>
  readonly credits: ReadonlyArray<string>
  /** What we owe the customer. */
  readonly payables: ReadonlyArray<PayableBalance>
  /** Receipts on the customer's account, in order; grows as money comes in or is identified. */
  readonly payments: Array<string>
  /** What each payment gave in the latest allocation. */
  rows: ReadonlyArray<number>
  readonly cleanUpPolicy: CleanUpTerms['policy']
  /** What the latest clearing up proposed. */
  cleanUp: CleanUp | undefined
  /** Whom money was identified as. */
  identifiedAs: string | undefined
}

/** The world as the case opens it. */
export const openWorld = (given: Reader, currency: CurrencyCode, days: Days): World => {
  const customer = newBooks('account-case_customer')
  const opening: Opening = openBooks(given, customer, currency, days)
  return {
    customer,
    suspense: newBooks('account-case_suspense'),
    currency,
    days,
    invoices: opening.invoices,
    credits: opening.credits,
    payables: payablesOf(given, currency, days),
    payments: [...opening.payments],
    rows: [],
    cleanUpPolicy: cleanUpPolicyOf(given.map('policy'), currency),
    cleanUp: undefined,
    identifiedAs: undefined,
  }
}
