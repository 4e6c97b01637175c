/**
 * Money of which nobody knows yet who paid it waits in suspense accounts, one for each bank account and month. They are
 * accounts like any other, so that the money is counted, aged and audited; only their names are set apart.
 */
import type { LocalDate } from '@quittance/kernel'

const prefix = 'suspense-'

/**
 * The suspense account for money that came in on a day.
 *
 * @param bankAccount - our own account that it came in on; `bank`, if nobody says
 * @example
 * suspenseCustomer('DE02120300000000202051', localDate('2026-01-20')) // => 'suspense-DE02120300000000202051-2026-01'
 * @example
 * suspenseCustomer(undefined, localDate('2026-01-20')) // => 'suspense-bank-2026-01'
 * @category streams
 * @since 0.1.0
 */
export const suspenseCustomer = (bankAccount: string | undefined, on: LocalDate): string =>
  `${prefix}${bankAccount ?? 'bank'}-${on.slice(0, 7)}`

/** Whether an account is a suspense account: its money belongs to somebody else. @category streams @since 0.1.0 */
export const isSuspense = (customer: string): boolean => customer.startsWith(prefix)
