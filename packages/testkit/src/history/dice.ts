/**
 * Choices made from given numbers: the same numbers make the same choices, and smaller numbers more ordinary
 * ones, so that a counterexample shrinks to something that a person would do.
 */

/** Answers questions from a list of numbers; when they run out, every answer is the ordinary one. @category arbitraries @since 0.1.0 */
export interface Dice {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  /** One of a list; the first is the ordinary choice. */
  readonly pick: <A>(from: readonly [A, ...ReadonlyArray<A>]) => A
  /** Whether something unusual happens, once in so many times. */
  readonly oneIn: (times: number) => boolean
}

/** Dice that fall as the numbers say. @category arbitraries @since 0.1.0 */
export const diceOf = (numbers: ReadonlyArray<number>): Dice => {
  let at = 0
  const below = (count: number): number => {
    const number = numbers[at] ?? 0
    at += 1
    return number % count
  }
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    oneIn: (times) => below(times) === times - 1,
  }
}

/** A stream of numbers from a seed (mulberry32): quick, even, and the same everywhere. @category arbitraries @since 0.1.0 */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
