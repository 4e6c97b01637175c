/** What goes into the score of an account: broken promises, age and size, each from 0 to 1. */
import { compareFractions, daysBetween, type Fraction, fraction, wholeFraction } from '@quittance/kernel'
import type { LocalDate } from '@quittance/kernel'
import type { PromiseAt } from '../promises/account-promises.js'
import type { DeskAccount, DeskSums } from './desk-account.js'

/** The inputs of a work list, by the names that a policy weighs. @category projections @since 0.1.0 */
export interface WorkInputs {
  readonly [component: string]: Fraction
  /** 1 where a promise was not kept in the days that the policy looks back. */
  readonly 'broken-promise': Fraction
  /** Of what may be asked, the share more than 60 days past due; of several currencies the largest. */
  readonly 'over-60-share': Fraction
  /** What may be asked, as a share of the most that may be asked of any account in the currency. */
  readonly exposure: Fraction
}

/** The flag of an account whose promise was not kept by yesterday, and that nobody has followed up. @category projections @since 0.1.0 */
export const brokenYesterday = 'promise-broken-yesterday'

/** The flag of an account that ordered again while something is past due. A policy may make it a tier. @category projections @since 0.1.0 */
export const newOrder = 'new-order-while-past-due'

/**
 * The promises that were not kept and whose window ended within so many days before.
 *
 * @param days - 1: yesterday was the last day in time
 * @category projections
 * @since 0.1.0
 */
export const brokenWithin = (
  promises: ReadonlyArray<PromiseAt>,
  on: LocalDate,
  days: number,
): ReadonlyArray<PromiseAt> =>
  promises.filter(({ standing, windowEndsOn }) => {
    const since = daysBetween(windowEndsOn, on)
    return (standing === 'broken' || standing === 'partly-kept') && since >= 1 && since <= days
  })

/**
 * The promises that broke within so many days and that nobody has followed up: a contact on a later day than the last
 * one in time is a follow-up.
 *
 * @category projections
 * @since 0.1.0
 */
export const freshlyBroken = (
  { promises, lastTouchOn }: Pick<DeskAccount, 'promises' | 'lastTouchOn'>,
  on: LocalDate,
  days: number,
): ReadonlyArray<PromiseAt> =>
  brokenWithin(promises, on, days).filter(
    ({ windowEndsOn }) => lastTouchOn === undefined || lastTouchOn <= windowEndsOn,
  )

/** The most that may be asked of any account, by currency. @category projections @since 0.1.0 */
export const largestAsks = (accounts: ReadonlyArray<DeskAccount>): ReadonlyMap<string, number> => {
  const largest = new Map<string, number>()
  for (const { currency, askMinor } of accounts.flatMap(({ sums }) => sums))
    largest.set(currency, Math.max(askMinor, largest.get(currency) ?? 0))
  return largest
}

/** The inputs of an account. @law every input of a work list lies between 0 and 1 @category projections @since 0.1.0 */
export const workInputs = (
  { sums, promises }: Pick<DeskAccount, 'sums' | 'promises'>,
  on: LocalDate,
  largest: ReadonlyMap<string, number>,
  brokenPromiseDays: number,
): WorkInputs => ({
  'broken-promise': wholeFraction(brokenWithin(promises, on, brokenPromiseDays).length > 0 ? 1 : 0),
  'over-60-share': most(sums, ({ askOver60Minor, askMinor }) => fraction(askOver60Minor, askMinor)),
  exposure: most(sums, ({ askMinor, currency }) => fraction(askMinor, largest.get(currency) ?? 0)),
})

const most = (sums: ReadonlyArray<DeskSums>, of: (sum: DeskSums) => Fraction | null): Fraction =>
  sums
    .map((sum) => of(sum) ?? wholeFraction(0))
    .reduce((so, share) => (compareFractions(share, so) > 0 ? share : so), wholeFraction(0))
