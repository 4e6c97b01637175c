/**
 * What became of a promise, judged by the money that was allotted to it.
 */
import { type CurrencyCode, daysBetween, laterOf, type LocalDate } from '@quittance/kernel'
import type {
  CountedReceipt,
  CountingBasis,
  ItemVerdict,
  PromiseId,
  PromiseTerms,
  VerdictProof,
  VerdictState,
} from '../model.js'
import { promiseTolerance } from './promise-tolerance.js'

/** What was promised for one item, or for the balance. @category policies @since 0.1.0 */
export interface PromisedLine {
  readonly itemId?: string
  readonly promisedMinor: number
  /** Promised, less what could not be paid any more. */
  readonly expectedMinor: number
}

/** A promise as its verdict sees it. @category policies @since 0.1.0 */
export interface PromiseToJudge {
  readonly promiseId: PromiseId
  readonly currency: CurrencyCode
  readonly dueOn: LocalDate
  readonly countsFrom: LocalDate
  readonly windowEndsOn: LocalDate
  readonly terms: Pick<PromiseTerms, 'toleranceMinor' | 'tolerancePercent'> & { readonly basis: CountingBasis }
  /** At least one. */
  readonly lines: ReadonlyArray<PromisedLine>
}

/** A verdict as data. @category model @since 0.1.0 */
export interface Verdict extends VerdictProof {
  readonly promiseId: PromiseId
  readonly state: VerdictState
  readonly dueOn: LocalDate
  /** On a kept promise: the day whose money made it enough. */
  readonly reachedOn?: LocalDate
  /** On a kept promise: what is missing within the tolerance. */
  readonly varianceMinor: number
  /** Money that came after the window. */
  readonly late: ReadonlyArray<CountedReceipt>
  /** Days from the promised day to the day on which all was paid, late money included; absent until then. */
  readonly paidLateDays?: number
  /** The part of its plan whose default made it due, where one did. */
  readonly acceleratedBy?: PromiseId
}

/**
 * The verdict on a promise as of a day: kept as soon as enough came within the window; open until the window is
 * over; then partly kept if anything came, else broken. Void where nothing was left to pay. Money after the
 * window changes no verdict, it only says how late it came. Of several items each has its own verdict: all kept
 * is kept, all broken is broken, anything between is partly kept; void items do not weigh.
 *
 * @param receipts - the money allotted to this promise: never more than is expected, in time or late
 * @param asOf - the day that is over; money counted after it is not seen
 * @law a promise has one verdict, and kept is never more than promised
 * @law never broken within the window, never open after it
 * @law late money never turns broken into kept
 * @category policies
 * @since 0.1.0
 */
export const verdictOf = (
  promise: PromiseToJudge,
  receipts: ReadonlyArray<CountedReceipt>,
  asOf: LocalDate,
): Verdict => {
  const { promiseId, currency, dueOn, countsFrom, windowEndsOn, terms, lines } = promise
  const counted = receipts.filter((one) => one.countedOn <= asOf && isInTime(one, promise))
  const late = receipts.filter(({ countedOn }) => countedOn <= asOf && countedOn > windowEndsOn)
  const judged = lines.map((line) => judgeLine(line, promise, counted, late, asOf))
  const state = combined(judged)
  const isKept = state === 'kept'
  const sums = { promisedMinor: 0, expectedMinor: 0, keptMinor: 0, toleranceMinor: 0 }
  for (const { promisedMinor, expectedMinor, keptMinor, toleranceMinor } of judged) {
    sums.promisedMinor += promisedMinor
    sums.expectedMinor += expectedMinor
    sums.keptMinor += keptMinor
    sums.toleranceMinor += toleranceMinor
  }
  const verdict: Open<Verdict> = {
    promiseId,
    state,
    currency,
    dueOn,
    promisedMinor: sums.promisedMinor,
    expectedMinor: sums.expectedMinor,
    keptMinor: sums.keptMinor,
    shortMinor: isKept ? 0 : sums.expectedMinor - sums.keptMinor,
    varianceMinor: isKept ? sums.promisedMinor - sums.keptMinor : 0,
    toleranceMinor: sums.toleranceMinor,
    basis: terms.basis,
    countsFrom,
    windowEndsOn,
    counted,
    late,
  }
  if (lines[0]?.itemId !== undefined) verdict.items = judged.map(itemVerdict)
  const reachedOn = isKept ? latest(judged, 'reachedOn') : undefined
  if (reachedOn !== undefined) verdict.reachedOn = reachedOn
  const paidOn = latest(judged, 'paidOn')
  if (paidOn !== undefined) verdict.paidLateDays = Math.max(0, daysBetween(dueOn, paidOn))
  return verdict
}

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] }

