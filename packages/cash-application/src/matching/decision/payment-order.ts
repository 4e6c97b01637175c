/** The order in which payments are taken where one must come first: value date, then id. */
import type { MatchPayment } from './model.js'

/** @internal */
export const byDayThenId = (a: MatchPayment, b: MatchPayment): number =>
  compare(a.receivedOn, b.receivedOn) || compare(a.paymentId, b.paymentId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Payments in this order, each id once: a bank that tells of a payment twice sent the money once. @internal */
export const eachOnce = (payments: ReadonlyArray<MatchPayment>): ReadonlyArray<MatchPayment> => {
  const known = new Set<string>()
  return [...payments].sort(byDayThenId).filter(({ paymentId }) => {
    const isNew = !known.has(paymentId)
    known.add(paymentId)
    return isNew
  })
}
