// The library's decisions over all moments of a replay, one variant of amounts and text at a time.
import {
  addIdentifiers,
  decidePayment,
  emptyIdentifierIndex,
  evidenceRuleSet,
  prepareItems,
  removeIdentifiers,
} from '@quittance/cash-application'

/** An index of identifiers for each account, kept as items open and close. That is part of posting, and not timed here. */
const indexes = () => {
  const all = new Map()
  return ({ account, entered, left }) => {
    if (!all.has(account)) all.set(account, emptyIdentifierIndex())
    const index = all.get(account)
    for (const id of left) removeIdentifiers(index, id)
    for (const { itemId, identifiers } of entered) addIdentifiers(index, itemId, identifiers)
    return index
  }
}

/** What a payment is allocated to: the items of the candidate, each in full. */
const linesOf = ({ itemIds }, items) => {
  const open = new Map(items.map(({ itemId, openMinor }) => [itemId, openMinor]))
  return itemIds.map((itemId) => ({ itemId, minor: open.get(itemId) }))
}

const answerOf = (decision, items) => {
  if (decision._tag !== 'Apply') return { _tag: decision._tag, because: decision.because }
  const { candidate } = decision
  return {
    _tag: 'Apply',
    lines: linesOf(candidate, items),
    interchangeable: candidate.interchangeable,
    rules: candidate.routes.map(({ rule }) => rule),
  }
}

/** What is asked of a payment in a variant. */
export const askedOf = ({ id, on, amounts, texts }, { amount, text }) => ({
  paymentId: id,
  amountMinor: amounts[amount],
  receivedOn: on,
  text: texts[text],
})

/**
 * Decide every moment in order; `visit(moment, answer, milliseconds)` sees each. Timed: reading the text, preparing the open
 * items, deciding.
 */
export const decideAll = (moments, variant, visit) => {
  const indexFor = indexes()
  for (const moment of moments) {
    const index = indexFor(moment)
    const asked = askedOf(moment.payment, variant)
    const start = performance.now()
    const decision = decidePayment(asked, prepareItems(moment.items, index), evidenceRuleSet)
    const spent = performance.now() - start
    visit(moment, answerOf(decision, moment.items), spent)
  }
}

/** The rule set that decides. */
export const ruleSetName = `${evidenceRuleSet.id}@${evidenceRuleSet.version}`
