/**
 * Who paid. A bank account or a remitter's id on record identifies; names and the owners of what the text refers to
 * only point, and where the two point at different customers nobody is known.
 */
import { log2RatioCentibits } from '../solver/centibits.js'
import type { IdentifierIndex } from '../remittance/identifier-index.js'
import type { Mention } from '../remittance/mention.js'
import { payerByName } from '../remittance/payer-names/name-index.js'
import { mentionsIn } from '../remittance/scan.js'
import type { IdentifiedPayer, KnownPayers, PayerClue, PayerClues, ReadClue } from './model.js'

/**
 * Who a payment is from: the holder of its bank account; else of the remitter's id; else whom both its name and its
 * references mean, or the only one of the two that means somebody. Several that one clue leaves are told apart by
 * weaker clues; if these do not, the payer is ambiguous.
 *
 * @param index - the identifiers of open items of all customers
 * @law a payer is never one of two that all clues fit alike
 * @law the order of what is known of payers makes no difference
 * @example
 * const payers = {
 *   byAccount: new Map([['DE02120300000000202051', new Set(['c-1'])]]),
 *   byRemitter: new Map(),
 *   names: emptyNameIndex(),
 *   ownerOf: () => undefined,
 *   relatives: new Map(),
 * }
 * const clues = { payerAccount: 'DE02 1203 0000 0000 2020 51', text: '' }
 * identifyPayer(clues, payers, emptyIdentifierIndex())._tag // => 'KnownPayer'
 * @category policies
 * @since 0.1.0
 */
export const identifyPayer = (clues: PayerClues, payers: KnownPayers, index: IdentifierIndex): IdentifiedPayer => {
  const { strong, alike } = readClues(clues, payers, index)
  const [first, ...others] = strong
  // A name that is only somewhat alike tells others apart, and means nobody by itself.
  if (first === undefined)
    return alike.customers.length === 0 ? { _tag: 'UnknownPayer' } : { _tag: 'AmbiguousPayer', ...alike }
  const weaker = alike.customers.length === 0 ? others : [...others, alike]
  if (!identifies(first.by)) {
    const other = weaker.find((clue) => !meet(withFamily(first, payers), clue))
    if (other !== undefined)
      return { _tag: 'AmbiguousPayer', by: first.by, customers: sorted([...first.customers, ...other.customers]) }
  }
  const told = weaker.reduce<ReadClue>((so, clue) => narrowed(so, clue), first)
  const [customer] = told.customers
  if (customer === undefined || told.customers.length > 1)
    return { _tag: 'AmbiguousPayer', by: told.by, customers: told.customers }
  const accounts = [{ customer, costCentibits: 0 }, ...(payers.relatives.get(customer) ?? []).filter(isOther(customer))]
  const family = accounts.map((account) => account.customer)
  const against = weaker.filter(({ customers }) => !customers.some((one) => family.includes(one)))
  return { _tag: 'KnownPayer', customer, by: told.by, accounts, against }
}

/**
 * A bank account as it is looked up: upper case, without gaps and dashes.
 *
 * @example
 * plainAccount('de02 1203-0000 0000 2020 51') // => 'DE02120300000000202051'
 * @category policies
 * @since 0.1.0
 */
export const plainAccount = (account: string): string => account.replaceAll(/[\s-]/g, '').toUpperCase()

const identifies = (by: PayerClue): boolean => by === 'account' || by === 'remitter'

const isOther =
  (own: string) =>
  ({ customer }: { readonly customer: string }): boolean =>
    customer !== own

const meet = (one: ReadClue, other: ReadClue): boolean => one.customers.some((each) => other.customers.includes(each))

const withFamily = (clue: ReadClue, { relatives }: KnownPayers): ReadClue => ({
  ...clue,
  customers: clue.customers.flatMap((one) => [one, ...(relatives.get(one) ?? []).map(({ customer }) => customer)]),
})

/** Those of several that a weaker clue means too; a single one is not narrowed. */
const narrowed = (so: ReadClue, { by, customers }: ReadClue): ReadClue => {
  if (so.customers.length === 1) return so
  const both = so.customers.filter((customer) => customers.includes(customer))
  return both.length === 0 || both.length === so.customers.length ? so : { by, customers: both }
}

/** The clues that speak of somebody, the strongest first; and names that are only somewhat alike. */
const readClues = (
  { payerAccount = '', remitterId = '', payerName = '', text }: PayerClues,
  payers: KnownPayers,
  index: IdentifierIndex,
): { readonly strong: ReadonlyArray<ReadClue>; readonly alike: ReadClue } => {
  const { found, ranked } = payerByName(payers.names, payerName)
  const named = ranked.map(({ customer }) => customer)
  const strong: ReadonlyArray<ReadClue> = [
    { by: 'account', customers: sorted(payers.byAccount.get(plainAccount(payerAccount)) ?? []) },
    { by: 'remitter', customers: sorted(payers.byRemitter.get(remitterId) ?? []) },
    { by: 'name', customers: found === 'one' ? named.slice(0, 1) : [] },
    { by: 'reference', customers: owners(text, payers, index) },
  ]
  return {
    strong: strong.filter(({ customers }) => customers.length > 0),
    alike: { by: 'name', customers: found === 'several' ? sorted(named) : [] },
  }
}

const sorted = (customers: Iterable<string>): ReadonlyArray<string> =>
  [...new Set(customers)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/** Whose the items are that the text refers to; a reference that items of several customers carry means all of them. */
const owners = (text: string, { ownerOf }: KnownPayers, index: IdentifierIndex): ReadonlyArray<string> =>
  sorted(
    mentionsIn(text, index)
      .mentions.filter(isTelling)
      .flatMap(({ candidates }) => candidates.flatMap((itemId) => ownerOf(itemId) ?? [])),
  )

/** Ten bits: among the numbers of all customers, a weaker mention is rather a number that happens to be there. */
const tellingBits = 1000

const isTelling = ({ how, raw, chance }: Mention): boolean => {
  if (how === 'structured' || (how === 'exact' && /\p{L}/u.test(raw))) return true
  if (how !== 'exact' && how !== 'digits') return false
  return chance.num <= 0n || log2RatioCentibits(chance.den, chance.num) >= tellingBits
}
