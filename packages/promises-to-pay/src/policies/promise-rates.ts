/**
 * How far promises can be trusted: the rates that a collector, a channel, a customer or a period is measured by.
 */
import { scaleMinor } from '@quittance/kernel'
import type { CountsAs, PromiseStanding } from '../model.js'

/** A promise as the rates see it; amounts of one currency. @category policies @since 0.1.0 */
export interface RatedPromise {
  readonly standing: PromiseStanding
  /** Of a replaced one: what it counts as. */
  readonly countsAs: CountsAs
  readonly promisedMinor: number
  readonly keptMinor: number
  /** In time or late. */
  readonly receivedMinor: number
  readonly askedMinor?: number
}

/** The rates in basis points (10,000 = all), rounded half away from zero; absent where nothing is there to divide by. @category policies @since 0.1.0 */
export interface PromiseRates {
  readonly made: number
  readonly open: number
  readonly kept: number
  readonly partlyKept: number
  readonly broken: number
  /** Void, withdrawn, or replaced before its day: they count for nobody and against nobody. */
  readonly leftOut: number
  readonly openMinor: number
  readonly promisedMinor: number
  readonly keptMinor: number
  readonly receivedMinor: number
  /** Kept over all that were judged, by count and by amount. */
  readonly keptBasisPoints?: number
  readonly keptAmountBasisPoints?: number
  /** Promised over asked, of the promises whose ask is known. */
  readonly promisedOfAskedBasisPoints?: number
  /** Received, late money included, over promised, of the judged ones. */
  readonly receivedOfPromisedBasisPoints?: number
}

/**
 * What a promise weighs as: its verdict, or, replaced after its day, what the money said by then.
 *
 * @law replacing a broken promise never raises the kept rate
 * @category policies
 * @since 0.1.0
 */
export const ratedAs = ({
  standing,
  countsAs,
}: Pick<RatedPromise, 'standing' | 'countsAs'>): 'open' | 'kept' | 'partly-kept' | 'broken' | 'left-out' => {
  if (standing === 'superseded') return countsAs === 'nothing' ? 'left-out' : countsAs
  return standing === 'void' || standing === 'withdrawn' ? 'left-out' : standing
}

/**
 * Counts and rates over promises of one currency. Kept rate by count: kept over kept, partly kept and broken;
 * by amount: what came in time over what was promised.
 *
 * @law replacing a broken promise never raises the kept rate
 * @law kept, partly kept, broken, open and left out make up all promises
 * @category policies
 * @since 0.1.0
 */
export const promiseRates = (promises: ReadonlyArray<RatedPromise>): PromiseRates => {
  const counts = { open: 0, kept: 0, 'partly-kept': 0, broken: 0, 'left-out': 0 }
  const minor = { open: 0, promised: 0, kept: 0, received: 0, asked: 0, promisedOnAsk: 0 }
  for (const one of promises) {
    const as = ratedAs(one)
    counts[as] += 1
    if (one.askedMinor !== undefined && one.askedMinor > 0) {
      minor.asked += one.askedMinor
      minor.promisedOnAsk += one.promisedMinor
    }
    if (as === 'open') minor.open += Math.max(0, one.promisedMinor - one.keptMinor)
    if (as === 'open' || as === 'left-out') continue
    minor.promised += one.promisedMinor
    minor.kept += one.keptMinor
    minor.received += one.receivedMinor
  }
  const judged = counts.kept + counts['partly-kept'] + counts.broken
  return {
    made: promises.length,
    open: counts.open,
    kept: counts.kept,
    partlyKept: counts['partly-kept'],
    broken: counts.broken,
    leftOut: counts['left-out'],
    openMinor: minor.open,
    promisedMinor: minor.promised,
    keptMinor: minor.kept,
    receivedMinor: minor.received,
    ...ratio('keptBasisPoints', counts.kept, judged),
    ...ratio('keptAmountBasisPoints', minor.kept, minor.promised),
    ...ratio('promisedOfAskedBasisPoints', minor.promisedOnAsk, minor.asked),
    ...ratio('receivedOfPromisedBasisPoints', minor.received, minor.promised),
  }
}

const ratio = <Name extends string>(name: Name, part: number, whole: number): { readonly [Key in Name]?: number } =>
  whole === 0 ? {} : ({ [name]: scaleMinor(part, 10_000, whole) } as { readonly [Key in Name]: number })

/** Rates of one group. @category policies @since 0.1.0 */
export interface ReliabilityRow extends PromiseRates {
  readonly group: string
}

/**
 * Rates for each group that a key names (customer, collector, channel, period), sorted by the group's name.
 * What has no key stands under the empty one.
 *
 * @law kept, partly kept, broken, open and left out make up all promises
 * @category policies
 * @since 0.1.0
 */
export const promiseReliability = <One extends RatedPromise>(
  promises: ReadonlyArray<One>,
  groupOf: (promise: One) => string | undefined,
): ReadonlyArray<ReliabilityRow> => {
  const groups = new Map<string, Array<One>>()
  for (const one of promises) {
    const group = groupOf(one) ?? ''
    const list = groups.get(group)
    if (list === undefined) groups.set(group, [one])
    else list.push(one)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, members]) => ({ group, ...promiseRates(members) }))
}
