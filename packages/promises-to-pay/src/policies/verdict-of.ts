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
  const seen = receipts.filter(({ countedOn }) => countedOn >= countsFrom && countedOn <= asOf)
  const counted = seen.filter(({ countedOn }) => countedOn <= windowEndsOn)
  const judged = lines.map((line) => judgeLine(line, promise, seen, asOf))
  const state = combined(judged.map((line) => line.state))
  const [promisedMinor, expectedMinor, keptMinor] = [
    sum(judged, 'promisedMinor'),
    sum(judged, 'expectedMinor'),
    sum(judged, 'keptMinor'),
  ]
  const reachedOn = state === 'kept' ? latest(judged, 'reachedOn') : undefined
  const paidOn = latest(judged, 'paidOn')
  const items = judged.flatMap(({ reachedOn: _reached, paidOn: _paid, itemId, ...line }): ReadonlyArray<ItemVerdict> =>
    itemId === undefined ? [] : [{ itemId, ...line }],
  )
  return {
    promiseId,
    state,
    currency,
    dueOn,
    promisedMinor,
    expectedMinor,
    keptMinor,
    shortMinor: state === 'kept' ? 0 : expectedMinor - keptMinor,
    varianceMinor: state === 'kept' ? promisedMinor - keptMinor : 0,
    toleranceMinor: lines.reduce((so, line) => so + promiseTolerance(line.promisedMinor, terms), 0),
    basis: terms.basis,
    countsFrom,
    windowEndsOn,
    counted,
    late: seen.filter(({ countedOn }) => countedOn > windowEndsOn),
    ...(items.length === 0 ? {} : { items }),
    ...(reachedOn === undefined ? {} : { reachedOn }),
    ...(paidOn === undefined ? {} : { paidLateDays: Math.max(0, daysBetween(dueOn, paidOn)) }),
  }
}

interface JudgedLine extends Omit<ItemVerdict, 'itemId'> {
  readonly itemId: string | undefined
  readonly reachedOn: LocalDate | undefined
  /** The day on which enough had come, in time or late. */
  readonly paidOn: LocalDate | undefined
}

const judgeLine = (
  { itemId, promisedMinor, expectedMinor }: PromisedLine,
  { windowEndsOn, terms }: PromiseToJudge,
  seen: ReadonlyArray<CountedReceipt>,
  asOf: LocalDate,
): JudgedLine => {
  const line = { itemId, promisedMinor, expectedMinor }
  if (expectedMinor <= 0) return { ...line, state: 'void', keptMinor: 0, reachedOn: undefined, paidOn: undefined }
  const enoughMinor = Math.max(1, expectedMinor - promiseTolerance(promisedMinor, terms))
  let [soFarMinor, keptMinor] = [0, 0]
  let [reachedOn, paidOn]: [LocalDate | undefined, LocalDate | undefined] = [undefined, undefined]
  for (const { itemId: on, countedOn, amountMinor } of seen) {
    if (on !== itemId) continue
    soFarMinor += amountMinor
    if (countedOn <= windowEndsOn) keptMinor += amountMinor
    if (soFarMinor >= enoughMinor) paidOn ??= countedOn
    if (keptMinor >= enoughMinor) reachedOn ??= countedOn
  }
  const state =
    reachedOn !== undefined ? 'kept' : asOf <= windowEndsOn ? 'open' : keptMinor > 0 ? 'partly-kept' : 'broken'
  return { ...line, state, keptMinor, reachedOn, paidOn }
}

const combined = (all: ReadonlyArray<VerdictState>): VerdictState => {
  const states = all.filter((state) => state !== 'void')
  if (states.length === 0) return 'void'
  if (states.includes('open')) return 'open'
  const first = states[0] as VerdictState
  return states.every((state) => state === first) ? first : 'partly-kept'
}

const sum = (lines: ReadonlyArray<JudgedLine>, field: 'promisedMinor' | 'expectedMinor' | 'keptMinor'): number =>
  lines.reduce((so, line) => so + line[field], 0)

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
