/** How often something has been promised without being paid. */
import type { PromiseStanding } from '../model.js'

/** A promise that covered the same item, or the balance, last. @category policies @since 0.1.0 */
export interface EarlierPromise {
  readonly level: number
  readonly standing: PromiseStanding
}

/**
 * The level of a new promise: 1 for a first one and after a kept one, else one above the promise before it, be
 * that open, partly kept, broken, replaced or withdrawn. A void one changes nothing: it was not the customer
 * who let it go. Of several covers the highest level counts.
 *
 * @param covers - for each item of the new promise, the promises that last covered it
 * @law a level is at least 1 and rises by at most 1
 * @example
 * promiseLevel([[{ level: 1, standing: 'broken' }]]) // => 2
 * @category policies
 * @since 0.1.0
 */
export const promiseLevel = (covers: ReadonlyArray<ReadonlyArray<EarlierPromise>>): number =>
  covers.reduce((highest, cover) => Math.max(highest, levelAfter(cover)), 1)

const levelAfter = (cover: ReadonlyArray<EarlierPromise>): number => {
  const level = cover.reduce((highest, one) => Math.max(highest, one.level), 1)
  const weighed = cover.filter(({ standing }) => standing !== 'void')
  if (weighed.length === 0) return level
  return weighed.every(({ standing }) => standing === 'kept') ? 1 : level + 1
}
