/** An account as it lies on a collector's desk: what is owed of what, and how much of it may be asked for today. */
import { type CollectiblePart, collectibleParts } from '@quittance/dunning'
import { daysBetween, type LocalDate } from '@quittance/kernel'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { type HeldCredit, heldCredits, type OpenItem, openItems } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'
import type { PromiseAt } from '../promises/account-promises.js'
import { type ContactBook, contactsAt, type CustomerContacts } from './contact-book.js'
import { type HeldBack, heldBackOn } from './held-back.js'
import { promisedParts } from './promised-parts.js'

/** All that a desk looks at. @category projections @since 0.1.0 */
export interface DeskBooks {
  readonly ledger: LedgerView
  readonly contacts: ContactBook
  /** The promises of a customer as they stand at the point that is asked about. */
  readonly promisesOf: (customer: string) => ReadonlyArray<PromiseAt>
}

/** Sums of one currency. open = disputed + promised + held back + in hand + collectible, all of them whether or not past due. @category projections @since 0.1.0 */
export interface DeskSums {
  readonly currency: string
  readonly openMinor: number
  readonly disputedMinor: number
  readonly promisedMinor: number
  /** Kept back by holds, or placed outside. */
  readonly heldBackMinor: number
  readonly inHandMinor: number
  readonly collectibleMinor: number
  /** Open and past due, disputed or not. */
  readonly pastDueMinor: number
  /** Collectible and past due: what every contact asks for. */
  readonly askMinor: number
  /** Of which more than 60 days past due. */
  readonly askOver60Minor: number
}

/** An account on the desk. @category projections @since 0.1.0 */
export interface DeskAccount {
  readonly customer: string
  /** By currency. */
  readonly sums: ReadonlyArray<DeskSums>
  /** By due day. */
  readonly parts: ReadonlyArray<CollectiblePart>
  readonly promises: ReadonlyArray<PromiseAt>
  readonly contacts: CustomerContacts
  /** Why nothing is asked of an item for now. */
  readonly heldBack: (itemId: string) => HeldBack | undefined
  /** Due day of the oldest part that is past due, disputed or not. */
  readonly oldestDueOn?: LocalDate
  /** Day of the last contact, whatever came of it. */
  readonly lastTouchOn?: LocalDate
}

/**
 * The accounts with anything open, by customer.
 *
 * @law what is open is disputed, promised, held back, in hand or collectible, and nothing twice
 * @category projections
 * @since 0.1.0
 */
export const deskAccounts = (books: DeskBooks, at: PointInTime): ReadonlyArray<DeskAccount> => {
  const open = groupBy(openItems(books.ledger, at))
  const held = groupBy(heldCredits(books.ledger, at))
  return [...open.keys()]
    .sort()
    .map((customer) => accountOf(books, at, customer, open.get(customer), held.get(customer)))
}

/** One account, also where nothing of it is open. @category projections @since 0.1.0 */
export const deskAccount = (books: DeskBooks, at: PointInTime, customer: string): DeskAccount =>
  accountOf(books, at, customer, openItems(books.ledger, at, { customer }), heldCredits(books.ledger, at, customer))

const accountOf = (
  books: DeskBooks,
  at: PointInTime,
  customer: string,
  items: ReadonlyArray<OpenItem> = [],
  held: ReadonlyArray<HeldCredit> = [],
): DeskAccount => {
  const promises = books.promisesOf(customer)
  const contacts = contactsAt(books.contacts, customer, at)
  const heldBack = heldBackOn(contacts, at.asOf)
  const isHeldBack = (itemId: string): boolean => heldBack(itemId) !== undefined
  const parts = collectibleParts(promisedParts(items, promises, at.asOf, isHeldBack), held)
  const oldestDueOn = parts.find(({ dueOn }) => dueOn < at.asOf)?.dueOn
  const lastTouchOn = contacts.touches.at(-1)?.fact.on
  return {
    customer,
    sums: [...new Set(parts.map(({ currency }) => currency))].sort().map((currency) =>
      sumsOf(
        currency,
        parts.filter((part) => part.currency === currency),
        at.asOf,
      ),
    ),
    parts,
    promises,
    contacts,
    heldBack,
    ...(oldestDueOn === undefined ? {} : { oldestDueOn }),
    ...(lastTouchOn === undefined ? {} : { lastTouchOn }),
  }
}

const sumsOf = (currency: string, parts: ReadonlyArray<CollectiblePart>, asOf: LocalDate): DeskSums => {
  const sum = (minorOf: (part: CollectiblePart) => number): number => parts.reduce((so, part) => so + minorOf(part), 0)
  const late = (part: CollectiblePart): number => daysBetween(part.dueOn, asOf)
  return {
    currency,
    openMinor: sum(({ openMinor }) => openMinor),
    disputedMinor: sum(({ disputedMinor }) => disputedMinor),
    promisedMinor: sum(({ promisedMinor }) => promisedMinor),
    heldBackMinor: sum(({ heldBackMinor = 0 }) => heldBackMinor),
    inHandMinor: sum(({ inHandMinor }) => inHandMinor),
    collectibleMinor: sum(({ collectibleMinor }) => collectibleMinor),
    pastDueMinor: sum((part) => (late(part) > 0 ? part.openMinor : 0)),
    askMinor: sum((part) => (late(part) > 0 ? part.collectibleMinor : 0)),
    askOver60Minor: sum((part) => (late(part) > 60 ? part.collectibleMinor : 0)),
  }
}

const groupBy = <Row extends { readonly customer: string }>(
  rows: ReadonlyArray<Row>,
): ReadonlyMap<string, ReadonlyArray<Row>> => {
  const groups = new Map<string, Array<Row>>()
  for (const row of rows) {
    const own = groups.get(row.customer)
    if (own === undefined) groups.set(row.customer, [row])
    else own.push(row)
  }
  return groups
}
