/** What is done about an explanation: applied, or left to a person, and why. */
import { permissionsOf } from './candidate-plan.js'
import type { EvidenceRuleSet, MatchAnswer, MatchCandidate, MatchObstacle, MatchPayment, NearMiss } from './model.js'
import { demandsFor, type MatchPermission } from './policy-model.js'
import type { Weighed, Weights } from './weigh.js'

/** @internal */
export const judge = (
  payment: MatchPayment,
  weights: Weights,
  nearMissesOf: () => ReadonlyArray<NearMiss>,
  ruleSet: EvidenceRuleSet,
): MatchAnswer => {
  const { weighed, total, chance } = weights
  const [first, ...rest] = weighed
  const none = (): MatchAnswer => ({ _tag: 'None', because: 'nothing-fits', nearMisses: nearMissesOf() })
  if (first === undefined) return none()
  const candidates = weighed.map(({ candidate }) => candidate)
  const ambiguous = (because: MatchObstacle): MatchAnswer => ({
    _tag: 'Ambiguous',
    because,
    candidates,
    nearMisses: nearMissesOf(),
  })
  if (payment.fullSatisfactionClaimed !== undefined) return ambiguous('full-satisfaction')
  const demands = demandsFor(payment.amountMinor, ruleSet)
  // Applied iff everything else weighs at most one part in `oneIn`.
  const isSure = BigInt(total - first.weight) * BigInt(demands.oneIn) <= BigInt(total)
  if (!isSure) {
    // A short payment that chance explains better is no explanation of it; it is among the near misses.
    if (weighed.every(isShort) && first.weight <= chance) return none()
    return ambiguous(heaviest(first, rest, chance))
  }
  const missing = missingPermissions(first.candidate, demands.permits)
  if (missing.has('short-pay')) return ambiguous('short-pay')
  if (missing.size > 0 || demands.fourEyes) return ambiguous('policy')
  return { _tag: 'Apply', candidate: first.candidate, others: rest.map(({ candidate }) => candidate) }
}

const missingPermissions = (
  candidate: MatchCandidate,
  permits: ReadonlyArray<MatchPermission>,
): ReadonlySet<MatchPermission> => new Set([...permissionsOf(candidate)].filter((one) => !permits.includes(one)))

const isShort = ({ candidate }: Weighed): boolean => permissionsOf(candidate).has('short-pay')

/** What speaks most against the first. */
const heaviest = (first: Weighed, rest: ReadonlyArray<Weighed>, chance: number): MatchObstacle => {
  if (isShort(first)) return 'short-pay'
  const weightOf = (one: Weighed | undefined): number => one?.weight ?? 0
  const rival = weightOf(rest.find((one) => !isShort(one)))
  const short = weightOf(rest.find(isShort))
  if (rival > chance + short) return 'rival'
  return short > chance ? 'short-pay' : 'weak'
}
