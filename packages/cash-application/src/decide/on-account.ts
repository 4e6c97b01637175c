/** Free money is left on account, or made free again. */
import { accept, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { PlaceOnAccount, ReleaseFromAccount } from '../commands.js'
import type { CashDecided } from '../decided.js'
import { type CashState, unappliedMinor } from '../state.js'
import { badAmount, liveReceipt, spendable } from './checks.js'

/** @internal */
export const placeOnAccount = (command: PlaceOnAccount, state: CashState): CashDecided => {
  const { receiptId, amount, on } = command
  const bad = badAmount('amount', amount.minor)
  if (bad !== undefined) return refuse(bad)
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  const refusal = spendable(found.right, amount, on, unappliedMinor(found.right))
  if (refusal !== undefined) return refuse(refusal)
  return accept({ _tag: 'PlacedOnAccount', on, currency: amount.currency, receiptId, amountMinor: amount.minor })
}

/** @internal */
export const releaseFromAccount = (command: ReleaseFromAccount, state: CashState): CashDecided => {
  const { receiptId, amount, on } = command
  const bad = badAmount('amount', amount.minor)
  if (bad !== undefined) return refuse(bad)
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  // Not before the latest fact of the receipt: the money must lie on account on every day from here on.
  const refusal = spendable({ ...found.right, freedOn: found.right.lastOn }, amount, on, found.right.onAccountMinor)
  if (refusal !== undefined) return refuse(refusal)
  return accept({ _tag: 'ReleasedFromAccount', on, currency: amount.currency, receiptId, amountMinor: amount.minor })
}
