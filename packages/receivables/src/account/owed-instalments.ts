/** What is open on each instalment of an account, as dunning asks about it, and what we hold of the customer's. */
import { unappliedMinor } from '@quittance/cash-application'
import type { OwedInstalment, UnappliedCredit } from '@quittance/dunning'
import type { DocumentRecord } from '@quittance/invoicing'
import { keyedGet, keyedValues, laterOf, type LocalDate } from '@quittance/kernel'
import { openBalancePromises, type OpenPromise, openPromisesOn } from '@quittance/promises-to-pay'
import { openMinorOf } from './contexts.js'
import type { AccountState } from './state.js'

/**
 * Every instalment with something open, by due day, item and number. What came off an item fell on its earliest
 * instalments; what is disputed or promised lies on the earliest that are open. A promise for the balance holds what
 * is due first.
 *
 * @param on - promises are looked at as of this day
 * @internal
 */
export const owedInstalments = (state: AccountState, on: LocalDate): ReadonlyArray<OwedInstalment> => {
  const owed: Array<OwedInstalment> = []
  for (const document of keyedValues(state.invoicing.documents)) {
    const openMinor = openMinorOf(state, document.documentId)
    if (openMinor > 0) owed.push(...instalmentsOf(document, openMinor, state, on))
  }
  owed.sort((a, b) => order(a.dueOn, b.dueOn) || order(a.itemId, b.itemId) || a.instalmentNo - b.instalmentNo)
  return withBalancePromises(owed, state, on)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const instalmentsOf = (
  { documentId, currency, issuedOn, deliveredOn, instalments, disputedMinor }: DocumentRecord,
  openMinor: number,
  state: AccountState,
  on: LocalDate,
): ReadonlyArray<OwedInstalment> => {
  const amounts = instalments.map(({ amountMinor }) => amountMinor)
  const off = fillEarliest(amounts.reduce((so, minor) => so + minor, 0) - openMinor, amounts)
  const open = amounts.map((minor, at) => minor - (off[at] as number))
  const disputed = fillEarliest(disputedMinor, open)
  const promises = openPromisesOn(state.promises, documentId, on)
  const free = open.map((minor, at) => minor - (disputed[at] as number))
  const promised = fillEarliest(sum(promises), free)
  return instalments.flatMap(({ no, dueOn }, at): ReadonlyArray<OwedInstalment> => {
    const left = open[at] as number
    if (left <= 0) return []
    return [
      {
        itemId: documentId,
        instalmentNo: no,
        currency,
        openMinor: left,
        dueOn,
        issuedOn,
        ...(deliveredOn === undefined ? {} : { deliveredOn }),
        disputedMinor: disputed[at] as number,
        ...promisedOf(promised[at] as number, promises),
      },
    ]
  })
}

const sum = (promises: ReadonlyArray<OpenPromise>): number =>
  promises.reduce((so, { promisedMinor }) => so + promisedMinor, 0)

const promisedOf = (
  amountMinor: number,
  promises: ReadonlyArray<OpenPromise>,
): { readonly promised?: { readonly amountMinor: number; readonly until: LocalDate } } => {
  const [first, ...others] = promises
  if (amountMinor <= 0 || first === undefined) return {}
  const until = others.reduce((so, { heldUntil }) => laterOf(so, heldUntil), first.heldUntil)
  return { promised: { amountMinor, until } }
}

/** The first take all they can, then the next. */
const fillEarliest = (totalMinor: number, capacities: ReadonlyArray<number>): ReadonlyArray<number> => {
  let leftMinor = totalMinor
  return capacities.map((capacity) => {
    const filled = Math.max(Math.min(leftMinor, capacity), 0)
    leftMinor -= filled
    return filled
  })
}

const withBalancePromises = (
  owed: ReadonlyArray<OwedInstalment>,
  state: AccountState,
  on: LocalDate,
): ReadonlyArray<OwedInstalment> => {
  const currencies = new Set(owed.map(({ currency }) => currency))
  let all = owed
  for (const currency of currencies) {
    const promises = openBalancePromises(state.promises, currency, on)
    if (promises.length === 0) continue
    const free = all.map((item) =>
      item.currency === currency ? item.openMinor - item.disputedMinor - (item.promised?.amountMinor ?? 0) : 0,
    )
    const promised = fillEarliest(sum(promises), free)
    all = all.map((item, at) => addPromise(item, promisedOf(promised[at] as number, promises)))
  }
  return all
}

const addPromise = (item: OwedInstalment, { promised }: Pick<OwedInstalment, 'promised'>): OwedInstalment => {
  if (promised === undefined) return item
  if (item.promised === undefined) return { ...item, promised }
  const amountMinor = item.promised.amountMinor + promised.amountMinor
  return { ...item, promised: { amountMinor, until: laterOf(item.promised.until, promised.until) } }
}

/** Money on no item and what credit notes left, the oldest first. @internal */
export const creditsInHand = ({ cash, invoicing }: AccountState): ReadonlyArray<UnappliedCredit> => {
  const held: Array<UnappliedCredit> = []
  for (const receipt of keyedValues(cash.receipts)) {
    const amountMinor = receipt.status === 'live' ? unappliedMinor(receipt) + receipt.onAccountMinor : 0
    if (amountMinor > 0)
      held.push({
        creditId: receipt.receiptId,
        currency: receipt.currency,
        amountMinor,
        since: receipt.receivedOn,
      })
  }
  for (const { documentId, kind, currency, grossMinor, offsetMinor, issuedOn, voided } of keyedValues(
    invoicing.documents,
  )) {
    if (kind !== 'credit-note' || voided) continue
    const used = keyedGet(cash.credits, documentId)
    const amountMinor = grossMinor - offsetMinor - (used?.appliedMinor ?? 0) - (used?.refundedMinor ?? 0)
    if (amountMinor > 0) held.push({ creditId: documentId, currency, amountMinor, since: issuedOn })
  }
  return held.sort((a, b) => order(a.since, b.since) || order(a.creditId, b.creditId))
}
