/** The order in which payments are taken where one must come first: value date, then id. */
import type { MatchPayment } from '../decision/model.js'

/** @internal */
export const byDayThenId = (a: MatchPayment, b: MatchPayment): number =>
  compare(a.receivedOn, b.receivedOn) || compare(a.paymentId, b.paymentId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
