/** A settlement spread over the payments of its unit: each gives in turn until it is spent. */
import type { MatchPayment } from '../decision/model.js'
import type { MatchPlan, PlannedCharge, PlannedLine } from '../plan/model.js'
import type { ReconcileModel } from './model.js'
import type { SettledItem, Settlement } from './settle.js'

interface Draft {
  readonly payment: MatchPayment
  leftMinor: number
  readonly lines: Array<PlannedLine>
  readonly charges: Array<PlannedCharge>
}

/**
 * A plan for each payment that was used. Differences go with the payment that comes last to an item; a penny and what is
 * left, with the payments that have it.
 *
 * @internal
 */
export const plansOf = (
  { items, pennyMinor }: Settlement,
  payments: ReadonlyArray<MatchPayment>,
  { remainder }: ReconcileModel,
): ReadonlyMap<string, MatchPlan> => {
  const drafts = payments.map((payment): Draft => ({ payment, leftMinor: payment.amountMinor, lines: [], charges: [] }))
  for (const item of items) {
    give(drafts, item)
    if (item.feeMinor > 0) charge(drafts, item)
  }
  const used = drafts.filter(({ lines, charges }) => lines.length + charges.length > 0)
  const pennies = penniesOf(used, pennyMinor)
  return new Map(
    used.map((draft) => {
      const { payment, leftMinor, lines, charges } = draft
      const ownPennyMinor = pennies.get(draft) ?? 0
      const plan: MatchPlan = {
        lines,
        ...(charges.length === 0 ? {} : { charges }),
        pennyMinor: ownPennyMinor,
        remainderMinor: leftMinor - ownPennyMinor,
        remainder,
      }
      return [payment.paymentId, plan]
    }),
  )
}

/** A penny is kept of what a payment has left that pays something, the last first; one that pays nothing keeps its money. */
const penniesOf = (used: ReadonlyArray<Draft>, pennyMinor: number): ReadonlyMap<Draft, number> => {
  const pennies = new Map<Draft, number>()
  let toKeepMinor = pennyMinor
  for (const draft of [...used].reverse()) {
    const ownMinor = Math.min(toKeepMinor, draft.leftMinor)
    pennies.set(draft, ownMinor)
    toKeepMinor -= ownMinor
  }
  return pennies
}

/** A credit is money for the first payment; cash comes from as many as it takes. */
const give = (drafts: ReadonlyArray<Draft>, { itemId, cashMinor, differences, openMinor }: SettledItem): void => {
  const [first] = drafts
  if (cashMinor < 0 && first !== undefined) {
    first.lines.push({ itemId, cashMinor, differences, openMinor })
    first.leftMinor -= cashMinor
    return
  }
  // What comes off with differences comes off last, so until then it is open.
  const closedMinor = differences.reduce((so, one) => so + (one._tag === 'Deduction' ? 0 : one.amountMinor), 0)
  let toComeMinor = cashMinor
  for (const draft of drafts) {
    const useMinor = Math.min(draft.leftMinor, toComeMinor)
    if (useMinor <= 0) continue
    toComeMinor -= useMinor
    draft.leftMinor -= useMinor
    draft.lines.push(
      toComeMinor === 0
        ? { itemId, cashMinor: useMinor, differences, openMinor }
        : { itemId, cashMinor: useMinor, differences: [], openMinor: openMinor + closedMinor + toComeMinor },
    )
  }
}

const charge = (drafts: ReadonlyArray<Draft>, { itemId, feeMinor }: SettledItem): void => {
  let toComeMinor = feeMinor
  for (const draft of drafts) {
    const useMinor = Math.min(draft.leftMinor, toComeMinor)
    if (useMinor <= 0) continue
    toComeMinor -= useMinor
    draft.leftMinor -= useMinor
    draft.charges.push({ itemId, kind: 'fee', amountMinor: useMinor })
  }
}
