/** What a credit note left with the customer is applied to items: all lines or none. */
import { accept, itemBaseOf, keyedGet, refuse, sourceBaseOf } from '@quittance/kernel'
import type { ApplyCredit } from '../commands.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { CreditApplied } from '../events.js'
import { type CashState, takenOffMinor } from '../state.js'
import { badTargets, badWords, targetsOf } from './lines.js'
import { creditSide, exchangeBetween, itemSide, type TakenOfSide } from './link-values.js'

/** @internal */
export const applyCredit = (command: ApplyCredit, state: CashState, context: CashContext): CashDecided => {
  const { creditId, on } = command
  const lines = command.lines.map(({ applicationId, itemId, amount }) => ({ applicationId, itemId, amount }))
  const wrong = badWords(lines, state)
  if (wrong !== undefined) return refuse(wrong)
  const credit = context.creditOf(creditId)
  if (credit === undefined) return refuse({ _tag: 'NotFound', kind: 'credit-note', id: creditId })
  const targets = targetsOf(lines, context)
  if ('_tag' in targets) return refuse(targets)
  const record = keyedGet(state.credits, creditId)
  const since = [credit.issuedOn, record?.freedOn]
  const bad = badTargets(
    { currency: credit.currency, baseCurrency: credit.carrying?.value.baseCurrency, since, ended: undefined },
    targets,
    on,
    state,
  )
  if (bad !== undefined) return refuse(bad)

  let freeMinor = credit.creditMinor - (record?.appliedMinor ?? 0) - (record?.refundedMinor ?? 0)
  const taken: TakenOfSide = { minor: 0, baseMinor: 0 }
  const usedByItem = new Map<string, TakenOfSide>()
  const facts: Array<CreditApplied> = []
  for (const { line, item } of targets) {
    const { applicationId, itemId, amount } = line
    const used = usedByItem.get(itemId) ?? { minor: 0, baseMinor: 0 }
    const itemRecord = keyedGet(state.items, itemId)
    const openMinor = item.owedMinor - takenOffMinor(itemRecord) - used.minor
    if (amount.minor > freeMinor)
      return refuse({ _tag: 'NotEnoughFree', kind: 'credit-note', id: creditId, freeMinor, askedMinor: amount.minor })
    if (amount.minor > openMinor) return refuse({ _tag: 'OverApplied', itemId, openMinor, askedMinor: amount.minor })
    const exchange = exchangeBetween(
      creditSide(credit, record, taken),
      itemSide(item, itemRecord, openMinor, used.baseMinor),
      { sourceMinor: amount.minor, pennyMinor: 0, itemMinor: amount.minor, discountMinor: 0 },
    )
    freeMinor -= amount.minor
    taken.minor += amount.minor
    taken.baseMinor += sourceBaseOf(exchange)
    usedByItem.set(itemId, { minor: used.minor + amount.minor, baseMinor: used.baseMinor + itemBaseOf(exchange) })
    facts.push({
      _tag: 'CreditApplied',
      on,
      currency: amount.currency,
      applicationId,
      creditId,
      itemId,
      amountMinor: amount.minor,
      ...(exchange === undefined ? {} : { exchange }),
    })
  }
  return accept(...facts)
}
