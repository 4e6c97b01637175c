/**
 * Accounts whose values are all in one base currency, as those of one legal entity are. Histories now and then value a document
 * in another one; the account then refuses to clear one by the other, and no plan by amounts can know of it.
 */
import { keyedValues } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import type * as fc from 'fast-check'
import type { AccountState } from '../../src/index.js'

const basesOf = ({ invoicing, cash }: AccountState): ReadonlySet<string> =>
  new Set(
    [...keyedValues(invoicing.documents), ...keyedValues(cash.receipts)].flatMap(({ exchange }) =>
      exchange === undefined ? [] : [exchange.baseCurrency],
    ),
  )

export const accountsOfOneBase = (): fc.Arbitrary<{ readonly state: AccountState }> =>
  accountHistories().filter(({ state }) => basesOf(state).size <= 1)
