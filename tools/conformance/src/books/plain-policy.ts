/** How differences are settled where a case says nothing of it. */
import type { ApplicationPolicy } from '@quittance/cash-application'

/** Discounts that were earned, on exactly the payable amount; every difference stays where it is. */
export const plainPolicy: ApplicationPolicy = {
  id: 'case',
  version: 1,
  discounts: 'earned',
  partialDiscount: false,
  overpayment: 'specific',
  maxPennyMinor: 0,
}
