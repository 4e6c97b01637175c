/** What the account as a whole allows: clearing it when it comes to nothing, and small balances that are old enough. */
import { daysBetween } from '@quittance/kernel'
import { allocate, type Desk, freeCredits, freeOf, heldCredits, openDebits, openOf } from './desk.js'
import type { CleanUpCredit, CleanUpDebit, CleanUpPair } from './model.js'

/** All that is open is all that is held: every credit to the oldest debit that it meets. Never over a dispute, or over money that only a person may use. @internal */
export const accountAtZero = (desk: Desk): void => {
  const [debits, credits] = [openDebits(desk), freeCredits(desk)]
  if (heldCredits(desk).length > credits.length) return
  const owedMinor = debits.reduce((so, { itemId }) => so + openOf(desk, itemId), 0)
  const heldMinor = credits.reduce((so, { creditId }) => so + freeOf(desk, creditId), 0)
  if (owedMinor === 0 || owedMinor !== heldMinor || debits.some(({ disputed }) => disputed === true)) return
  const left = new Map(debits.map(({ itemId }) => [itemId, openOf(desk, itemId)]))
  const pairs = credits.flatMap(({ creditId }) => {
    let freeMinor = freeOf(desk, creditId)
    return debits.flatMap(({ itemId }): ReadonlyArray<CleanUpPair> => {
      const amountMinor = Math.min(freeMinor, left.get(itemId) ?? 0)
      if (amountMinor === 0) return []
      freeMinor -= amountMinor
      left.set(itemId, (left.get(itemId) ?? 0) - amountMinor)
      return [{ creditId, itemId, amountMinor }]
    })
  })
  allocate(desk, 'account-zero', pairs)
}

/** Whole debits up to the maximum and old enough are given up; none that a credit may be for, none in dispute, and none that was promised. @internal */
export const smallDebits = (desk: Desk): void => {
  const { policy } = desk.question
  for (const debit of openDebits(desk)) {
    const { itemId, disputed } = debit
    if (isPromised(desk, debit)) continue
    const amountMinor = openOf(desk, itemId)
    if (disputed === true || desk.rivals.has(itemId) || amountMinor > policy.smallDebit.maxMinor) continue
    if (daysPastDue(desk, debit) < policy.smallDebit.minDaysPastDue) continue
    desk.openMinor.set(itemId, 0)
    desk.found.push({ rule: 'small-debit', act: { _tag: 'GiveUp', itemId, amountMinor } })
  }
}

/** Small credits go back to whom they belong to, where the policy says so; income is never among the choices. @internal */
export const smallCredits = (desk: Desk): void => {
  const { smallCredit } = desk.question.policy
  if (smallCredit.becomes !== 'refund') return
  for (const credit of freeCredits(desk)) {
    const amountMinor = freeOf(desk, credit.creditId)
    if (desk.rivals.has(credit.creditId) || amountMinor > smallCredit.maxMinor) continue
    if (ageOf(desk, credit) < smallCredit.minAgeDays) continue
    desk.freeMinor.set(credit.creditId, 0)
    desk.found.push({ rule: 'small-credit', act: { _tag: 'PayBack', creditId: credit.creditId, amountMinor } })
  }
}

/** Whether a promise to pay it is still in time. @internal */
export const isPromised = ({ question }: Desk, { promisedUntil }: CleanUpDebit): boolean =>
  promisedUntil !== undefined && promisedUntil >= question.asOf

/** @internal */
export const daysPastDue = ({ question }: Desk, { dueOn }: CleanUpDebit): number => daysBetween(dueOn, question.asOf)

/** @internal */
export const ageOf = ({ question }: Desk, { on }: CleanUpCredit): number => daysBetween(on, question.asOf)
