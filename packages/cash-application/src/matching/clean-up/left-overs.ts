/** What is left when all proposals are done, and why. */
import { ageOf, daysPastDue, isPromised } from './by-balance.js'
import { claimsAll, compare, type Desk, freeOf, heldCredits, openDebits, openOf } from './desk.js'
import type { CleanUpCredit, CleanUpDebit, LeftBecause, LeftOver } from './model.js'

/** Debits, then credits, each in the order in which they are looked at. @internal */
export const leftOvers = (desk: Desk): ReadonlyArray<LeftOver> => [
  ...openDebits(desk).map((debit): LeftOver => ({
    id: debit.itemId,
    side: 'debit',
    leftMinor: openOf(desk, debit.itemId),
    because: whyDebit(desk, debit),
  })),
  ...heldCredits(desk).map((credit): LeftOver => ({
    id: credit.creditId,
    side: 'credit',
    leftMinor: freeOf(desk, credit.creditId),
    because: whyCredit(desk, credit),
  })),
]

const whyDebit = (desk: Desk, debit: CleanUpDebit): LeftBecause => {
  const { maxMinor, minDaysPastDue } = desk.question.policy.smallDebit
  if (debit.disputed === true) return { _tag: 'Disputed' }
  const rivals = rivalsOf(desk, debit.itemId)
  if (rivals !== undefined) return rivals
  if (debit.promisedUntil !== undefined && isPromised(desk, debit))
    return { _tag: 'Promised', until: debit.promisedUntil }
  return openOf(desk, debit.itemId) <= maxMinor
    ? { _tag: 'TooYoung', days: daysPastDue(desk, debit), minDays: minDaysPastDue }
    : { _tag: 'NothingFits' }
}

const whyCredit = (desk: Desk, credit: CleanUpCredit): LeftBecause => {
  const { maxMinor, minAgeDays, becomes } = desk.question.policy.smallCredit
  if (claimsAll(credit)) return { _tag: 'FullSatisfactionClaimed' }
  const rivals = rivalsOf(desk, credit.creditId)
  if (rivals !== undefined) return rivals
  if (freeOf(desk, credit.creditId) > maxMinor) return { _tag: 'NothingFits' }
  return becomes === 'carry'
    ? { _tag: 'Carried' }
    : { _tag: 'TooYoung', days: ageOf(desk, credit), minDays: minAgeDays }
}

const rivalsOf = ({ rivals }: Desk, id: string): LeftBecause | undefined => {
  const others = rivals.get(id)
  return others === undefined ? undefined : { _tag: 'Ambiguous', rivals: [...others].sort(compare) }
}