const isInTime = ({ countedOn }: CountedReceipt, { countsFrom, windowEndsOn }: PromiseToJudge): boolean =>
  countedOn >= countsFrom && countedOn <= windowEndsOn

interface JudgedLine extends Omit<ItemVerdict, 'itemId'> {
  readonly itemId: string | undefined
  readonly toleranceMinor: number
  readonly reachedOn: LocalDate | undefined
  /** The day on which enough had come, in time or late. */
  readonly paidOn: LocalDate | undefined
}

const judgeLine = (
  { itemId, promisedMinor, expectedMinor }: PromisedLine,
  { windowEndsOn, terms }: PromiseToJudge,
  counted: ReadonlyArray<CountedReceipt>,
  late: ReadonlyArray<CountedReceipt>,
  asOf: LocalDate,
): JudgedLine => {
  const toleranceMinor = promiseTolerance(promisedMinor, terms)
  const enoughMinor = Math.max(1, expectedMinor - toleranceMinor)
  const { minor: keptMinor, enoughOn: reachedOn } = addUp(counted, itemId, 0, enoughMinor)
  const paidOn = reachedOn ?? addUp(late, itemId, keptMinor, enoughMinor).enoughOn
  const unpaid = asOf <= windowEndsOn ? 'open' : keptMinor > 0 ? 'partly-kept' : 'broken'
  const state: VerdictState = expectedMinor <= 0 ? 'void' : reachedOn === undefined ? unpaid : 'kept'
  return { itemId, promisedMinor, expectedMinor, toleranceMinor, state, keptMinor, reachedOn, paidOn }
}

/** What came for an item, on top of what was there, and the day on which that was enough. */
const addUp = (
  receipts: ReadonlyArray<CountedReceipt>,
  itemId: string | undefined,
  fromMinor: number,
  enoughMinor: number,
): { readonly minor: number; readonly enoughOn: LocalDate | undefined } => {
  let [minor, enoughOn]: [number, LocalDate | undefined] = [fromMinor, undefined]
  for (const one of receipts) {
    if (one.itemId !== itemId) continue
    minor += one.amountMinor
    if (minor >= enoughMinor) enoughOn ??= one.countedOn
  }
  return { minor, enoughOn }
}

const itemVerdict = ({ itemId, state, promisedMinor, expectedMinor, keptMinor }: JudgedLine): ItemVerdict => ({
  itemId: itemId ?? '',
  state,
  promisedMinor,
  expectedMinor,
  keptMinor,
})

const combined = (lines: ReadonlyArray<JudgedLine>): VerdictState => {
  let all: VerdictState = 'void'
  for (const { state } of lines) {
    if (state === 'open') return 'open'
    if (state === 'void') continue
    all = all === 'void' || all === state ? state : 'partly-kept'
  }
  return all
}

/** The latest of the lines' days, if every line that weighs has one. */
const latest = (lines: ReadonlyArray<JudgedLine>, field: 'reachedOn' | 'paidOn'): LocalDate | undefined => {
  let day: LocalDate | undefined
  for (const line of lines) {
    if (line.state === 'void') continue
    const own = line[field]
    if (own === undefined) return undefined
    day = day === undefined ? own : laterOf(day, own)
  }
  return day
}
