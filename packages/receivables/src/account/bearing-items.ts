/** The invoices and debit notes of an account as interest sees them: due when, and taken down when, by the money's own day. */
import { itemDecreases, whereMoneyLies } from '@quittance/cash-application'
import type { OwedOverTime } from '@quittance/dunning'
import { creditOffsets } from '@quittance/invoicing'
import { type CurrencyCode, keyedValues, laterOf, type LocalDate } from '@quittance/kernel'
import type { AccountState } from './state.js'

/**
 * Everything that was owed in a currency and not voided, paid or not. Money counts from the day it came, not from that of its
 * application; what was returned never came. An item that moved here from another was not late here before it was issued.
 *
 * @internal
 */
export const bearingItems = (state: AccountState, currency: CurrencyCode): ReadonlyArray<OwedOverTime> => {
  const documents = keyedValues(state.invoicing.documents).filter(
    (document) => document.kind !== 'credit-note' && !document.voided && document.currency === currency,
  )
  const decreases = byItem([
    ...creditOffsets(state.invoicing),
    ...itemDecreases(state.cash),
    ...whereMoneyLies(state.cash).flatMap(({ itemId, receivedOn: on, amountMinor }) =>
      itemId === undefined ? [] : [{ itemId, on, amountMinor }],
    ),
  ])
  const disputes = byItem(
    keyedValues(state.invoicing.openDisputes).map(({ documentId, raisedOn, disputedMinor }) => ({
      itemId: documentId,
      on: raisedOn,
      amountMinor: disputedMinor,
    })),
  )
  return documents.map(({ documentId, issuedOn, instalments }) => ({
    itemId: documentId,
    currency,
    instalments: instalments
      .map(({ dueOn, amountMinor }) => ({ dueOn: laterOf(dueOn, issuedOn), amountMinor }))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    decreases: decreases.get(documentId) ?? [],
    disputes: disputes.get(documentId) ?? [],
  }))
}

interface Dated {
  readonly itemId: string
  readonly on: LocalDate
  readonly amountMinor: number
}

const byItem = (all: ReadonlyArray<Dated>): ReadonlyMap<string, ReadonlyArray<Dated>> => {
  const found = new Map<string, Array<Dated>>()
  for (const one of all) {
    const list = found.get(one.itemId)
    if (list === undefined) found.set(one.itemId, [one])
    else list.push(one)
  }
  return found
}
