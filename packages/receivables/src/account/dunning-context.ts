/** What dunning may know of documents, money and promises, read from one revision of the account. */
import type { AccountOnDay, DunningContext } from '@quittance/dunning'
import { keyedGet, type LocalDate } from '@quittance/kernel'
import type { AccountFact } from './account.js'
import { bearingItems } from './bearing-items.js'
import { stateKnownBy } from './known-by.js'
import { creditsInHand, owedInstalments } from './owed-instalments.js'
import type { AccountState } from './state.js'

/** @internal */
export const dunningContext = (state: AccountState, past?: () => ReadonlyArray<AccountFact>): DunningContext => {
  const knownBy = stateKnownBy(state, past)
  return {
    itemOf: (itemId) => {
      const document = keyedGet(state.invoicing.documents, itemId)
      if (document === undefined || document.kind === 'credit-note') return undefined
      const { currency, issuedOn, voided } = document
      return { itemId, currency, issuedOn, voided }
    },
    bearing: (currency) => bearingItems(state, currency),
    asItStands: (on) => accountOnDay(state, on),
    knownBy: (day, decided) => {
      const known = knownBy(day, decided)
      return known === undefined ? undefined : accountOnDay(known, day)
    },
  }
}

/**
 * An account as dunning sees it on a day: what is open, what we hold of the customer's, and what was done so far.
 *
 * @param on - promises are looked at as of this day
 * @category policies
 * @since 0.1.0
 */
export const accountOnDay = (state: AccountState, on: LocalDate): AccountOnDay => ({
  items: owedInstalments(state, on),
  credits: creditsInHand(state),
  dunning: state.dunning,
  owedOverTime: (currency) => bearingItems(state, currency),
})
