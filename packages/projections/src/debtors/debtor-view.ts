/**
 * The view behind findings about debtors: the ledger's balances, the promises as they were recorded, and the
 * payments that the bank took back.
 */
import type { Fact, Recorded } from '@quittance/kernel'
import { epochDay, instantMillis, parseAccountStream } from '@quittance/kernel'
import { addFact } from '../ledger-view/add-fact.js'
import { knownBy } from '../ledger-view/known-by.js'
import { emptyLedgerView, type LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { notePromise, type PromiseNotes } from './promise-notes.js'
import type { ReturnedPayment } from './record.js'

interface ReturnNote extends ReturnedPayment {
  readonly effectiveDay: number
  readonly recordedMillis: number
  /** The return itself was taken back. */
  readonly cancelled: boolean
}

/** The view. Owned by whoever folds into it; queries only read. @category projections @since 0.1.0 */
export interface DebtorView {
  readonly ledger: LedgerView
  readonly promises: PromiseNotes
  readonly returns: Map<string, Array<ReturnNote>>
}

/** A view of nothing; or over a ledger view that somebody else fills. @category projections @since 0.1.0 */
export const emptyDebtorView = (ledger: LedgerView = emptyLedgerView()): DebtorView => ({
  ledger,
  promises: new Map(),
  returns: new Map(),
})

/** Fold a recorded fact into the view, its ledger included. @category projections @since 0.1.0 */
export const addDebtorFact = (view: DebtorView, recorded: Recorded<Fact>): void => {
  addFact(view.ledger, recorded)
  noteDebtorFact(view, recorded)
}

/** Fold a recorded fact into all but the ledger, where that is filled already. @category projections @since 0.1.0 */
export const noteDebtorFact = (view: DebtorView, recorded: Recorded<Fact>): void => {
  const { fact, stream, effectiveOn, recordedAt } = recorded
  const tag = fact._tag
  const isReturn = tag === 'ReceiptReturned' || tag === 'CardPaymentReversed' || tag === 'ReturnCancelled'
  if (!isReturn && !tag.startsWith('Promise')) return
  const customer = parseAccountStream(stream)?.customer
  if (customer === undefined) return
  notePromise(view.promises, customer, recorded)
  if (!isReturn || !('receiptId' in fact) || typeof fact.receiptId !== 'string') return
  const notes = view.returns.get(customer) ?? []
  view.returns.set(customer, notes)
  notes.push({
    receiptId: fact.receiptId,
    on: effectiveOn,
    effectiveDay: epochDay(effectiveOn),
    recordedMillis: instantMillis(recordedAt),
    cancelled: tag === 'ReturnCancelled',
  })
}

/** The payments that the bank had taken back by then, and not given again. @category projections @since 0.1.0 */
export const returnedPaymentsAt = (
  view: DebtorView,
  customer: string,
  at: PointInTime,
): ReadonlyArray<ReturnedPayment> => {
  const standing = new Map<string, ReturnedPayment>()
  for (const note of knownBy(view.returns.get(customer), at)) {
    if (note.cancelled) standing.delete(note.receiptId)
    else standing.set(note.receiptId, { receiptId: note.receiptId, on: note.on })
  }
  return [...standing.values()]
}
