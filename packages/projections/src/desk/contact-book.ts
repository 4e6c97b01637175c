/** Contacts, excuses, holds, placements and orders of each customer, kept so that they can be asked for any day and as known at any moment. */
import type {
  ExcuseGiven,
  HoldLifted,
  HoldPlaced,
  OrderPlaced,
  PlacedWithAgency,
  Recalled,
  TouchRecorded,
} from '@quittance/dunning'
import { epochDay, type Fact, instantMillis, parseAccountStream, type Recorded } from '@quittance/kernel'
import { knownBy, type Timed } from '../ledger-view/known-by.js'
import type { PointInTime } from '../point-in-time.js'

/** A contact or an excuse, with the fact that says so. @category projections @since 0.1.0 */
export interface ContactEntry<Of> extends Timed {
  readonly factId: string
  readonly fact: Of
}

/** What keeps items back, or ends that. @category model @since 0.1.0 */
export type HoldingFact = HoldPlaced | HoldLifted | PlacedWithAgency | Recalled

/** What was said with one customer, in stream order. @category projections @since 0.1.0 */
export interface CustomerContacts {
  readonly touches: ReadonlyArray<ContactEntry<TouchRecorded>>
  readonly excuses: ReadonlyArray<ContactEntry<ExcuseGiven>>
  readonly holdings: ReadonlyArray<ContactEntry<HoldingFact>>
  readonly orders: ReadonlyArray<ContactEntry<OrderPlaced>>
}

interface Kept {
  readonly touches: Array<ContactEntry<TouchRecorded>>
  readonly excuses: Array<ContactEntry<ExcuseGiven>>
  readonly holdings: Array<ContactEntry<HoldingFact>>
  readonly orders: Array<ContactEntry<OrderPlaced>>
}

/** By customer. Owned by whoever folds into it; queries only read. @category projections @since 0.1.0 */
export type ContactBook = Map<string, Kept>

type Noted = TouchRecorded | ExcuseGiven | HoldingFact | OrderPlaced

const noted: ReadonlySet<string> = new Set<Noted['_tag']>([
  'TouchRecorded',
  'ExcuseGiven',
  'HoldPlaced',
  'HoldLifted',
  'PlacedWithAgency',
  'Recalled',
  'OrderPlaced',
])

/** Note a fact, if it is a contact, an excuse, an order, or keeps something back. @category projections @since 0.1.0 */
export const noteContact = (book: ContactBook, recorded: Recorded<Fact>): void => {
  if (!noted.has(recorded.fact._tag)) return
  const fact = recorded.fact as Noted
  const customer = parseAccountStream(recorded.stream)?.customer
  if (customer === undefined) return
  const kept: Kept = book.get(customer) ?? { touches: [], excuses: [], holdings: [], orders: [] }
  book.set(customer, kept)
  const entry = {
    factId: recorded.id,
    effectiveDay: epochDay(recorded.effectiveOn),
    recordedMillis: instantMillis(recorded.recordedAt),
  }
  if (fact._tag === 'TouchRecorded') kept.touches.push({ ...entry, fact })
  else if (fact._tag === 'ExcuseGiven') kept.excuses.push({ ...entry, fact })
  else if (fact._tag === 'OrderPlaced') kept.orders.push({ ...entry, fact })
  else kept.holdings.push({ ...entry, fact })
}

/** What was said with a customer by a point in time, by day, then as it was recorded. @category projections @since 0.1.0 */
export const contactsAt = (book: ContactBook, customer: string, at: PointInTime): CustomerContacts => {
  const kept = book.get(customer)
  return {
    touches: byDay(knownBy(kept?.touches, at)),
    excuses: byDay(knownBy(kept?.excuses, at)),
    holdings: byDay(knownBy(kept?.holdings, at)),
    orders: byDay(knownBy(kept?.orders, at)),
  }
}

const byDay = <Entry extends Timed>(entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  entries.toSorted((a, b) => a.effectiveDay - b.effectiveDay)
