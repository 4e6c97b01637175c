/** Matches for programs: one document, stable keys, amounts in minor units beside their currency. */
import type { MatchCandidate } from '@quittance/cash-application'
import type { MatchReport } from '../matching/report.js'
import type { MatchRow } from '../matching/run-match.js'
import { toDoOf, whyOf } from '../matching/words.js'

/** The report of a run. @category codecs @since 0.1.0 */
export const matchJson = ({ matcher, point, isPosted, rows, totals }: MatchReport): string =>
  JSON.stringify({
    ruleSet: matcher,
    asOf: point?.asOf ?? null,
    knownAt: point?.knownAt ?? null,
    posted: isPosted,
    payments: rows.map(rowJson),
    totals,
  })

const rowJson = (row: MatchRow): Readonly<Record<string, unknown>> => {
  const { proposal, payer, failure } = row
  const answer = proposal.reasoned?.answer
  const decision = proposal.reasoned?.decision
  return {
    payment: row.paymentId,
    on: row.on,
    amountMinor: row.amount.minor,
    currency: row.amount.currency,
    payerName: row.payerName ?? null,
    payerAccount: row.payerAccount ?? null,
    customer: payer._tag === 'Known' ? payer.customer : null,
    identifiedBy: payer._tag === 'Known' ? payer.by : null,
    candidates: payer._tag === 'Several' ? payer.customers : [],
    account: row.account,
    decision: failure === undefined ? row.decision : 'failed',
    because: answer?._tag === 'Ambiguous' || answer?._tag === 'Undecided' ? answer.because : null,
    items: answer?._tag === 'Apply' ? answer.plan.lines : [],
    proposals: decision === undefined ? [] : candidatesOf(decision).map(candidateJson),
    suspicions: decision?._tag === 'Suspect' ? decision.of : [],
    why: whyOf(row),
    toDo: toDoOf(row),
    failure: failure?._tag ?? proposal.refusal?._tag ?? null,
  }
}

type Weighed = NonNullable<NonNullable<MatchRow['proposal']['reasoned']>['decision']>

const candidatesOf = (decision: Weighed): ReadonlyArray<MatchCandidate> => {
  switch (decision._tag) {
    case 'Suspect':
      return candidatesOf(decision.otherwise)
    case 'Apply':
      return [decision.candidate, ...decision.others]
    case 'Ambiguous':
      return decision.candidates
    default:
      return []
  }
}

const candidateJson = ({
  itemIds,
  posteriorPpm,
  terms,
  routes,
}: MatchCandidate): Readonly<Record<string, unknown>> => ({
  items: itemIds,
  posteriorPpm,
  routes: routes.map(({ rule }) => rule),
  terms,
})
