/** What came before on an account, as far as it can make a payment look like one that came before. */
import type { ClosedItem, MatchHistory, MatchPayment } from '@quittance/cash-application'
import { addDays, keyedGet, keyedValues, type LocalDate } from '@quittance/kernel'
import { openMinorOf } from '../account/contexts.js'
import type { AccountState } from '../account/state.js'
import { documentNames, paymentWith } from './match-items.js'

/** Longer ago than this, nobody takes a payment for the same one again. */
const daysBack = 400

/**
 * Earlier receipts of the same amounts, whatever became of their money, and items that were closed. What was our own
 * error, or went back to the bank, did not come before: money sent again after a return is no duplicate.
 *
 * @param payments - that are to be decided
 * @category policies
 * @since 0.1.0
 */
export const matchHistoryOf = (
  state: AccountState,
  currency: string,
  payments: ReadonlyArray<MatchPayment>,
): MatchHistory => {
  const days = payments.map(({ receivedOn }) => receivedOn).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return { payments: [], closed: [] }
  const since = addDays(first, -daysBack)
  const amounts = new Set(payments.map(({ amountMinor }) => amountMinor))
  return {
    payments: keyedValues(state.cash.receipts)
      .filter((one) => one.status === 'live' && one.currency === currency && amounts.has(one.amountMinor))
      .filter(({ receivedOn }) => receivedOn >= since && receivedOn <= last)
      .map((one) => paymentWith(one.words, one.receiptId, { currency, minor: one.amountMinor }, one.receivedOn))
      .sort(byId),
    closed: closedItems(state, currency, since),
  }
}

const byId = (a: MatchPayment, b: MatchPayment): number =>
  a.paymentId < b.paymentId ? -1 : a.paymentId > b.paymentId ? 1 : 0

interface Closing {
  readonly on: LocalDate
  readonly by: string | undefined
}

/** Invoices and debit notes with nothing open, by the last application that they got. */
const closedItems = (state: AccountState, currency: string, since: LocalDate): ReadonlyArray<ClosedItem> => {
  const last = new Map<string, Closing>()
  for (const { itemId, on, source, sourceId, amountMinor } of keyedValues(state.cash.applications)) {
    const known = last.get(itemId)
    if (amountMinor > 0 && (known === undefined || on >= known.on))
      last.set(itemId, { on, by: source === 'receipt' ? sourceId : undefined })
  }
  return [...last]
    .flatMap(([itemId, { on, by }]): ReadonlyArray<ClosedItem> => {
      const document = keyedGet(state.invoicing.documents, itemId)
      if (document === undefined || document.currency !== currency || on < since) return []
      if (document.voided || openMinorOf(state, itemId) !== 0) return []
      const identifiers = documentNames(document)
      return [{ itemId, closedOn: on, identifiers, ...(by === undefined ? {} : { closedBy: by }) }]
    })
    .sort((a, b) => (a.itemId < b.itemId ? -1 : 1))
}
