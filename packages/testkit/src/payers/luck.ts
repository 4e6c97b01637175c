/** Chance for simulated trade: drawn from a seed, the same everywhere. */
import { numbersFrom } from '../history/dice.js'

/** Draws. @internal */
export interface Luck {
  /** A whole number between the bounds, both inclusive. */
  readonly between: (least: number, most: number) => number
  /** Whether something happens that does so many times of a thousand. */
  readonly perMille: (times: number) => boolean
}

/** Draws from a seed. @internal */
export const luckFrom = (seed: number): Luck => {
  const next = numbersFrom(seed)
  return {
    between: (least, most) => least + (next() % (most - least + 1)),
    perMille: (times) => next() % 1000 < times,
  }
}
