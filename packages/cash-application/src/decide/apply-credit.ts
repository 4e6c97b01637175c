/** What a credit note left with the customer is applied to items: all lines or none. */
import { accept, keyedGet, refuse } from '@quittance/kernel'
import type { ApplyCredit } from '../commands.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decide.js'
import type { CreditApplied } from '../events.js'
import type { CashRejection } from '../rejections.js'
import { type CashState, takenOffMinor } from '../state.js'
import { badAmount, otherCurrency, tooEarly } from './checks.js'

/** @internal */
export const applyCredit = (command: ApplyCredit, state: CashState, context: CashContext): CashDecided => {
  const { creditId, lines, on } = command
  if (lines.length === 0) return refuse({ _tag: 'MissingField', field: 'lines' })
  for (const [index, { amount }] of lines.entries()) {
    const bad = badAmount(`lines[${index}].amount`, amount.minor)
    if (bad !== undefined) return refuse(bad)
  }
  const seen = new Set<string>()
  for (const { applicationId } of lines) {
    if (seen.has(applicationId) || keyedGet(state.applications, applicationId) !== undefined)
      return refuse({ _tag: 'IdAlreadyUsed', kind: 'application', id: applicationId })
    seen.add(applicationId)
  }
  const credit = context.creditOf(creditId)
  if (credit === undefined) return refuse({ _tag: 'NotFound', kind: 'credit-note', id: creditId })

  const record = keyedGet(state.credits, creditId)
  let freeMinor = credit.creditMinor - (record?.appliedMinor ?? 0) - (record?.refundedMinor ?? 0)
  const usedByItem = new Map<string, number>()
  const facts: Array<CreditApplied> = []
  for (const { applicationId, itemId, amount } of lines) {
    const refusal =
      otherCurrency(credit.currency, amount.currency) ??
      tooEarly(on, credit.issuedOn, record?.freedOn) ??
      refusedByItem(itemId, amount, command, usedByItem.get(itemId) ?? 0, state, context)
    if (refusal !== undefined) return refuse(refusal)
    if (amount.minor > freeMinor)
      return refuse({ _tag: 'NotEnoughFree', kind: 'credit-note', id: creditId, freeMinor, askedMinor: amount.minor })
    freeMinor -= amount.minor
    usedByItem.set(itemId, (usedByItem.get(itemId) ?? 0) + amount.minor)
    facts.push({
      _tag: 'CreditApplied',
      on,
      currency: amount.currency,
      applicationId,
      creditId,
      itemId,
      amountMinor: amount.minor,
    })
  }
  return accept(...facts)
}

const refusedByItem = (
  itemId: string,
  amount: ApplyCredit['lines'][number]['amount'],
  { on }: ApplyCredit,
  usedMinor: number,
  state: CashState,
  context: CashContext,
): CashRejection | undefined => {
  const item = context.itemOf(itemId)
  if (item === undefined) return { _tag: 'NotFound', kind: 'item', id: itemId }
  if (item.voided) return { _tag: 'AlreadyEnded', kind: 'item', id: itemId, ended: 'voided' }
  const record = keyedGet(state.items, itemId)
  const openMinor = item.owedMinor - takenOffMinor(record) - usedMinor
  return (
    otherCurrency(item.currency, amount.currency) ??
    tooEarly(on, item.issuedOn, record?.reopenedOn) ??
    (amount.minor > openMinor ? { _tag: 'OverApplied', itemId, openMinor, askedMinor: amount.minor } : undefined)
  )
}
