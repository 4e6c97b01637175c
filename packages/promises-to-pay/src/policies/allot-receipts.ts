/**
 * Which money counts for which promise: first in, first out, and no minor unit twice.
 *
 * A promise made later never takes money from one made before it, and among the money in a promise's window
 * the earliest goes first. A promise for an item takes only what lies on that item; one for the balance takes
 * any money of its currency.
 */
import { type CurrencyCode, laterOf, type LocalDate } from '@quittance/kernel'
import type { ReceivedMoney } from '../context.js'
import type { CountedReceipt, CountingBasis } from '../model.js'

/** What a promise, or its part for one item, may take. @category policies @since 0.1.0 */
export interface Claim {
  /** Absent: the balance of the account. */
  readonly itemId?: string
  readonly currency: CurrencyCode
  readonly basis: CountingBasis
  /** First and last day whose money it takes, both inclusive. */
  readonly from: LocalDate
  readonly until: LocalDate
  readonly neededMinor: number
  /** Receipts of the first day that do not count. */
  readonly excluded: ReadonlyArray<string>
}

/**
 * Give the money to the claims in their order: each takes the earliest that fits, as much as it needs.
 *
 * @param claims - in the order in which they were made; the answer stands in the same order
 * @law no minor unit of a receipt counts twice
 * @law more money never worsens an allotment
 * @category policies
 * @since 0.1.0
 */
export const allotReceipts = (
  claims: ReadonlyArray<Claim>,
  money: ReadonlyArray<ReceivedMoney>,
  asOf: LocalDate,
): ReadonlyArray<ReadonlyArray<CountedReceipt>> => {
  const pool = moneyPool(money, asOf)
  return claims.map((claim) => pool.draw(claim))
}

/** Money that claims draw from, one after another. @internal */
export interface MoneyPool {
  readonly draw: (claim: Claim) => ReadonlyArray<CountedReceipt>
  /** What lies on an item and does not count for a claim, because it came before. */
  readonly beforeMinor: (claim: Omit<Claim, 'neededMinor' | 'until'> & { readonly itemId: string }) => number
  /** What is there of a receipt, on the item or anywhere. */
  readonly thereMinor: (receiptId: string, itemId: string | undefined) => number
  /** Since when a receipt has lain on an item. */
  readonly appliedOn: (receiptId: string, itemId: string) => LocalDate | undefined
}

interface Piece extends ReceivedMoney {
  leftMinor: number
}

/** Pieces by the day on which they count, and for each place the next that may still hold money. */
interface Queue {
  readonly pieces: ReadonlyArray<Piece>
  readonly days: ReadonlyArray<LocalDate>
  readonly next: Int32Array
}

/** @internal */
export const moneyPool = (money: ReadonlyArray<ReceivedMoney>, asOf: LocalDate): MoneyPool => {
  const pieces: Array<Piece> = []
  const onItem = new Map<string, Array<Piece>>()
  const ofReceipt = new Map<string, Array<Piece>>()
  for (const one of money) {
    if ((one.arrivedOn ?? one.receivedOn) > asOf || one.amountMinor <= 0) continue
    const piece = { ...one, leftMinor: one.amountMinor }
    pieces.push(piece)
    listIn(ofReceipt, one.receiptId).push(piece)
    if (one.itemId !== undefined && one.appliedOn !== undefined && one.appliedOn <= asOf)
      listIn(onItem, one.itemId).push(piece)
  }
  const queues = new Map<string, Queue>()
  const queueOf = ({ itemId, currency, basis }: Pick<Claim, 'itemId' | 'currency' | 'basis'>): Queue => {
    const key = JSON.stringify([basis, itemId ?? null, currency])
    let queue = queues.get(key)
    if (queue === undefined) {
      const own = itemId === undefined ? pieces : (onItem.get(itemId) ?? [])
      queues.set(key, (queue = newQueue(own, currency, basis, asOf)))
    }
    return queue
  }
  const there = (receiptId: string, itemId: string | undefined): ReadonlyArray<Piece> =>
    (ofReceipt.get(receiptId) ?? []).filter((piece) => itemId === undefined || piece.itemId === itemId)
  return {
    draw: (claim) => drawFrom(queueOf(claim), claim),
    beforeMinor: (claim) => {
      const { pieces: all, days } = queueOf(claim)
      let minor = 0
      for (let at = 0; at < all.length && (days[at] as LocalDate) <= claim.from; at += 1) {
        const piece = all[at] as Piece
        if ((days[at] as LocalDate) < claim.from || claim.excluded.includes(piece.receiptId)) minor += piece.amountMinor
      }
      return minor
    },
    thereMinor: (receiptId, itemId) => there(receiptId, itemId).reduce((so, { amountMinor }) => so + amountMinor, 0),
    appliedOn: (receiptId, itemId) =>
      there(receiptId, itemId).reduce<LocalDate | undefined>(
        (latest, { appliedOn }) =>
          latest === undefined || appliedOn === undefined ? appliedOn : laterOf(latest, appliedOn),
        undefined,
      ),
  }
}

