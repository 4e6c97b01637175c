/**
 * What `decide` must remember of an account's promises, and nothing more.
 */
import { type CurrencyCode, emptyKeyed, type Keyed, keyedValues, type LocalDate } from '@quittance/kernel'
import type { CountedReceipt, CountsAs, PlanPlace, PromiseId, PromiseStanding, PromiseTerms } from './model.js'

/** How much of a promise is for an item, and whether another promise took that over. @category model @since 0.1.0 */
export interface PromiseLine {
  readonly itemId: string
  readonly amountMinor: number
  replaced: boolean
}

/** A promise and how it stands by the verdicts recorded so far. @category model @since 0.1.0 */
export interface PromiseRecord {
  readonly promiseId: PromiseId
  /** Place in the order of making, from 0; parts of a plan by due day. */
  readonly sequence: number
  readonly madeOn: LocalDate
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly dueOn: LocalDate
  readonly windowEndsOn: LocalDate
  /** None: for the balance of the account. */
  readonly lines: Array<PromiseLine>
  readonly terms: PromiseTerms
  readonly level: number
  readonly plan: PlanPlace | undefined
  readonly receivedBefore: ReadonlyArray<string>
  standing: PromiseStanding
  /** What it counts as in rates although it was replaced. */
  countsAs: CountsAs
  keptMinor: number
  /** The money of the latest recorded verdict. */
  counted: ReadonlyArray<CountedReceipt>
  /** The end of the window of the latest recorded verdict: a plan may have moved it. */
  judgedWindowEndsOn: LocalDate | undefined
  confirmed: boolean
  /** The part of its plan whose default made it due, and the day. */
  accelerated: { readonly by: PromiseId; readonly on: LocalDate } | undefined
  /** The parts of its plan that its own default made due. */
  acceleratedIds: ReadonlyArray<PromiseId>
  /** The latest day of a fact about it. */
  lastOn: LocalDate
}

/** Promises of an item, or of the balance in a currency. @category model @since 0.1.0 */
export interface Cover {
  readonly promiseIds: Array<PromiseId>
}

/** The state of this room. @category model @since 0.1.0 */
export interface PromisesState {
  readonly promises: Keyed<PromiseRecord>
  /** Made last: one, or the parts of a plan. By item, and by currency for the balance. */
  readonly lastOnItem: Keyed<Cover>
  readonly lastOnBalance: Keyed<Cover>
  /** Open as recorded, also those opened again. */
  readonly openOnItem: Keyed<Cover>
  readonly openOnBalance: Keyed<Cover>
  /** How many promises were ever made. */
  made: number
  /** The latest day of an assessment that recorded something. */
  assessedOn: LocalDate | undefined
}

/** An account without promises. @category model @since 0.1.0 */
export const initialPromises = (): PromisesState => ({
  promises: emptyKeyed(),
  lastOnItem: emptyKeyed(),
  lastOnBalance: emptyKeyed(),
  openOnItem: emptyKeyed(),
  openOnBalance: emptyKeyed(),
  made: 0,
  assessedOn: undefined,
})

/** The amount that a promise still stands for: what was promised, less the items another promise took over. @category model @since 0.1.0 */
export const standingMinor = ({ amountMinor, lines }: Pick<PromiseRecord, 'amountMinor' | 'lines'>): number =>
  lines.reduce((so, line) => (line.replaced ? so - line.amountMinor : so), amountMinor)

/** Every promise in the order in which it was made: their numbers have no gaps, so nothing is compared. @internal */
export const inOrderMade = ({ promises, made }: PromisesState): ReadonlyArray<PromiseRecord> => {
  const ordered: Array<PromiseRecord | undefined> = Array.from({ length: made })
  for (const record of keyedValues(promises)) ordered[record.sequence] = record
  return ordered.filter((record) => record !== undefined)
}
