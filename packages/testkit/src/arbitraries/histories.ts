/**
 * Whole accounts as arbitraries: made by commands, shrinking by leaving commands out and by making the rest
 * more ordinary.
 */
import * as fc from 'fast-check'
import type { AccountHistory } from '../history/account-history.js'
import { numbersFrom } from '../history/dice.js'
import { playAccount, type Step } from '../history/play.js'

const numbersPerStep = 24

/** Steps of a history. @category arbitraries @since 0.1.0 */
export const historySteps = (maxSteps: number = 40): fc.Arbitrary<ReadonlyArray<Step>> =>
  fc.array(fc.array(fc.noBias(fc.nat(9999)), { minLength: numbersPerStep, maxLength: numbersPerStep }), {
    maxLength: maxSteps,
    size: 'max',
  })

/**
 * Histories of one account, made by commands of every kind; refused ones are among the attempts.
 *
 * @param maxSteps - the most moves; most make one command
 * @category arbitraries
 * @since 0.1.0
 */
export const accountHistories = (maxSteps: number = 40): fc.Arbitrary<AccountHistory> =>
  historySteps(maxSteps).map((steps) => readable(playAccount(steps)))

/** A counterexample is told as its commands, with what became of each. */
const readable = (history: AccountHistory): AccountHistory =>
  Object.defineProperty(history, fc.toStringMethod, {
    enumerable: false,
    value: () =>
      history.attempts
        .map(({ command, answer }) => `${answer._tag === 'Right' ? '+' : '-'} ${JSON.stringify(command)}`)
        .join('\n'),
  })

/**
 * The history of a seed, without fast-check: the same seed gives the same history for ever.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export const seededHistory = (seed: number, steps: number = 40): AccountHistory => {
  const next = numbersFrom(seed)
  return playAccount(Array.from({ length: steps }, () => Array.from({ length: numbersPerStep }, () => next() % 10_000)))
}