const listIn = <Value>(lists: Map<string, Array<Value>>, key: string): Array<Value> => {
  let list = lists.get(key)
  if (list === undefined) lists.set(key, (list = []))
  return list
}

const newQueue = (all: ReadonlyArray<Piece>, currency: CurrencyCode, basis: CountingBasis, asOf: LocalDate): Queue => {
  const dated = all.flatMap((piece): ReadonlyArray<{ readonly piece: Piece; readonly day: LocalDate }> => {
    const day = basis === 'receipt-date' ? piece.receivedOn : piece.appliedOn
    return piece.currency === currency && day !== undefined && day <= asOf ? [{ piece, day }] : []
  })
  dated.sort((a, b) => (a.day === b.day ? byId(a.piece, b.piece) : a.day < b.day ? -1 : 1))
  return {
    pieces: dated.map(({ piece }) => piece),
    days: dated.map(({ day }) => day),
    next: Int32Array.from({ length: dated.length + 1 }, (_, at) => at),
  }
}

const byId = (a: Piece, b: Piece): number =>
  a.receiptId === b.receiptId ? compare(a.itemId ?? '', b.itemId ?? '') : compare(a.receiptId, b.receiptId)

const compare = (a: string, b: string): number => (a < b ? -1 : a === b ? 0 : 1)

const drawFrom = (queue: Queue, claim: Claim): ReadonlyArray<CountedReceipt> => {
  const { pieces, days } = queue
  const counted: Array<CountedReceipt> = []
  let neededMinor = claim.neededMinor
  for (let at = holding(queue, firstFrom(days, claim.from)); at < pieces.length; at = holding(queue, at + 1)) {
    const [piece, day] = [pieces[at] as Piece, days[at] as LocalDate]
    if (neededMinor <= 0 || day > claim.until) break
    if (day === claim.from && claim.excluded.includes(piece.receiptId)) continue
    const amountMinor = Math.min(neededMinor, piece.leftMinor)
    piece.leftMinor -= amountMinor
    neededMinor -= amountMinor
    const itemId = claim.itemId === undefined ? {} : { itemId: claim.itemId }
    counted.push({ receiptId: piece.receiptId, ...itemId, countedOn: day, amountMinor })
  }
  return counted
}

/** The first place whose day is not before a day. */
const firstFrom = (days: ReadonlyArray<LocalDate>, from: LocalDate): number => {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as LocalDate) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** The first place from here on that still holds money; what is spent is stepped over once and then skipped. */
const holding = ({ pieces, next }: Queue, from: number): number => {
  let found = from
  while (found < pieces.length && (pieces[found] as Piece).leftMinor === 0)
    found = next[found] === found ? found + 1 : (next[found] as number)
  for (let at = from; at < found;) {
    const after = next[at] === at ? at + 1 : (next[at] as number)
    next[at] = found
    at = after
  }
  return found
}
