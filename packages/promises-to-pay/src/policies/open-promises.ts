/** The published view of promises: what dunning, clean-up and the call see of them. */
import { keyedGet, type Keyed, type LocalDate } from '@quittance/kernel'
import type { PromiseId } from '../model.js'
import type { PromiseRecord, PromisesState } from '../state.js'

/** An open promise, as others see it. @category model @since 0.1.0 */
export interface OpenPromise {
  readonly promiseId: PromiseId
  readonly currency: string
  readonly dueOn: LocalDate
  /** Asks and notices rest for the promised amount up to this day, inclusive. */
  readonly heldUntil: LocalDate
  readonly promisedMinor: number
}

/**
 * The open promises for an item, by due day: they hold asks and notices for their amounts, never for the rest
 * of the item. One whose window is over holds nothing any more, judged or not.
 *
 * @law a promise holds nothing after its window
 * @category policies
 * @since 0.1.0
 */
export const openPromisesOn = (state: PromisesState, itemId: string, on: LocalDate): ReadonlyArray<OpenPromise> =>
  openOf(state.promises, keyedGet(state.openOnItem, itemId)?.promiseIds ?? [], on, ({ lines }) =>
    lines.reduce((so, line) => (line.itemId === itemId && !line.replaced ? so + line.amountMinor : so), 0),
  )

/**
 * The open promises for the balance of the account in a currency, by due day.
 *
 * @law a promise holds nothing after its window
 * @category policies
 * @since 0.1.0
 */
export const openBalancePromises = (
  state: PromisesState,
  currency: string,
  on: LocalDate,
): ReadonlyArray<OpenPromise> =>
  openOf(
    state.promises,
    keyedGet(state.openOnBalance, currency)?.promiseIds ?? [],
    on,
    ({ amountMinor }) => amountMinor,
  )

const openOf = (
  promises: Keyed<PromiseRecord>,
  promiseIds: ReadonlyArray<PromiseId>,
  on: LocalDate,
  minorOf: (record: PromiseRecord) => number,
): ReadonlyArray<OpenPromise> =>
  promiseIds
    .flatMap((promiseId): ReadonlyArray<OpenPromise> => {
      const record = keyedGet(promises, promiseId)
      if (record === undefined || record.standing !== 'open') return []
      const heldUntil = record.accelerated?.on ?? record.windowEndsOn
      const promisedMinor = minorOf(record)
      if (heldUntil < on || promisedMinor === 0) return []
      const { currency, dueOn } = record
      return [{ promiseId, currency, dueOn, heldUntil, promisedMinor }]
    })
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.promiseId < b.promiseId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
