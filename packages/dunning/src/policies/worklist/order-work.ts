/**
 * Whom to work on first: by tier, then by a score whose parts can be read off. A score is a sum of weights
 * times inputs; both stay beside it, so that anybody can do the sum again.
 */
import {
  addFractions,
  compareFractions,
  type Decimal,
  decimal,
  type Fraction,
  fractionOfDecimal,
  multiplyFractions,
  wholeFraction,
} from '@quittance/kernel'

/** How much an input weighs. @category policies @since 0.1.0 */
export interface WorkWeight {
  readonly component: string
  readonly weight: Decimal
}

/** How work is put in order. @category policies @since 0.1.0 */
export interface WorkPolicy {
  readonly weights: ReadonlyArray<WorkWeight>
  /** Flags that come before any score, in their order; what bears none of them comes after. */
  readonly tiers: ReadonlyArray<string>
  /** Inputs that decide between equal scores, the larger first; after them the customer's id does. */
  readonly ties: ReadonlyArray<string>
}

/**
 * The default: a promise broken yesterday comes first (R-067, SETTLED 7); then broken promises weigh 40, the share
 * that is over 60 days past due 30, and the size of what may be asked 30.
 *
 * @category policies
 * @since 0.1.0
 */
export const workPolicy: WorkPolicy = {
  weights: [
    { component: 'broken-promise', weight: decimal('40') },
    { component: 'over-60-share', weight: decimal('30') },
    { component: 'exposure', weight: decimal('30') },
  ],
  tiers: ['promise-broken-yesterday'],
  ties: [],
}

/** A customer as the list sees it. An input that is not there counts 0. @category model @since 0.1.0 */
export interface WorkCandidate {
  readonly customer: string
  readonly inputs: Readonly<Record<string, Fraction>>
  readonly flags: ReadonlyArray<string>
}

/** What an input brought to a score. @category model @since 0.1.0 */
export interface ScorePart {
  readonly component: string
  readonly weight: Decimal
  readonly input: Fraction
  readonly points: Fraction
}

/** A customer in its place. @category model @since 0.1.0 */
export type RankedWork<Candidate extends WorkCandidate = WorkCandidate> = Candidate & {
  /** 1 is first. */
  readonly place: number
  /** The flag that put it before the others; absent where the score alone did. */
  readonly tier?: string
  readonly score: Fraction
  readonly scoreParts: ReadonlyArray<ScorePart>
}

/**
 * The score of a candidate, with its parts.
 *
 * @law a score is the sum of its parts
 * @category policies
 * @since 0.1.0
 */
export const workScore = (
  { inputs }: Pick<WorkCandidate, 'inputs'>,
  weights: ReadonlyArray<WorkWeight>,
): { readonly score: Fraction; readonly scoreParts: ReadonlyArray<ScorePart> } => {
  const scoreParts = weights.map(({ component, weight }): ScorePart => {
    const input = inputOf(inputs, component)
    return { component, weight, input, points: multiplyFractions(fractionOfDecimal(weight), input) }
  })
  return { score: scoreParts.reduce((so, { points }) => addFractions(so, points), wholeFraction(0)), scoreParts }
}

/**
 * Put work in order: by tier, then score, the ties, and the customer's id. The order in which candidates come in
 * does not matter.
 *
 * @law the order of a work list depends on nothing but its candidates
 * @law a flagged customer comes before every customer without the flag
 * @category policies
 * @since 0.1.0
 */
export const orderWork = <Candidate extends WorkCandidate>(
  candidates: ReadonlyArray<Candidate>,
  { weights, tiers, ties }: WorkPolicy = workPolicy,
): ReadonlyArray<RankedWork<Candidate>> =>
  candidates
    .map((candidate) => {
      const tier = tiers.findIndex((flag) => candidate.flags.includes(flag))
      return { candidate, tier: tier < 0 ? tiers.length : tier, ...workScore(candidate, weights) }
    })
    .sort(
      (a, b) =>
        a.tier - b.tier ||
        compareFractions(b.score, a.score) ||
        byTies(a.candidate, b.candidate, ties) ||
        (a.candidate.customer < b.candidate.customer ? -1 : 1),
    )
    .map(({ candidate, tier, score, scoreParts }, index) => {
      const flag = tiers[tier]
      return { ...candidate, place: index + 1, ...(flag === undefined ? {} : { tier: flag }), score, scoreParts }
    })

const inputOf = (inputs: WorkCandidate['inputs'], component: string): Fraction =>
  (Object.hasOwn(inputs, component) ? inputs[component] : undefined) ?? wholeFraction(0)

const byTies = (a: WorkCandidate, b: WorkCandidate, ties: ReadonlyArray<string>): number => {
  for (const component of ties) {
    const order = compareFractions(inputOf(b.inputs, component), inputOf(a.inputs, component))
    if (order !== 0) return order
  }
  return 0
}
