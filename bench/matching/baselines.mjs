// What others do, to see what the decisions are worth: B0 to B4 of the method's own comparison. Each gets a payment and the open
// items, and answers with lines of cash, or with nothing.
import { autoCash } from '@quittance/cash-application'

const options = {
  discounts: 'none',
  discountGraceDays: 0,
  lateCharges: false,
  disputed: true,
  partial: true,
  remainder: 'unapplied',
}

/** An ordered rule set of the library's AutoCash as a baseline. */
const ordered = (...rules) => {
  const ruleSet = { id: 'baseline', version: 1, rules, options }
  return ({ amountMinor, receivedOn }, items) => {
    const { outcome, lines } = autoCash(ruleSet, items, { amountMinor, receivedOn })
    return outcome === 'applied' ? lines.map(({ itemId, cashMinor }) => ({ itemId, minor: cashMinor })) : undefined
  }
}

const wholeItems = (items) => items.map(({ itemId, openMinor }) => ({ itemId, minor: openMinor }))
const sum = (items) => items.reduce((so, { openMinor }) => so + openMinor, 0)

const uniqueSingle = ({ amountMinor }, items) => {
  const same = items.filter(({ openMinor }) => openMinor === amountMinor)
  return same.length === 1 ? wholeItems(same) : undefined
}

const isDigit = (code) => code >= 48 && code <= 57

/** Whether the number stands in the text in full, with no digit right before or after it. */
const isNamed = (text, number) => {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (!isDigit(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + number.length))) return true
  return false
}

const references = ({ amountMinor, text }, items) => {
  if (text === '') return undefined
  const named = items.filter(({ itemId }) => isNamed(text, itemId))
  return named.length > 0 && sum(named) === amountMinor ? wholeItems(named) : undefined
}

/** Steps that the search for a subset may take. */
const subsetSteps = 200_000

/** The first set that makes the amount, large items first. */
const firstSubset = ({ amountMinor }, items) => {
  const sorted = [...items].sort((a, b) => b.openMinor - a.openMinor || (a.itemId < b.itemId ? -1 : 1))
  const rest = Array.from({ length: sorted.length + 1 }, () => 0)
  for (let at = sorted.length - 1; at >= 0; at -= 1) rest[at] = rest[at + 1] + sorted[at].openMinor
  const chosen = []
  let steps = 0
  const found = (at, left) => {
    if (left === 0) return true
    for (let next = at; next < sorted.length && rest[next] >= left; next += 1) {
      steps += 1
      if (steps > subsetSteps) return false
      if (sorted[next].openMinor > left) continue
      chosen.push(sorted[next])
      if (found(next + 1, left - sorted[next].openMinor)) return true
      chosen.pop()
    }
    return false
  }
  return amountMinor > 0 && found(0, amountMinor) ? wholeItems(chosen) : undefined
}

const firstOf =
  (...ways) =>
  (payment, items) => {
    for (const way of ways) {
      const lines = way(payment, items)
      if (lines !== undefined) return lines
    }
    return undefined
  }

const oldestFirst = ordered('apply-to-oldest-first')
const autoCashLike = firstOf(references, ordered('match-payment-with-invoice', 'clear-the-account', 'clear-past-due'))

/** By name, with whether the text is read. */
export const baselines = [
  { name: 'B0 oldest first', readsText: false, way: oldestFirst },
  { name: 'B1 one invoice of the amount, first', readsText: false, way: ordered('match-payment-with-invoice') },
  { name: 'B1u one invoice of the amount, if only one', readsText: false, way: uniqueSingle },
  { name: 'B2 references that add up', readsText: true, way: references },
  { name: 'B3 references, one, all, past due', readsText: true, way: autoCashLike },
  { name: 'B3f B3, else oldest first', readsText: true, way: firstOf(autoCashLike, oldestFirst) },
  { name: 'B4 B3, else the first set that adds up', readsText: true, way: firstOf(autoCashLike, firstSubset) },
]

/** Run one over all moments; `visit(moment, answer, milliseconds)` sees each. */
export const runBaseline = ({ way }, moments, askedOf, variant, visit) => {
  for (const moment of moments) {
    const asked = askedOf(moment.payment, variant)
    const start = performance.now()
    const lines = way(asked, moment.items)
    const spent = performance.now() - start
    visit(moment, lines === undefined ? { _tag: 'None' } : { _tag: 'Apply', lines }, spent)
  }
}
