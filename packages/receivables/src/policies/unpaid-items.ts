/** What of an account is not paid, for the states of a customer. */
import type { UnpaidItem } from '@quittance/dunning'
import type { DocumentRecord } from '@quittance/invoicing'
import { keyedValues, type LocalDate } from '@quittance/kernel'
import { openMinorOf } from '../account/contexts.js'
import type { AccountState } from '../account/state.js'

/**
 * Every invoice and debit note with something open, with its date and the due day of its earliest instalment that
 * is not paid: what comes off an item comes off its earliest instalment first.
 *
 * @law what is unpaid adds up to what is open
 * @category policies
 * @since 0.1.0
 */
export const unpaidItems = (account: AccountState): ReadonlyArray<UnpaidItem> =>
  [...keyedValues(account.invoicing.documents)].flatMap((document): ReadonlyArray<UnpaidItem> => {
    const openMinor = openMinorOf(account, document.documentId)
    if (openMinor <= 0) return []
    const { currency, issuedOn } = document
    return [{ currency, openMinor, issuedOn, dueOn: dueOf(document, openMinor) }]
  })

const dueOf = ({ instalments, payableMinor, issuedOn }: DocumentRecord, openMinor: number): LocalDate => {
  let leftMinor = payableMinor - openMinor
  for (const { amountMinor, dueOn } of instalments) {
    leftMinor -= amountMinor
    if (leftMinor < 0) return dueOn
  }
  return instalments.at(-1)?.dueOn ?? issuedOn
}
