/** From scores to a proposal: the weighted score of a candidate, and what may be done with the best. */
import { divideRounded, toSafe } from '@quittance/kernel'
import { fullScore } from './reference-score.js'

/** Scores or weights by component: customer, reference, amount, date … @category model @since 0.1.0 */
export type ByComponent = Readonly<Record<string, number>>

/** From where on a candidate is shown, and applied; scores in hundredths of a per cent, both inclusive. @category model @since 0.1.0 */
export interface ScoreThresholds {
  /** If absent, nothing is shown that is not applied. */
  readonly recommend?: number
  readonly auto: number
  /** The best must be ahead of the second by so much; ahead it must be in any case. 0 if absent. */
  readonly margin?: number
}

/** What may be done: nothing, show to a person, apply, or let a person choose between equals. @category model @since 0.1.0 */
export type ScoreOutcome = 'none' | 'suggest' | 'auto' | 'ambiguous'

/** A candidate with its combined score in hundredths. @category model @since 0.1.0 */
export interface ScoredCandidate {
  readonly id: string
  readonly combined: number
}

/**
 * The weighted mean of the scores, in hundredths, rounded half up. A component that has a weight and no score counts
 * as 0: what was not supplied is no evidence, and never a full mark. A score without a weight counts for nothing.
 *
 * @param weights - whole numbers of any scale, not negative
 * @law a missing score never raises the combined score
 * @law the combined score lies between the lowest and the highest score
 * @example
 * combinedScore({ customer: 10000, reference: 7500 }, { customer: 40, reference: 60 }) // => 8500
 * @category policies
 * @since 0.1.0
 */
export const combinedScore = (scores: ByComponent, weights: ByComponent): number => {
  let weighed = 0n
  let weight = 0n
  for (const component of Object.keys(weights)) {
    const share = BigInt(weights[component] as number)
    weight += share
    if (Object.hasOwn(scores, component)) weighed += share * BigInt(scores[component] as number)
  }
  return weight === 0n ? 0 : Math.min(toSafe(divideRounded(weighed, weight)), fullScore)
}

/**
 * What may be done with the candidates: applied only if the best reaches the threshold and is ahead of the second; a
 * best that is not ahead is for a person to choose. Below it, shown from the lower threshold on.
 *
 * @law the order of the candidates makes no difference
 * @law one more candidate never turns another outcome into auto for a candidate that was there
 * @example
 * scoreOutcome([{ id: 'A', combined: 9100 }, { id: 'B', combined: 9100 }], { auto: 8500 }) // => 'ambiguous'
 * @category policies
 * @since 0.1.0
 */
export const scoreOutcome = (
  candidates: ReadonlyArray<ScoredCandidate>,
  { recommend, auto, margin = 0 }: ScoreThresholds,
): ScoreOutcome => {
  const [best, second] = candidates.map(({ combined }) => combined).sort((a, b) => b - a)
  if (best === undefined) return 'none'
  if (best >= auto) {
    const ahead = second === undefined ? undefined : best - second
    return ahead === undefined || (ahead > 0 && ahead >= margin) ? 'auto' : 'ambiguous'
  }
  return best >= (recommend ?? auto) ? 'suggest' : 'none'
}
