/**
 * Posting what a rule set proposes: each payment in one append, decided on the account as it stands at that moment.
 * When others write in between, the rest is decided again; running the same payments again posts nothing twice.
 */
import { keyedGet } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountAt } from '../ledger/account-cache.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Ledger } from '../ledger/ledger.js'
import { inOrder, type MatchProposal, type MatchTerms, type PaymentToMatch, proposeMatches } from './propose-matches.js'

/** What was proposed on the account as it stood, and what became of it. @category commands @since 0.1.0 */
export interface PostedMatch {
  readonly proposal: MatchProposal
  /** Absent where all went well; the payment was not recorded then, unless it was there before. */
  readonly failure?: LedgerFailure
}

/** Who posts. @category commands @since 0.1.0 */
export interface PostingMeta {
  readonly actor: string
  readonly correlationId: string
}

/**
 * Post the payments of one customer, in the order of `proposeMatches`. What is not applied is recorded as a receipt with
 * free money, so that no payment is lost; a failure of one does not keep the others back.
 *
 * @law the same payments again post nothing twice
 * @category commands
 * @since 0.1.0
 */
export const postMatches = async (
  ledger: Pick<Ledger, 'account' | 'runDecided'>,
  customer: string,
  payments: ReadonlyArray<PaymentToMatch>,
  terms: MatchTerms,
  meta: PostingMeta,
): Promise<E.Either<LedgerFailure, ReadonlyArray<PostedMatch>>> => {
  const before = await ledger.account(customer)
  if (E.isLeft(before)) return before
  const order = inOrder(payments, before.right.state)
  const posted: Array<PostedMatch> = []
  let planned: ReadonlyArray<MatchProposal> = []
  for (const [index, { from, payment }] of order.entries()) {
    const rest = order.slice(index).map((one) => one.from)
    const propose = (account: AccountAt): MatchProposal | undefined => {
      if (planned[0]?.atRevision !== account.revision || planned[0].payment.paymentId !== payment.paymentId)
        planned = proposeMatches(account, rest, terms)
      return planned.find((one) => one.payment.paymentId === payment.paymentId)
    }
    let proposal: MatchProposal | undefined
    const outcome = await ledger.runDecided(
      customer,
      (account) => {
        proposal = propose(account)
        return proposal?.commands ?? []
      },
      { ...meta, commandId: commandIdOf(from, before.right) },
    )
    planned = planned.slice(1)
    if (proposal !== undefined) posted.push(E.isLeft(outcome) ? { proposal, failure: outcome.left } : { proposal })
  }
  return E.right(posted)
}

/** A receipt that waited is matched under an id of its own each time. */
const commandIdOf = (from: PaymentToMatch, { state }: AccountAt): string => {
  if (from._tag === 'New') return `match:${from.record.receiptId}`
  const made = keyedGet(state.cash.receipts, from.receiptId)?.applicationIds.length ?? 0
  return `match:${from.receiptId}/${made + 1}`
}
