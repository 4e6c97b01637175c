/**
 * The promises of an account at a point in time: how each stands by the facts of then, and every verdict that
 * was ever recorded, with when it was known.
 */
import {
  type Fact,
  type Instant,
  keyedValues,
  type LocalDate,
  parseAccountStream,
  type Recorded,
} from '@quittance/kernel'
import {
  type CountsAs,
  type PromiseId,
  type PromiseRecord,
  type PromisesFact,
  type PromiseStanding,
  promiseVerdicts,
  type RatedPromise,
  type ReopenCause,
  standingMinor,
  type Verdict,
} from '@quittance/promises-to-pay'
import type { PointInTime } from '../point-in-time.js'
import { foldRooms, verdictContext } from './verdict-context.js'

/** A standing that was recorded: as of which day, and since when it was known. @category projections @since 0.1.0 */
export interface RecordedStanding {
  readonly factId: string
  readonly standing: PromiseStanding
  readonly on: LocalDate
  readonly recordedAt: Instant
  /** Why the one before it does not stand any more, on a reopening. */
  readonly because?: ReopenCause
}

/** A promise at a point in time. @category projections @since 0.1.0 */
export interface PromiseAt extends RatedPromise {
  readonly entity: string
  readonly customer: string
  readonly promiseId: PromiseId
  /** Of the fact that made it. */
  readonly factId: string
  readonly currency: string
  readonly madeOn: LocalDate
  readonly dueOn: LocalDate
  /** The last day in time; asks and notices rest until then. */
  readonly windowEndsOn: LocalDate
  readonly itemIds: ReadonlyArray<string>
  readonly level: number
  readonly planId?: string
  readonly isConfirmed: boolean
  readonly channel?: string
  readonly takenBy?: string
  /** How it stands by the facts of this point, whether or not anybody assessed. */
  readonly standing: PromiseStanding
  readonly countsAs: CountsAs
  /** How it stands on record; where the two differ, an assessment is due. */
  readonly recordedStanding: PromiseStanding
  readonly shortMinor: number
  /** Days late of what was paid in full after the promised day. */
  readonly paidLateDays?: number
  /** Absent on what was replaced or withdrawn. */
  readonly verdict?: Verdict
  /** Every standing ever recorded by then, the first one first. */
  readonly history: ReadonlyArray<RecordedStanding>
}

/**
 * The promises of an account, in the order in which they were made. The verdict is derived from the facts
 * effective and known by the point; what was recorded stands beside it.
 *
 * @param facts - the account's facts in stream order, of all rooms
 * @law a later fact changes nothing that was known before it
 * @law after an assessment the recorded standing is the derived one
 * @category projections
 * @since 0.1.0
 */
export const accountPromises = (facts: ReadonlyArray<Recorded<Fact>>, at: PointInTime): ReadonlyArray<PromiseAt> => {
  const seen = facts.filter(({ effectiveOn, recordedAt }) => effectiveOn <= at.asOf && recordedAt <= at.knownAt)
  const account = seen[0] === undefined ? undefined : parseAccountStream(seen[0].stream)
  if (account === undefined) return []
  const rooms = foldRooms(seen.map(({ fact }) => fact))
  const records = keyedValues(rooms.promises.promises).sort((a, b) => a.sequence - b.sequence)
  if (records.length === 0) return []
  const verdicts = promiseVerdicts(records, verdictContext(rooms), at.asOf)
  const told = storiesOf(seen)
  return records.flatMap((record) => {
    const story = told.get(record.promiseId)
    return story === undefined ? [] : [promiseAt(record, verdicts.get(record.promiseId), story, account)]
  })
}

interface Story {
  readonly made: Recorded<Extract<PromisesFact, { readonly _tag: 'PromiseMade' }>>
  readonly history: Array<RecordedStanding>
}

const standings: Readonly<Record<string, PromiseStanding>> = {
  PromiseKept: 'kept',
  PromisePartlyKept: 'partly-kept',
  PromiseBroken: 'broken',
  PromiseVoided: 'void',
  PromiseReopened: 'open',
  PromiseWithdrawn: 'withdrawn',
  PromiseSuperseded: 'superseded',
}

const storiesOf = (seen: ReadonlyArray<Recorded<Fact>>): ReadonlyMap<PromiseId, Story> => {
  const told = new Map<PromiseId, Story>()
  for (const recorded of seen) {
    const fact = recorded.fact as PromisesFact
    if (fact._tag === 'PromiseMade') {
      told.set(fact.promiseId, { made: { ...recorded, fact }, history: [] })
      continue
    }
    const standing = standings[fact._tag]
    if (standing === undefined) continue
    const because = fact._tag === 'PromiseReopened' ? { because: fact.because } : {}
    const { id: factId, effectiveOn: on, recordedAt } = recorded
    told.get(fact.promiseId)?.history.push({ factId, standing, on, recordedAt, ...because })
  }
  return told
}

const promiseAt = (
  record: PromiseRecord,
  verdict: Verdict | undefined,
  { made, history }: Story,
  { entity, customer }: { readonly entity: string; readonly customer: string },
): PromiseAt => {
  const { promiseId, currency, madeOn, level, plan, confirmed, countsAs } = record
  const { askedMinor, channel, takenBy } = made.fact
  const keptMinor = verdict?.keptMinor ?? record.keptMinor
  const lateMinor = (verdict?.late ?? []).reduce((so, { amountMinor }) => so + amountMinor, 0)
  return {
    entity,
    customer,
    promiseId,
    factId: made.id,
    currency,
    madeOn,
    dueOn: verdict?.dueOn ?? record.dueOn,
    windowEndsOn: verdict?.windowEndsOn ?? record.windowEndsOn,
    itemIds: record.lines.map(({ itemId }) => itemId),
    level,
    isConfirmed: confirmed,
    standing: verdict?.state ?? record.standing,
    countsAs,
    recordedStanding: record.standing,
    promisedMinor: verdict === undefined ? record.amountMinor : standingMinor(record),
    keptMinor,
    shortMinor: verdict?.shortMinor ?? 0,
    receivedMinor: keptMinor + lateMinor,
    history,
    ...(plan === undefined ? {} : { planId: plan.planId }),
    ...(askedMinor === undefined ? {} : { askedMinor }),
    ...(channel === undefined ? {} : { channel }),
    ...(takenBy === undefined ? {} : { takenBy }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(verdict?.paidLateDays === undefined ? {} : { paidLateDays: verdict.paidLateDays }),
  }
}
