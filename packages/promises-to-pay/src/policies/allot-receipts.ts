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
  readonly beforeMinor: (claim: Claim) => number
  /** What is there of a receipt in a currency, on the item or anywhere. */
  readonly thereMinor: (receipt: Pick<CountedReceipt, 'receiptId' | 'itemId'>, currency: CurrencyCode) => number
  /** Since when a receipt has lain on an item. */
  readonly appliedOn: (receiptId: string, itemId: string) => LocalDate | undefined
}

/** Places in the list of money by the day on which they count; of a long list, the next place that may still hold money. */
interface Queue {
  readonly basis: CountingBasis
  readonly currency: CurrencyCode
  readonly places: ReadonlyArray<number>
  readonly days: ReadonlyArray<LocalDate>
  readonly next: Int32Array | undefined
}

const none: ReadonlyArray<CountedReceipt> = []
const nothingThere: Queue = { basis: 'receipt-date', currency: '', places: [], days: [], next: undefined }

/** The places of one item, or of all money, and the queues made of them when first asked for. */
interface Lots {
  readonly places: Array<number>
  readonly queues: Array<Queue>
}

/** @internal */
export const moneyPool = (money: ReadonlyArray<ReceivedMoney>, asOf: LocalDate): MoneyPool => {
  const leftMinor: Array<number> = []
  const here: Array<number> = []
  const onItem = new Map<string, Lots>()
  for (const [at, one] of money.entries()) {
    const isHere = (one.arrivedOn ?? one.receivedOn) <= asOf && one.amountMinor > 0
    leftMinor.push(isHere ? one.amountMinor : 0)
    if (!isHere) continue
    here.push(at)
    if (one.itemId === undefined || one.appliedOn === undefined || one.appliedOn > asOf) continue
    const lots = onItem.get(one.itemId)
    if (lots === undefined) onItem.set(one.itemId, { places: [at], queues: [] })
    else lots.places.push(at)
  }
  const all: Lots = { places: here, queues: [] }
  const queueOf = (claim: Claim): Queue => {
    const lots = claim.itemId === undefined ? all : onItem.get(claim.itemId)
    if (lots === undefined) return nothingThere
    for (const queue of lots.queues) if (queue.basis === claim.basis && queue.currency === claim.currency) return queue
    const queue = newQueue(lots.places, money, claim, asOf)
    lots.queues.push(queue)
    return queue
  }
  let byReceipt: Map<string, Array<number>> | undefined
  const ofReceipt = (receiptId: string): ReadonlyArray<number> => {
    if (byReceipt === undefined) {
      byReceipt = new Map()
      for (const at of here) placesIn(byReceipt, (money[at] as ReceivedMoney).receiptId).push(at)
    }
    return byReceipt.get(receiptId) ?? []
  }
  return {
    draw: (claim) => drawFrom(queueOf(claim), claim, money, leftMinor),
    beforeMinor: (claim) => beforeIn(queueOf(claim), claim, money),
    thereMinor: ({ receiptId, itemId }, currency) => {
      let minor = 0
      for (const at of ofReceipt(receiptId)) {
        const one = money[at] as ReceivedMoney
        if (one.currency === currency && (itemId === undefined || one.itemId === itemId)) minor += one.amountMinor
      }
      return minor
    },
    appliedOn: (receiptId, itemId) => {
      let latest: LocalDate | undefined
      for (const at of ofReceipt(receiptId)) {
        const one = money[at] as ReceivedMoney
        if (one.itemId !== itemId || one.appliedOn === undefined) continue
        latest = latest === undefined ? one.appliedOn : laterOf(latest, one.appliedOn)
      }
      return latest
    },
  }
}

const placesIn = (lists: Map<string, Array<number>>, key: string): Array<number> => {
  let list = lists.get(key)
  if (list === undefined) lists.set(key, (list = []))
  return list
}

const newQueue = (
  own: ReadonlyArray<number>,
  money: ReadonlyArray<ReceivedMoney>,
  { currency, basis }: Claim,
  asOf: LocalDate,
): Queue => {
  const dayOf = (at: number): LocalDate | undefined => {
    const one = money[at] as ReceivedMoney
    return basis === 'receipt-date' ? one.receivedOn : one.appliedOn
  }
  const places = own.filter((at) => {
    const day = dayOf(at)
    return (money[at] as ReceivedMoney).currency === currency && day !== undefined && day <= asOf
  })
  if (places.length > 1)
    places.sort(
      (a, b) => compare(dayOf(a) ?? '', dayOf(b) ?? '') || byId(money[a] as ReceivedMoney, money[b] as ReceivedMoney),
    )
  return {
    basis,
    currency,
    places,
    days: places.map((at) => dayOf(at) as LocalDate),
    next: places.length > 16 ? Int32Array.from({ length: places.length }, (_, at) => at) : undefined,
  }
}

/** Of one receipt, what lies on no item goes first. */
const byId = (a: ReceivedMoney, b: ReceivedMoney): number =>
  compare(a.receiptId, b.receiptId) || compare(a.itemId ?? '', b.itemId ?? '')

const compare = (a: string, b: string): number => (a < b ? -1 : a === b ? 0 : 1)

const beforeIn = ({ places, days }: Queue, { from, excluded }: Claim, money: ReadonlyArray<ReceivedMoney>): number => {
  let minor = 0
  for (let at = 0; at < places.length && (days[at] as LocalDate) <= from; at += 1) {
    const one = money[places[at] as number] as ReceivedMoney
    if ((days[at] as LocalDate) < from || excluded.includes(one.receiptId)) minor += one.amountMinor
  }
  return minor
}

const drawFrom = (
  queue: Queue,
  claim: Claim,
  money: ReadonlyArray<ReceivedMoney>,
  leftMinor: Array<number>,
): ReadonlyArray<CountedReceipt> => {
  const { places, days } = queue
  const { itemId, from, until, excluded } = claim
  let [neededMinor, counted]: [number, Array<CountedReceipt> | undefined] = [claim.neededMinor, undefined]
  if (places.length === 0) return none
  for (let at = holding(queue, leftMinor, firstFrom(days, from)); at < places.length;) {
    const [place, day] = [places[at] as number, days[at] as LocalDate]
    if (neededMinor <= 0 || day > until) break
    const { receiptId } = money[place] as ReceivedMoney
    if (day > from || !excluded.includes(receiptId)) {
      const amountMinor = Math.min(neededMinor, leftMinor[place] as number)
      leftMinor[place] = (leftMinor[place] as number) - amountMinor
      neededMinor -= amountMinor
      counted ??= []
      counted.push(
        itemId === undefined
          ? { receiptId, countedOn: day, amountMinor }
          : { receiptId, itemId, countedOn: day, amountMinor },
      )
    }
    at = holding(queue, leftMinor, at + 1)
  }
  return counted ?? none
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

/** The first place from here on that still holds money; of a long list, what is spent is stepped over once and then skipped. */
const holding = ({ places, next }: Queue, leftMinor: ReadonlyArray<number>, from: number): number => {
  let found = from
  while (found < places.length && leftMinor[places[found] as number] === 0)
    found = next === undefined || next[found] === found ? found + 1 : (next[found] as number)
  if (next === undefined) return found
  for (let at = from; at < found;) {
    const after = next[at] === at ? at + 1 : (next[at] as number)
    next[at] = found
    at = after
  }
  return found
}
