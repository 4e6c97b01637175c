/**
 * The past-due items of one payment term, with the credits of that term, are the receipt. Several terms: the
 * one with the oldest due day, then the lowest term id.
 */
import type { AutoCashReceipt } from '../model.js'
import { type EligibleItem, totalBalance } from '../open-balance.js'
import { closesAll, type RuleAnswer } from '../rule-answer.js'
import { pastDue } from './clear-past-due.js'

/** @internal */
export const clearPastDueByTerm = (items: ReadonlyArray<EligibleItem>, receipt: AutoCashReceipt): RuleAnswer => {
  const groups = new Map<string, Array<EligibleItem>>()
  for (const eligible of pastDue(items, receipt)) {
    const termId = eligible.item.termId ?? ''
    groups.set(termId, [...(groups.get(termId) ?? []), eligible])
  }
  const fitting = [...groups]
    .filter(([, group]) => oldestDue(group) !== undefined && totalBalance(group) === receipt.amountMinor)
    .sort(([a, left], [b, right]) => {
      const [oldest, other] = [oldestDue(left) ?? '', oldestDue(right) ?? '']
      return oldest === other ? (a < b ? -1 : 1) : oldest < other ? -1 : 1
    })
  const [termId, group] = fitting[0] ?? []
  if (termId === undefined || group === undefined) return { _tag: 'Fails' }
  return {
    ...closesAll(group),
    termId,
    ...(fitting.length === 1 ? {} : { tieBreak: `${fitting.length} terms match: oldest due day, then lowest term` }),
  } as RuleAnswer
}

const oldestDue = (group: ReadonlyArray<EligibleItem>): string | undefined =>
  group
    .filter(({ item }) => item.openMinor > 0)
    .map(({ item }) => item.dueOn)
    .sort()[0]
