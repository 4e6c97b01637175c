/** The programme over a whole ledger: what is in it, what is next for each item, and what nobody has done. */
import { type DeskPolicy, deskPolicy, isInProgramme, type ItemLadder } from '@quittance/dunning'
import { daysBetween } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'
import { type AccountAction, accountActions } from './account-actions.js'
import { type DeskBooks, deskAccounts } from './desk-account.js'
import { ladderSteps } from './ladder-steps.js'

/** An item past due with its next action. @category projections @since 0.1.0 */
export interface ProgrammeRow extends AccountAction {
  readonly customer: string
  readonly currency: string
  readonly openMinor: number
  readonly disputedMinor: number
  readonly daysPastDue: number
  /** 15 days late or more, by the policy. */
  readonly inProgramme: boolean
}

/**
 * Every part past due with something undisputed open, by customer and due day, each with its one next action.
 *
 * @param ladder - its next steps are waited for, or gone before, as the floor asks
 * @law every open undisputed item past due has exactly one next action, and none lies in the past
 * @category projections
 * @since 0.1.0
 */
export const programmeReport = (
  books: DeskBooks,
  at: PointInTime,
  policy: DeskPolicy = deskPolicy,
  ladder?: ItemLadder,
): ReadonlyArray<ProgrammeRow> =>
  deskAccounts(books, at).flatMap((account) => {
    const partOf = new Map(account.parts.map((part) => [JSON.stringify([part.itemId, part.instalmentNo]), part]))
    const plannedStepOf = ladder === undefined ? undefined : ladderSteps(books.ledger, at, account, ladder)
    return accountActions(account, at.asOf, policy, plannedStepOf).flatMap((action): ReadonlyArray<ProgrammeRow> => {
      const part = partOf.get(JSON.stringify([action.itemId, action.instalmentNo]))
      if (part === undefined) return []
      const { currency, openMinor, disputedMinor, dueOn } = part
      const daysPastDue = daysBetween(dueOn, at.asOf)
      const inProgramme = isInProgramme(part, at.asOf, policy.programme)
      return [{ ...action, customer: account.customer, currency, openMinor, disputedMinor, daysPastDue, inProgramme }]
    })
  })

/** Customers with an item whose next action should have happened before this day and did not, with how many. @category projections @since 0.1.0 */
export const withoutAction = (
  rows: ReadonlyArray<ProgrammeRow>,
): ReadonlyArray<{ readonly customer: string; readonly items: number }> => {
  const missed = rows.filter(({ missedSince }) => missedSince !== undefined)
  return [...new Set(missed.map(({ customer }) => customer))].map((customer) => ({
    customer,
    items: missed.filter((row) => row.customer === customer).length,
  }))
}
