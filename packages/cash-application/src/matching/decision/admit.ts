/** Which of the open items a payment may settle at all, and whether its figures can be reckoned with. */
import type { MatchAnswer, MatchItem, MatchPayment } from './model.js'
import { type PreparedItems, prepareItems } from './prepared.js'

/** @internal */
export type Admitted =
  { readonly _tag: 'Admitted'; readonly prepared: PreparedItems } | Extract<MatchAnswer, { readonly _tag: 'Undecided' }>

/** @internal */
export const admit = (payment: MatchPayment, prepared: PreparedItems): Admitted => {
  if (!Number.isSafeInteger(payment.amountMinor)) return { _tag: 'Undecided', because: 'range' }
  const currencies = new Set(prepared.items.map(({ currency }) => currency ?? payment.currency))
  currencies.delete(undefined)
  if (payment.currency === undefined && currencies.size > 1) return { _tag: 'Undecided', because: 'currency' }
  const isCandidate = ({ currency }: MatchItem): boolean =>
    payment.currency === undefined || currency === undefined || currency === payment.currency
  const own = prepared.items.every(isCandidate)
    ? prepared
    : prepareItems(prepared.items.filter(isCandidate), prepared.index)
  const most = own.amounts.reduce((so, minor) => so + Math.abs(minor), 0)
  return own.amounts.every(Number.isSafeInteger) && Number.isSafeInteger(most)
    ? { _tag: 'Admitted', prepared: own }
    : { _tag: 'Undecided', because: 'range' }
}
