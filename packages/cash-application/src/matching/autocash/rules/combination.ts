/**
 * The one set of debit items whose balances are the receipt, to the cent. Two sets that fit are ambiguous, and
 * all of them are named; a search that runs out of its budget says so. The budget counts steps, never time.
 */
import type { AutoCashReceipt } from '../model.js'
import { byAge, type EligibleItem } from '../open-balance.js'
import { closesAll, type RuleAnswer } from '../rule-answer.js'

/** Steps that a search may take. @internal */
export const combinationBudget = 200_000

const mostCandidates = 20

/** @internal */
export const combination = (
  items: ReadonlyArray<EligibleItem>,
  { amountMinor }: AutoCashReceipt,
  budget: number = combinationBudget,
): RuleAnswer => {
  const debits = items
    .filter(({ item, balanceMinor }) => item.openMinor > 0 && balanceMinor > 0 && balanceMinor <= amountMinor)
    .sort((a, b) => b.balanceMinor - a.balanceMinor || byAge(a, b))
  const found = search(debits, amountMinor, budget)
  if (found.length > 1)
    return { _tag: 'Ambiguous', candidates: found.map((set) => [...set].sort(byAge).map(({ item }) => item.itemId)) }
  if (found.exhausted) return { _tag: 'Undecided' }
  const only = found[0]
  return only === undefined ? { _tag: 'Fails' } : closesAll([...only].sort(byAge))
}

type Found = Array<ReadonlyArray<EligibleItem>> & { exhausted: boolean }

const search = (debits: ReadonlyArray<EligibleItem>, targetMinor: number, budget: number): Found => {
  const found: Found = Object.assign([] as Array<ReadonlyArray<EligibleItem>>, { exhausted: false })
  const rest = suffixSums(debits)
  let steps = 0
  const visit = (at: number, leftMinor: number, chosen: ReadonlyArray<EligibleItem>): void => {
    if (leftMinor === 0) {
      found.push(chosen)
      return
    }
    for (let next = at; next < debits.length && found.length < mostCandidates; next += 1) {
      steps += 1
      if (steps > budget) {
        found.exhausted = true
        return
      }
      if ((rest[next] ?? 0) < leftMinor) return
      const candidate = debits[next] as EligibleItem
      if (candidate.balanceMinor <= leftMinor)
        visit(next + 1, leftMinor - candidate.balanceMinor, [...chosen, candidate])
    }
  }
  visit(0, targetMinor, [])
  return found
}

const suffixSums = (items: ReadonlyArray<EligibleItem>): ReadonlyArray<number> => {
  const sums = items.map(({ balanceMinor }) => balanceMinor)
  for (let at = sums.length - 2; at >= 0; at -= 1) sums[at] = (sums[at] ?? 0) + (sums[at + 1] ?? 0)
  return sums
}
