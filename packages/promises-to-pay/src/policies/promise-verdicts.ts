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
  const plans: Plans = { defaults: new Map(), taken: new Map() }
  const judged = promises
    .filter(({ standing, madeOn }) => standing !== 'superseded' && standing !== 'withdrawn' && madeOn <= asOf)
    .sort(firstMade)
    .map((record) => judgeInTime(record, context, pool, plans, asOf))
  const verdicts = new Map<PromiseId, Verdict>()
  for (const one of judged) verdicts.set(one.verdict.promiseId, withLateMoney(one, pool, asOf))
  return { verdicts, acceleratedBy: accelerations(verdicts), pool }
}

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

const firstMade = (a: PromiseOnRecord, b: PromiseOnRecord): number =>
  a.madeOn === b.madeOn ? a.sequence - b.sequence : a.madeOn < b.madeOn ? -1 : 1

interface Plans {
  /** The first default of a plan that accelerates, and the day after its window. */
  readonly defaults: Map<string, { readonly by: PromiseId; readonly on: LocalDate }>
  /** What earlier parts of a plan are to take of an item. */
  readonly taken: Map<string, number>
}

interface Judged {
  readonly promise: PromiseToJudge
  readonly record: PromiseOnRecord
  readonly receipts: ReadonlyArray<CountedReceipt>
  readonly verdict: Verdict
}

const judgeInTime = (
  record: PromiseOnRecord,
  context: VerdictContext,
  pool: MoneyPool,
  plans: Plans,
  asOf: LocalDate,
): Judged => {
  const { plan, terms } = record
  const started = plan === undefined ? undefined : plans.defaults.get(plan.planId)
  const promise = toJudge(record, started?.on, context, pool, plans)
  const receipts = promise.lines.flatMap((line) => {
    const claim = claimOf(line, promise, record)
    const until = terms.lateMoney === 'earliest-unpaid-first' ? asOf : claim.until
    return pool.draw({ ...claim, until })
  })
  const verdict = verdictOf(promise, receipts, asOf)
  const isDefault = verdict.state === 'broken' || verdict.state === 'partly-kept'
  if (plan?.accelerates === true && started === undefined && isDefault)
    plans.defaults.set(plan.planId, { by: record.promiseId, on: addDays(promise.windowEndsOn, 1) })
  const isAccelerated = started !== undefined && promise.windowEndsOn !== record.windowEndsOn
  return {
    promise,
    record,
    receipts,
    verdict: isAccelerated ? { ...verdict, acceleratedBy: started.by } : verdict,
  }
}

const toJudge = (
  record: PromiseOnRecord,
  startedOn: LocalDate | undefined,
  context: VerdictContext,
  pool: MoneyPool,
  plans: Plans,
): PromiseToJudge => {
  const dueOn = startedOn === undefined ? record.dueOn : earlierOf(record.dueOn, startedOn)
  const windowEndsOn = startedOn === undefined ? record.windowEndsOn : earlierOf(record.windowEndsOn, startedOn)
  const { promiseId, currency, madeOn: countsFrom, terms } = record
  const own = record.lines.filter(({ replaced }) => !replaced)
  const lines =
    record.lines.length === 0
      ? [{ promisedMinor: record.amountMinor, expectedMinor: record.amountMinor }]
      : own.map(({ itemId, amountMinor }) => {
          const expectedMinor = Math.min(amountMinor, roomMinor(itemId, record, windowEndsOn, context, pool, plans))
          return { itemId, promisedMinor: amountMinor, expectedMinor: Math.max(0, expectedMinor) }
        })
  return { promiseId, currency, dueOn, countsFrom, windowEndsOn, terms, lines }
}

/** What money could still bring to an item when the promise was made, less what earlier parts of its plan are to bring. */
const roomMinor = (
  itemId: string,
  record: PromiseOnRecord,
  windowEndsOn: LocalDate,
  context: VerdictContext,
  pool: MoneyPool,
  { taken }: Plans,
): number => {
  const item = context.itemOf(itemId)
  if (item === undefined || item.voided) return 0
  let roomLeftMinor = item.owedMinor - pool.beforeMinor({ ...claimBase(record), itemId })
  for (const { on, amountMinor } of context.reductionsOf(itemId)) if (on <= windowEndsOn) roomLeftMinor -= amountMinor
  if (record.plan === undefined) return roomLeftMinor
  const key = JSON.stringify([record.plan.planId, itemId])
  const takenMinor = taken.get(key) ?? 0
  const ownMinor = record.lines.find((line) => line.itemId === itemId)?.amountMinor ?? 0
  taken.set(key, takenMinor + ownMinor)
  return roomLeftMinor - takenMinor
}

const claimBase = ({
  currency,
  terms,
  madeOn,
  receivedBefore,
}: PromiseOnRecord): Omit<Claim, 'itemId' | 'until' | 'neededMinor'> => ({
  currency,
  basis: terms.basis,
  from: madeOn,
  excluded: receivedBefore,
})

const claimOf = ({ itemId, expectedMinor }: PromisedLine, promise: PromiseToJudge, record: PromiseOnRecord): Claim => ({
  ...claimBase(record),
  ...(itemId === undefined ? {} : { itemId }),
  until: promise.windowEndsOn,
  neededMinor: expectedMinor,
})

/** Whoever is over and not paid takes what nobody needed in time; it changes no verdict. */
const withLateMoney = ({ promise, record, receipts, verdict }: Judged, pool: MoneyPool, asOf: LocalDate): Verdict => {
  if (record.terms.lateMoney === 'earliest-unpaid-first' || asOf <= promise.windowEndsOn) return verdict
  if (verdict.state !== 'broken' && verdict.state !== 'partly-kept') return verdict
  const late = promise.lines.flatMap((line) => {
    const claim = claimOf(line, promise, record)
    const has = receipts.reduce((so, one) => (one.itemId === line.itemId ? so + one.amountMinor : so), 0)
    return pool.draw({
      ...claim,
      from: addDays(promise.windowEndsOn, 1),
      until: asOf,
      neededMinor: claim.neededMinor - has,
    })
  })
  if (late.length === 0) return verdict
  const { acceleratedBy } = verdict
  const again = verdictOf(promise, [...receipts, ...late], asOf)
  return acceleratedBy === undefined ? again : { ...again, acceleratedBy }
}
