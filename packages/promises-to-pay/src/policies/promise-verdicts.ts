/**
 * The verdicts on all promises of an account as of a day: the money is allotted first in, first out, and each
 * promise is judged by what it got.
 */
import { addDays, earlierOf, type LocalDate } from '@quittance/kernel'
import type { VerdictContext } from '../context.js'
import type { Acceleration } from '../events.js'
import type { CountedReceipt, PromiseId } from '../model.js'
import type { PromiseRecord } from '../state.js'
import { type Claim, type MoneyPool, moneyPool } from './allot-receipts.js'
import { type PromisedLine, type PromiseToJudge, type Verdict, verdictOf } from './verdict-of.js'

/** What a promise says, without how it stands. @category policies @since 0.1.0 */
export type PromiseOnRecord = Pick<
  PromiseRecord,
  | 'promiseId'
  | 'sequence'
  | 'madeOn'
  | 'currency'
  | 'amountMinor'
  | 'dueOn'
  | 'windowEndsOn'
  | 'lines'
  | 'terms'
  | 'plan'
  | 'receivedBefore'
  | 'standing'
>

/** The verdicts by promise id, what each default made due, and the money behind them. @internal */
export interface Judgement {
  readonly verdicts: ReadonlyMap<PromiseId, Verdict>
  readonly acceleratedBy: ReadonlyMap<PromiseId, Acceleration>
  readonly pool: MoneyPool
}

/**
 * Judge every promise made by a day that was neither replaced nor withdrawn. A verdict is a function of the promises and the
 * money alone: what was recorded before does not sway it.
 *
 * What an item can still take shrinks by credits, discounts and write-offs dated within the window; later ones
 * excuse nobody. Parts of a plan on one item share what it can take, in their order. A plan that says so makes
 * its rest due on the day after the window of the first part that was not kept.
 *
 * @law every promise has exactly one verdict at each point in time
 * @law no minor unit of a receipt counts twice
 * @category policies
 * @since 0.1.0
 */
export const promiseVerdicts = (
  promises: ReadonlyArray<PromiseOnRecord>,
  context: VerdictContext,
  asOf: LocalDate,
): ReadonlyMap<PromiseId, Verdict> => judgeAll(promises, context, asOf).verdicts

/** @internal */
export const judgeAll = (
  promises: ReadonlyArray<PromiseOnRecord>,
  context: VerdictContext,
  asOf: LocalDate,
): Judgement => {
  const pool = moneyPool(context.money(), asOf)
  const judging: Judging = { context, pool, asOf, defaults: new Map(), taken: new Map(), unpaid: [] }
  const verdicts = new Map<PromiseId, Verdict>()
  const standing = promises.filter((one) => isStanding(one, asOf)).sort(firstMade)
  for (const record of standing) verdicts.set(record.promiseId, judgeInTime(record, judging))
  for (const unpaid of judging.unpaid) withLateMoney(unpaid, judging, verdicts)
  return { verdicts, acceleratedBy: judging.defaults.size === 0 ? new Map() : accelerations(verdicts), pool }
}

const isStanding = ({ standing, madeOn }: PromiseOnRecord, asOf: LocalDate): boolean =>
  standing !== 'superseded' && standing !== 'withdrawn' && madeOn <= asOf

const firstMade = (a: PromiseOnRecord, b: PromiseOnRecord): number =>
  a.madeOn === b.madeOn ? a.sequence - b.sequence : a.madeOn < b.madeOn ? -1 : 1

const accelerations = (verdicts: ReadonlyMap<PromiseId, Verdict>): ReadonlyMap<PromiseId, Acceleration> => {
  const found = new Map<PromiseId, { readonly promiseIds: Array<PromiseId>; readonly dueOn: LocalDate }>()
  for (const { promiseId, acceleratedBy, windowEndsOn: dueOn } of verdicts.values()) {
    if (acceleratedBy === undefined) continue
    const own = found.get(acceleratedBy)
    if (own === undefined) found.set(acceleratedBy, { promiseIds: [promiseId], dueOn })
    else own.promiseIds.push(promiseId)
  }
  return found
}

interface Default {
  readonly by: PromiseId
  readonly on: LocalDate
}

interface Judging {
  readonly context: VerdictContext
  readonly pool: MoneyPool
  readonly asOf: LocalDate
  /** By plan: the first default of one that accelerates, and the day after its window. */
  readonly defaults: Map<string, Default>
  /** By plan and item: what earlier parts are to take. */
  readonly taken: Map<string, number>
  /** Over and not paid, in order: these take what is left in the end. */
  readonly unpaid: Array<Unpaid>
}

interface Unpaid {
  readonly promise: PromiseToJudge
  readonly record: PromiseOnRecord
  readonly receipts: ReadonlyArray<CountedReceipt>
  readonly started: Default | undefined
}

