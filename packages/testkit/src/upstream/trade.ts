/** What the simulated trade of one customer carries from day to day, and the truth about it, kept beside the facts. */
import type { LocalDate } from '@quittance/kernel'
import type { PaymentTerms, Tax } from '@quittance/invoicing'
import type { Luck } from '../payers/luck.js'
import type { PayerDays } from '../payers/payer-days.js'
import type { CustomerTrouble, LookAlike, UpstreamError } from './error-kind.js'
import { causeOf, type Topic } from './topics.js'
import type { Trader } from './trader.js'
import type { UpstreamMix } from './upstream-mix.js'

/** What is truly behind an invoice. @category model @since 0.1.0 */
export interface UpstreamTruth {
  readonly cause: string
  /** Whether we made the error, rather than the customer. */
  readonly isOurs: boolean
  /** The error or the trouble, finer than its cause. */
  readonly kind: Topic
  /** The first day on which a fact existed that would not be there, or would say otherwise, without it; money and its day are no such fact. Absent: it left none. */
  readonly tracedOn?: LocalDate
}

/** A line as it is ordered or billed; the price in minor units. @internal */
export interface PaperLine {
  readonly orderLineNo: number
  readonly productId: string
  readonly quantity: number
  readonly unitMinor: number
}

/** What stands on an invoice, or should. @internal */
export interface Paper {
  readonly lines: ReadonlyArray<PaperLine>
  readonly freightMinor: number
  readonly tax: Tax
  readonly terms: PaymentTerms
  readonly purchaseOrder?: string
  readonly billTo: string
}

/** Goods as they arrived. @internal */
export interface Arrival {
  readonly line: PaperLine
  readonly quantity: number
  readonly damaged: number
  readonly sentProduct: string
}

/** What becomes of an order. @internal */
export interface Fate {
  readonly error?: UpstreamError
  readonly trouble?: CustomerTrouble
  readonly lookAlike?: LookAlike
}

/** An order on its way to an invoice. @internal */
export interface Deal {
  readonly orderId: string
  readonly on: LocalDate
  readonly promisedOn: LocalDate
  readonly deliveredOn: LocalDate
  readonly deliveryId: string
  /** Days from the first part to the second; 0 where it comes in one. */
  readonly partDays: number
  readonly isOrderKnown: boolean
  readonly isPriceOrdered: boolean
  /** As agreed. */
  readonly right: Paper
}

/** What a customer could claim of an invoice, net and with its tax. @internal */
export interface Claim {
  readonly topic: Topic
  readonly netMinor: number
  readonly grossMinor: number
  readonly lineNo?: number
  /** The claim is over all of it. */
  readonly isWhole: boolean
}

/** An invoice as it goes through the simulation. @internal */
export interface Bill {
  readonly documentId: string
  readonly deal: Deal
  readonly paper: Paper
  readonly issuedOn: LocalDate
  readonly dueOn: LocalDate
  /** The day on which the customer means to pay. */
  payOn: LocalDate
  /** Not to be paid before something happens. */
  isHeld: boolean
  /** So much is left out when it is paid, and what becomes of that. */
  short?: { readonly minor: number; readonly after: (today: LocalDate, receiptId: string) => void }
  /** What the customer says when asked. */
  says?: Topic
  /** How often something was said. */
  saidTimes: number
  /** What is done with the money instead of applying it. */
  cashError?: UpstreamError
}

/** A simulation. @internal */
export interface Trade {
  readonly mix: UpstreamMix
  readonly luck: Luck
  readonly days: PayerDays
  readonly trader: Trader
  readonly lastDay: LocalDate
  readonly bills: Array<Bill>
  /** Unit prices as they are agreed now. */
  readonly prices: Map<string, number>
  /** Goods whose price as agreed now is on record. */
  readonly agreed: Set<string>
  readonly later: Map<LocalDate, Array<(today: LocalDate) => void>>
  readonly counts: Map<string, number>
  readonly truth: Map<string, UpstreamTruth>
}

/** The currency of simulated trade. @internal */
export const currency = 'EUR'

/** The next number of a kind of paper; it says how many there were, and nothing else. @internal */
export const nextId = ({ counts, days }: Trade, prefix: string): string => {
  const count = (counts.get(prefix) ?? 0) + 1
  counts.set(prefix, count)
  return `${prefix}-${days.customer}-${count}`
}

/** Do something on a day to come; what lies after the last day never happens. @internal */
export const plan = ({ later, lastDay }: Trade, day: LocalDate, act: (today: LocalDate) => void): void => {
  if (day > lastDay) return
  const acts = later.get(day)
  if (acts === undefined) later.set(day, [act])
  else acts.push(act)
}

/** What is open of a bill. @internal */
export const openOf = ({ days }: Trade, { documentId }: Bill): number => days.openMinor(documentId)

/** Keep the truth about an invoice, away from its facts. @internal */
export const blame = ({ truth }: Trade, documentId: string, kind: Topic, isOurs: boolean): void => {
  truth.set(documentId, { cause: causeOf(kind), isOurs, kind })
}

/** The error shows from this day on, if it did not before. @internal */
export const shows = ({ truth }: Trade, documentId: string, on: LocalDate): void => {
  const known = truth.get(documentId)
  if (known !== undefined && (known.tracedOn === undefined || on < known.tracedOn))
    truth.set(documentId, { ...known, tracedOn: on })
}

/** One of several by weight. @internal */
export const weighted = <Key extends string>(luck: Luck, weights: Readonly<Record<Key, number>>): Key => {
  const entries = Object.entries(weights) as unknown as ReadonlyArray<readonly [Key, number]>
  let left = luck.between(0, entries.reduce((so, [, weight]) => so + weight, 0) - 1)
  const found = entries.find(([, weight]) => (left -= weight) < 0)
  return (found ?? (entries[0] as readonly [Key, number]))[0]
}
