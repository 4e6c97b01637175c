/**
 * Several payments of one payer, in rounds: all are decided against the same open items; those applied whose
 * items nobody else wants are taken; what is left is decided again. No payment wins by coming first.
 */
import { candidatePlan } from './candidate-plan.js'
import { decidePayment } from './decide-payment.js'
import type { EvidenceRuleSet, MatchDecision, MatchItem, MatchPayment } from './model.js'
import type { PlannedLine } from '../plan/model.js'
import { eachOnce } from './payment-order.js'
import { type PreparedItems, prepareItems } from './prepared.js'
import { type MatchHistory, prepareHistory } from './suspicion.js'

/** A payment and what became of it. @category decisions @since 0.1.0 */
export interface DecidedPayment {
  readonly payment: MatchPayment
  readonly decision: MatchDecision
  /** Other payments of the batch that were to be applied to the same items. */
  readonly contended: ReadonlyArray<string>
  /** What was open when it was decided: earlier payments of the batch are off. Plans of its candidates are of these. */
  readonly against: ReadonlyArray<MatchItem>
}

/**
 * Decide a batch. Payments are taken by value date in rising order, those of one day together;
 * one that comes twice under one id is decided once.
 *
 * @param history - what came before; with it, payments of the batch are held against earlier ones of the batch too
 * @returns the payments by value date, then by the round in which they were decided, then by id: posted in this order, each
 *   finds open what its plan says
 * @law permuting payments changes no decision
 * @law no item is given to two payments
 * @law a batch never takes more from an item than it owes
 * @category decisions
 * @since 0.1.0
 */
export const decideBatch = (
  payments: ReadonlyArray<MatchPayment>,
  items: ReadonlyArray<MatchItem>,
  ruleSet: EvidenceRuleSet,
  history?: MatchHistory,
): ReadonlyArray<DecidedPayment> => {
  const sorted = eachOnce(payments)
  const before =
    history === undefined
      ? undefined
      : prepareHistory({ payments: [...history.payments, ...sorted], closed: history.closed })
  const decide = (payment: MatchPayment, prepared: PreparedItems): MatchDecision =>
    decidePayment(payment, prepared, ruleSet, before)
  const days = [...new Set(sorted.map(({ receivedOn }) => receivedOn))]
  let left = items
  return days.flatMap((day) => {
    const group = sorted.filter(({ receivedOn }) => receivedOn === day)
    const { decided, open } = inRounds(group, left, decide)
    left = open
    return decided
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inRounds = (
  group: ReadonlyArray<MatchPayment>,
  items: ReadonlyArray<MatchItem>,
  decide: (payment: MatchPayment, prepared: PreparedItems) => MatchDecision,
): { readonly decided: ReadonlyArray<DecidedPayment>; readonly open: ReadonlyArray<MatchItem> } => {
  const done = new Map<string, DecidedPayment>()
  let open = items
  for (;;) {
    const prepared = prepareItems(open)
    const round = group
      .filter(({ paymentId }) => !done.has(paymentId))
      .map((payment) => ({ payment, decision: decide(payment, prepared) }))
    const contendedOf = contention(round)
    const afterwards = new Map<string, PlannedLine>()
    for (const { payment, decision } of round) {
      if (decision._tag !== 'Apply' || (contendedOf.get(payment.paymentId) ?? []).length > 0) continue
      done.set(payment.paymentId, { payment, decision, contended: [], against: open })
      for (const line of candidatePlan(decision.candidate, open, payment).lines) afterwards.set(line.itemId, line)
    }
    if (afterwards.size === 0) {
      for (const { payment, decision } of round)
        done.set(payment.paymentId, {
          payment,
          ...undecided(decision, contendedOf.get(payment.paymentId) ?? []),
          against: open,
        })
      return { decided: [...done.values()], open }
    }
    open = open.flatMap((item) => remaining(item, afterwards.get(item.itemId)))
  }
}

/** What is left of an item: all of it, a part, or nothing. What was taken of its discount is not offered again. */
const remaining = (item: MatchItem, line: PlannedLine | undefined): ReadonlyArray<MatchItem> => {
  if (line === undefined) return [item]
  if (line.openMinor === 0) return []
  const takenMinor = line.differences.reduce((so, one) => so + (one._tag === 'Discount' ? one.amountMinor : 0), 0)
  const discountTakenMinor = (item.discountTakenMinor ?? 0) + takenMinor
  return [{ ...item, openMinor: line.openMinor, ...(discountTakenMinor === 0 ? {} : { discountTakenMinor }) }]
}

/** A payment that others contend with is for a person, however sure it is by itself. */
const undecided = (
  decision: MatchDecision,
  contended: ReadonlyArray<string>,
): Pick<DecidedPayment, 'decision' | 'contended'> =>
  decision._tag === 'Apply'
    ? {
        decision: {
          _tag: 'Ambiguous',
          because: 'rival',
          candidates: [decision.candidate, ...decision.others],
          nearMisses: [],
        },
        contended,
      }
    : { decision, contended }

/** Who wants the same items: interchangeable ones count as the same, so that two payments never share the last of them. */
const contention = (
  round: ReadonlyArray<{ readonly payment: MatchPayment; readonly decision: MatchDecision }>,
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const wanting = new Map<string, Array<string>>()
  for (const { payment, decision } of round) {
    if (decision._tag !== 'Apply') continue
    for (const id of new Set([...decision.candidate.itemIds, ...decision.candidate.interchangeable.flat()])) {
      const known = wanting.get(id)
      if (known === undefined) wanting.set(id, [payment.paymentId])
      else known.push(payment.paymentId)
    }
  }
  const contended = new Map<string, Array<string>>()
  for (const ids of wanting.values())
    if (ids.length > 1)
      for (const id of ids)
        contended.set(
          id,
          [...new Set([...(contended.get(id) ?? []), ...ids.filter((other) => other !== id)])].sort(compare),
        )
  return contended
}
