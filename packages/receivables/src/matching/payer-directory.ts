/**
 * Who the payers are, as the ledger's own facts tell: the names on record, and the bank accounts that money came from
 * before. The directory belongs to its caller and changes in place.
 */
import { addName, emptyNameIndex, type NameIndex, payerByName } from '@quittance/cash-application'
import type { AccountFact } from '../account/account.js'
import { isSuspense } from './suspense.js'

/** Customers by what a bank may say of them. @category model @since 0.1.0 */
export interface PayerDirectory {
  readonly customers: Set<string>
  readonly named: Set<string>
  readonly names: NameIndex
  readonly byAccount: Map<string, Set<string>>
}

/** Who paid. Of `Several` a person chooses. @category decisions @since 0.1.0 */
export type FoundPayer =
  | { readonly _tag: 'Known'; readonly customer: string; readonly by: 'customer' | 'bank-account' | 'name' }
  | { readonly _tag: 'Several'; readonly customers: ReadonlyArray<string>; readonly by: 'bank-account' | 'name' }
  | { readonly _tag: 'Unknown' }

/** A directory of nobody. @category model @since 0.1.0 */
export const emptyPayerDirectory = (): PayerDirectory => ({
  customers: new Set(),
  named: new Set(),
  names: emptyNameIndex(),
  byAccount: new Map(),
})

/** Take in what a fact of a customer's account says. Suspense accounts teach nothing. @category model @since 0.1.0 */
export const noteCustomer = (directory: PayerDirectory, customer: string, fact: AccountFact): void => {
  if (isSuspense(customer)) return
  directory.customers.add(customer)
  if (fact._tag === 'AccountOpened' && fact.name !== undefined) {
    directory.named.add(customer)
    addName(directory.names, customer, fact.name)
  }
  if (fact._tag !== 'ReceiptRecorded' && fact._tag !== 'CashTransferredIn') return
  const account = plainAccount(fact.payer?.account)
  if (account === undefined) return
  const holders = directory.byAccount.get(account)
  if (holders === undefined) directory.byAccount.set(account, new Set([customer]))
  else holders.add(customer)
}

/** Customers without a name on record are known by their ids; called once, when all facts are in. @category model @since 0.1.0 */
export const nameTheUnnamed = (directory: PayerDirectory): void => {
  for (const customer of directory.customers)
    if (!directory.named.has(customer)) addName(directory.names, customer, customer)
}

const plainAccount = (account: string | undefined): string | undefined => {
  const plain = account?.replaceAll(/[\s-]/g, '').toUpperCase()
  return plain === '' ? undefined : plain
}

/**
 * Who paid: the customer that is given, if the ledger knows it; else whose bank account it is; else whose name it is.
 *
 * @category policies
 * @since 0.1.0
 */
export const findPayer = (
  directory: PayerDirectory,
  { customer, name, account }: { readonly customer?: string; readonly name?: string; readonly account?: string },
): FoundPayer => {
  if (customer !== undefined)
    return directory.customers.has(customer) ? { _tag: 'Known', customer, by: 'customer' } : { _tag: 'Unknown' }
  const plain = plainAccount(account)
  const holders = plain === undefined ? [] : [...(directory.byAccount.get(plain) ?? [])].sort()
  const [holder] = holders
  if (holder !== undefined)
    return holders.length === 1
      ? { _tag: 'Known', customer: holder, by: 'bank-account' }
      : { _tag: 'Several', customers: holders, by: 'bank-account' }
  if (name === undefined || name === '') return { _tag: 'Unknown' }
  const { found, ranked } = payerByName(directory.names, name)
  const [best] = ranked
  if (best === undefined || found === 'none') return { _tag: 'Unknown' }
  return found === 'one'
    ? { _tag: 'Known', customer: best.customer, by: 'name' }
    : { _tag: 'Several', customers: ranked.map((one) => one.customer), by: 'name' }
}
