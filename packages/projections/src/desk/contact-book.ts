/** Contacts, excuses, notices, holds, placements and orders of each customer, kept so that they can be asked for any day and as known at any moment. */
import type {
  CollectorAssigned,
  ExcuseGiven,
  HoldLifted,
  HoldPlaced,
  LadderAssigned,
  NoticeDue,
  NoticeFailed,
  NoticeIgnored,
  NoticeSent,
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

/** How far items have climbed a ladder, and what of it is out. @category model @since 0.1.0 */
export type LadderFact = NoticeDue | NoticeSent | NoticeFailed | NoticeIgnored | LadderAssigned

/** What was said with one customer, in stream order. @category projections @since 0.1.0 */
export interface CustomerContacts {
  readonly touches: ReadonlyArray<ContactEntry<TouchRecorded>>
  readonly excuses: ReadonlyArray<ContactEntry<ExcuseGiven>>
  readonly holdings: ReadonlyArray<ContactEntry<HoldingFact>>
  readonly orders: ReadonlyArray<ContactEntry<OrderPlaced>>
  readonly notices: ReadonlyArray<ContactEntry<LadderFact>>
  readonly collectors: ReadonlyArray<ContactEntry<CollectorAssigned>>
}

interface Kept {
  readonly touches: Array<ContactEntry<TouchRecorded>>
  readonly excuses: Array<ContactEntry<ExcuseGiven>>
  readonly holdings: Array<ContactEntry<HoldingFact>>
  readonly orders: Array<ContactEntry<OrderPlaced>>
  readonly notices: Array<ContactEntry<LadderFact>>
  readonly collectors: Array<ContactEntry<CollectorAssigned>>
}

/** By customer. Owned by whoever folds into it; queries only read. @category projections @since 0.1.0 */
export type ContactBook = Map<string, Kept>

type Noted = TouchRecorded | ExcuseGiven | HoldingFact | OrderPlaced | LadderFact | CollectorAssigned

const noted: ReadonlySet<string> = new Set<Noted['_tag']>([
  'TouchRecorded',
  'ExcuseGiven',
  'HoldPlaced',
  'HoldLifted',
  'PlacedWithAgency',
  'Recalled',
  'OrderPlaced',
  'NoticeDue',
  'NoticeSent',
  'NoticeFailed',
  'NoticeIgnored',
  'LadderAssigned',
  'CollectorAssigned',
])

/** Note a fact, if it is a contact, an excuse, a notice or an order, keeps something back, or names who collects. @category projections @since 0.1.0 */
export const noteContact = (book: ContactBook, recorded: Recorded<Fact>): void => {
  if (!noted.has(recorded.fact._tag)) return
  const fact = recorded.fact as Noted
  const customer = parseAccountStream(recorded.stream)?.customer
  if (customer === undefined) return
  const kept: Kept = book.get(customer) ?? nothingKept()
  book.set(customer, kept)
  const entry = {
    factId: recorded.id,
    effectiveDay: epochDay(recorded.effectiveOn),
    recordedMillis: instantMillis(recorded.recordedAt),
  }
  switch (fact._tag) {
    case 'TouchRecorded':
      kept.touches.push({ ...entry, fact })
      return
    case 'ExcuseGiven':
      kept.excuses.push({ ...entry, fact })
      return
    case 'OrderPlaced':
      kept.orders.push({ ...entry, fact })
      return
    case 'CollectorAssigned':
      kept.collectors.push({ ...entry, fact })
      return
    case 'HoldPlaced':
    case 'HoldLifted':
    case 'PlacedWithAgency':
    case 'Recalled':
      kept.holdings.push({ ...entry, fact })
      return
    default:
      kept.notices.push({ ...entry, fact })
  }
}

const nothingKept = (): Kept => ({
  touches: [],
  excuses: [],
  holdings: [],
  orders: [],
  notices: [],
  collectors: [],
})

/** What was said with a customer by a point in time, by day, then as it was recorded. @category projections @since 0.1.0 */
export const contactsAt = (book: ContactBook, customer: string, at: PointInTime): CustomerContacts => {
  const kept = book.get(customer)
  return {
    touches: byDay(knownBy(kept?.touches, at)),
    excuses: byDay(knownBy(kept?.excuses, at)),
    holdings: byDay(knownBy(kept?.holdings, at)),
    orders: byDay(knownBy(kept?.orders, at)),
    // A notice is due before it is sent, whatever the days say.
    notices: knownBy(kept?.notices, at),
    collectors: byDay(knownBy(kept?.collectors, at)),
  }
}

const byDay = <Entry extends Timed>(entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  entries.toSorted((a, b) => a.effectiveDay - b.effectiveDay)
