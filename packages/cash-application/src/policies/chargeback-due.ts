/** When the item of a chargeback is due. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { OwedItem } from '../context.js'
import type { ChargebackPolicy } from '../model.js'

/**
 * The due day of a chargeback: that of the earliest instalment with something open, for that is where what is taken
 * off an item falls; or the new terms of the policy.
 *
 * @param openMinor - what is open on the item before the chargeback
 * @law a chargeback is due when its item was, unless the policy says otherwise
 * @category policies
 * @since 0.1.0
 */
export const chargebackDueOn = (
  { instalments, issuedOn }: Pick<OwedItem, 'instalments' | 'issuedOn'>,
  openMinor: number,
  on: LocalDate,
  { dueAfterDays }: Pick<ChargebackPolicy, 'dueAfterDays'>,
): LocalDate => {
  if (dueAfterDays !== undefined) return addDays(on, dueAfterDays)
  let leftMinor = instalments.reduce((so, { amountMinor }) => so + amountMinor, 0) - openMinor
  for (const { dueOn, amountMinor } of instalments) {
    if (leftMinor < amountMinor) return dueOn
    leftMinor -= amountMinor
  }
  return instalments.at(-1)?.dueOn ?? issuedOn
}
