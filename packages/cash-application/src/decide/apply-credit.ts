/** What a credit note left with the customer is applied to items: all lines or none. */
import { accept, keyedGet, refuse } from '@quittance/kernel'
import type { ApplyCredit } from '../commands.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { CreditApplied } from '../events.js'
import { type CashState, takenOffMinor } from '../state.js'
import { badTargets, badWords, targetsOf } from './lines.js'

/** @internal */
export const applyCredit = (command: ApplyCredit, state: CashState, context: CashContext): CashDecided => {
  const { creditId, lines, on } = command
  const wrong = badWords(lines, state)
  if (wrong !== undefined) return refuse(wrong)
  const credit = context.creditOf(creditId)
  if (credit === undefined) return refuse({ _tag: 'NotFound', kind: 'credit-note', id: creditId })
  const targets = targetsOf(lines, context)
  if ('_tag' in targets) return refuse(targets)
  const record = keyedGet(state.credits, creditId)
  const since = [credit.issuedOn, record?.freedOn]
  const bad = badTargets({ currency: credit.currency, since, ended: undefined }, targets, on, state)
  if (bad !== undefined) return refuse(bad)

  let freeMinor = credit.creditMinor - (record?.appliedMinor ?? 0) - (record?.refundedMinor ?? 0)
  const usedByItem = new Map<string, number>()
  const facts: Array<CreditApplied> = []
  for (const { line, item } of targets) {
    const { applicationId, itemId, amount } = line
    const usedMinor = usedByItem.get(itemId) ?? 0
    const openMinor = item.owedMinor - takenOffMinor(keyedGet(state.items, itemId)) - usedMinor
    if (amount.minor > freeMinor)
      return refuse({ _tag: 'NotEnoughFree', kind: 'credit-note', id: creditId, freeMinor, askedMinor: amount.minor })
    if (amount.minor > openMinor) return refuse({ _tag: 'OverApplied', itemId, openMinor, askedMinor: amount.minor })
    freeMinor -= amount.minor
    usedByItem.set(itemId, usedMinor + amount.minor)
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
