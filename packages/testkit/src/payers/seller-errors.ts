/** Errors of the seller that get in the way of a promise: a wrong invoice, money written down late, money left lying. */
import { addDays, type LocalDate } from '@quittance/kernel'
import { apply, type Bill, currency, newId, pay, plan, postpone, receive, type Sim } from './simulation.js'

/** One of the seller's errors. @internal */
export const blunder = (sim: Sim, late: ReadonlyArray<Bill>, today: LocalDate, dueOn: LocalDate): void => {
  postpone(late, addDays(dueOn, 60))
  switch (sim.luck.between(0, 2)) {
    case 0:
      return wrongInvoice(sim, late, addDays(today, 2), dueOn)
    case 1:
      // Written down ten days after it came.
      for (const one of late) one.held = true
      return plan(sim, addDays(dueOn, 10), (learned) => {
        for (const one of late) if (one.openMinor > 0) pay(sim, one, dueOn, one.openMinor, learned)
      })
    default:
      return plan(sim, dueOn, (on) => {
        for (const one of late) leaveLying(sim, one, on)
      })
  }
}

/** Everything promised turns out to be wrong: disputed, credited in part after weeks, and then paid. */
const wrongInvoice = (sim: Sim, late: ReadonlyArray<Bill>, raisedOn: LocalDate, dueOn: LocalDate): void => {
  plan(sim, raisedOn, (on) => {
    for (const one of late) {
      if (one.openMinor <= 0) continue
      const disputeId = newId(sim, 'DI')
      one.held = true
      sim.days.run({ _tag: 'RaiseDispute', on, disputeId, documentId: one.documentId, cause: 'pricing_error' })
      plan(sim, addDays(dueOn, sim.luck.between(10, 25)), (endedOn) => settleDispute(sim, one, disputeId, endedOn))
    }
  })
}

const settleDispute = (sim: Sim, one: Bill, disputeId: string, on: LocalDate): void => {
  const outcome = one.openMinor > 1 ? 'partly-accepted' : 'accepted'
  const creditMinor = Math.max(Math.floor(one.openMinor / 10), 1)
  const documentId = newId(sim, 'GS')
  sim.days.run({
    _tag: 'IssueCreditNote',
    on,
    documentId,
    currency,
    lines: [{ netMinor: creditMinor }],
    reason: 'pricing error',
    precedingId: one.documentId,
  })
  sim.days.run({ _tag: 'ResolveDispute', on, disputeId, outcome, creditNoteId: documentId })
  one.openMinor -= creditMinor
  one.held = false
  one.payOn = addDays(on, sim.luck.between(1, 5))
}

/** Paid on the day, and applied two weeks later. */
const leaveLying = (sim: Sim, one: Bill, on: LocalDate): void => {
  if (one.openMinor <= 0) return
  const amountMinor = one.openMinor
  const receiptId = receive(sim, on, amountMinor)
  one.held = true
  plan(sim, addDays(on, 14), (appliedOn) => {
    apply(sim, receiptId, one, appliedOn, amountMinor)
  })
}