const judgeInTime = (record: PromiseOnRecord, judging: Judging): Verdict => {
  const { plan, terms } = record
  const { pool, asOf, defaults } = judging
  const started = plan === undefined ? undefined : defaults.get(plan.planId)
  const promise = toJudge(record, started, judging)
  const until = terms.lateMoney === 'earliest-unpaid-first' ? asOf : promise.windowEndsOn
  const receipts = drawn(promise.lines, (line) => pool.draw(claimOf(record, line.itemId, until, line.expectedMinor)))
  const verdict = verdictOf(promise, receipts, asOf)
  const isDefault = verdict.state === 'broken' || verdict.state === 'partly-kept'
  if (isDefault && plan?.accelerates === true && started === undefined)
    defaults.set(plan.planId, { by: record.promiseId, on: addDays(promise.windowEndsOn, 1) })
  if (isDefault && terms.lateMoney === 'active-first' && asOf > promise.windowEndsOn)
    judging.unpaid.push({ promise, record, receipts, started })
  return marked(verdict, record, started)
}

/** A part of a plan that an earlier default made due before its own window ended. */
const marked = (verdict: Verdict, { windowEndsOn }: PromiseOnRecord, started: Default | undefined): Verdict =>
  started === undefined || verdict.windowEndsOn === windowEndsOn ? verdict : { ...verdict, acceleratedBy: started.by }

const drawn = (
  lines: ReadonlyArray<PromisedLine>,
  draw: (line: PromisedLine) => ReadonlyArray<CountedReceipt>,
): ReadonlyArray<CountedReceipt> => {
  const [only] = lines
  return lines.length === 1 && only !== undefined ? draw(only) : lines.flatMap(draw)
}

const toJudge = (record: PromiseOnRecord, started: Default | undefined, judging: Judging): PromiseToJudge => {
  const { promiseId, currency, madeOn, terms, amountMinor: promisedMinor } = record
  const windowEndsOn = started === undefined ? record.windowEndsOn : earlierOf(record.windowEndsOn, started.on)
  const dueOn = started === undefined ? record.dueOn : earlierOf(record.dueOn, started.on)
  const lines: Array<PromisedLine> = []
  if (record.lines.length === 0) lines.push({ promisedMinor, expectedMinor: promisedMinor })
  for (const { itemId, amountMinor, replaced } of record.lines) {
    if (replaced) continue
    const roomMinor = roomFor(record, itemId, windowEndsOn, judging) - takenBefore(record, itemId, amountMinor, judging)
    const expectedMinor = Math.max(0, Math.min(amountMinor, roomMinor))
    lines.push({ itemId, promisedMinor: amountMinor, expectedMinor })
  }
  return { promiseId, currency, dueOn, countsFrom: madeOn, windowEndsOn, terms, lines }
}

/** What money could still bring to an item when the promise was made. */
const roomFor = (
  record: PromiseOnRecord,
  itemId: string,
  windowEndsOn: LocalDate,
  { context, pool }: Judging,
): number => {
  const item = context.itemOf(itemId)
  if (item === undefined || item.voided) return 0
  let roomMinor = item.owedMinor - pool.beforeMinor(claimOf(record, itemId, windowEndsOn, 0))
  for (const { on, amountMinor } of context.reductionsOf(itemId)) if (on <= windowEndsOn) roomMinor -= amountMinor
  return roomMinor
}

/** What earlier parts of the same plan are to bring to the item; this part's amount is noted for those after it. */
const takenBefore = ({ plan }: PromiseOnRecord, itemId: string, amountMinor: number, { taken }: Judging): number => {
  if (plan === undefined) return 0
  const key = JSON.stringify([plan.planId, itemId])
  const takenMinor = taken.get(key) ?? 0
  taken.set(key, takenMinor + amountMinor)
  return takenMinor
}

const claimOf = (
  { currency, terms, madeOn, receivedBefore }: PromiseOnRecord,
  itemId: string | undefined,
  until: LocalDate,
  neededMinor: number,
): Claim => {
  const { basis } = terms
  return itemId === undefined
    ? { currency, basis, from: madeOn, until, neededMinor, excluded: receivedBefore }
    : { itemId, currency, basis, from: madeOn, until, neededMinor, excluded: receivedBefore }
}

/** Whoever is over and not paid takes what nobody needed in time; it changes no verdict. */
const withLateMoney = (
  { promise, record, receipts, started }: Unpaid,
  { pool, asOf }: Judging,
  verdicts: Map<PromiseId, Verdict>,
): void => {
  const late = drawn(promise.lines, ({ itemId, expectedMinor }) => {
    const hasMinor = receipts.reduce((so, one) => (one.itemId === itemId ? so + one.amountMinor : so), 0)
    const claim = claimOf(record, itemId, asOf, expectedMinor - hasMinor)
    return pool.draw({ ...claim, from: addDays(promise.windowEndsOn, 1) })
  })
  if (late.length > 0)
    verdicts.set(record.promiseId, marked(verdictOf(promise, [...receipts, ...late], asOf), record, started))
}
